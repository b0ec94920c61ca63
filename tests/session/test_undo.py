"""Undo goes back within a turn, to the last thing that cannot be unlearnt."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.events import DiceRolled
from game.engine.orders import Attack, EndTurn, Hold, Move
from game.engine.state import digest
from game.session import Session
from tests.engine.small import at
from tests.session.battle import BATTLE, BLUE, RED, session, step


def hex_(label: str) -> int:
    return at(BATTLE.board, label)


def test_undo_brings_back_the_very_state_and_redo_the_one_after() -> None:
    it = session()
    before = it.state
    assert it.submit(Move("red_3", hex_("1_5"))) is None
    assert it.submit(Hold("red_2")) is None
    after = it.state
    assert (it.undo(), it.undo()) == (None, None)
    assert it.state == before
    assert it.log == []
    assert (it.redo(), it.redo()) == (None, None)
    assert it.state == after
    assert [entry.text for entry in it.log] == ["move red_3 1_5", "hold red_2"]
    assert not it.can_redo
    assert it.redo() == "there is nothing to do again"


def test_a_new_order_ends_redo() -> None:
    it = session()
    it.submit(Hold("red_1"))
    it.undo()
    it.submit(Hold("red_2"))
    assert not it.can_redo


def test_undo_stops_at_the_beginning_of_the_turn() -> None:
    it = session()
    assert it.undo() == "the turn began here"
    it.submit(Hold("red_1"))
    it.submit(EndTurn())
    assert it.side == BLUE
    assert it.undo() == it.undo_blocked == "the turn began here"
    assert it.undo_end.why == "turn"


def test_undo_stops_at_a_die_and_says_where() -> None:
    it = session()
    it.submit(Hold("red_2"))
    assert it.submit(Move("red_1", hex_("4_1"))) is None
    assert it.submit(Attack(hex_("5_1"), ("red_1",))) is None
    assert it.undo() == "a die was rolled at hex 5_1"
    assert (it.undo_end.why, it.undo_end.hex) == ("dice", hex_("5_1"))
    it.submit(Hold("red_3"))
    assert it.undo_blocked == ""
    assert it.undo() is None
    assert it.undo() == "a die was rolled at hex 5_1"


def test_undo_stops_when_something_hidden_was_found() -> None:
    it = session()
    it.submit(EndTurn())
    it.advance()
    units = list(it.state.units)
    number = BATTLE.oob.unit_index["red_1"]
    units[number] = replace(units[number], at=hex_("4_3"), mp=20)
    it.state = replace(it.state, units=tuple(units), active=RED)
    assert it.submit(Move("red_1", hex_("5_4"))) is None
    assert it.undo_end.why == "reveal"
    assert it.undo() == "something unknown was found at hex 6_4"


def test_what_is_logged_is_what_was_carried_out() -> None:
    it = session()
    assert it.submit(Move("red_3", hex_("1_5"), via=())) is None
    assert it.log[0].order == Move("red_3", hex_("1_5"))
    refused = it.submit(Move("blue_1", hex_("1_5")))
    assert refused is not None
    assert len(it.log) == len(it.script) == 1


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_undo_never_crosses_a_die_a_find_or_a_turn(seed: int) -> None:
    it, rng = session(seed), random.Random(seed)
    it.advance()
    for _ in range(25):
        if it.ended:
            return
        step(it, rng)
        _go_back_and_forth(it)


def _go_back_and_forth(it: Session) -> None:
    """Undo all there is: no die, no find, the same side; redo leads back here."""
    here, log, known = digest(it.state), list(it.log), it.visible_units(it.side)
    turn, side, dice, back = it.state.turn, it.side, it.state.dice, 0
    ahead = it.can_redo
    while it.undo() is None:
        back += 1
        undone = log[len(it.log)]
        assert not any(isinstance(event, DiceRolled) for event in undone.events)
        assert (it.state.turn, it.side) == (turn, side)
        assert it.state.dice == dice
        assert it.visible_units(side) == known
    assert it.undo_blocked == it.undo_end.text
    for _ in range(back):
        assert it.redo() is None
    assert digest(it.state) == here
    assert it.log == log
    assert it.can_redo == ahead


@pytest.mark.parametrize("unit", ["red_1", 0])
def test_the_orders_of_a_unit_are_those_in_which_it_takes_part(unit: str | int) -> None:
    it = session()
    of_unit = it.legal(unit)
    assert Hold("red_1") in of_unit
    assert set(of_unit) < set(it.legal())
    assert it.legal("blue_1") == ()
