"""Movement: what a unit may be told, and what happens on the way (rules 2.1 to 2.6)."""

from __future__ import annotations

from itertools import pairwise

from game.engine.draft import Draft, Position
from game.engine.events import MoveStopped, UnitMoved
from game.engine.orders import Move
from game.engine.refusal import Illegal, Refusal
from game.engine.rulebook import MoveClass
from game.engine.rules.belts import enter_belt
from game.engine.rules.control import sweep
from game.engine.rules.crossings import note_traffic
from game.engine.rules.ground import move_costs
from game.engine.rules.mobility import Range, allowance, closed_hexes, range_of, stops
from game.engine.rules.presence import (
    enemies_at,
    own_unit_on_map,
    reveal,
    room_for,
    side_of,
    type_of,
)
from game.engine.rules.sight import came_by
from game.engine.rules.unseen import found_in, with_room
from game.engine.rules.zoc import enemy_zone
from game.engine.state import Status

__all__ = ["Range", "allowance", "do_move", "march", "range_of", "route", "why_illegal_move"]


def route(p: Position, order: Move) -> tuple[tuple[int, ...], int] | Illegal:
    """Path and cost (half-points) of a move through its waypoints, or why there is none."""
    number = p.scenario.oob.unit_index[order.unit]
    label = p.scenario.board.grid.label
    here, left = p.units[number].at, p.units[number].mp
    path: tuple[int, ...] = (here,)
    for goal in (*order.via, order.to):
        found = range_of(p, number) if len(path) == 1 else range_of(p, number, here, left)
        if goal not in found.cost or (goal == here and goal != order.to):
            return Illegal(Refusal.NO_WAY, f"{order.unit} cannot reach {label(goal)} this turn.")
        path += found.path(goal)[1:]
        left -= found.cost[goal]
        if goal != order.to and stops(p, number)[goal]:
            return Illegal(Refusal.NO_WAY, f"{order.unit} would have to stop at {label(goal)}.")
        here = goal
    return path, p.units[number].mp - left


def why_illegal_move(p: Position, order: Move) -> Illegal | None:
    """Whether a unit may move to a hex (rule 2.1)."""
    number = own_unit_on_map(p, order.unit)
    if isinstance(number, Illegal):
        return number
    now = p.units[number]
    grid = p.scenario.board.grid
    for h in (*order.via, order.to):
        if not 0 <= h < grid.size:
            return Illegal(Refusal.UNKNOWN, "There is no such hex.")
    if type_of(p, number).moves is MoveClass.STATIC:
        return Illegal(Refusal.WRONG_KIND, f"{order.unit} is a garrison and does not move.")
    if now.mp <= 0:
        return Illegal(Refusal.SPENT, f"{order.unit} has no movement left.")
    if order.to == now.at:
        return Illegal(Refusal.NOTHING_TO_DO, f"{order.unit} is there already.")
    if enemies_at(p, order.to, side_of(p, number), hidden=False):
        return Illegal(Refusal.ENEMY_THERE, f"An enemy stands in {grid.label(order.to)}.")
    if closed_hexes(p, side_of(p, number))[order.to]:
        return Illegal(
            Refusal.NEUTRAL, f"{grid.label(order.to)} lies beyond the neutral contact line."
        )
    way = route(p, order)
    if isinstance(way, Illegal):
        return way
    if not room_for(p, order.to, side_of(p, number), number):
        return Illegal(Refusal.STACKING, f"There is no room in {grid.label(order.to)}.")
    return None


def do_move(d: Draft, order: Move) -> None:
    """Move a unit, taking ground; it stops where a belt or an unseen enemy stops it."""
    number = d.scenario.oob.unit_index[order.unit]
    way = route(d, order)
    if isinstance(way, Illegal):  # legality is decided before
        raise ValueError(way.text)
    path, cost = way
    costs = move_costs(d, side_of(d, number), type_of(d, number).moves)
    whole = len(path) == 2 and cost == d.units[number].mp
    march(d, number, path, "tactical", costs, cost if whole else -1)


def march(
    d: Draft,
    number: int,
    path: tuple[int, ...],
    how: str,
    costs: bytes | bytearray,
    price: int = -1,
) -> None:
    """Go along a path hex by hex; `price` is the cost of the whole way if it is not the sum.

    Nothing is left of the movement where something stopped the unit, and in an enemy zone.
    """
    side, gone, spent, stopped = side_of(d, number), path[:1], 0, ""
    halts = stops(d, number)
    for here, there in pairwise(path):
        if found_in(d, side, there):
            stopped = "hidden enemy"
            break
        spent += costs[6 * here + d.scenario.board.grid.direction(here, there)]
        gone = (*gone, there)
        d.change(number, at=there)
        stopped = _meet(d, number, there, last=there == path[-1])
        if stopped:
            break
    if d.units[number].status is not Status.ON_MAP:
        d.tell(UnitMoved(number, gone, spent, how))
        return
    if stopped:
        gone = with_room(d, number, gone)
    now = d.units[number]
    spent = price if price >= 0 else spent
    ended = halts[gone[-1]] or enemy_zone(d, side)[gone[-1]]
    left = 0 if stopped or ended or now.active == 0 else max(0, now.mp - spent)
    d.change(number, at=gone[-1], mp=left, fresh=False, digging=False)
    d.tell(UnitMoved(number, gone, spent, how))
    if stopped:
        d.tell(MoveStopped(number, gone[-1], stopped))
    note_traffic(d, side, type_of(d, number).moves, gone)
    sweep(d, number, gone)
    came_by(d, number, gone)


def _meet(d: Draft, number: int, there: int, *, last: bool) -> str:
    """What the unit runs into on entering a hex: why it stops, or nothing."""
    side = side_of(d, number)
    if enter_belt(d, number, there):
        return "belt"
    found = False
    for neighbour in d.scenario.board.grid.neighbours[there]:
        for enemy in enemies_at(d, neighbour, side):
            if d.units[enemy].hidden:
                reveal(d, enemy)
                found = True
    if found and enemy_zone(d, side)[there] and not last:
        return "hidden enemy"
    return ""
