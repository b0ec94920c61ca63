"""What the rules of the off-map boxes share: who may come in, who sets out (rules 7.1, 7.2)."""

from __future__ import annotations

from game.engine.board import NO_SIDE, NOWHERE
from game.engine.draft import Draft, Position
from game.engine.events import SupplyChanged, UnitArrived, UnitSetOut
from game.engine.forces import Relation
from game.engine.refusal import Illegal, Refusal
from game.engine.rulebook import MoveClass
from game.engine.rules.belts import enter_belt
from game.engine.rules.control import sweep
from game.engine.rules.presence import (
    hostile,
    own_unit,
    relation,
    side_of,
    type_of,
    units_in_box,
)
from game.engine.rules.sight import came_by
from game.engine.state import Status, Supply


def box_named(p: Position, box_id: str) -> int | Illegal:
    """Number of a box by id, or that there is none."""
    number = p.scenario.board.box_index.get(box_id)
    return Illegal(Refusal.UNKNOWN, f"There is no box {box_id}.") if number is None else number


def own_unit_in_a_box(p: Position, unit_id: str) -> int | Illegal:
    """Number of an own unit that stands in a box, or why not."""
    number = own_unit(p, unit_id)
    if isinstance(number, Illegal):
        return number
    if p.units[number].status is not Status.IN_BOX:
        return Illegal(Refusal.NOT_HERE, f"{unit_id} is not in a box.")
    return number


def enemies_in_box(p: Position, box: int, side: int) -> list[int]:
    """Enemy units of `side` in a box."""
    return [n for n in units_in_box(p, box) if hostile(p, side, side_of(p, n))]


def why_closed(p: Position, box: int, side: int) -> Illegal | None:
    """Whether a side may come into a box at all: not into that of a neutral."""
    holder = p.boxes[box]
    if holder != NO_SIDE and relation(p, side, holder) is Relation.NEUTRAL:
        name = p.scenario.board.boxes[box].name
        return Illegal(Refusal.NEUTRAL, f"{name} is held by a side that is neutral to you.")
    return None


def barred_in_box(p: Position, box: int, side: int) -> bool:
    """Whether enemies hold and defend the box, so that nobody passes through it."""
    return p.boxes[box] != side and bool(enemies_in_box(p, box, side))


def days_between(p: Position, start: int, end: int) -> int | None:
    """Days of travel between two linked boxes; None if they are not linked."""
    return next((days for other, days in p.scenario.board.boxes[start].links if other == end), None)


def send(d: Draft, unit: int, *, box: int, at: int = NOWHERE, due: int) -> None:
    """Put a unit on its way into a box, or from the box to the entry hex `at`.

    Leaving a hex leaves what belongs to it behind: digging, a belt just entered.
    """
    d.change(
        unit, status=Status.TRAVELLING, box=box, at=at, due=due, mp=0, fresh=False,
        digging=False, on_belt=False,
    )  # fmt: skip
    d.tell(UnitSetOut(unit, box, at, due))


def put_in_box(d: Draft, unit: int, box: int) -> None:
    """A unit has come into a box; it moves no further today.

    In a box of its own side it is no longer cut off.
    """
    d.change(
        unit, status=Status.IN_BOX, box=box, at=NOWHERE, due=0, mp=0, fresh=False,
        digging=False, on_belt=False,
    )  # fmt: skip
    d.tell(UnitArrived(unit, NOWHERE, box))
    if d.boxes[box] == side_of(d, unit) and d.units[unit].supply is not Supply.SUPPLIED:
        d.change(unit, supply=Supply.SUPPLIED, cut_days=0)
        d.tell(SupplyChanged(unit, Supply.SUPPLIED, 0))


def why_spent(p: Position, unit: int, unit_id: str) -> Illegal | None:
    """Whether a unit has the strength left to set out."""
    now = p.units[unit]
    if type_of(p, unit).moves is MoveClass.STATIC:
        return Illegal(Refusal.WRONG_KIND, f"{unit_id} is a garrison and does not move.")
    if now.fought:
        return Illegal(Refusal.SPENT, f"{unit_id} has fought today.")
    if now.active == 0:
        return Illegal(Refusal.SUPPRESSED, f"{unit_id} is suppressed.")
    if now.mp <= 0:
        return Illegal(Refusal.SPENT, f"{unit_id} has no movement left.")
    return None


def step_onto(d: Draft, unit: int, h: int) -> bool:
    """Stand on an entry hex, coming from a box, and take the ground there.

    True if a belt of mines stops the unit (rule 6.4), or destroys it.
    """
    box = d.units[unit].box
    d.change(unit, status=Status.ON_MAP, at=h, box=NOWHERE, due=0)
    d.tell(UnitArrived(unit, h, box))
    stopped = enter_belt(d, unit, h)
    if d.units[unit].status is Status.ON_MAP:
        sweep(d, unit, (h,))
        came_by(d, unit, (NOWHERE, h))
    return stopped
