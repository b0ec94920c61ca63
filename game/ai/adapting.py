"""An order of the record where it is not legal any more: the nearest one that is."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from typing import Final, TypeAlias

from game.ai.commander import Intent, Reason
from game.ai.ways import FAR, way_to
from game.engine.board import NOWHERE
from game.engine.legality import why_illegal
from game.engine.orders import (
    Attack,
    Bombard,
    BuildCrossing,
    CrossRiver,
    EnterMap,
    Move,
    OperationalMove,
    Order,
    StrikeCrossing,
    Withdraw,
)
from game.engine.rules.mobility import range_of
from game.engine.rules.odds import sheet
from game.engine.rules.presence import enemies_at
from game.engine.state import GameState, Status

Done: TypeAlias = Generator[Intent, GameState, tuple[GameState, bool]]
"""Orders given; returns the view afterwards and whether what was wanted was done."""

_CLOSER: Final = 12
"""Hexes a unit may go to that are tried, the nearest to the goal first."""
_HOPELESS: Final = 0
"""Odds value and shifts together below which an attack other than the recorded one is not made."""


def give(view: GameState, orders: Iterable[Order], reason: Reason) -> Done:
    """Give the first of some orders that is legal."""
    for order in orders:
        then = yield Intent(order, reason)
        if then is not view:
            return then, True
    return view, False


def follow(view: GameState, order: Order, reason: Reason) -> Done:
    """Carry out an order of the record, or what comes nearest to it today."""
    if isinstance(order, Attack):
        return (yield from attack(view, order, reason))
    view, done = yield from give(view, [order], reason)
    if done:
        return view, True
    if isinstance(order, (Bombard, StrikeCrossing)):
        means = view.means[view.active]
        less = replace(
            order, air=min(order.air, means.air), artillery=min(order.artillery, means.artillery)
        )
        fire = less != order and less.air + less.artillery > 0
        return (yield from give(view, [less] if fire else [], reason))
    goal = goal_of(view, order)
    if goal == NOWHERE:
        return view, False
    return (yield from go(view, order.unit, goal, reason))  # type: ignore[union-attr]


def goal_of(view: GameState, order: Order) -> int:
    """Return the hex to which an order of the record brings a unit; NOWHERE if to none."""
    if isinstance(order, (Move, OperationalMove, CrossRiver, EnterMap, Withdraw)):
        return order.to
    if isinstance(order, BuildCrossing):
        site = view.scenario.board.crossings[view.scenario.board.crossing_index[order.crossing]]
        return site.a if view.control[site.a] == view.active else site.b
    return NOWHERE


def go(view: GameState, name: str, goal: int, reason: Reason) -> Done:
    """Bring a unit as near to a hex as it can come today."""
    n = view.scenario.oob.unit_index[name]
    unit = view.units[n]
    if unit.status is Status.IN_BOX:
        return (yield from give(view, _entries(view, n, goal), reason))
    if unit.status is not Status.ON_MAP or unit.mp <= 0:
        return view, unit.at == goal
    way = way_to(view, view.active, view.scenario.unit_type(n).moves, (goal,))
    if way[unit.at] >= FAR:
        return view, False
    cost = range_of(view, n).cost
    nearer = sorted((way[h], cost[h], h) for h in cost if way[h] < way[unit.at])
    return (yield from give(view, [Move(name, h) for _way, _cost, h in nearer[:_CLOSER]], reason))


def _entries(view: GameState, n: int, goal: int) -> list[Order]:
    """Ways onto the map, the one nearest to the goal first."""
    board = view.scenario.board
    entries = board.boxes[view.units[n].box].entries
    near = sorted(entries, key=lambda h: board.grid.distance(h, goal))
    return [EnterMap(view.scenario.oob.units[n].id, h) for h in near]


def attack(view: GameState, order: Attack, reason: Reason) -> Done:
    """Make an attack of the record with those who can, or go where its enemy is no more."""
    if why_illegal(view, order) is None:
        view, done = yield from give(view, [order], reason)
        if done:
            return view, True
    if not enemies_at(view, order.target, view.active, hidden=False):
        done = view.control[order.target] == view.active
        for name in order.advance if not done else ():
            view, gone = yield from go(view, name, order.target, reason)
            done = done or gone
        return view, done
    for name in order.units:
        view = yield from _beside(view, name, order.target, reason)
    able = tuple(u for u in order.units if why_illegal(view, Attack(order.target, (u,))) is None)
    means = view.means[view.active]
    weaker = replace(
        order,
        units=able,
        air=min(order.air, means.air),
        artillery=min(order.artillery, means.artillery),
        advance=tuple(u for u in order.advance if u in able),
        tunnel="",
    )
    if not able or why_illegal(view, weaker) is not None:
        return view, False
    sum_of = sheet(view, weaker)
    if sum_of.value + sum_of.net < _HOPELESS:
        return view, False
    return (yield from give(view, [weaker], reason))


def _beside(
    view: GameState, name: str, target: int, reason: Reason
) -> Generator[Intent, GameState, GameState]:
    """Bring a unit beside a hex if it can get there today."""
    n = view.scenario.oob.unit_index[name]
    unit = view.units[n]
    sides = view.scenario.board.grid.neighbours[target]
    if unit.status is not Status.ON_MAP or unit.at in sides or not unit.active:
        return view
    cost = range_of(view, n).cost
    near = sorted((cost[h], h) for h in sides if h in cost)
    view, _done = yield from give(view, [Move(name, h) for _cost, h in near], reason)
    return view
