"""Objectives that nobody can reach: no way leads there, or none that is short enough."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from typing import Final

from game.engine.board import NO_SIDE, NOWHERE, CrossingKind, CrossingState, River
from game.engine.rulebook import MoveClass
from game.engine.scenario import Objective, ObjectiveKind
from game.scenario.warnings.look import Look

_PASSABLE: Final = frozenset(
    {CrossingState.INTACT, CrossingState.HEAVY, CrossingState.FERRY, CrossingState.PONTOON}
)

Ways = dict[int, int]
"""Hexes of march to a hex, or to a box (numbered on after the hexes), days of waiting included."""


def unreachable(look: Look) -> None:
    """Warn of objectives whose places no unit of the side can reach in time.

    Everything is taken at its best: full marches every day, no enemy, every crossing that could
    be built.
    """
    ways: dict[int, Ways] = {}
    for number, objective in enumerate(look.scenario.objectives):
        if objective.hold or objective.negated or _is_given(look, objective):
            continue
        if objective.side not in ways:
            ways[objective.side] = _ways(look, objective.side)
        _check(look, number, objective, ways[objective.side])


def _check(look: Look, number: int, objective: Objective, ways: Ways) -> None:
    days = sorted(_day(look, spot, objective.side, ways) for spot in _spots(look, objective))
    needed = days[_needed(objective, len(days)) - 1]
    path = ("objectives", "objectives", number, "places")
    side = look.scenario.oob.sides[objective.side].id
    if needed == _NEVER:
        look.warn("unreachable", path, f"no way leads any unit of {side} to these places")
    elif needed > objective.latest:
        first, latest = (look.day(turn) for turn in (needed, objective.latest))
        message = f"no unit of {side} can be there before {first}; the latest day is {latest}"
        look.warn("unreachable", path, message)


_NEVER: Final = 1 << 30


def _spots(look: Look, objective: Objective) -> list[int]:
    """Hexes and boxes of the places, as numbers of `Ways`."""
    board = look.scenario.board
    found: dict[int, None] = {}
    for number in objective.places:
        place = board.places[number]
        spots = [board.grid.size + place.box] if place.box != NOWHERE else place.hexes
        found.update(dict.fromkeys(spots))
    return list(found)


def _needed(objective: Objective, every: int) -> int:
    """How many of the hexes must be reached at least."""
    if objective.kind is ObjectiveKind.PERCENT:
        return max(1, -(-every * objective.percent // 100))
    if objective.kind is ObjectiveKind.MAJORITY:
        return min(every, len(objective.places) // 2 + 1)
    return every


def _day(look: Look, spot: int, side: int, ways: Ways) -> int:
    """First day on which a unit of the side can be there; 1 where the side is already."""
    board = look.scenario.board
    held = board.start_control[spot] if spot < board.grid.size else _holder(look, spot)
    if held == side:
        return 1
    if spot not in ways:
        return _NEVER
    return 1 + ways[spot] // look.scenario.rules.movement.operational_hexes


def _holder(look: Look, spot: int) -> int:
    return look.scenario.board.boxes[spot - look.scenario.board.grid.size].start_control


def _is_given(look: Look, objective: Objective) -> bool:
    """Whether an event, a decree or an agreement may give the side any of the places."""
    hexes = set(_spots(look, objective))
    for effect in look.effects():
        gives = effect.do == "control" and effect.side == objective.side
        boxes = {look.scenario.board.grid.size + effect.box} if effect.box != NOWHERE else set()
        if gives and hexes & {*effect.hexes, *boxes}:
            return True
        agreed = effect.do == "agreement" and objective.side in (effect.side, effect.other)
        if agreed and set(effect.places) & set(objective.places):
            return True
    return False


def _ways(look: Look, side: int) -> Ways:
    """Hexes of march from any unit of the side to every hex and box, nearest unit first."""
    found: Ways = {}
    queue = list(_starts(look, side))
    heapq.heapify(queue)
    steps = _steps(look, side)
    while queue:
        cost, here = heapq.heappop(queue)
        if here in found:
            continue
        found[here] = cost
        for there, more in steps.get(here, ()):
            if there not in found:
                heapq.heappush(queue, (cost + more, there))
    return found


def _starts(look: Look, side: int) -> Iterator[tuple[int, int]]:
    scenario = look.scenario
    a_day = scenario.rules.movement.operational_hexes
    for number, card in enumerate(scenario.oob.units):
        if card.side != side or scenario.unit_type(number).moves is MoveClass.STATIC:
            continue
        waits = max(0, card.arrives - 1) * a_day
        yield waits, (card.hex if card.hex != NOWHERE else scenario.board.grid.size + card.box)
    for effect in look.effects():
        unit = scenario.oob.unit_index.get(effect.unit, NOWHERE)
        if effect.do == "place_unit" and scenario.oob.units[unit].side == side:
            boxes = [scenario.board.grid.size + effect.box] if effect.box != NOWHERE else []
            yield from ((0, spot) for spot in (*effect.hexes, *boxes))


def _steps(look: Look, side: int) -> dict[int, list[tuple[int, int]]]:
    scenario, board = look.scenario, look.scenario.board
    a_day = scenario.rules.movement.operational_hexes
    boats = scenario.oob.sides[side].boats
    steps: dict[int, list[tuple[int, int]]] = {}

    def join(a: int, b: int, cost: int) -> None:
        steps.setdefault(a, []).append((b, cost))
        steps.setdefault(b, []).append((a, cost))

    for here, around in enumerate(board.grid.around):
        for edge, there in enumerate(around, 6 * here):
            if there > here and (board.rivers[edge] != River.MAIN or boats):
                join(here, there, 1)
    changed = {effect.name for effect in look.effects() if effect.do == "crossing"}
    for site in board.crossings:
        built = site.kind is CrossingKind.PONTOON_SITE or site.start is CrossingState.BROKEN
        open_ = site.start in _PASSABLE or built or site.id in changed
        if open_ and site.owner in (NO_SIDE, side):
            join(site.a, site.b, 1)
    for tunnel in scenario.oob.tunnels:
        if tunnel.side == side:
            join(tunnel.a, tunnel.b, 1)
    for number, box in enumerate(board.boxes):
        node = board.grid.size + number
        for entry in box.entries:
            join(node, entry, max(1, box.entry_days * a_day))
        for other, days in box.links:
            steps.setdefault(node, []).append((board.grid.size + other, max(1, days * a_day)))
    return steps
