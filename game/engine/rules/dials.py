"""The dials by which a game is graded: time, force, harm (rules 8.2 to 8.4).

All are worked out from the state when asked for. Harm to civilians is a dial of the graded side
and can only pull a grade down; nothing anywhere is gained by it.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.draft import Position
from game.engine.rules.objectives import status
from game.engine.rules.presence import hostile
from game.engine.scenario import Objective


@dataclass(frozen=True, slots=True)
class Dial:
    """One dial."""

    name: str
    """time, force, harm; for the other sides held, inflicted."""
    value: int
    pieces: tuple[int, ...]
    """The numbers from which the value comes, in the order of the function that makes it."""
    grade: int
    """Index into `GradeRules.names`; 0 is the best."""


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade of a side."""

    index: int
    """Index into `GradeRules.names`."""
    dials: tuple[Dial, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """An objective against its date in history."""

    objective: int
    days: int
    """Later than in history; for a holder, held longer. Negative: sooner."""


def grade(p: Position, side: int) -> Grade:
    """The grade of a side as the game stands.

    The graded side has the worst of its three dials. Another side is graded by what it held;
    the steps it inflicted are shown beside it.
    """
    if side == p.scenario.grade_side:
        dials = (time_dial(p, side), force_dial(p, side), harm_dial(p, side))
        return Grade(max(dial.grade for dial in dials), dials)
    held = held_dial(p, side)
    return Grade(held.grade, (held, inflicted_dial(p, side)))


def time_dial(p: Position, side: int) -> Dial:
    """Percentage of the weight of its objectives met in time, of those decided so far.

    Pieces: weight met, weight decided (both doubled), objectives met, objectives decided.
    """
    pieces = _weights(p, side)
    met, decided = pieces[:2]
    value = 100 * met // decided if decided else 100
    bounds = p.scenario.rules.grades.time_share
    index = next((k for k, least in enumerate(bounds) if value >= least), len(bounds))
    return Dial("time", value, pieces, index)


def force_dial(p: Position, side: int) -> Dial:
    """Percentage of starting steps lost, rounded up. Pieces: lost, surrendered, starting."""
    lost, start = _lost(p, (side,)), _start(p, (side,))
    value = -(-100 * lost // start) if start else 0
    index = _at_most(value, p.scenario.rules.grades.force_lost)
    return Dial("force", value, (lost, p.losses[side].surrendered, start), index)


def harm_dial(p: Position, side: int) -> Dial:
    """Entries of the side in the ledger of harm. Pieces: entries, hexes in which they are."""
    entries = [entry for entry in p.harm if entry.side == side]
    hexes = dict.fromkeys(entry.hex for entry in entries)
    index = _at_most(len(entries), p.scenario.rules.grades.harm_entries)
    return Dial("harm", len(entries), (len(entries), len(hexes)), index)


def held_dial(p: Position, side: int) -> Dial:
    """Days held beyond history, graded by the share of objectives as the time dial is.

    Pieces: days, objectives counted, weight met, weight decided (both doubled).
    """
    counted = days_against_history(p, side)
    time = time_dial(p, side)
    objectives = p.scenario.objectives
    days = sum(one.days if objectives[one.objective].hold else -one.days for one in counted)
    return Dial("held", days, (days, len(counted), *time.pieces[:2]), time.grade)


def inflicted_dial(p: Position, side: int) -> Dial:
    """Steps its enemies lost. Pieces: lost, starting; graded by the bounds of force, reversed."""
    enemies = tuple(s for s in range(len(p.scenario.oob.sides)) if hostile(p, side, s))
    lost, start = _lost(p, enemies), _start(p, enemies)
    value = 100 * lost // start if start else 0
    bounds = p.scenario.rules.grades.force_lost
    return Dial("inflicted", lost, (lost, start), len(bounds) - _at_most(value, bounds))


def days_against_history(p: Position, side: int) -> tuple[Days, ...]:
    """Objectives of a side that have been decided, or outlasted history, against their dates."""
    found = []
    for number, objective in enumerate(p.scenario.objectives):
        if objective.side != side or not objective.historical:
            continue
        day = _day(p, number, objective)
        if day:
            found.append(Days(number, day - objective.historical))
    return tuple(found)


def _day(p: Position, number: int, objective: Objective) -> int:
    """The day an objective was met, or, for a holder, up to which it was held; 0 = open."""
    now = p.objectives[number]
    if not objective.hold:
        return now.met_on
    if now.lost_on or now.met_on:
        return now.lost_on or now.met_on
    return p.turn if p.turn > objective.historical else 0


def _weights(p: Position, side: int) -> tuple[int, int, int, int]:
    """Doubled weights and numbers of objectives met and decided.

    A holder that stood at the end of its earliest day and fell before its latest has half.
    """
    met = decided = count_met = count = 0
    for number, objective in enumerate(p.scenario.objectives):
        how = status(p, number)
        if objective.side != side or how == "open":
            continue
        decided += 2 * objective.weight
        count += 1
        if how == "met":
            met += 2 * objective.weight
            count_met += 1
        elif objective.hold and p.objectives[number].lost_on > objective.earliest:
            met += objective.weight
    return met, decided, count_met, count


def _lost(p: Position, sides: tuple[int, ...]) -> int:
    return sum(p.losses[s].fallen + p.losses[s].surrendered for s in sides)


def _start(p: Position, sides: tuple[int, ...]) -> int:
    return sum(card.start_steps for card in p.scenario.oob.units if card.side in sides)


def _at_most(value: int, bounds: tuple[int, ...]) -> int:
    """The first bound that the value does not exceed."""
    return next((k for k, most in enumerate(bounds) if value <= most), len(bounds))
