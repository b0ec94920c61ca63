"""Belts of mines and improvised explosives: found by walking in, cleared by engineers (rule 6.4).

The side that laid a belt knows it; everyone else knows it once `BeltNow.known` is set.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from game.engine.board import River
from game.engine.dice import Purpose
from game.engine.draft import Draft, Position
from game.engine.events import BeltCleared, BeltFound
from game.engine.orders import ClearBelt
from game.engine.refusal import Illegal, Refusal
from game.engine.rulebook import HiddenRules, Trait
from game.engine.rules.ground import river_between
from game.engine.rules.presence import (
    barred_by_contact_line,
    enemies_at,
    has,
    hostile,
    name_of,
    side_of,
)
from game.engine.rules.works import spend_day, worker

_STOP: Final = 1
_LOSS: Final = 2


def _belts_at(p: Position, h: int) -> list[int]:
    return [
        n for n, belt in enumerate(p.scenario.oob.belts) if belt.hex == h and not p.belts[n].gone
    ]


def belt_stops(p: Position, side: int, h: int) -> bool:
    """Whether a belt of an enemy that has been found lies in the hex."""
    return any(
        p.belts[n].known and hostile(p, side, p.scenario.oob.belts[n].side) for n in _belts_at(p, h)
    )


def enter_belt(d: Draft, unit: int, h: int) -> bool:
    """A unit walks into a hex: an unfound enemy belt there goes off. True if the move stops.

    1d6, better with engineers: nothing, a stop, or the loss of a step and a stop.
    """
    side = side_of(d, unit)
    for number in _belts_at(d, h):
        if d.belts[number].known or not hostile(d, side, d.scenario.oob.belts[number].side):
            continue
        d.belts[number] = replace(d.belts[number], known=True)
        d.tell(BeltFound(number, unit))
        d.change(unit, on_belt=True)
        rules = d.scenario.rules.hidden
        better = rules.belt_engineers if has(d, unit, Trait.ENGINEER) else 0
        harm = partial(_harm_of, rules, better)
        came = harm(d.roll(Purpose.BELT, name_of(d, unit), harm))
        if came == _LOSS:
            d.lose_steps(unit, 1, "belt")
        if came:
            return True
    return False


def _harm_of(rules: HiddenRules, better: int, roll: int) -> int:
    """What a belt does on a roll: nothing (0), a stop, or the loss of a step as well."""
    if roll + better <= rules.belt_nothing:
        return 0
    return _STOP if roll + better <= rules.belt_stop else _LOSS


def why_illegal_clear(p: Position, order: ClearBelt) -> Illegal | None:
    """Why the engineers may not clear the belt, None if they may."""
    number = worker(p, order.unit)
    if isinstance(number, Illegal):
        return number
    if not has(p, number, Trait.ENGINEER):
        return Illegal(Refusal.WRONG_KIND, f"{order.unit} are not engineers.")
    grid = p.scenario.board.grid
    if not 0 <= order.hex < grid.size:
        return Illegal(Refusal.UNKNOWN, "That hex is not on the map.")
    if _clearable(p, order.hex) is None:
        return Illegal(
            Refusal.NOTHING_TO_DO, f"No belt of mines is known in {grid.label(order.hex)}."
        )
    here = p.units[number].at
    if grid.distance(here, order.hex) > 1:
        return Illegal(
            Refusal.NOT_ADJACENT,
            f"{order.unit} must stand in {grid.label(order.hex)} or beside it.",
        )
    if here != order.hex and river_between(p, here, order.hex) is River.MAIN:
        return Illegal(Refusal.NOT_ADJACENT, "The river lies between the engineers and the belt.")
    if barred_by_contact_line(p, order.hex, p.active):
        return Illegal(Refusal.NEUTRAL, "The belt lies beyond the contact line.")
    if enemies_at(p, order.hex, p.active, hidden=False):
        return Illegal(Refusal.ENEMY_THERE, "The enemy stands on the belt.")
    return None


def _clearable(p: Position, h: int) -> int | None:
    """The first belt in a hex that the active side knows of."""
    for number in _belts_at(p, h):
        if p.belts[number].known or p.scenario.oob.belts[number].side == p.active:
            return number
    return None


def do_clear(d: Draft, order: ClearBelt) -> None:
    """The belt is cleared; it takes the engineers the day."""
    unit = d.scenario.oob.unit_index[order.unit]
    belt = _clearable(d, order.hex)
    if belt is None:
        raise ValueError("no belt to clear")
    d.belts[belt] = replace(d.belts[belt], known=True, gone=True)
    spend_day(d, unit)
    d.tell(BeltCleared(belt, unit))
