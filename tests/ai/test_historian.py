"""The commander that follows the record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.ai import Intent, Match, commander
from game.ai.commander import Commander, Why
from game.ai.driven_turn import DrivenTurn
from game.ai.historian import Historian
from game.engine.apply import apply
from game.engine.new_game import new_game
from game.engine.order_text import write
from game.engine.orders import EndTurn
from game.engine.state import GameState, Status, digest
from game.scenario.package import load_record, load_scenario
from game.scenario.record import Record

CAMPAIGN = "deir_ez_zor_2017"


@pytest.fixture(scope="module")
def record() -> Record:
    return load_record(CAMPAIGN)


@pytest.fixture
def begun() -> GameState:
    """The first day, Government forces to play."""
    state, _ = new_game(load_scenario(CAMPAIGN), 1)
    while state.active != state.scenario.oob.side_index["government"]:
        state, _ = apply(state, EndTurn())
    return state


def segment(record: Record, day: int, side: str) -> tuple[str, ...]:
    found = (s for s in record.history.days[day].segments if s.side == side)
    return tuple(doc.order for s in found for doc in s.orders)


def turn_of(who: Commander, state: GameState) -> tuple[list[Intent], GameState]:
    driven, given = DrivenTurn(who), []
    while intent := driven.next_intent(state, state.active):
        given.append(intent)
        state, _ = apply(state, intent.order)
    return given, state


def with_unit(state: GameState, name: str, **changed: object) -> GameState:
    n = state.scenario.oob.unit_index[name]
    unit = replace(state.units[n], **changed)  # type: ignore[arg-type]
    return replace(state, units=(*state.units[:n], unit, *state.units[n + 1 :]))


def test_the_first_day_is_that_of_the_record(begun: GameState, record: Record) -> None:
    given, _ = turn_of(Historian(record, commander("random")), begun)
    texts = [write(begun.scenario, intent.order) for intent in given]
    assert texts == list(segment(record, 0, "government"))
    assert {intent.reason.why for intent in given} == {Why.RECORD}


def test_who_is_not_there_is_left_out_and_the_attack_is_made_by_the_others(
    begun: GameState, record: Record
) -> None:
    state = with_unit(begun, "tig_3", steps=0, at=-1, status=Status.ELIMINATED)
    given, _ = turn_of(Historian(record, commander("steady")), state)
    texts = [write(begun.scenario, intent.order) for intent in given]
    assert "move tig_1 16_18" in texts
    assert any(text.startswith("attack 15_17 with tig_1 air") for text in texts)
    assert not any("tig_3" in text for text in texts)


def test_who_lags_behind_follows_as_far_as_it_comes(begun: GameState, record: Record) -> None:
    scenario = begun.scenario
    index, grid = scenario.oob.unit_index, scenario.board.grid
    start, goal = begun.units[index["tig_2"]].at, grid.parse("12_10")
    slow = with_unit(begun, "tig_2", mp=6)
    _, state = turn_of(Historian(record, commander("steady")), slow)
    here = state.units[index["tig_2"]].at
    assert 0 < grid.distance(here, goal) < grid.distance(start, goal)


def test_without_a_record_the_other_commander_plays() -> None:
    from tests.session.battle import BATTLE

    ends = [
        list(Match(new_game(BATTLE, 4)[0], {"red": who, "blue": who}).turns())[-1]
        for who in (commander("historian"), commander("steady"))
    ]
    assert digest(ends[0]) == digest(ends[1])
    assert not Historian(None, commander("steady")).has_record


def test_ground_that_was_passed_by_is_taken_before_the_later_goal(
    begun: GameState, record: Record
) -> None:
    """Two days late, when its last order already points elsewhere."""
    grid = begun.scenario.board.grid
    control = bytearray(begun.control)
    for h in begun.scenario.board.place("husayniyah").hexes:
        control[h] = begun.active
    late = replace(begun, turn=36, control=bytes(control))
    late = with_unit(late, "i_east_5", steps=0, at=-1, status=Status.ELIMINATED)
    there = grid.parse("24_19")
    late = with_unit(late, "c5_1", status=Status.ON_MAP, at=there, mp=20, fresh=True, steps=3)
    given, after = turn_of(Historian(record, commander("random")), late)
    moves = [
        intent for intent in given if write(begun.scenario, intent.order).startswith("move c5_1")
    ]
    assert moves
    assert moves[0].reason.hex == grid.parse("20_16")
    assert grid.distance(after.units[begun.scenario.oob.unit_index["c5_1"]].at, there) > 0
