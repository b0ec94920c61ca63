"""Reinforcements and units on the road (rule 7.2)."""

from __future__ import annotations

from typing import Any

from game.engine.board import NOWHERE
from game.engine.draft import Draft
from game.engine.events import UnitArrived
from game.engine.rules.arrivals import land_arrivals
from game.engine.state import GameState, Status
from tests.engine.small import at, game, now, unit

BOXES = [{"id": "rear", "entries": ("0_0",), "entry_days": 1}]


def landed(*units: dict[str, Any], side: int = 0, **more: Any) -> tuple[GameState, Draft]:
    state = game("dddddd\ndddddd", units, boxes=BOXES, **{"turn": 4, **more})
    draft = Draft(state)
    land_arrivals(draft, side)
    return draft.freeze(), draft


def waiting(name: str, side: int, hex: str = "", **fields: Any) -> dict[str, Any]:
    return unit(name, side, "infantry", hex, **{"status": Status.WAITING, "due": 4, **fields})


def test_a_reinforcement_comes_on_its_day_to_its_hex() -> None:
    after, draft = landed(waiting("a", 0, "2_0"), waiting("b", 0, "3_0", due=5))
    assert (now(after, "a").status, now(after, "a").at) == (Status.ON_MAP, 2)
    assert now(after, "b").status is Status.WAITING
    assert UnitArrived(0, 2, NOWHERE) in draft.events
    assert after.control[2] == 0


def test_only_the_side_whose_turn_it_is() -> None:
    after, _ = landed(waiting("a", 0, "2_0"), side=1)
    assert now(after, "a").status is Status.WAITING


def test_it_looks_for_own_ground_nearby_if_its_hex_is_taken() -> None:
    foe = unit("foe", 1, "fighters", "2_0")
    after, _ = landed(waiting("a", 0, "2_0"), foe, control="111111\n000000")
    assert at(after, "1_1") == now(after, "a").at
    after, _ = landed(waiting("a", 0, "2_0"), foe, control="111111\n111111")
    assert now(after, "a").status is Status.WAITING


def test_the_stacking_limit_holds() -> None:
    others = [unit(f"u{k}", 0, "infantry", "2_0") for k in range(3)]
    after, _ = landed(waiting("a", 0, "2_0"), *others)
    assert now(after, "a").at == at(after, "1_0")


def test_a_reinforcement_for_a_box() -> None:
    after, draft = landed(waiting("a", 0, box="rear"))
    assert (now(after, "a").status, now(after, "a").box) == (Status.IN_BOX, 0)
    assert UnitArrived(0, NOWHERE, 0) in draft.events


def test_the_end_of_a_journey() -> None:
    after, draft = landed(
        unit("a", 0, "infantry", status=Status.TRAVELLING, box="rear", due=4),
        unit("b", 0, "infantry", status=Status.TRAVELLING, box="rear", due=4, at=0),
        unit("c", 0, "infantry", status=Status.TRAVELLING, box="rear", due=5),
    )
    assert (now(after, "a").status, now(after, "a").due) == (Status.IN_BOX, 0)
    b = now(after, "b")
    assert (b.status, b.at, b.box) == (Status.ON_MAP, 0, NOWHERE)
    assert now(after, "c").status is Status.TRAVELLING
    assert UnitArrived(1, 0, 0) in draft.events
    assert after.control[0] == 0


def test_an_enemy_on_the_entry_hex_makes_it_wait() -> None:
    after, _ = landed(
        unit("b", 0, "infantry", status=Status.TRAVELLING, box="rear", due=3, at=0),
        unit("foe", 1, "fighters", "0_0"),
    )
    assert now(after, "b").status is Status.TRAVELLING
