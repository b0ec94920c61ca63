"""Crossing the main river in boats where no enemy bars the far bank (rule 2.8)."""

from __future__ import annotations

from game.engine.board import CrossingKind, River
from game.engine.draft import Draft, Position
from game.engine.orders import CrossRiver
from game.engine.refusal import Illegal, Refusal
from game.engine.rulebook import MoveClass, Trait
from game.engine.rules.ground import crossings_at, river_between
from game.engine.rules.mobility import allowance, closed_hexes
from game.engine.rules.movement import march
from game.engine.rules.presence import (
    enemies_at,
    has,
    own_unit_on_map,
    room_for,
    side_of,
    type_of,
)


def boats_at(p: Position, side: int, a: int, b: int) -> bool:
    """Whether the side has boats for the hexside: its own, or assault boats at a marked site."""
    if p.scenario.oob.sides[side].boats:
        return True
    board = p.scenario.board
    return any(
        board.crossings[n].kind is CrossingKind.PONTOON_SITE
        and {board.crossings[n].a, board.crossings[n].b} == {a, b}
        for n in crossings_at(p.scenario, a)
    )


def fits_into_boats(p: Position, unit: int) -> bool:
    """Whether boats carry the unit: infantry on foot or on wheels."""
    foot_or_wheels = type_of(p, unit).moves in (MoveClass.LEG, MoveClass.MOTOR)
    return foot_or_wheels and has(p, unit, Trait.INFANTRY)


def why_illegal_cross(p: Position, order: CrossRiver) -> Illegal | None:
    """Whether a unit may cross the main river in boats."""
    number = own_unit_on_map(p, order.unit)
    if isinstance(number, Illegal):
        return number
    now, side = p.units[number], side_of(p, number)
    grid = p.scenario.board.grid
    if not 0 <= order.to < grid.size or grid.direction(now.at, order.to) < 0:
        return Illegal(Refusal.NOT_ADJACENT, "Boats cross to a neighbouring hex only.")
    if river_between(p, now.at, order.to) is not River.MAIN:
        return Illegal(Refusal.WRONG_KIND, "No boats are needed there.")
    if not fits_into_boats(p, number):
        return Illegal(Refusal.WRONG_KIND, f"{order.unit} does not fit into boats.")
    if not now.fresh or now.mp < allowance(p, number) or now.active == 0:
        return Illegal(Refusal.SPENT, f"{order.unit} needs a whole turn and steps that can act.")
    if not boats_at(p, side, now.at, order.to):
        return Illegal(Refusal.NO_MEANS, "There are no boats at this hexside.")
    if p.boats_used >= p.scenario.rules.ground.boat_capacity:
        return Illegal(Refusal.NO_MEANS, "All boats are used today.")
    if enemies_at(p, order.to, side, hidden=False):
        return Illegal(Refusal.ENEMY_THERE, "An enemy holds the far bank: attack it instead.")
    if closed_hexes(p, side)[order.to]:
        return Illegal(Refusal.NEUTRAL, "The far bank lies beyond the neutral contact line.")
    if not room_for(p, order.to, side, number):
        return Illegal(Refusal.STACKING, "There is no room on the far bank.")
    return None


def do_cross(d: Draft, order: CrossRiver) -> None:
    """Cross; the unit does nothing else this turn."""
    number = d.scenario.oob.unit_index[order.unit]
    here = d.units[number].at
    free = bytearray(6 * d.scenario.board.grid.size)
    d.boats_used += 1
    march(d, number, (here, order.to), "boats", free, d.units[number].mp)
    if d.units[number].at == order.to:
        d.change(number, fought=True)
