"""The supply ladder, rallying and attrition (rules 5.2, 5.3, 3.6)."""

from __future__ import annotations

from game.engine.dice import Purpose
from game.engine.draft import Draft
from game.engine.events import Rallied, SupplyChanged
from game.engine.rules.presence import name_of, side_of
from game.engine.rules.supply import supplied_units
from game.engine.state import Status, Supply


def check_supply(d: Draft, side: int) -> None:
    """Put every unit of a side on its rung, at the start of its turn."""
    supplied = supplied_units(d, side)
    for number, unit in enumerate(d.units):
        if side_of(d, number) != side or unit.status is not Status.ON_MAP:
            continue
        days = 0 if number in supplied else unit.cut_days + 1
        rung = Supply.SUPPLIED
        if days:
            rung = Supply.LOW if days <= d.scenario.rules.supply.low_days else Supply.ISOLATED
        if rung is not unit.supply:
            d.tell(SupplyChanged(number, rung, days))
        if days != unit.cut_days or rung is not unit.supply:
            d.change(number, supply=rung, cut_days=days)


def rally(d: Draft, side: int) -> None:
    """Suppression clears in recovery: freely in supply, by dice when isolated."""
    for number, unit in enumerate(d.units):
        if side_of(d, number) != side or not unit.suppressed:
            continue
        if unit.supply is Supply.ISOLATED and not d.check(
            Purpose.RALLY, name_of(d, number), d.scenario.rules.supply.rally_isolated
        ):
            continue
        d.change(number, suppressed=0)
        d.tell(Rallied(number))


def attrition(d: Draft, side: int) -> None:
    """Units long isolated wear away."""
    rules = d.scenario.rules.supply
    for number, unit in enumerate(d.units):
        if (
            side_of(d, number) == side
            and unit.status is Status.ON_MAP
            and unit.supply is Supply.ISOLATED
            and unit.cut_days >= rules.attrition_from
            and not d.check(Purpose.ATTRITION, name_of(d, number), rules.attrition_upto + 1)
        ):
            d.lose_steps(number, 1, "attrition")
