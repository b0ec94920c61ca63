"""Off-map boxes: going from the map to them, between them and back (rules 7.1, 7.2).

A box is a place beyond the edge of the map, joined to entry hexes and to other boxes by days of
travel. Coming into a box does not change who holds it: that takes `ClaimBox`. Whoever stands in a
box that an enemy defends can only fight there or go back to a box of its own side.
"""

from __future__ import annotations

from game.engine.draft import Draft, Position
from game.engine.events import MoveStopped
from game.engine.orders import EnterMap, LeaveBattle, LeaveMap, TravelBox
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.box_access import (
    barred_in_box,
    box_named,
    days_between,
    own_unit_in_a_box,
    put_in_box,
    send,
    step_onto,
    why_closed,
    why_spent,
)
from game.engine.rules.box_battles import (
    do_attack_box,
    do_claim,
    why_illegal_attack_box,
    why_illegal_claim,
)
from game.engine.rules.ground import entry_cost
from game.engine.rules.presence import (
    barred_by_contact_line,
    enemies_at,
    own_unit_on_map,
    room_for,
    side_of,
    type_of,
)
from game.engine.rules.unseen import found_in
from game.engine.rules.zoc import enemy_zone
from game.engine.state import Status

__all__ = [
    "do_attack_box",
    "do_claim",
    "do_depart",
    "do_enter",
    "do_leave",
    "do_travel",
    "why_illegal_attack_box",
    "why_illegal_claim",
    "why_illegal_depart",
    "why_illegal_enter",
    "why_illegal_leave",
    "why_illegal_travel",
]


def why_illegal_enter(p: Position, order: EnterMap) -> Illegal | None:
    """Whether a unit in a box may set out for, or come onto, an entry hex (rule 7.1)."""
    number = own_unit_in_a_box(p, order.unit)
    if isinstance(number, Illegal):
        return number
    spent = why_spent(p, number, order.unit)
    if spent:
        return spent
    board, side = p.scenario.board, side_of(p, number)
    here = p.units[number].box
    box = board.boxes[here]
    if order.to not in box.entries:
        return Illegal(Refusal.NO_WAY, f"No way from {box.name} comes onto the map there.")
    if barred_in_box(p, here, side):
        return Illegal(Refusal.ENEMY_THERE, f"Enemies bar the way out of {box.name}.")
    label = board.grid.label(order.to)
    if barred_by_contact_line(p, order.to, side):
        return Illegal(Refusal.NEUTRAL, f"{label} lies beyond the neutral contact line.")
    if box.entry_days:
        return None
    if enemies_at(p, order.to, side, hidden=False):
        return Illegal(Refusal.ENEMY_THERE, f"An enemy stands in {label}.")
    if not room_for(p, order.to, side, number):
        return Illegal(Refusal.STACKING, f"There is no room in {label}.")
    return None


def do_enter(d: Draft, order: EnterMap) -> None:
    """Come onto the map at once, or set out for the entry hex if it is days away.

    An enemy whom nobody had seen there is found, and the unit stays in the box for the day.
    """
    number = d.scenario.oob.unit_index[order.unit]
    now = d.units[number]
    days = d.scenario.board.boxes[now.box].entry_days
    if days:
        send(d, number, box=now.box, at=order.to, due=d.turn + days)
        return
    if found_in(d, side_of(d, number), order.to):
        d.change(number, mp=0, fresh=False)
        d.tell(MoveStopped(number, order.to, "hidden enemy"))
        return
    left = max(0, now.mp - _price(d, number, order.to))
    if step_onto(d, number, order.to) or enemy_zone(d, side_of(d, number))[order.to]:
        left = 0
    if d.units[number].status is Status.ON_MAP:
        d.change(number, mp=left, fresh=False)


def _price(p: Position, unit: int, h: int) -> int:
    """Half-points to come onto an entry hex: by road where one runs there."""
    if any(p.scenario.board.roads[6 * h : 6 * h + 6]):
        return 1
    return entry_cost(p, h, type_of(p, unit).moves)


def why_illegal_leave(p: Position, order: LeaveMap) -> Illegal | None:
    """Whether a unit on an entry hex may leave for the box behind it (rule 7.1)."""
    number = own_unit_on_map(p, order.unit)
    if isinstance(number, Illegal):
        return number
    box = box_named(p, order.box)
    if isinstance(box, Illegal):
        return box
    spent = why_spent(p, number, order.unit)
    if spent:
        return spent
    if p.units[number].at not in p.scenario.board.boxes[box].entries:
        name = p.scenario.board.boxes[box].name
        return Illegal(Refusal.NOT_HERE, f"{order.unit} does not stand on the way to {name}.")
    return why_closed(p, box, side_of(p, number))


def do_leave(d: Draft, order: LeaveMap) -> None:
    """Leave the map."""
    number = d.scenario.oob.unit_index[order.unit]
    box = d.scenario.board.box_index[order.box]
    days = d.scenario.board.boxes[box].entry_days
    if days:
        send(d, number, box=box, due=d.turn + days)
    else:
        put_in_box(d, number, box)


def why_illegal_travel(p: Position, order: TravelBox) -> Illegal | None:
    """Whether a unit may set out from its box for a linked one (rule 7.1)."""
    number = own_unit_in_a_box(p, order.unit)
    if isinstance(number, Illegal):
        return number
    box = box_named(p, order.box)
    if isinstance(box, Illegal):
        return box
    spent = why_spent(p, number, order.unit)
    if spent:
        return spent
    here, side = p.units[number].box, side_of(p, number)
    boxes = p.scenario.board.boxes
    if days_between(p, here, box) is None:
        return Illegal(
            Refusal.NO_WAY, f"No way leads from {boxes[here].name} to {boxes[box].name}."
        )
    if barred_in_box(p, here, side) and p.boxes[box] != side:
        return Illegal(Refusal.ENEMY_THERE, f"Enemies bar the way through {boxes[here].name}.")
    return why_closed(p, box, side)


def do_travel(d: Draft, order: TravelBox) -> None:
    """Set out for another box."""
    number = d.scenario.oob.unit_index[order.unit]
    box = d.scenario.board.box_index[order.box]
    days = days_between(d, d.units[number].box, box)
    if days:
        send(d, number, box=box, due=d.turn + days)
    else:
        put_in_box(d, number, box)


def why_illegal_depart(p: Position, order: LeaveBattle) -> Illegal | None:
    """Whether a unit may leave the battle for another front (rule 7.3)."""
    number = own_unit_in_a_box(p, order.unit)
    if isinstance(number, Illegal):
        return number
    box = p.units[number].box
    if p.boxes[box] != p.active:
        name = p.scenario.board.boxes[box].name
        return Illegal(Refusal.NOT_YOURS, f"{name} is not held by your side.")
    if not p.units[number].fresh:
        return Illegal(Refusal.SPENT, f"{order.unit} has already done something this turn.")
    return None


def do_depart(d: Draft, order: LeaveBattle) -> None:
    """Leave the battle."""
    d.remove(d.scenario.oob.unit_index[order.unit], Status.DEPARTED)
