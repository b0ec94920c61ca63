"""The ladder of supply, rallying, attrition (rules 5.2, 5.3, 3.6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.engine.dice import Dice, Fixed, Purpose
from game.engine.draft import Draft
from game.engine.events import DiceRolled, Rallied, SupplyChanged
from game.engine.rules.isolation import attrition, check_supply, rally
from game.engine.state import Supply
from tests.engine.small import game, unit


def cut_off(*rolls: Fixed, **fields: Any) -> Draft:
    """A unit without any source of supply."""
    state = game("dd", [unit("a", 0, "infantry", "0_0", fields.pop("steps", 3), **fields)])
    return Draft(replace(state, dice=Dice(1, fixed=rolls)))


def test_the_ladder_day_by_day() -> None:
    """Rule 5.2: low on the first day, isolated from the second."""
    d = cut_off()
    seen = []
    for _ in range(4):
        check_supply(d, 0)
        seen.append((d.units[0].supply, d.units[0].cut_days))
    low, cut = Supply.LOW, Supply.ISOLATED
    assert seen == [(low, 1), (cut, 2), (cut, 3), (cut, 4)]
    assert [e for e in d.events if isinstance(e, SupplyChanged)] == [
        SupplyChanged(0, low, 1), SupplyChanged(0, cut, 2),
    ]  # fmt: skip


def test_supply_puts_a_unit_back_on_the_top_rung() -> None:
    """Rule 5.2."""
    box = {"id": "rear", "start_control": 0, "sources": (0,), "entries": ("0_0",)}
    cut = unit("a", 0, "infantry", "1_0", supply=Supply.ISOLATED, cut_days=7)
    d = Draft(game("dd", [cut], control="00", boxes=[box]))
    check_supply(d, 0)
    assert (d.units[0].supply, d.units[0].cut_days) == (Supply.SUPPLIED, 0)
    assert d.events == [SupplyChanged(0, Supply.SUPPLIED, 0)]


@pytest.mark.parametrize("supply", [Supply.SUPPLIED, Supply.LOW])
def test_suppression_clears_in_recovery(supply: Supply) -> None:
    """Rule 3.6: without dice."""
    d = cut_off(suppressed=2, supply=supply)
    rally(d, 0)
    assert d.units[0].suppressed == 0
    assert d.events == [Rallied(0)]


@pytest.mark.parametrize(("face", "left"), [(1, 2), (3, 2), (4, 0), (6, 0)])
def test_an_isolated_unit_rallies_on_four(face: int, left: int) -> None:
    """Rule 3.6."""
    d = cut_off(Fixed(Purpose.RALLY, "a", face), suppressed=2, supply=Supply.ISOLATED)
    rally(d, 0)
    assert d.units[0].suppressed == left
    dice = d.events[0]
    assert isinstance(dice, DiceRolled)
    assert dice.chance == (3, 6)


@pytest.mark.parametrize(
    ("days", "face", "steps"), [(9, 1, 3), (10, 1, 2), (10, 2, 3), (15, 1, 2), (15, 6, 3)]
)
def test_attrition_from_the_tenth_day_on_a_one(days: int, face: int, steps: int) -> None:
    """Rule 5.3."""
    roll = Fixed(Purpose.ATTRITION, "a", face)
    d = cut_off(roll, supply=Supply.ISOLATED, cut_days=days)
    attrition(d, 0)
    assert d.units[0].steps == steps
    assert d.losses[0].fallen == 3 - steps


def test_only_the_side_whose_turn_ends() -> None:
    d = cut_off(suppressed=2)
    rally(d, 1)
    attrition(d, 1)
    assert d.units[0].suppressed == 2
    assert d.events == []
