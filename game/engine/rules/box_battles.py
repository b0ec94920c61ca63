"""Fighting for an off-map box and taking possession of it (rule 7.3)."""

from __future__ import annotations

from game.engine.board import NO_SIDE
from game.engine.draft import Draft, Position
from game.engine.events import BoxControlChanged
from game.engine.orders import AttackBox, ClaimBox
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.attack_supply import why_no_attack
from game.engine.rules.box_access import box_named, enemies_in_box, own_unit_in_a_box
from game.engine.rules.combat import fight_box
from game.engine.rules.presence import hostile, side_of, units_in_box
from game.engine.rules.support import why_no_points


def why_illegal_attack_box(p: Position, order: AttackBox) -> Illegal | None:
    """Whether units in a box may attack the enemies in it."""
    box = box_named(p, order.box)
    if isinstance(box, Illegal):
        return box
    name = p.scenario.board.boxes[box].name
    if not order.units:
        return Illegal(Refusal.NOTHING_TO_DO, "An attack needs units.")
    if len(order.units) > len(dict.fromkeys(order.units)):
        return Illegal(Refusal.SPENT, "A unit is named twice.")
    for unit_id in order.units:
        number = own_unit_in_a_box(p, unit_id)
        if isinstance(number, Illegal):
            return number
        now = p.units[number]
        if now.box != box:
            return Illegal(Refusal.NOT_HERE, f"{unit_id} is not in {name}.")
        if now.fought:
            return Illegal(Refusal.SPENT, f"{unit_id} has already fought today.")
        if now.active == 0:
            return Illegal(Refusal.SUPPRESSED, f"{unit_id} is suppressed.")
    if not enemies_in_box(p, box, p.active):
        return Illegal(Refusal.NO_ENEMY, f"There is no enemy in {name}.")
    if box in p.struck_boxes:
        return Illegal(Refusal.STRUCK, f"There was an attack in {name} already this turn.")
    return why_no_attack(p, p.active) or why_no_points(p, order.air, 0)


def do_attack_box(d: Draft, order: AttackBox) -> None:
    """Fight in the box by the strip of rule 3."""
    numbers = tuple(d.scenario.oob.unit_index[unit_id] for unit_id in order.units)
    d.struck_boxes = (*d.struck_boxes, d.scenario.board.box_index[order.box])
    fight_box(d, d.scenario.board.box_index[order.box], numbers, order.air)


def why_illegal_claim(p: Position, order: ClaimBox) -> Illegal | None:
    """Whether the active side may take possession of a box."""
    box = box_named(p, order.box)
    if isinstance(box, Illegal):
        return box
    name, holder = p.scenario.board.boxes[box].name, p.boxes[box]
    if holder == p.active:
        return Illegal(Refusal.NOTHING_TO_DO, f"{name} is yours already.")
    if holder != NO_SIDE and not hostile(p, p.active, holder):
        return Illegal(Refusal.NEUTRAL, f"{name} is held by a side that is not your enemy.")
    if _claimant(p, box) is None:
        return Illegal(Refusal.NOT_HERE, f"No unit of yours that can act is in {name}.")
    if enemies_in_box(p, box, p.active):
        return Illegal(Refusal.ENEMY_THERE, f"Enemies still stand in {name}.")
    return None


def do_claim(d: Draft, order: ClaimBox) -> None:
    """Take possession of the box."""
    box = d.scenario.board.box_index[order.box]
    claimant = _claimant(d, box)
    if claimant is not None:
        d.change(claimant, fresh=False)
    hold_box(d, box, d.active)


def hold_box(d: Draft, box: int, side: int) -> None:
    """Give a box to a side."""
    if d.boxes[box] != side:
        d.boxes[box] = side
        d.tell(BoxControlChanged(box, side))


def _claimant(p: Position, box: int) -> int | None:
    """The first own unit in the box that can act."""
    return next(
        (n for n in units_in_box(p, box) if side_of(p, n) == p.active and p.units[n].active > 0),
        None,
    )
