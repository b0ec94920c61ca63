"""Attacks over the main river: crossings, boats, advance (rules 2.8, 3.1, 3.7)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.board import CrossingState
from game.engine.dice import Fixed, Purpose
from game.engine.forces import Side
from game.engine.legal_orders import legal_orders
from game.engine.legality import why_illegal
from game.engine.orders import Attack, Order, Recorded
from game.engine.refusal import Refusal
from game.engine.rules.odds import sheet
from game.engine.rules.river_assault import BOAT, NO_WAY, ways_over
from game.engine.state import CrossingNow, GameState
from tests.engine.small import game, now, unit

SITE = ("x", "pontoon_site", "0_0", "1_0", "open_site")
FERRY = ("f", "ferry", "0_0", "1_0", "ferry")
SAILORS = (Side("red", "", "", "", boats=True), Side("blue", "", "", ""))


def code(state: GameState, order: Order) -> Refusal | None:
    refused = why_illegal(state, order)
    return refused.code if refused else None


def shore(*kinds: str, **more: Any) -> GameState:
    """Units u0, u1 ... at 0_0; the river; one militia step at 1_0, free ground behind."""
    units = [unit(f"u{k}", 0, kind, "0_0", 2) for k, kind in enumerate(kinds)]
    foe = unit("foe", 1, "militia", "1_0", 1)
    return game("ddd", [*units, foe], **{"landmass": "011", "control": "011", **more})


def stormed(state: GameState, *units: str, total: int = 12) -> GameState:
    order = Attack(1, units, advance=units)
    dice = (Fixed(Purpose.ATTACK, "", total),)
    return apply(replace(state, recorded=True), Recorded(order, dice))[0]


def shift(state: GameState, *units: str) -> int:
    return sum(s.value for s in sheet(state, Attack(1, units)).shifts if s.name == "water")


def test_every_attacker_takes_a_boat_and_goes_ashore_in_it() -> None:
    state = shore("infantry", "motorised", crossings=[SITE])
    assert ways_over(state, (0, 1), 1) == {0: BOAT, 1: BOAT}
    assert shift(state, "u0", "u1") == -3
    after = stormed(state, "u0", "u1")
    assert after.boats_used == 2
    assert [now(after, u).at for u in ("u0", "u1")] == [1, 1]


def test_boats_are_used_whatever_comes_of_the_attack() -> None:
    assert stormed(shore("infantry", crossings=[SITE]), "u0", total=7).boats_used == 1


def test_no_more_boats_than_there_are() -> None:
    state = shore("infantry", "infantry", sides=SAILORS, boats_used=2)
    assert code(state, Attack(1, ("u0",))) is None
    assert code(state, Attack(1, ("u0", "u1"))) is Refusal.NO_MEANS
    listed = {o.units for o in legal_orders(state) if isinstance(o, Attack)}
    assert listed == {("u0",), ("u1",)}


def test_a_ferry_carries_before_boats_do_and_the_attack_is_its_use() -> None:
    state = shore("infantry", "infantry", crossings=[FERRY])
    assert ways_over(state, (0, 1), 1) == {0: 0, 1: 0}
    assert shift(state, "u0", "u1") == -1
    after = stormed(state, "u0", "u1")
    assert (after.boats_used, after.crossings[0].used) == (0, 2)
    assert [now(after, u).at for u in ("u0", "u1")] == [1, 1]
    held = stormed(state, "u0", total=7)
    assert held.crossings[0].used == 1


def test_a_full_ferry_leaves_the_rest_to_boats() -> None:
    full = (CrossingNow(CrossingState.FERRY, used=3),)
    state = replace(shore("infantry", "bridging", crossings=[FERRY], sides=SAILORS), crossings=full)
    assert ways_over(state, (0, 1), 1) == {0: BOAT, 1: 0}, "who fits into no boat goes first"
    assert shift(state, "u0") == shift(state, "u1") == -1, "each alone by the ferry"
    assert shift(state, "u0", "u1") == -1, "a boat, but engineers are there"
    assert code(state, Attack(1, ("u0", "u1"))) is None
    no_boats = replace(shore("infantry", "infantry", crossings=[FERRY]), crossings=full)
    assert code(no_boats, Attack(1, ("u0",))) is None
    assert code(no_boats, Attack(1, ("u0", "u1"))) is Refusal.NO_WAY


@pytest.mark.parametrize(("kind", "used"), [("infantry", 0), ("motorised", 1)])
def test_a_light_pontoon_counts_vehicles_only(kind: str, used: int) -> None:
    site = ("p", "pontoon_site", "0_0", "1_0", "pontoon")
    assert stormed(shore(kind, crossings=[site]), "u0").crossings[0].used == used


def test_who_has_no_way_at_all() -> None:
    state = shore("armour", sides=SAILORS)
    assert ways_over(state, (0,), 1) == {0: NO_WAY}
    assert code(state, Attack(1, ("u0",))) is Refusal.NO_WAY


def test_on_the_same_bank_nothing_is_counted() -> None:
    state = shore("infantry", landmass="000", sides=SAILORS)
    assert ways_over(state, (0,), 1) == {}
    assert stormed(state, "u0").boats_used == 0
