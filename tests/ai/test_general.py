"""Commanders that think: legal orders, the same again for the same seed, better than a lot."""

from __future__ import annotations

import pytest

from game.ai import LEVELS, Match, commander, play_out
from game.engine.new_game import new_game
from game.engine.state import GameState, digest
from tests.session.battle import BATTLE


@pytest.mark.parametrize("name", [*LEVELS, "steady", "bold"])
def test_the_same_seed_gives_the_same_game(name: str) -> None:
    once, again = (
        play_out(BATTLE, 3, {"red": commander(name), "blue": commander(name)}) for _ in range(2)
    )
    assert once.ended
    assert digest(once) == digest(again)


def test_every_order_that_is_thought_of_is_legal() -> None:
    class Watched:
        def __init__(self) -> None:
            self.given = self.refused = 0

        def turn(self, view: GameState, side: int):  # type: ignore[no-untyped-def]
            orders = commander("normal").turn(view, side)
            try:
                intent = next(orders)
                while True:
                    then = yield intent
                    self.given += 1
                    self.refused += then is view
                    view = then
                    intent = orders.send(view)
            except StopIteration:
                return

    watched = Watched()
    state, _ = new_game(BATTLE, 2)
    match = Match(state, {"red": watched, "blue": watched})
    assert list(match.turns())[-1].ended
    assert watched.given > 5
    assert watched.refused * 100 <= watched.given
