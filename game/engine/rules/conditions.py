"""Conditions of scripted events, tested on a state (rule 9.1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.engine.board import NOWHERE
from game.engine.draft import Position
from game.engine.rules.flags import flag
from game.engine.rules.shares import share
from game.engine.scenario import Condition
from game.engine.state import IN_PLAY, Status


def holds(p: Position, condition: Condition) -> bool:
    """Whether a condition is true now; ValueError if there is no such test."""
    test = _TESTS.get(condition.test)
    if test is None:
        raise ValueError(f"there is no test {condition.test!r}")
    return test(p, condition)


def _turn(p: Position, c: Condition) -> bool:
    return c.first <= p.turn and (c.last == 0 or p.turn <= c.last)


def _controls(p: Position, c: Condition) -> bool:
    held, every = share(p, (c.place,), c.side)
    return every > 0 and held * 100 >= c.percent * every


def _alive(p: Position, c: Condition) -> bool:
    return p.units[p.scenario.oob.unit_index[c.name]].status in IN_PLAY


def _unit_at(p: Position, c: Condition) -> bool:
    return _stands_in(p, p.scenario.oob.unit_index[c.name], c.place)


def _formation_at(p: Position, c: Condition) -> bool:
    formation = p.scenario.oob.formation_index[c.name]
    return any(
        card.formation == formation and _stands_in(p, number, c.place)
        for number, card in enumerate(p.scenario.oob.units)
    )


def _stands_in(p: Position, unit: int, place: int) -> bool:
    now, where = p.units[unit], p.scenario.board.places[place]
    if now.status is Status.IN_BOX:
        return where.box != NOWHERE and now.box == where.box
    return now.status is Status.ON_MAP and now.at in where.hexes


def _fired(p: Position, c: Condition) -> bool:
    return p.fired[p.scenario.event_index[c.name]] > 0


def _met(p: Position, c: Condition) -> bool:
    number = next(n for n, o in enumerate(p.scenario.objectives) if o.id == c.name)
    return p.objectives[number].met_on > 0


def _state(p: Position, c: Condition) -> bool:
    return p.crossings[p.scenario.board.crossing_index[c.name]].state.value == c.value


def _flag(p: Position, c: Condition) -> bool:
    value = flag(p, c.name)
    return value == c.value if c.value else value != ""


_TESTS: Final[dict[str, Callable[[Position, Condition], bool]]] = {
    "always": lambda p, c: True,
    "turn": _turn,
    "controls": _controls,
    "alive": _alive,
    "unit_at": _unit_at,
    "formation_at": _formation_at,
    "fired": _fired,
    "met": _met,
    "state": _state,
    "flag": _flag,
    "all": lambda p, c: all(holds(p, part) for part in c.parts),
    "any": lambda p, c: any(holds(p, part) for part in c.parts),
    "none": lambda p, c: not any(holds(p, part) for part in c.parts),
}

TESTS: Final = tuple(_TESTS)
"""Names of all tests."""
