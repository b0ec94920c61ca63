"""Off-map boxes: entering, leaving, travelling, fighting for them (rules 7.1 to 7.3)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.board import NO_SIDE, NOWHERE
from game.engine.dice import Fixed, Purpose
from game.engine.events import (
    AttackResolved,
    BoxControlChanged,
    SupplyChanged,
    UnitArrived,
    UnitSetOut,
)
from game.engine.legality import why_illegal
from game.engine.orders import (
    AttackBox,
    ClaimBox,
    EnterMap,
    LeaveBattle,
    LeaveMap,
    Order,
    Recorded,
    TravelBox,
)
from game.engine.refusal import Refusal
from game.engine.state import GameState, Means, Status, Supply
from tests.engine.small import at, game, now, unit

BOXES = [
    {"id": "near", "entries": ("0_0",), "start_control": 0, "links": ((1, 1), (2, 0))},
    {"id": "far", "entries": ("4_0",), "entry_days": 2, "start_control": 1, "links": ((0, 1),)},
    {"id": "side", "start_control": NO_SIDE, "links": ((0, 0), (3, 1))},
    {"id": "other", "start_control": 2},
]


def played(*units: dict[str, Any], **more: Any) -> GameState:
    return game("ddddd\nddddd", units, boxes=BOXES, neutral=True, **more)


def code(state: GameState, order: Order) -> Refusal | None:
    refused = why_illegal(state, order)
    return refused.code if refused else None


def test_a_unit_enters_at_once_where_the_box_is_near() -> None:
    state = played(unit("col", 0, "motorised", box="near"))
    after, events = apply(state, EnterMap("col", at(state, "0_0")))
    col = now(after, "col")
    assert (col.status, col.at, col.box, col.fresh) == (Status.ON_MAP, 0, NOWHERE, False)
    assert col.mp == 20 - 2
    assert UnitArrived(0, 0, 0) in events
    assert after.control[0] == after.control[1] == 0


def test_a_road_into_the_map_is_cheap() -> None:
    state = played(unit("col", 0, "motorised", box="near"), roads=["0_0 1_0"])
    assert now(apply(state, EnterMap("col", 0))[0], "col").mp == 20 - 1


def test_an_enemy_zone_on_the_entry_hex_ends_the_move() -> None:
    state = played(unit("col", 0, "motorised", box="near"), unit("foe", 1, "fighters", "1_0"))
    assert now(apply(state, EnterMap("col", 0))[0], "col").mp == 0


def test_a_belt_on_the_entry_hex_goes_off() -> None:
    state = played(
        unit("col", 0, "motorised", box="near", steps=1), belts=[("b", "0_0", 1)], recorded=True
    )
    after, _ = apply(state, Recorded(EnterMap("col", 0), (Fixed(Purpose.BELT, "col", 6),)))
    assert now(after, "col").status is Status.ELIMINATED
    after, _ = apply(state, Recorded(EnterMap("col", 0), (Fixed(Purpose.BELT, "col", 3),)))
    assert now(after, "col").mp == 0
    assert now(after, "col").at == 0


def test_a_unit_sets_out_where_the_box_is_days_away() -> None:
    state = played(unit("col", 1, "raiders", box="far"), active=1)
    entry = at(state, "4_0")
    after, events = apply(state, EnterMap("col", entry))
    col = now(after, "col")
    assert (col.status, col.at, col.box, col.due, col.mp) == (Status.TRAVELLING, entry, 1, 3, 0)
    assert UnitSetOut(0, 1, entry, 3) in events


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"mp": 0}, Refusal.SPENT),
        ({"fought": True}, Refusal.SPENT),
        ({"suppressed": 2}, Refusal.SUPPRESSED),
        ({"type": "garrison"}, Refusal.WRONG_KIND),
    ],
)
def test_who_cannot_set_out(fields: dict[str, Any], wanted: Refusal) -> None:
    state = played(unit("col", 0, **{"type": "infantry", "box": "near", **fields}))
    assert code(state, EnterMap("col", 0)) is wanted
    assert code(state, TravelBox("col", "far")) is wanted
    fields = {"type": "infantry", "hex": "0_0", **fields}
    assert code(played(unit("col", 0, **fields)), LeaveMap("col", "near")) is wanted


def test_where_a_unit_cannot_enter() -> None:
    col = unit("col", 0, "infantry", box="near")
    state = played(col)
    assert code(state, EnterMap("col", at(state, "1_0"))) is Refusal.NO_WAY
    assert code(state, EnterMap("who", 0)) is Refusal.UNKNOWN
    assert code(replace(state, active=1), EnterMap("col", 0)) is Refusal.NOT_YOURS
    on_map = played(unit("col", 0, "infantry", "0_0"))
    assert code(on_map, EnterMap("col", 0)) is Refusal.NOT_HERE
    enemy = played(col, unit("foe", 1, "fighters", "0_0"))
    assert code(enemy, EnterMap("col", 0)) is Refusal.ENEMY_THERE
    full = played(col, *(unit(f"u{k}", 0, "infantry", "0_0") for k in range(3)))
    assert code(full, EnterMap("col", 0)) is Refusal.STACKING
    neutral = played(col, control="20000\n00000")
    assert code(neutral, EnterMap("col", 0)) is Refusal.NEUTRAL


def test_enemies_who_defend_a_box_bar_the_way() -> None:
    state = played(unit("col", 0, "infantry", box="far"), unit("foe", 1, "fighters", box="far"))
    assert code(state, EnterMap("col", at(state, "4_0"))) is Refusal.ENEMY_THERE
    assert code(state, TravelBox("col", "near")) is None
    lost = replace(state, boxes=bytes([1, 1, NO_SIDE, 2]))
    assert code(lost, TravelBox("col", "near")) is Refusal.ENEMY_THERE


def test_leaving_the_map() -> None:
    state = played(unit("col", 0, "infantry", "0_0"), unit("tank", 0, "armour", "4_0"))
    after, events = apply(state, LeaveMap("col", "near"))
    assert (now(after, "col").status, now(after, "col").box) == (Status.IN_BOX, 0)
    assert now(after, "col").at == NOWHERE
    assert now(after, "col").mp == 0
    assert UnitArrived(0, NOWHERE, 0) in events
    after, events = apply(state, LeaveMap("tank", "far"))
    assert (now(after, "tank").status, now(after, "tank").due) == (Status.TRAVELLING, 3)
    assert now(after, "tank").at == NOWHERE
    assert after.boxes == state.boxes
    assert UnitSetOut(1, 1, NOWHERE, 3) in events
    assert code(state, LeaveMap("tank", "near")) is Refusal.NOT_HERE
    assert code(state, LeaveMap("tank", "nowhere")) is Refusal.UNKNOWN


def test_in_a_box_of_its_own_side_a_unit_is_no_longer_cut_off() -> None:
    state = played(
        unit("col", 0, "infantry", "0_0", supply=Supply.ISOLATED, cut_days=3),
        unit("b", 0, "infantry", "0_0", supply=Supply.LOW, cut_days=1),
    )
    after, events = apply(state, LeaveMap("col", "near"))
    assert (now(after, "col").supply, now(after, "col").cut_days) == (Supply.SUPPLIED, 0)
    assert SupplyChanged(0, Supply.SUPPLIED, 0) in events
    lost = replace(state, boxes=bytes([1, 1, NO_SIDE, 2]))
    assert now(apply(lost, LeaveMap("b", "near"))[0], "b").supply is Supply.LOW


def test_travelling_between_boxes() -> None:
    state = played(unit("col", 0, "infantry", box="near"), unit("b", 0, "infantry", box="side"))
    after, events = apply(state, TravelBox("col", "far"))
    col = now(after, "col")
    assert (col.status, col.box, col.due, col.at) == (Status.TRAVELLING, 1, 2, NOWHERE)
    assert UnitSetOut(0, 1, NOWHERE, 2) in events
    after, _ = apply(state, TravelBox("col", "side"))
    assert (now(after, "col").status, now(after, "col").box) == (Status.IN_BOX, 2)
    assert code(state, TravelBox("b", "far")) is Refusal.NO_WAY
    assert code(state, TravelBox("b", "other")) is Refusal.NEUTRAL


def test_a_box_is_fought_for_and_claimed() -> None:
    state = played(
        unit("col", 0, "armour", box="far", steps=4),
        unit("foe", 1, "militia", box="far", steps=1),
        means={0: Means(air=1)},
        recorded=True,
    )
    assert code(state, ClaimBox("far")) is Refusal.ENEMY_THERE
    order = AttackBox("far", ("col",), 1)
    after, events = apply(state, Recorded(order, (Fixed(Purpose.ATTACK, "far", 12),)))
    assert any(isinstance(e, AttackResolved) and e.box == 1 for e in events)
    assert now(after, "foe").status is Status.ELIMINATED
    assert now(after, "col").fought
    assert after.means[0].air == 0
    assert after.boxes[1] == 1
    claimed, events = apply(after, ClaimBox("far"))
    assert claimed.boxes[1] == 0
    assert BoxControlChanged(1, 0) in events
    assert code(claimed, ClaimBox("far")) is Refusal.NOTHING_TO_DO


def test_attacks_in_boxes_that_are_refused() -> None:
    foe = unit("foe", 1, "militia", box="far")
    state = played(unit("col", 0, "armour", box="far"), unit("b", 0, "armour", box="near"), foe)
    assert code(state, AttackBox("far", ("col",))) is None
    assert code(state, AttackBox("fra", ("col",))) is Refusal.UNKNOWN
    assert code(state, AttackBox("far", ())) is Refusal.NOTHING_TO_DO
    assert code(state, AttackBox("far", ("col", "col"))) is Refusal.SPENT
    assert code(state, AttackBox("far", ("col", "b"))) is Refusal.NOT_HERE
    assert code(state, AttackBox("near", ("b",))) is Refusal.NO_ENEMY
    assert code(state, AttackBox("far", ("col",), 1)) is Refusal.NO_MEANS
    tired = played(unit("col", 0, "armour", box="far", fought=True), foe)
    assert code(tired, AttackBox("far", ("col",))) is Refusal.SPENT
    shaken = played(unit("col", 0, "armour", box="far", suppressed=2), foe)
    assert code(shaken, AttackBox("far", ("col",))) is Refusal.SUPPRESSED
    assert code(shaken, ClaimBox("far")) is Refusal.NOT_HERE


def test_what_cannot_be_claimed() -> None:
    state = played(unit("col", 0, "infantry", box="other"))
    assert code(state, ClaimBox("other")) is Refusal.NEUTRAL
    assert code(state, ClaimBox("far")) is Refusal.NOT_HERE
    assert code(state, ClaimBox("what")) is Refusal.UNKNOWN


def test_leaving_the_battle() -> None:
    state = played(unit("col", 0, "infantry", box="near"), unit("b", 0, "infantry", box="far"))
    after, _ = apply(state, LeaveBattle("col"))
    assert now(after, "col").status is Status.DEPARTED
    assert now(after, "col").steps == 2
    assert after.losses == state.losses
    assert code(state, LeaveBattle("b")) is Refusal.NOT_YOURS
    tired = played(unit("col", 0, "infantry", box="near", fresh=False))
    assert code(tired, LeaveBattle("col")) is Refusal.SPENT
