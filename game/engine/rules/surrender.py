"""Surrender of isolated units (rule 5.4)."""

from __future__ import annotations

from game.engine.dice import Purpose
from game.engine.draft import Draft, Position
from game.engine.events import Shift
from game.engine.rulebook import Trait
from game.engine.rules.ground import terrain_at
from game.engine.rules.presence import enemies_at, has, name_of, side_of, type_of
from game.engine.rules.terms import offered
from game.engine.state import Status, Supply


def modifiers(p: Position, unit: int) -> tuple[Shift, ...]:
    """What is added to 2d6, line by line."""
    rules = p.scenario.rules.supply
    now = p.units[unit]
    lines = [("days", now.cut_days // rules.surrender_days)]
    if now.steps == 1:
        lines.append(("one_step", rules.surrender_one_step))
    if _ringed_sides(p, unit) >= rules.surrender_ringed_sides:
        lines.append(("ringed", rules.surrender_ringed))
    if terrain_at(p, now.at).built_up:
        lines.append(("built_up", rules.surrender_built_up))
    if has(p, unit, Trait.FANATIC):
        lines.append(("fanatic", rules.surrender_fanatic))
    elif type_of(p, unit).morale:
        lines.append(("morale", -type_of(p, unit).morale))
    if offered(p, now.at, side_of(p, unit)):
        lines.append(("terms", rules.surrender_terms))
    return tuple(Shift(name, value, "5.4") for name, value in lines if value)


def target(p: Position, unit: int) -> int:
    """Least 2d6 total on which the unit surrenders."""
    return p.scenario.rules.supply.surrender_target - sum(m.value for m in modifiers(p, unit))


def check_surrender(d: Draft, side: int) -> None:
    """Roll for every unit of the side that has been isolated long enough."""
    for number, unit in enumerate(d.units):
        if (
            side_of(d, number) == side
            and unit.status is Status.ON_MAP
            and unit.supply is Supply.ISOLATED
            and unit.cut_days >= d.scenario.rules.supply.surrender_from
            and d.check(Purpose.SURRENDER, name_of(d, number), target(d, number))
        ):
            d.remove(number, Status.SURRENDERED)


def _ringed_sides(p: Position, unit: int) -> int:
    side = side_of(p, unit)
    return sum(
        bool(enemies_at(p, there, side, hidden=False))
        for there in p.scenario.board.grid.neighbours[p.units[unit].at]
    )
