"""Operational moves (rule 2.7)."""

from __future__ import annotations

from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.events import MoveStopped, UnitMoved, UnitRevealed
from game.engine.legality import why_illegal
from game.engine.orders import Attack, Move, OperationalMove, Order
from game.engine.refusal import Refusal
from game.engine.rules.operational import march_range
from game.engine.state import GameState
from tests.engine.small import game, now, unit

LONG = 30
ROAD = " ".join(f"{k}_0" for k in range(LONG))


def code(state: GameState, order: Order) -> Refusal | None:
    refused = why_illegal(state, order)
    return refused.code if refused else None


def road(*units: Any, **more: Any) -> GameState:
    fields = {"control": "0" * LONG, "roads": [ROAD], **more}
    return game("d" * LONG, [("a", 0, "infantry", "0_0"), *units], **fields)


def test_24_hexes_of_own_road() -> None:
    state = road()
    assert max(march_range(state, 0).cost) == 24
    after, events = apply(state, OperationalMove("a", 24))
    moved = events[0]
    assert isinstance(moved, UnitMoved)
    assert (moved.how, moved.path, moved.cost) == ("operational", tuple(range(25)), 24)
    assert (now(after, "a").at, now(after, "a").mp, now(after, "a").fought) == (24, 0, True)
    assert code(after, Move("a", 25)) is Refusal.SPENT
    assert code(after, Attack(25, ("a",))) is Refusal.SPENT


def test_it_takes_no_ground() -> None:
    state = game("ddd\n ddd", [("a", 0, "infantry", "0_0")], control="000\n111",
                 roads=["0_0 1_0 2_0"])  # fmt: skip
    assert apply(state, OperationalMove("a", 2))[0].control == state.control


def test_it_keeps_to_own_road() -> None:
    assert max(march_range(road(control="0" * 5 + "." + "0" * 24), 0).cost) == 4
    assert march_range(road(roads=[]), 0).cost == {0: 0}
    wet = game("ddd", [("a", 0, "infantry", "0_0")], control="000", roads=["0_0 1_0 2_0"],
               landmass="001")  # fmt: skip
    assert max(march_range(wet, 0).cost) == 1
    bridge = ("x", "bridge", "1_0", "2_0", "intact")
    dry = game("ddd", [("a", 0, "infantry", "0_0")], control="000", roads=["0_0 1_0 2_0"],
               landmass="001", crossings=[bridge])  # fmt: skip
    assert max(march_range(dry, 0).cost) == 2


def test_never_within_two_hexes_of_a_seen_enemy() -> None:
    far = road(("foe", 1, "infantry", "10_0"), control="0" * 10 + "1" + "0" * 19)
    assert max(march_range(far, 0).cost) == 7
    near = road(("foe", 1, "infantry", "2_0"), control="0" * 2 + "1" + "0" * 27)
    assert march_range(near, 0).cost == {0: 0}


@pytest.mark.parametrize(
    ("kind", "fields", "refusal"),
    [
        ("garrison", {}, Refusal.WRONG_KIND),
        ("infantry", {"fresh": False}, Refusal.SPENT),
        ("infantry", {"mp": 11}, Refusal.SPENT),
        ("infantry", {"suppressed": 2}, Refusal.SUPPRESSED),
        ("infantry", {"suppressed": 1}, None),
    ],
)
def test_who_may_march(kind: str, fields: dict[str, Any], refusal: Refusal | None) -> None:
    state = game("dd", [unit("b", 0, kind, "0_0", **fields)], control="00", roads=["0_0 1_0"])
    assert code(state, OperationalMove("b", 1)) is refusal


def test_room_is_needed_at_the_end_only() -> None:
    crowd = [(f"c{k}", 0, "infantry", "5_0") for k in range(3)]
    state = road(*crowd)
    assert code(state, OperationalMove("a", 5)) is Refusal.STACKING
    assert code(state, OperationalMove("a", 6)) is None
    assert code(state, OperationalMove("a", 99)) is Refusal.UNKNOWN


def test_a_march_into_a_hidden_enemy_ends_before_it() -> None:
    """Rule 2.6: what is hidden does not show in what may be ordered."""
    state = road(unit("ghost", 1, "fighters", "6_0", hidden=True))
    assert code(state, OperationalMove("a", 10)) is None
    after, events = apply(state, OperationalMove("a", 10))
    assert now(after, "a").at == 5
    assert {UnitRevealed(1), MoveStopped(0, 5, "hidden enemy")} <= set(events)
