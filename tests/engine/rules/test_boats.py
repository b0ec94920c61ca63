"""Boats over the main river (rule 2.8)."""

from __future__ import annotations

from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.forces import Side
from game.engine.legality import why_illegal
from game.engine.orders import Attack, CrossRiver, Move, Order
from game.engine.refusal import Refusal
from game.engine.state import GameState
from tests.engine.small import game, now, unit

SITE = ("x", "pontoon_site", "1_0", "2_0", "open_site")
SAILORS = (Side("red", "", "", "", boats=True), Side("blue", "", "", ""))


def code(state: GameState, order: Order) -> Refusal | None:
    refused = why_illegal(state, order)
    return refused.code if refused else None


def bank(*units: Any, **more: Any) -> GameState:
    """0_0 1_0, the river, 2_0 3_0; a marked site between 1_0 and 2_0."""
    fields = {"landmass": "0011", "control": "0011", "crossings": [SITE], **more}
    return game("dddd", units, **fields)


def test_assault_boats_at_a_marked_site() -> None:
    state = bank(("a", 0, "infantry", "1_0"))
    after, _ = apply(state, CrossRiver("a", 2))
    a = now(after, "a")
    assert (a.at, a.mp, a.fresh, a.fought) == (2, 0, False, True)
    assert after.boats_used == 1
    assert bytes(after.control) == bytes([0, 0, 0, 0]), "ground is taken on the far bank only"


def test_elsewhere_only_with_boats_of_its_own() -> None:
    assert code(bank(("a", 0, "infantry", "1_0"), crossings=[]), CrossRiver("a", 2)) is (
        Refusal.NO_MEANS
    )
    own = bank(("a", 0, "infantry", "1_0"), crossings=[], sides=SAILORS)
    assert code(own, CrossRiver("a", 2)) is None


@pytest.mark.parametrize(
    ("kind", "fields", "refusal"),
    [
        ("infantry", {}, None),
        ("motorised", {}, None),
        ("engineers", {}, None),
        ("bridging", {}, Refusal.WRONG_KIND),
        ("armour", {}, Refusal.WRONG_KIND),
        ("mechanised", {}, Refusal.WRONG_KIND),
        ("garrison", {}, Refusal.WRONG_KIND),
        ("infantry", {"mp": 10}, Refusal.SPENT),
        ("infantry", {"fresh": False}, Refusal.SPENT),
        ("infantry", {"suppressed": 2}, Refusal.SPENT),
    ],
)
def test_who_fits_into_boats(kind: str, fields: dict[str, Any], refusal: Refusal | None) -> None:
    state = bank(unit("a", 0, kind, "1_0", **fields))
    found = code(state, CrossRiver("a", 2))
    if refusal is Refusal.SPENT:
        assert found in (Refusal.SPENT, Refusal.SUPPRESSED)
    else:
        assert found is refusal


def test_only_over_the_main_river_and_to_the_next_hex() -> None:
    state = bank(("a", 0, "infantry", "1_0"))
    assert code(state, CrossRiver("a", 3)) is Refusal.NOT_ADJACENT
    assert code(state, CrossRiver("a", 0)) is Refusal.WRONG_KIND
    assert code(state, CrossRiver("a", -1)) is Refusal.NOT_ADJACENT


def test_the_far_bank_must_be_free() -> None:
    held = bank(("a", 0, "infantry", "1_0"), ("foe", 1, "infantry", "2_0"))
    assert code(held, CrossRiver("a", 2)) is Refusal.ENEMY_THERE
    full = bank(("a", 0, "infantry", "1_0"), *[(f"c{k}", 0, "infantry", "2_0") for k in range(3)])
    assert code(full, CrossRiver("a", 2)) is Refusal.STACKING
    line = bank(("a", 0, "infantry", "1_0"), neutral=True, control="0022")
    assert code(line, CrossRiver("a", 2)) is Refusal.NEUTRAL


def test_three_units_a_day() -> None:
    state = bank(*[(f"a{k}", 0, "militia", "1_0", 1) for k in range(3)],
                 ("late", 0, "militia", "0_0", 1))  # fmt: skip
    for k in range(3):
        state, _ = apply(state, CrossRiver(f"a{k}", 2))
    state = bank(("late", 0, "infantry", "1_0"), boats_used=3)
    assert code(state, CrossRiver("late", 2)) is Refusal.NO_MEANS


def test_a_hidden_enemy_on_the_far_bank_throws_the_boats_back() -> None:
    """Rule 2.6: the day is over all the same."""
    state = bank(("a", 0, "infantry", "1_0"), unit("ghost", 1, "fighters", "2_0", hidden=True))
    after, _ = apply(state, CrossRiver("a", 2))
    assert (now(after, "a").at, now(after, "a").mp) == (1, 0)
    assert not now(after, "ghost").hidden
    assert code(after, Move("a", 0)) is Refusal.SPENT
    assert code(after, Attack(2, ("a",))) is None, "it may still attack whom it has found"
