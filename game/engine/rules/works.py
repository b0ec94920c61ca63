"""Prepared positions, standing fast, and what a day's work costs a unit (rule 6.1).

A unit that spends its turn digging raises the prepared position of its hex by one level in its
recovery; a hex gains one level a day at most, however many dig.
"""

from __future__ import annotations

from game.engine.draft import Draft, Position
from game.engine.events import OrderNoted, WorksChanged
from game.engine.orders import DigIn, StandFast
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.presence import own_unit_on_map, side_of
from game.engine.state import Status


def worker(p: Position, unit_id: str) -> int | Illegal:
    """Number of an own unit that can give its whole day to a task, or why it cannot.

    It must stand on the map, have done nothing yet this turn, and have a step that is not
    suppressed.
    """
    number = own_unit_on_map(p, unit_id)
    if isinstance(number, Illegal):
        return number
    now = p.units[number]
    if now.active <= 0:
        return Illegal(Refusal.SUPPRESSED, f"{unit_id} is suppressed.")
    if not now.fresh or now.fought:
        return Illegal(
            Refusal.SPENT, f"This takes the whole day, and {unit_id} has already acted today."
        )
    return number


def spend_day(d: Draft, unit: int) -> None:
    """The unit does nothing else this turn, and does not fight either."""
    d.change(unit, mp=0, fresh=False, fought=True)


def why_illegal_dig(p: Position, order: DigIn) -> Illegal | None:
    """Why the unit may not dig in, None if it may."""
    number = worker(p, order.unit)
    if isinstance(number, Illegal):
        return number
    if p.works[p.units[number].at] >= p.scenario.rules.ground.works_max:
        return Illegal(
            Refusal.NOTHING_TO_DO, "The prepared position here is as strong as it can get."
        )
    return None


def do_dig(d: Draft, order: DigIn) -> None:
    """Start digging; the position is ready in recovery."""
    number = d.scenario.oob.unit_index[order.unit]
    spend_day(d, number)
    d.change(number, digging=True)
    d.tell(OrderNoted(number, "dig in"))


def finish_works(d: Draft, side: int) -> None:
    """In the recovery of a side: what its units have dug is ready."""
    dug: list[int] = []
    for number, unit in enumerate(d.units):
        if not unit.digging or side_of(d, number) != side:
            continue
        d.change(number, digging=False)
        if unit.status is Status.ON_MAP and unit.active > 0 and unit.at not in dug:
            dug.append(unit.at)
    for h in dug:
        if d.works[h] < d.scenario.rules.ground.works_max:
            d.works[h] += 1
            d.tell(WorksChanged(h, d.works[h]))


def engineers_lower(d: Draft, target: int) -> None:
    """Engineers among the attackers have broken into a prepared position: one level is lost."""
    if d.works[target]:
        d.works[target] -= 1
        d.tell(WorksChanged(target, d.works[target]))


def why_illegal_stand_fast(p: Position, order: StandFast) -> Illegal | None:
    """Why the posture may not be set; it costs nothing and may be set at any time."""
    number = own_unit_on_map(p, order.unit)
    if isinstance(number, Illegal):
        return number
    if p.units[number].stand_fast == order.on:
        how = "stands fast" if order.on else "gives ground"
        return Illegal(Refusal.NOTHING_TO_DO, f"{order.unit} already {how}.")
    return None


def do_stand_fast(d: Draft, order: StandFast) -> None:
    """Set whether the unit gives ground."""
    number = d.scenario.oob.unit_index[order.unit]
    d.change(number, stand_fast=order.on)
    d.tell(OrderNoted(number, "stand fast" if order.on else "give ground"))
