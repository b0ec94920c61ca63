"""Objectives: what has to be held, by when, and whether it was (rule 8.1).

An attacker's objective is met on the first day, up to its latest, at whose end its condition
stands; one that is judged on a single day (earliest = latest) has to stand on that very day. A
holder's objective is lost on the first day at whose end its condition does not stand, and met if
it still stands at the end of its latest day, or of the game.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Literal

from game.engine.board import NOWHERE
from game.engine.draft import Draft, Position
from game.engine.events import ObjectiveLost, ObjectiveMet
from game.engine.rulebook import MoveClass
from game.engine.rules.ground import IMPASSABLE, move_costs
from game.engine.rules.presence import enemies_at, held_by, hostile
from game.engine.rules.shares import ground_of, share, wholly_held
from game.engine.scenario import Objective, ObjectiveKind
from game.engine.state import ObjectiveNow
from game.hexes import gathered, set_of, strides

_BARRED = bytes(cost == IMPASSABLE for cost in range(256))

__all__ = ["condition_holds", "judge", "share", "status"]


def condition_holds(p: Position, objective: Objective) -> bool:
    """Whether the condition of an objective is fulfilled now."""
    return _stands(p, objective) != objective.negated


def status(p: Position, number: int) -> Literal["open", "met", "missed"]:
    """How an objective stands; one that was met but not kept is missed."""
    now = p.objectives[number]
    if now.lost_on:
        return "missed"
    return "met" if now.met_on else "open"


def judge(d: Draft) -> None:
    """At the end of a day: look at every objective."""
    for number, objective in enumerate(d.scenario.objectives):
        now = replace(d.objectives[number], standing=condition_holds(d, objective))
        judged = _judge_holder(d, objective, now) if objective.hold else _judge(d, objective, now)
        if judged.met_on and not d.objectives[number].met_on:
            d.tell(ObjectiveMet(number, judged.met_on))
        if judged.lost_on and not d.objectives[number].lost_on:
            d.tell(ObjectiveLost(number, judged.lost_on))
        d.objectives[number] = judged


def _judge(d: Draft, objective: Objective, now: ObjectiveNow) -> ObjectiveNow:
    if now.lost_on:
        return now
    last_day = d.turn >= d.scenario.turns
    early = objective.earliest == objective.latest and d.turn < objective.latest
    if not now.met_on and now.standing and d.turn <= objective.latest and not early:
        now = replace(now, met_on=d.turn)
    if not now.met_on:
        return replace(now, lost_on=objective.latest) if d.turn >= objective.latest else now
    if objective.keep and last_day and not now.standing:
        return replace(now, lost_on=d.turn)
    return now


def _judge_holder(d: Draft, objective: Objective, now: ObjectiveNow) -> ObjectiveNow:
    if now.met_on or now.lost_on:
        return now
    if not now.standing:
        return replace(now, lost_on=d.turn)
    if d.turn >= min(objective.latest, d.scenario.turns):
        return replace(now, met_on=d.turn)
    return now


def _stands(p: Position, o: Objective) -> bool:
    """The condition itself, before it is negated."""
    held, every = share(p, o.places, o.side)
    match o.kind:
        case ObjectiveKind.ALL_HEXES:
            return 0 < every == held
        case ObjectiveKind.MAJORITY:
            return _most_held(p, o)
        case ObjectiveKind.PERCENT:
            return held > 0 and held * 100 >= o.percent * every
        case ObjectiveKind.RING_CLOSED:
            return _ring_closed(p, o)
        case ObjectiveKind.LINKED:
            return 0 < every == held and _linked(p, o)
        case ObjectiveKind.SURRENDERED:
            return 0 < every == held and _cleared(p, o)


def _most_held(p: Position, o: Objective) -> bool:
    """More than half of the places, one where the front runs through counted as held."""
    held = sum(share(p, (place,), o.side)[0] > 0 for place in o.places)
    return held * 2 > len(o.places)


def _ring_closed(p: Position, o: Objective) -> bool:
    """All places are held by the side, or, where it must not happen, by one enemy of the side."""
    if not o.negated:
        return wholly_held(p, o.places, o.side)
    return any(
        wholly_held(p, o.places, other)
        for other in range(len(p.scenario.oob.sides))
        if hostile(p, o.side, other)
    )


def _linked(p: Position, o: Objective) -> bool:
    """A way for tanks leads over own ground from each place on the map to the next."""
    places = [p.scenario.board.places[n] for n in o.places]
    on_map = [place.hexes for place in places if place.box == NOWHERE]
    if len(on_map) < 2:
        return True
    own = set_of(held_by(p, o.side))
    costs = move_costs(p, o.side, MoveClass.TRACKED)
    steps = strides(p.scenario.board.grid, costs.translate(_BARRED))
    return all(
        steps.flood(gathered(start), own) & gathered(goal) for start, goal in pairwise(on_map)
    )


def _cleared(p: Position, o: Objective) -> bool:
    """No enemy stands in the places any more."""
    hexes, _boxes = ground_of(p, o.places)
    return not any(enemies_at(p, h, o.side) for h in hexes)
