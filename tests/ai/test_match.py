"""Games between commanders: the same again for the same seed, and nothing but legal orders."""

from __future__ import annotations

from game.ai import commander, play_out
from game.ai.commander import Intent, Reason, Turn, Why, read_reason
from game.engine.orders import Attack, EndTurn, Hold
from game.engine.state import GameState, digest
from game.engine.view import view_for
from tests.session.battle import BATTLE, RED

LOTS = {"red": commander("random"), "blue": commander("random")}


def test_the_same_seed_gives_the_same_game() -> None:
    once, again, other = (play_out(BATTLE, seed, LOTS) for seed in (3, 3, 4))
    assert once.ended
    assert digest(once) == digest(again) != digest(other)


def test_a_side_without_commander_only_ends_its_turn() -> None:
    mornings: list[GameState] = []
    play_out(BATTLE, 1, {}, mornings.append)
    assert [state.turn for state in mornings] == [2, 3, 4, 5, 6, 6]
    assert [unit.at for unit in mornings[0].units] == [card.hex for card in BATTLE.oob.units]


def test_what_is_refused_is_passed_over_and_the_end_ends() -> None:
    class Clumsy:
        def turn(self, view: GameState, side: int) -> Turn:
            for order in (Attack(0, ("red_1",)), Hold("blue_1"), Hold("red_1"), EndTurn()):
                yield Intent(order, Reason(Why.CHANCE))
            raise AssertionError("asked after its turn was over")

    seen: list[GameState] = []
    play_out(BATTLE, 1, {"red": Clumsy()}, seen.append)
    assert len(seen) == BATTLE.turns


def test_the_view_tells_nothing_of_the_dice() -> None:
    seen: list[GameState] = []
    play_out(BATTLE, 5, LOTS, seen.append)
    for state in seen:
        view = view_for(state, RED)
        assert view is view_for(state, RED)
        assert view.dice.seed != state.dice.seed


def test_reasons_survive_being_written() -> None:
    for reason in (Reason(Why.CHANCE), Reason(Why.CHANCE, "kati_island", 12, "eng_1")):
        assert read_reason(reason.written()) == reason
    assert read_reason("") is None
    assert read_reason("unheard_of - -1 -") is None
