"""Slipping away from the enemy (rule 5.6, first part)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.dice import Fixed, Purpose
from game.engine.events import MoveStopped, StepsLost, UnitMoved, UnitSetOut
from game.engine.forces import Side
from game.engine.legality import why_illegal
from game.engine.orders import Order, Recorded, Withdraw
from game.engine.refusal import Refusal
from game.engine.rules.withdrawal import withdrawal_hexes
from game.engine.state import GameState, Status
from tests.engine.small import at, game, now, number, unit

SIDES = (Side("red", "Red", "", ""), Side("blue", "Blue", "", "", boats=True))
LAND = "0000000\n0000000\n1111111\n1111111"
FIELD = "ddddddd\nddddddd\nddddddd\nddddddd"
FOE = unit("foe", 0, "infantry", "1_0")


def played(*units: dict[str, Any], **more: Any) -> GameState:
    rest = {"sides": SIDES, "landmass": LAND, "active": 1, "recorded": True, **more}
    return game(FIELD, units, **rest)


def code(state: GameState, order: Order) -> Refusal | None:
    refused = why_illegal(state, order)
    return refused.code if refused else None


def lucky(unit_id: str, to: str, state: GameState, face: int = 6) -> Recorded:
    dice = (Fixed(Purpose.WITHDRAW, unit_id, face),)
    return Recorded(Withdraw(unit_id, at(state, to)), dice)


def test_a_unit_slips_out_through_enemy_zones() -> None:
    state = played(
        unit("lads", 1, "fighters", "2_0"), FOE, unit("f2", 0, "infantry", "4_0"),
        unit("f3", 0, "infantry", "2_1"),
    )  # fmt: skip
    after, events = apply(state, lucky("lads", "6_1", state))
    lads = now(after, "lads")
    assert (lads.at, lads.mp, lads.fresh, lads.fought) == (at(state, "6_1"), 0, False, True)
    assert lads.steps == 2
    moved = next(e for e in events if isinstance(e, UnitMoved))
    assert moved.how == "withdrawal"
    assert moved.path[0] == 2
    assert not any(at(state, h) in moved.path for h in ("1_0", "4_0", "2_1"))
    assert after.control[lads.at] == 1


def test_it_may_cost_a_step() -> None:
    state = played(unit("lads", 1, "fighters", "2_0"), FOE)
    after, events = apply(state, lucky("lads", "6_0", state, face=1))
    assert now(after, "lads").steps == 1
    assert StepsLost(0, 1, "withdrawal") in events
    state = played(unit("lads", 1, "fighters", "2_0", 1), FOE)
    after, events = apply(state, lucky("lads", "6_0", state, face=1))
    assert now(after, "lads").status is Status.ELIMINATED
    assert not any(isinstance(e, UnitMoved) for e in events)


def test_out_of_reach_of_the_enemy_there_is_no_risk() -> None:
    state = played(unit("lads", 1, "fighters", "4_0"), FOE)
    after, _ = apply(state, Withdraw("lads", at(state, "6_0")))
    assert after.dice.drawn == 0
    assert now(after, "lads").at == at(state, "6_0")


def test_where_it_cannot_go() -> None:
    lads = unit("lads", 1, "fighters", "2_0")
    state = played(lads, FOE, unit("f2", 0, "infantry", "6_0"))
    assert code(state, Withdraw("lads", 2)) is Refusal.NOTHING_TO_DO
    assert code(state, Withdraw("lads", 1)) is Refusal.ENEMY_THERE
    assert code(state, Withdraw("lads", 5)) is Refusal.ENEMY_THERE
    assert code(state, Withdraw("lads", 99)) is Refusal.UNKNOWN
    assert code(state, Withdraw("lads")) is Refusal.UNKNOWN
    assert code(state, Withdraw("foe", 3)) is Refusal.NOT_YOURS
    post = played(unit("lads", 1, "garrison", "2_0"), FOE)
    assert code(post, Withdraw("lads", 4)) is Refusal.WRONG_KIND
    pinned = played(unit("lads", 1, "fighters", "2_0", suppressed=2), FOE)
    assert code(pinned, Withdraw("lads", 4)) is Refusal.SUPPRESSED
    shaken = played(unit("lads", 1, "fighters", "2_0", suppressed=1), FOE)
    assert code(shaken, Withdraw("lads", 4)) is None
    tired = played(unit("lads", 1, "fighters", "2_0", fresh=False), FOE)
    assert code(tired, Withdraw("lads", 4)) is Refusal.SPENT
    full = played(lads, FOE, *(unit(f"u{k}", 1, "fighters", "4_0") for k in range(3)))
    assert code(full, Withdraw("lads", 4)) is Refusal.STACKING


def test_a_friend_holds_the_door_in_an_enemy_zone() -> None:
    state = played(
        unit("lads", 1, "fighters", "2_0"), FOE, unit("f2", 0, "infantry", "6_0"),
        unit("pal", 1, "fighters", "5_0"),
    )  # fmt: skip
    assert code(state, Withdraw("lads", 5)) is None


def test_an_enemy_not_yet_seen_is_not_walked_through() -> None:
    state = played(
        unit("lads", 1, "fighters", "2_1"),
        *(unit(f"f{k}", 0, "infantry", h) for k, h in enumerate(["2_0", "3_0", "1_1"])),
        unit("ghost", 0, "infantry", "3_1", hidden=True),
        sides=(Side("red", "", "", ""), Side("blue", "", "", "")),
    )
    assert at(state, "4_1") in withdrawal_hexes(state, 0)  # what is unseen does not show
    after, events = apply(state, Withdraw("lads", at(state, "4_1")))
    assert now(after, "lads").at == at(state, "2_1")
    assert not now(after, "ghost").hidden
    assert any(isinstance(e, MoveStopped) for e in events)


def test_leg_units_cross_the_river_in_their_boats() -> None:
    state = played(unit("lads", 1, "fighters", "2_1"), unit("foe", 0, "infantry", "1_1"))
    after, events = apply(state, lucky("lads", "2_2", state))
    assert now(after, "lads").at == at(state, "2_2")
    assert after.boats_used == 1
    assert next(e for e in events if isinstance(e, UnitMoved)).cost == 6
    after, _ = apply(state, lucky("lads", "4_1", state))
    assert after.boats_used == 0
    none_left = replace(state, boats_used=state.scenario.rules.ground.boat_capacity)
    assert code(none_left, Withdraw("lads", at(state, "2_2"))) is Refusal.NO_WAY
    raiders = played(unit("cars", 1, "raiders", "2_1"))
    assert code(raiders, Withdraw("cars", at(state, "2_2"))) is Refusal.NO_WAY


BOXES = [
    {"id": "gate", "entries": ("6_0",), "start_control": 1},
    {"id": "lower", "start_control": 1},
    {"id": "lost", "entries": ("6_0",), "start_control": 0},
]


def test_off_the_map_through_an_entry() -> None:
    state = played(unit("lads", 1, "fighters", "2_0"), FOE, boxes=BOXES)
    order = Recorded(Withdraw("lads", box="gate"), (Fixed(Purpose.WITHDRAW, "lads", 6),))
    after, events = apply(state, order)
    lads = now(after, "lads")
    assert (lads.status, lads.box, lads.due, lads.at) == (Status.TRAVELLING, 0, 2, -1)
    assert any(isinstance(e, UnitMoved) and e.path[-1] == 6 for e in events)
    assert UnitSetOut(0, 0, -1, 2) in events
    assert code(state, Withdraw("lads", box="lost")) is Refusal.ENEMY_THERE
    assert code(state, Withdraw("lads", box="none")) is Refusal.UNKNOWN
    assert code(state, Withdraw("lads", 3, "gate")) is Refusal.UNKNOWN


def test_off_the_map_by_boat() -> None:
    state = played(unit("lads", 1, "fighters", "2_1"), boxes=BOXES)
    after, events = apply(state, Withdraw("lads", box="lower"))
    assert (now(after, "lads").status, now(after, "lads").due) == (Status.TRAVELLING, 3)
    assert after.boats_used == 1
    assert not any(isinstance(e, UnitMoved) for e in events)
    none_left = replace(state, boats_used=3)
    assert code(none_left, Withdraw("lads", box="lower")) is Refusal.NO_WAY
    lost = replace(state, boxes=bytes([1, 0, 0]))
    assert code(lost, Withdraw("lads", box="lower")) is Refusal.ENEMY_THERE
    dry = game("ddddddd", [unit("lads", 1, "fighters", "2_0")], sides=SIDES, active=1, boxes=BOXES)
    assert code(dry, Withdraw("lads", box="lower")) is Refusal.NO_WAY
    tanks = played(unit("lads", 1, "armour", "2_1"), boxes=BOXES)
    assert code(tanks, Withdraw("lads", box="lower")) is Refusal.NO_WAY


@pytest.mark.parametrize("where", ["0_0", "2_0", "4_1", "6_1"])
def test_the_hexes_listed_are_the_legal_ones(where: str) -> None:
    state = played(unit("lads", 1, "fighters", where), unit("foe", 0, "infantry", "3_0"))
    lads = number(state, "lads")
    legal = [h for h in range(28) if code(state, Withdraw("lads", h)) is None]
    assert withdrawal_hexes(state, lads) == legal != []
