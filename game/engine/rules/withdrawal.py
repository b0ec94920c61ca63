"""Withdrawal: slipping away from the enemy (rule 5.6, first part).

A unit that has done nothing yet goes as far as its whole allowance takes it, through enemy zones
but not through enemies, to a hex where no enemy reaches it, or off the map to a box. Leg units of
a side with boats of its own also cross the main river; beside the river any unit but tanks may
leave by boat for a box of its own side, which takes longer.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.board import NO_SIDE, NOWHERE, River
from game.engine.dice import Purpose
from game.engine.draft import Draft, Position
from game.engine.events import MoveStopped, UnitMoved
from game.engine.memo import once
from game.engine.orders import Withdraw
from game.engine.refusal import Illegal, Refusal
from game.engine.rulebook import MoveClass
from game.engine.rules.box_access import box_named, send, why_closed
from game.engine.rules.crossings import note_traffic
from game.engine.rules.ground import IMPASSABLE, move_costs
from game.engine.rules.mobility import allowance, closed_hexes
from game.engine.rules.presence import (
    enemies_at,
    friends_at,
    hostile,
    name_of,
    own_unit_on_map,
    room_for,
    side_of,
    type_of,
)
from game.engine.rules.sight import came_by
from game.engine.rules.unseen import open_way
from game.engine.rules.zoc import enemy_zone
from game.engine.state import Status
from game.hexes import Reach, reach


@dataclass(frozen=True, slots=True)
class WayOut:
    """How a unit slips away."""

    path: tuple[int, ...]
    cost: int
    boat: bool = False
    """Uses up a boat."""
    due: int = 0
    """Turn of arrival in the box, 0 = stays on the map."""


def why_illegal_withdraw(p: Position, order: Withdraw) -> Illegal | None:
    """Whether a unit may slip away to a hex or a box."""
    number = own_unit_on_map(p, order.unit)
    if isinstance(number, Illegal):
        return number
    now = p.units[number]
    if type_of(p, number).moves is MoveClass.STATIC:
        return Illegal(Refusal.WRONG_KIND, f"{order.unit} is a garrison and does not move.")
    if now.active == 0:
        return Illegal(Refusal.SUPPRESSED, f"{order.unit} is suppressed.")
    if now.fought or not now.fresh:
        return Illegal(Refusal.SPENT, f"{order.unit} has already done something this turn.")
    if (order.to == NOWHERE) == (not order.box):
        return Illegal(Refusal.UNKNOWN, "A withdrawal goes to a hex or to a box.")
    way = way_to_box(p, number, order.box) if order.box else way_to_hex(p, number, order.to)
    return way if isinstance(way, Illegal) else None


def do_withdraw(d: Draft, order: Withdraw) -> None:
    """Slip away; a unit in an enemy zone may lose a step over it."""
    number = d.scenario.oob.unit_index[order.unit]
    side, here = side_of(d, number), d.units[number].at
    way = way_to_box(d, number, order.box) if order.box else way_to_hex(d, number, order.to)
    if isinstance(way, Illegal):  # legality is decided before
        raise ValueError(way.text)
    risk = d.scenario.rules.ground.withdraw_risk
    if enemy_zone(d, side)[here] and not d.check(Purpose.WITHDRAW, name_of(d, number), risk + 1):
        d.lose_steps(number, 1, "withdrawal")
        if d.units[number].status is not Status.ON_MAP:
            return
    d.boats_used += way.boat
    path = open_way(d, number, way.path)
    met = len(path) < len(way.path)
    end = path[-1]
    if len(path) > 1:
        d.tell(UnitMoved(number, path, way.cost, "withdrawal"))
        note_traffic(d, side, type_of(d, number).moves, path)
    if met:
        d.tell(MoveStopped(number, end, "hidden enemy"))
    elif way.due:
        send(d, number, box=d.scenario.board.box_index[order.box], due=way.due)
        return
    d.change(number, at=end, mp=0, fresh=False, fought=True, digging=False, on_belt=False)
    owner = d.control[end]
    if owner == NO_SIDE or hostile(d, side, owner):
        d.take([end], side, "move")
    came_by(d, number, path)


def way_to_hex(p: Position, unit: int, to: int) -> WayOut | Illegal:
    """The way to a hex, or why there is none."""
    side, grid = side_of(p, unit), p.scenario.board.grid
    if not 0 <= to < grid.size:
        return Illegal(Refusal.UNKNOWN, "There is no such hex.")
    name, label = name_of(p, unit), grid.label(to)
    if to == p.units[unit].at:
        return Illegal(Refusal.NOTHING_TO_DO, f"{name} is there already.")
    if enemies_at(p, to, side, hidden=False):
        return Illegal(Refusal.ENEMY_THERE, f"An enemy stands in {label}.")
    if enemy_zone(p, side)[to] and not friends_at(p, to, side):
        return Illegal(Refusal.ENEMY_THERE, f"The enemy reaches {label}: that is no way out.")
    if not room_for(p, to, side, unit):
        return Illegal(Refusal.STACKING, f"There is no room in {label}.")
    for found, boat in reaches(p, unit):
        if to in found.cost:
            return WayOut(found.path(to), found.cost[to], boat)
    return Illegal(Refusal.NO_WAY, f"{name} cannot slip away to {label}.")


def withdrawal_hexes(p: Position, unit: int) -> list[int]:
    """Hexes to which the unit can slip away, in ascending order."""
    reached = {h for found, _boat in reaches(p, unit) for h in found.cost}
    return [h for h in sorted(reached) if isinstance(way_to_hex(p, unit, h), WayOut)]


def way_to_box(p: Position, unit: int, box_id: str) -> WayOut | Illegal:
    """The way to a box, over land if that can be, or why there is none."""
    side, here = side_of(p, unit), p.units[unit].at
    number = box_named(p, box_id)
    if isinstance(number, Illegal):
        return number
    box, holder = p.scenario.board.boxes[number], p.boxes[number]
    closed = why_closed(p, number, side)
    if closed:
        return closed
    if holder != NO_SIDE and hostile(p, side, holder):
        return Illegal(Refusal.ENEMY_THERE, f"The enemy holds {box.name}.")
    for found, boat in reaches(p, unit):
        open_entries = [h for h in box.entries if h in found.cost]
        if open_entries:
            end = min(open_entries, key=lambda h: (found.cost[h], h))
            due = p.turn + max(1, box.entry_days)
            return WayOut(found.path(end), found.cost[end], boat, due)
    fits = type_of(p, unit).moves is not MoveClass.TRACKED
    if holder == side and fits and _boats_left(p, side) and beside_river(p, here):
        return WayOut((here,), 0, True, p.turn + p.scenario.rules.ground.boat_days)
    return Illegal(Refusal.NO_WAY, f"{name_of(p, unit)} cannot slip away to {box.name}.")


def reaches(p: Position, unit: int) -> tuple[tuple[Reach, bool], ...]:
    """What the unit can reach: on foot and wheels, and with boats if it has them (True)."""
    return once(p, ("withdrawal", unit), lambda: _reaches(p, unit))


def _reaches(p: Position, unit: int) -> tuple[tuple[Reach, bool], ...]:
    side, moves = side_of(p, unit), type_of(p, unit).moves
    grid, here, budget = p.scenario.board.grid, p.units[unit].at, allowance(p, unit)
    costs = move_costs(p, side, moves)
    closed = closed_hexes(p, side)
    found = [(reach(grid, costs, here, budget, closed=closed), False)]
    if moves is MoveClass.LEG and _boats_left(p, side):
        found.append((reach(grid, _with_boats(p, costs), here, budget, closed=closed), True))
    return tuple(found)


def beside_river(p: Position, h: int) -> bool:
    """Whether the main river runs along the hex or along a neighbour of it."""
    board = p.scenario.board
    return any(
        River.MAIN in board.rivers[6 * near : 6 * near + 6]
        for near in (h, *board.grid.neighbours[h])
    )


def _boats_left(p: Position, side: int) -> bool:
    has_boats = p.scenario.oob.sides[side].boats
    return has_boats and p.boats_used < p.scenario.rules.ground.boat_capacity


def _with_boats(p: Position, costs: bytes) -> bytes:
    """The costs with the main river open to boats."""
    board = p.scenario.board
    price = 2 * p.scenario.rules.movement.ferry_points
    return bytes(
        price if cost == IMPASSABLE and river == River.MAIN and there >= 0 else cost
        for cost, river, there in zip(costs, board.rivers, board.grid.adjacent, strict=True)
    )
