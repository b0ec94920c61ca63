"""Like is told with like: one sentence for twelve units without supply, not twelve."""

from __future__ import annotations

import pytest

from game.engine import events as e
from game.engine.state import Supply
from game.scenario.package import load_scenario
from game.text.names import Names
from game.text.telling import sentences


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_scenario("deir_ez_zor_2017"))


def test_units_in_the_same_plight_share_a_sentence(names: Names) -> None:
    unit = names.unit
    told = sentences(
        names,
        [
            e.SupplyChanged(0, Supply.LOW, 1),
            e.SupplyChanged(1, Supply.LOW, 1),
            e.SupplyChanged(2, Supply.LOW, 2),
            e.SupplyChanged(3, Supply.LOW, 1),
        ],
    )
    assert told == [
        f"Without supply, day 1: {unit(0)}; {unit(1)} and {unit(3)}.",
        f"Without supply, day 2: {unit(2)}.",
    ]


def test_ground_that_comes_over_in_the_same_way_is_summed(names: Names) -> None:
    place = names.scenario.board.place("hamidiyah")
    hexes = tuple(place.hexes)
    elsewhere = tuple(h for h in range(names.scenario.board.grid.size) if not names.ground(h))[:4]
    told = sentences(
        names,
        [
            e.ControlChanged(hexes[:1], 1, "agreement"),
            e.ControlChanged(elsewhere, 1, "agreement"),
            e.ControlChanged(elsewhere[:1], 1, "move"),
        ],
    )
    side = names.side(1)
    assert told == [
        f"{side}: control of 5 hexes, with {names.ground(hexes[0])} (agreement).",
        f"{side}: control of {names.where(elsewhere[0])} (move).",
    ]


def test_different_things_keep_their_sequence(names: Names) -> None:
    told = sentences(
        names,
        [
            e.UnitRevealed(0),
            e.StepsLost(1, 1, "attack"),
            e.StepsLost(1, 1, "attack"),
            e.Suppressed(0, 1),
            e.FlagSet("seam", "set"),
        ],
    )
    assert told == [
        f"{names.unit(0)} is found.",
        f"{names.unit(1)} loses 2 steps (attack).",
        f"{names.unit(0)} is suppressed.",
    ]
