"""Handing over places by agreement (rule 5.6, second part)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.engine.apply import apply
from game.engine.board import Place
from game.engine.draft import Draft
from game.engine.events import (
    AgreementMade,
    BoxControlChanged,
    ControlChanged,
    PlaceHandedOver,
    UnitSetOut,
)
from game.engine.legality import why_illegal
from game.engine.orders import HandOver, Order
from game.engine.refusal import Refusal
from game.engine.rules.agreements import make_agreement
from game.engine.state import Agreement, GameState, Status
from tests.engine.small import at, game, now, unit

PLACES = (
    Place("village", "Village", "", "village", (1, 2), 1),
    Place("next", "Next", "", "village", (3,), 3),
    Place("town", "Town", "", "town", (), -1, box=0),
    Place("bridge", "Bridge", "", "bridge", (), -1, box=0),
)
BOXES = [
    {"id": "far", "start_control": 0, "links": ((1, 3),)},
    {"id": "rear", "start_control": 0, "links": ((0, 3),)},
    {"id": "theirs", "start_control": 1},
]
OWN, OTHER = unit("own", 0, "infantry", "5_1"), unit("other", 1, "infantry", "0_1")


def played(*units: dict[str, Any], agreed: tuple[int, ...] = (0,), **more: Any) -> GameState:
    rest = {"control": "000000\n111100", "agreements": (Agreement(0, 1, agreed),), **more}
    return game("dddddd\ndddddd", (OWN, OTHER, *units), places=PLACES, boxes=BOXES, **rest)


def code(state: GameState, order: Order) -> Refusal | None:
    refused = why_illegal(state, order)
    return refused.code if refused else None


def test_making_an_agreement() -> None:
    draft = Draft(played())
    make_agreement(draft, 1, 0, (1, 2))
    assert draft.agreements[-1] == Agreement(1, 0, (1, 2))
    assert draft.events == [AgreementMade(1, 0, (1, 2))]


def test_a_place_passes_with_the_empty_ground_beside_it() -> None:
    state = played()
    after, events = apply(state, HandOver("village", "blue"))
    assert list(after.control[:6]) == [1, 1, 1, 0, 0, 0]
    assert ControlChanged((1, 2, 0), 1, "agreement") in events
    assert PlaceHandedOver(0, 0, 1) in events
    assert code(after, HandOver("village", "blue")) is Refusal.NOT_YOURS


def test_ground_of_other_places_other_banks_and_of_own_units_stays() -> None:
    state = played(unit("guard", 0, "infantry", "0_0"))
    after, _ = apply(state, HandOver("village", "blue"))
    assert list(after.control[:6]) == [0, 1, 1, 0, 0, 0]
    both = played(agreed=(0, 1))
    assert list(apply(both, HandOver("village", "blue"))[0].control[:4]) == [1, 1, 1, 1]
    bank = played(landmass="100000\n000000")
    assert apply(bank, HandOver("village", "blue"))[0].control[0] == 0


def test_units_in_the_place_leave_for_a_box() -> None:
    state = played(unit("guard", 0, "infantry", "1_0"))
    assert code(state, HandOver("village", "blue")) is Refusal.NO_WAY
    assert code(state, HandOver("village", "blue", "theirs")) is Refusal.NO_WAY
    assert code(state, HandOver("village", "blue", "none")) is Refusal.UNKNOWN
    after, events = apply(state, HandOver("village", "blue", "rear"))
    guard = now(after, "guard")
    assert (guard.status, guard.box, guard.due) == (Status.TRAVELLING, 1, 2)
    assert UnitSetOut(2, 1, -1, 2) in events


def test_a_box_passes_as_a_whole() -> None:
    assert code(played(agreed=(2,)), HandOver("town", "blue")) is Refusal.NO_AGREEMENT
    state = played(unit("guard", 0, "infantry", box="far"), agreed=(2, 3))
    assert code(state, HandOver("town", "blue", "far")) is Refusal.NO_WAY
    after, events = apply(state, HandOver("town", "blue", "rear"))
    assert after.boxes[0] == 1
    assert now(after, "guard").due == 4
    assert BoxControlChanged(0, 1) in events
    assert PlaceHandedOver(2, 0, 1) in events
    assert PlaceHandedOver(3, 0, 1) in events


def test_what_is_refused() -> None:
    state = played()
    assert code(state, HandOver("next", "blue")) is Refusal.NO_AGREEMENT
    assert code(state, HandOver("vilage", "blue")) is Refusal.UNKNOWN
    assert code(state, HandOver("village", "green")) is Refusal.UNKNOWN
    their_turn = replace(state, active=1)
    assert code(their_turn, HandOver("village", "red")) is Refusal.NO_AGREEMENT
    gone = replace(
        state,
        units=(state.units[0], replace(state.units[1], status=Status.DEPARTED, at=-1)),
    )
    assert code(gone, HandOver("village", "blue")) is Refusal.NOTHING_TO_DO
    assert at(state, "1_0") == 1
