"""Refitting: a rested unit takes a replacement step (rule 6.7)."""

from __future__ import annotations

from dataclasses import replace

from game.engine.draft import Draft, Position
from game.engine.events import UnitRefitted
from game.engine.orders import Refit
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.presence import (
    enemies_at,
    friends_at,
    hostile,
    own_unit,
    side_of,
    units_in_box,
)
from game.engine.rules.works import spend_day
from game.engine.state import Status, Supply


def why_illegal_refit(p: Position, order: Refit) -> Illegal | None:
    """Why the unit may not refit, None if it may.

    It must be on the map or in a box, fresh, supplied, not suppressed, below full strength, with
    no known enemy in its hex, beside it or in its box, and its side must have a replacement.
    """
    number = own_unit(p, order.unit)
    if isinstance(number, Illegal):
        return number
    now = p.units[number]
    return (
        _why_not_ready(p, number, order.unit)
        or _why_not_quiet(p, number, order.unit)
        or (
            Illegal(Refusal.NO_MEANS, "There are no replacements left.")
            if p.means[p.active].replacements < 1
            else None
        )
        or (_why_no_room(p, number) if now.status is Status.ON_MAP else None)
    )


def _why_not_ready(p: Position, number: int, name: str) -> Illegal | None:
    now = p.units[number]
    if now.status not in (Status.ON_MAP, Status.IN_BOX):
        return Illegal(Refusal.NOT_HERE, f"{name} is neither on the map nor in a box.")
    if not now.fresh or now.fought:
        return Illegal(Refusal.SPENT, f"{name} has already acted today and cannot rest.")
    if now.suppressed:
        return Illegal(Refusal.SUPPRESSED, f"{name} must first recover from suppression.")
    if now.supply is not Supply.SUPPLIED:
        return Illegal(Refusal.NOT_SUPPLIED, f"Replacements cannot reach {name}: no supply.")
    if now.steps >= p.scenario.oob.units[number].steps:
        return Illegal(Refusal.NOTHING_TO_DO, f"{name} is at full strength.")
    return None


def _why_not_quiet(p: Position, number: int, name: str) -> Illegal | None:
    now = p.units[number]
    if now.status is Status.IN_BOX:
        near = any(hostile(p, p.active, side_of(p, n)) for n in units_in_box(p, now.box))
    else:
        around = p.scenario.board.grid.disc(now.at, 1)
        near = any(enemies_at(p, h, p.active, hidden=False) for h in around)
    if near:
        return Illegal(Refusal.ENEMY_THERE, f"{name} is too close to the enemy to refit.")
    return None


def _why_no_room(p: Position, number: int) -> Illegal | None:
    steps = sum(p.units[n].steps for n in friends_at(p, p.units[number].at, p.active))
    if steps >= p.scenario.rules.movement.stack_steps:
        return Illegal(Refusal.STACKING, "There is no room for another step in this hex.")
    return None


def do_refit(d: Draft, order: Refit) -> None:
    """One step more, one replacement less, and the day is gone."""
    number = d.scenario.oob.unit_index[order.unit]
    side = side_of(d, number)
    stock = d.means[side]
    d.means[side] = replace(stock, replacements=stock.replacements - 1)
    unit = d.change(number, steps=d.units[number].steps + 1)
    spend_day(d, number)
    d.tell(UnitRefitted(number, unit.steps))
