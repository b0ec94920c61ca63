"""How far a unit can go with the movement it has left (rules 2.1 to 2.3, 2.7)."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.draft import Position
from game.engine.forces import Relation
from game.engine.memo import once
from game.engine.rulebook import MoveClass, Trait
from game.engine.rules.belts import belt_stops
from game.engine.rules.ground import IMPASSABLE, move_costs
from game.engine.rules.presence import enemies_of, has, held_by, relation, side_of, type_of
from game.engine.rules.zoc import enemy_hexes, enemy_zone
from game.engine.state import Status
from game.hexes import Marked, Reach, marked, reach_again


def allowance(p: Position, unit: int) -> int:
    """Full movement of a unit, in half-points."""
    rules = p.scenario.rules.movement
    points = {
        MoveClass.LEG: rules.leg,
        MoveClass.MOTOR: rules.motor,
        MoveClass.TRACKED: rules.tracked,
        MoveClass.STATIC: 0,
    }
    return 2 * points[type_of(p, unit).moves]


def closed_hexes(p: Position, side: int) -> bytearray:
    """1 for every hex the side may not enter: seen enemies and the ground of neutrals."""
    return once(p, ("closed", side), lambda: _closed_hexes(p, side))


def _closed_hexes(p: Position, side: int) -> bytearray:
    neutral = [
        other != side and relation(p, side, other) is Relation.NEUTRAL
        for other in range(len(p.scenario.oob.sides))
    ]
    closed = held_by(p, *(other for other, shut in enumerate(neutral) if shut))
    foes, cards, on_map = enemies_of(p, side), p.scenario.oob.units, Status.ON_MAP
    for number, unit in enumerate(p.units):
        if unit.status is on_map and not unit.hidden:
            other = cards[number].side
            if neutral[other] or foes[other]:
                closed[unit.at] = 1
    return closed


def _shut(p: Position, side: int) -> Marked:
    return once(p, ("shut", side), lambda: marked(closed_hexes(p, side)))


def stops(p: Position, unit: int) -> bytes:
    """1 for every hex in which the unit's move would end: enemy zones and known belts."""
    return _stops(p, side_of(p, unit), sapper=has(p, unit, Trait.ENGINEER)).flags


def _stops(p: Position, side: int, *, sapper: bool) -> Marked:
    """The same for all units of a side, engineers, whom known belts do not stop, or others."""
    return once(p, ("stops", side, sapper), lambda: marked(_halts(p, side, sapper=sapper)))


def _halts(p: Position, side: int, *, sapper: bool) -> bytearray:
    found = enemy_zone(p, side)
    belts = [
        p.scenario.oob.belts[k].hex
        for k, belt in enumerate(p.belts)
        if belt.known and not belt.gone and belt_stops(p, side, p.scenario.oob.belts[k].hex)
    ]
    if belts and not sapper:
        found = bytearray(found)
        for h in belts:
            found[h] = 1
    return found


@dataclass(frozen=True, slots=True)
class Range:
    """Hexes a unit can reach, before stacking; costs in half-points."""

    here: int
    cost: dict[int, int]
    """By hex, straight steps from zone to zone included."""
    found: Reach | None = None
    """The ways, but for such steps."""

    def path(self, to: int) -> tuple[int, ...]:
        """Hexes from the unit to `to`, both included."""
        if self.found is not None and to in self.found.cost:
            return self.found.path(to)
        return (self.here,) if to == self.here else (self.here, to)


def range_of(p: Position, unit: int, start: int = -1, mp: int = -1) -> Range:
    """Where the unit can go with the movement it has left (or from `start` with `mp`)."""
    now = p.units[unit]
    here = now.at if start < 0 else start
    budget = now.mp if mp < 0 else mp
    return once(p, ("range", unit, here, budget), lambda: _range(p, unit, here, budget))


def _range(p: Position, unit: int, here: int, budget: int) -> Range:
    side, kind = side_of(p, unit), type_of(p, unit)
    if budget <= 0 or kind.moves is MoveClass.STATIC:
        return Range(here, {here: 0})
    grid = p.scenario.board.grid
    stop = _stops(p, side, sapper=has(p, unit, Trait.ENGINEER))
    if p.units[unit].active == 0:
        if p.scenario.rules.movement.suppressed_hexes < 1:
            return Range(here, {here: 0})
        stop = marked(b"\x01" * grid.size)
    costs, closed = move_costs(p, side, kind.moves), _shut(p, side)
    zone = enemy_zone(p, side)
    if not zone[here]:
        found = reach_again(grid, costs, here, budget, stop, closed)
        return Range(here, found.cost, found)
    # From zone to zone a step takes the whole allowance, so it is not taken on the way elsewhere.
    within = frozenset(there for there in grid.neighbours[here] if zone[there])
    found = reach_again(grid, costs, here, budget, stop, closed, within)
    cost = dict(found.cost)
    if budget == allowance(p, unit):
        for edge, there in enumerate(grid.around[here], 6 * here):
            if there in within and costs[edge] != IMPASSABLE and not closed.flags[there]:
                cost.setdefault(there, budget)
    return Range(here, cost, found)


def near_enemy(p: Position, side: int) -> bytearray:
    """1 for every hex too near to a seen enemy for an operational move (rule 2.7)."""
    return once(p, ("near enemy", side), lambda: _near_enemy(p, side))


def _near_enemy(p: Position, side: int) -> bytearray:
    near = enemy_hexes(p, side)
    neighbours = p.scenario.board.grid.neighbours
    rim = [h for h, there in enumerate(near) if there]
    for _ in range(p.scenario.rules.movement.operational_distance):
        beyond = {there for h in rim for there in neighbours[h] if not near[there]}
        for h in beyond:
            near[h] = 1
        rim = list(beyond)
    return near
