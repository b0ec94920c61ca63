"""Surrender (rule 5.4)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.engine.dice import Dice, Fixed, Purpose
from game.engine.draft import Draft
from game.engine.events import DiceRolled, UnitRemoved
from game.engine.rules.surrender import check_surrender, modifiers, target
from game.engine.state import GameState, Losses, Offer, Status, Supply
from tests.engine.small import game, unit

RING = ("2_0", "3_0", "1_1", "3_1")
PLAIN = "ddddd\n dd{}dd\nddddd"


def pocket(
    kind: str = "infantry", days: int = 2, steps: int = 2, ground: str = "d", ring: int = 0,
    offers: tuple[Offer, ...] = (), **fields: Any,
) -> GameState:  # fmt: skip
    rung = fields.pop("supply", Supply.ISOLATED)
    lads = unit("lads", 1, kind, "2_1", steps, supply=rung, cut_days=days)
    foes = [unit(f"foe{k}", 0, "infantry", h) for k, h in enumerate(RING[:ring])]
    return game(PLAIN.format(ground), [lads, *foes], offers=offers, **fields)


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({}, {}),
        ({"days": 5}, {}),
        ({"days": 6}, {"days": 1}),
        ({"days": 20}, {"days": 3}),
        ({"steps": 1}, {"one_step": 1}),
        ({"ring": 3}, {}),
        ({"ring": 4}, {"ringed": 1}),
        ({"ground": "u"}, {"built_up": -1}),
        ({"ground": "v"}, {}),
        ({"kind": "fighters"}, {"fanatic": -5}),
        ({"kind": "militia"}, {"morale": 1}),
        ({"kind": "guard"}, {"morale": -1}),
        ({"offers": (Offer(0, 7, 1),)}, {"terms": 2}),
        ({"offers": (Offer(0, 7, 1),), "turn": 4}, {"terms": 2}),
        ({"offers": (Offer(0, 7, 1),), "turn": 5}, {}),
        (
            {"kind": "fighters", "days": 20, "steps": 1, "ring": 4, "ground": "U"},
            {"days": 3, "one_step": 1, "ringed": 1, "built_up": -1, "fanatic": -5},
        ),
    ],
)
def test_the_modifiers(fields: dict[str, Any], lines: dict[str, int]) -> None:
    state = pocket(**fields)
    assert {m.name: m.value for m in modifiers(state, 0)} == lines
    assert target(state, 0) == 11 - sum(lines.values())


@pytest.mark.parametrize(("total", "gone"), [(10, False), (11, True)])
def test_two_dice_against_the_target(total: int, gone: bool) -> None:
    dice = Dice(1, fixed=(Fixed(Purpose.SURRENDER, "lads", total),))
    d = Draft(replace(pocket(days=3), dice=dice))
    check_surrender(d, 1)
    assert (d.units[0].status is Status.SURRENDERED) is gone
    roll = d.events[0]
    assert isinstance(roll, DiceRolled)
    assert roll.chance == ((3, 36) if gone else (33, 36))
    if gone:
        assert UnitRemoved(0, Status.SURRENDERED, 7) in d.events
        assert d.losses[1] == Losses(fallen=0, surrendered=2)


@pytest.mark.parametrize(
    "fields", [{"days": 2}, {"supply": Supply.LOW, "days": 9}, {"supply": Supply.SUPPLIED}]
)
def test_nobody_rolls_before_the_second_isolated_day(fields: dict[str, Any]) -> None:
    d = Draft(pocket(**fields))
    check_surrender(d, 1)
    assert d.events == []


def test_the_example_of_hawijat_kati() -> None:
    """rules.md, examples of 5: one step of fighters on farmland, 30 days: 10, with terms 8."""
    assert target(pocket("fighters", 30, 1, "f"), 0) == 10
    assert target(pocket("fighters", 30, 1, "f", offers=(Offer(0, 7, 1),)), 0) == 8


def test_an_offer_of_one_s_own_side_counts_for_nothing() -> None:
    """Rule 5.5."""
    assert modifiers(pocket(offers=(Offer(1, 7, 1),)), 0) == modifiers(pocket(), 0)
