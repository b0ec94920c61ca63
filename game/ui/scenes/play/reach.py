"""Where the selected unit can go and whom it can attack, for the overlays of the map."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.engine.board import NOWHERE
from game.engine.legality import why_illegal
from game.engine.orders import Attack, CrossRiver, Move, OperationalMove, Order, Withdraw
from game.engine.refusal import Illegal
from game.engine.rules.mobility import range_of, stops
from game.engine.rules.movement import route
from game.engine.rules.operational import march_range
from game.engine.rules.presence import enemies_at, room_for, side_of, stacks
from game.engine.rules.withdrawal import withdrawal_hexes
from game.engine.rules.zoc import enemy_zone
from game.engine.state import GameState, Status


@dataclass(frozen=True, slots=True)
class ReachModel:
    """Hexes a unit can enter, with the movement each takes (half-points)."""

    unit: int = NOWHERE
    costs: dict[int, int] = field(default_factory=dict)
    stops: frozenset[int] = frozenset()
    paths: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def path(self, h: int) -> tuple[int, ...]:
        """The way to a hex, both ends included; empty if it cannot be reached."""
        return self.paths.get(h, ())


def reach_of(view: GameState, unit: int, via: tuple[int, ...] = ()) -> ReachModel:
    """Return where a unit can go now, by way of some hexes.

    Nothing for a unit that is not on the map, or that cannot go that way.
    """
    now = view.units[unit]
    if now.status is not Status.ON_MAP or now.mp <= 0:
        return ReachModel(unit)
    path: tuple[int, ...] = (now.at,)
    spent, found = 0, range_of(view, unit)
    if via:
        name = view.scenario.oob.units[unit].id
        way = route(view, Move(name, via[-1], via[:-1]))
        if isinstance(way, Illegal) or stops(view, unit)[via[-1]]:
            return ReachModel(unit)
        path, spent = way
        found = range_of(view, unit, via[-1], now.mp - spent)
    side, stacked = side_of(view, unit), stacks(view)
    costs = {
        h: spent + cost
        for h, cost in found.cost.items()
        if h not in (now.at, path[-1]) and (h not in stacked or room_for(view, h, side, unit))
    }
    halts = stops(view, unit)
    return ReachModel(
        unit,
        costs,
        frozenset(h for h in costs if halts[h]),
        {h: path[:-1] + found.path(h) for h in costs},
    )


def march_of(view: GameState, unit: int) -> ReachModel:
    """Return where a unit can march along roads; cost in hexes, doubled to be half-points."""
    name = view.scenario.oob.units[unit].id
    found = march_range(view, unit)
    here = view.units[unit].at
    costs = {
        h: 2 * cost
        for h, cost in found.cost.items()
        if h != here and why_illegal(view, OperationalMove(name, h)) is None
    }
    return ReachModel(unit, costs, frozenset(), {h: found.path(h) for h in costs})


def targets_of(view: GameState, unit: int) -> tuple[int, ...]:
    """Return the enemy hexes a unit may attack now."""
    now = view.units[unit]
    if now.status is not Status.ON_MAP:
        return ()
    name = view.scenario.oob.units[unit].id
    found = []
    for h in view.scenario.board.grid.neighbours[now.at]:
        seen = enemies_at(view, h, side_of(view, unit), hidden=False)
        if seen and why_illegal(view, Attack(h, (name,))) is None:
            found.append(h)
    return tuple(found)


def boats_of(view: GameState, unit: int) -> dict[int, Order]:
    """Return the far banks to which a unit may cross in boats, with the orders."""
    now, name = view.units[unit], view.scenario.oob.units[unit].id
    board = view.scenario.board
    orders = {
        h: CrossRiver(name, h)
        for h in board.grid.neighbours[now.at]
        if board.rivers[6 * now.at + board.grid.direction(now.at, h)] == 2
    }
    return {h: order for h, order in orders.items() if why_illegal(view, order) is None}


def withdrawals_of(view: GameState, unit: int) -> dict[int, Order]:
    """Return the hexes to which a unit in an enemy zone may slip away, with the orders."""
    now, card = view.units[unit], view.scenario.oob.units[unit]
    if not enemy_zone(view, card.side)[now.at]:
        return {}
    orders = {h: Withdraw(card.id, h) for h in withdrawal_hexes(view, unit)}
    return {h: order for h, order in orders.items() if why_illegal(view, order) is None}


def marches_of(view: GameState, reach: ReachModel) -> dict[int, Order]:
    """Return the marches of a reach as orders."""
    name = view.scenario.oob.units[reach.unit].id if reach.unit != NOWHERE else ""
    return {h: OperationalMove(name, h) for h in reach.costs}
