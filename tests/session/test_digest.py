"""What a waiting side is told: all it could see of the doings of others, and nothing else."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine import events as e
from game.engine.orders import Attack, EndTurn, Hold, Move, TunnelMove
from game.engine.state import Status
from game.engine.view import view_for
from game.session import DigestLine, Session
from game.session.digest import KINDS
from game.session.sight import SEES, Sight
from tests.engine.small import at
from tests.session.battle import BATTLE, BLUE, RED, session, step

UNITS = BATTLE.oob.unit_index


def hex_(label: str) -> int:
    return at(BATTLE.board, label)


def told(it: Session, side: int) -> list[DigestLine]:
    """The lines of others' orders, not those of the turn itself."""
    orders = {n for n, entry in enumerate(it.log) if entry.text not in ("end", "dawn")}
    return [line for line in it.digest_of_other_sides(side=side) if line.entry in orders]


def subclasses(base: type[e.Event]) -> set[type[e.Event]]:
    return {
        value
        for value in vars(e).values()
        if isinstance(value, type) and issubclass(value, base) and value is not base
    }


def test_every_event_has_its_sight() -> None:
    assert set(SEES) == subclasses(e.Event)


def test_what_a_seen_unit_does_is_told_with_its_place_and_order() -> None:
    it = session()
    it.submit(EndTurn())
    assert it.submit(Move("blue_1", hex_("5_2"))) is None
    assert it.submit(Move("blue_1", hex_("5_3"))) is None
    it.submit(EndTurn())
    it.advance()
    (line,) = told(it, RED)
    assert (line.kind, line.side, line.hex, line.turn) == ("move", BLUE, hex_("5_3"), 1)
    assert [event.path[-1] for event in line.events if isinstance(event, e.UnitMoved)] == [
        hex_("5_2"),
        hex_("5_3"),
    ]
    assert it.log[line.entry].text == "move blue_1 5_3"


def test_what_an_unseen_unit_does_is_not_told() -> None:
    it = session()
    it.submit(EndTurn())
    assert it.submit(Move("blue_3", hex_("8_3"))) is None
    assert it.submit(TunnelMove("blue_2", "tunnel_1")) is None
    it.submit(Hold("blue_1"))
    it.submit(EndTurn())
    it.advance()
    lines = told(it, RED)
    assert all("UnitMoved" not in str(line) for line in lines)
    assert {line.kind for line in lines} <= {"unseen", "tunnel", "other"}


def test_ground_taken_by_unseen_units_is_told_without_them() -> None:
    it = session()
    it.submit(EndTurn())
    control = bytearray(it.state.control)
    control[hex_("8_3")] = RED
    it.state = replace(it.state, control=bytes(control))
    assert it.submit(Move("blue_3", hex_("8_3"))) is None
    it.submit(EndTurn())
    it.advance()
    (line,) = told(it, RED)
    assert (line.kind, line.side, line.hex) == ("unseen", BLUE, hex_("8_3"))
    assert [type(event) for event in line.events] == [e.ControlChanged]


def test_an_attack_is_told_with_its_whole_sum() -> None:
    it = session()
    assert it.submit(Move("red_1", hex_("4_1"))) is None
    assert it.submit(Attack(hex_("5_1"), ("red_1",))) is None
    it.submit(EndTurn())
    (line,) = [line for line in told(it, BLUE) if line.kind == "attack"]
    assert line.hex == hex_("5_1")
    assert e.AttackResolved in {type(event) for event in line.events}


def test_own_orders_are_not_told_to_oneself() -> None:
    it = session()
    it.submit(Move("red_1", hex_("3_1")))
    it.submit(EndTurn())
    it.submit(EndTurn())
    it.advance()
    assert told(it, RED) == []
    assert len(told(it, BLUE)) == 0
    assert [type(x) for x in it.log[-1].events if isinstance(x, e.DayBegan)] == [e.DayBegan]


def test_the_first_digest_begins_with_the_opening() -> None:
    it = session()
    it.opening = (e.ScriptedEventFired(0), *it.opening)
    it.submit(EndTurn())
    lines = it.digest_of_other_sides(side=BLUE)
    assert [(line.kind, line.entry) for line in lines if line.kind == "event"] == [("event", -1)]


def test_replay_shows_views_and_leads_from_one_to_the_next() -> None:
    it = session()
    it.submit(EndTurn())
    it.submit(Move("blue_1", hex_("5_2")))
    it.submit(Move("blue_3", hex_("8_3")))
    it.submit(EndTurn())
    it.advance()
    steps = it.replay_of_other_turn(side=RED)
    assert all(a.after == b.before for a, b in pairwise(steps))
    hidden = UNITS["blue_3"]
    assert all(s.before.units[hidden].status is Status.WAITING for s in steps)
    assert steps[-1].after == view_for(it.state, RED)


@given(st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_the_digest_leaks_nothing_hidden(seed: int) -> None:
    it, rng = session(seed), random.Random(seed)
    it.advance()
    for _ in range(30):
        if it.ended:
            return
        step(it, rng)
        for side in range(3):
            _check_lines(it, side)
            _check_steps(it, side)


def _check_lines(it: Session, side: int) -> None:
    for line in it.digest_of_other_sides(side=side):
        assert line.kind in KINDS
        assert line.events
        if line.entry >= 0:
            before = it._states[line.entry]
            after = it._states.get(line.entry + 1, it.state)
            for event in line.events:
                _check(event, Sight(before, after, side), merged=line.kind == "move")


def _check_steps(it: Session, side: int) -> None:
    for shown in it.replay_of_other_turn(side=side):
        assert not shown.before.dice.drawn == it.state.dice.drawn > it.state.turn
        if shown.entry >= 0:
            before = it._states[shown.entry]
            after = it._states.get(shown.entry + 1, it.state)
            assert shown.after == view_for(after, side)
            for event in shown.events:
                _check(event, Sight(before, after, side))


def _check(event: Any, sight: Sight, *, merged: bool = False) -> None:
    """No number of a unit, belt or tunnel that the side does not know, by any field."""
    state, oob = sight.after, sight.after.scenario.oob
    assert not isinstance(event, e.FlagSet)
    for field in fields(event):
        value = getattr(event, field.name)
        if field.name in ("unit", "attackers", "defenders"):
            units = value if isinstance(value, tuple) else (value,)
            assert all(n < 0 or sight.knows(n) for n in units), event
        elif field.name == "belt":
            assert state.belts[value].known or oob.belts[value].side == sight.side
        elif field.name == "tunnel":
            assert state.tunnels[value].known or oob.tunnels[value].side == sight.side
        elif field.name == "subject":
            number = oob.unit_index.get(value)
            assert number is None or sight.knows(number)
        elif field.name == "purpose":
            assert value != "event"
        elif field.name == "path" and not merged and not sight.was_seen(event.unit):
            assert len(value) == 1


@pytest.mark.parametrize("path", [("6_4", "5_4", "4_4")])
def test_of_a_unit_that_was_found_only_the_end_of_its_way_is_seen(path: tuple[str, ...]) -> None:
    it = session()
    number = UNITS["blue_2"]
    units = list(it.state.units)
    units[number] = replace(units[number], hidden=False, at=hex_(path[-1]))
    found = replace(it.state, units=tuple(units))
    way = tuple(hex_(label) for label in path)
    event = e.UnitMoved(number, way, 6, "tunnel")
    seen = Sight(it.state, found, RED).see(event)
    assert seen == e.UnitMoved(number, way[-1:], 0, "tactical")
    assert Sight(found, it.state, RED).see(event) is None
    assert Sight(it.state, it.state, RED).see(event) is None
    assert Sight(it.state, it.state, BLUE).see(event) == event


@given(st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_where_a_hidden_unit_stands_changes_no_line(seed: int) -> None:
    """Two games that look the same to red, and in which the same is done, read the same."""
    rng = random.Random(seed)
    games = [session(seed) for _ in range(2)]
    free = [h for h in range(BATTLE.board.grid.size) if _far(games[0], h)]
    for it in games:
        units = list(it.state.units)
        units[UNITS["blue_3"]] = replace(units[UNITS["blue_3"]], at=rng.choice(free))
        it.state = replace(it.state, units=tuple(units), control=it.begun.control)
        it.submit(EndTurn())
    for order in (Move("blue_1", hex_("5_2")), Hold("blue_3"), EndTurn()):
        assert [it.submit(order) for it in games] == [None, None]
    assert view_for(games[0].state, RED) == view_for(games[1].state, RED)
    first, second = (it.digest_of_other_sides(side=RED) for it in games)
    assert first == second


def _far(it: Session, h: int) -> bool:
    """Free ground of blue's, away from everyone."""
    grid = BATTLE.board.grid
    return it.state.control[h] == BLUE and all(
        grid.distance(h, unit.at) > 1 for unit in it.state.units if unit.at >= 0
    )
