"""What a commander thinks of its own steps: dear to the weaker, cheap when the end is near."""

from __future__ import annotations

from dataclasses import replace

from game.ai.character import CHARACTERS
from game.ai.picture import Picture
from game.engine.new_game import new_game
from game.engine.view import view_for
from tests.session.battle import BATTLE


def caution(turn: int, horizon: int) -> float:
    """Caution of a side on a day, by how far ahead it thinks of the end."""
    state, _ = new_game(BATTLE, 1)
    view = view_for(replace(state, turn=turn), 0)
    return Picture(view, 0, replace(CHARACTERS["normal"], horizon=horizon)).caution


def test_steps_are_spared_less_in_the_last_days_by_who_thinks_of_the_end() -> None:
    last = BATTLE.turns
    assert caution(last, horizon=0) == caution(last - 3, horizon=0)
    assert caution(last, horizon=3) < caution(last - 1, horizon=3) < caution(last - 3, horizon=3)
    assert caution(last - 3, horizon=3) == caution(last - 3, horizon=0)


def test_who_is_weaker_is_not_a_matter_of_days() -> None:
    state, _ = new_game(BATTLE, 1)
    weaker = []
    for turn in (1, BATTLE.turns):
        for side in (0, 1):
            view = view_for(replace(state, turn=turn), side)
            weaker.append(Picture(view, side, CHARACTERS["hard"]).weaker)
    assert weaker[:2] == weaker[2:]
