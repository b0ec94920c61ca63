"""Zones of control (rule 2.3)."""

from __future__ import annotations

from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.legality import why_illegal
from game.engine.orders import Move
from game.engine.rules.mobility import range_of
from game.engine.rules.zoc import enemy_zone, zone_of
from game.engine.state import GameState, Supply
from tests.engine.small import at, game, now, number, unit

PLAIN = "ddddd\n ddddd\nddddd"


def zone(state: GameState, unit_id: str) -> set[str]:
    return {state.scenario.board.grid.label(h) for h in zone_of(state, number(state, unit_id))}


def test_a_unit_exerts_a_zone_into_the_six_hexes_around_it() -> None:
    state = game(PLAIN, [("a", 0, "infantry", "2_1")])
    assert zone(state, "a") == {"2_0", "3_0", "1_1", "3_1", "2_2", "3_2"}
    assert not any(enemy_zone(state, 0))
    assert sum(enemy_zone(state, 1)) == 6


@pytest.mark.parametrize(
    ("fields", "exerts"),
    [
        ({}, True),
        ({"steps": 1}, True),
        ({"suppressed": 1}, True),
        ({"suppressed": 2}, False),
        ({"hidden": True}, False),
        ({"supply": Supply.ISOLATED}, True),
        ({"supply": Supply.ISOLATED, "steps": 1}, False),
        ({"supply": Supply.LOW, "steps": 1}, True),
    ],
)
def test_who_exerts_a_zone(fields: dict[str, Any], exerts: bool) -> None:
    state = game(PLAIN, [unit("a", 0, "infantry", "2_1", **fields)])
    assert bool(zone(state, "a")) is exerts


def test_no_zone_over_the_main_river_but_over_a_channel() -> None:
    state = game("dddd", [("a", 0, "infantry", "1_0")], landmass="0011", channels=["0_0 1_0"])
    assert zone(state, "a") == {"0_0"}


@pytest.mark.parametrize(
    ("rows", "there"),
    [("UUU", False), ("UuU", True), ("uUu", True), ("rrr", True), ("dUU", True)],
)
def test_no_zone_from_old_quarters_into_old_quarters(rows: str, there: bool) -> None:
    state = game(rows, [("a", 0, "infantry", "1_0")])
    assert ("0_0" in zone(state, "a")) is there


def test_neutrals_exert_no_zone_on_each_other() -> None:
    state = game("ddd", [("a", 0, "infantry", "1_0"), ("c", 2, "infantry", "2_0")], neutral=True)
    assert not any(enemy_zone(state, 2))
    assert sum(enemy_zone(state, 1)) == 2, "grey is neutral to blue as well"


def test_a_move_ends_in_the_first_hex_of_a_zone() -> None:
    state = game("ddddddd", [("a", 0, "infantry", "0_0"), ("foe", 1, "infantry", "4_0")])
    assert max(range_of(state, 0).cost) == 3
    beyond = Move("a", 2, (3,))
    assert why_illegal(state, beyond) is not None, "nor can the way lead through it"


def test_from_zone_to_zone_takes_the_whole_allowance() -> None:
    """Only a unit that has not moved yet can do it, for all it has, and only to the next hex."""
    corner = [("foe", 1, "infantry", "0_1")]
    state = game("dd\n dd", [("a", 0, "infantry", "0_0"), *corner])
    assert range_of(state, 0).cost == {at(state, "0_0"): 0, at(state, "1_0"): 12}
    after, _ = apply(state, Move("a", at(state, "1_0")))
    assert now(after, "a").mp == 0
    tired = game("dd\n dd", [unit("a", 0, "infantry", "0_0", mp=11), *corner])
    assert range_of(tired, 0).cost == {0: 0}


def test_the_way_round_outside_the_zone_costs_no_more_than_its_hexes() -> None:
    state = game(PLAIN, [("a", 0, "infantry", "2_0"), ("foe", 1, "infantry", "2_1")])
    cost = range_of(state, 0).cost
    assert cost[at(state, "1_0")] == 2, "out of the zone"
    assert cost[at(state, "1_1")] == 4, "and into it again"
