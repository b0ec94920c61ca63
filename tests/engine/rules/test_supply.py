"""Supply (rule 5.1)."""

from __future__ import annotations

from typing import Any

import pytest

from game.engine.board import NO_SIDE
from game.engine.rules.supply import (
    in_bridgehead,
    linked_hexes,
    network,
    source_boxes,
    source_hexes,
    supplied_units,
)
from game.engine.state import GameState
from tests.engine.small import game, number, unit

REAR = {"id": "rear", "start_control": 0, "sources": (0,), "entries": ("0_0",)}


def land(rows: str, *units: Any, control: str = "", **more: Any) -> GameState:
    """The source of side 0 lies behind 0_0."""
    fields = {"boxes": [REAR], "roads": ["0_0 1_0"], **more}
    held = control or "0" * len(rows)
    return game(rows, units, control=held, **fields)


def linked(state: GameState, side: int = 0) -> list[int]:
    return [h for h, on in enumerate(linked_hexes(state, side)) if on]


def supplied(state: GameState, side: int = 0) -> set[str]:
    oob = state.scenario.oob
    return {oob.units[n].id for n in supplied_units(state, side)}


def test_six_hexes_from_the_road() -> None:
    assert linked(land("d" * 12)) == list(range(8))


def test_the_road_carries_supply_without_limit() -> None:
    road = " ".join(f"{k}_0" for k in range(20))
    assert linked(land("d" * 30, roads=[road])) == list(range(26))


def test_an_entry_without_a_road_feeds_the_ground_around_it() -> None:
    assert linked(land("d" * 12, roads=[])) == list(range(7))


@pytest.mark.parametrize(
    ("control", "end"), [("000.00000000", 8), ("000100000000", 3), ("000200000000", 3)]
)
def test_it_passes_own_ground_and_nobody_s(control: str, end: int) -> None:
    state = land("d" * 12, control=control, neutral=True)
    assert linked(state) == list(range(end))


def test_an_enemy_and_his_zone_stop_it_unless_an_own_unit_stands_there() -> None:
    foe = ("foe", 1, "infantry", "4_0")
    control = "000010000000"
    assert linked(land("d" * 12, foe, control=control)) == [0, 1, 2]
    held = land("d" * 12, foe, ("a", 0, "infantry", "3_0"), control=control)
    assert linked(held) == [0, 1, 2, 3]
    hidden = land("d" * 12, unit("foe", 1, "infantry", "4_0", hidden=True))
    assert linked(hidden) == list(range(8)), "what is not seen does not bar the way"


def test_no_channel_by_road_but_over_the_ground() -> None:
    state = land("d" * 12, roads=["0_0 1_0 2_0 3_0"], channels=["1_0 2_0"])
    assert linked(state) == list(range(8))


@pytest.mark.parametrize(
    ("kind", "now", "firm", "every", "capacity"),
    [
        ("bridge", "intact", 10, 10, 0),
        ("pontoon_site", "heavy", 10, 10, 0),
        ("pontoon_site", "pontoon", 3, 10, 4),
        ("ferry", "ferry", 3, 10, 3),
        ("pontoon_site", "open_site", 3, 3, 0),
        ("bridge", "destroyed", 3, 3, 0),
        ("ferry", "broken", 3, 3, 0),
    ],
)
def test_over_the_main_river(kind: str, now: str, firm: int, every: int, capacity: int) -> None:
    """Rule 6.2: what each crossing feeds; road to 1_0, the river after 2_0.

    The trace of six hexes begins again at a landing that supply reaches.
    """
    state = land("d" * 12, landmass="000111111111", crossings=[("x", kind, "2_0", "3_0", now)])
    net = network(state, 0)
    assert (sum(net.firm), sum(net.all), net.capacity) == (firm, every, capacity)


def test_a_road_at_the_far_landing_carries_it_on() -> None:
    state = land(
        "d" * 20, landmass="00" + "1" * 18, crossings=[("x", "bridge", "1_0", "2_0", "intact")],
        roads=["0_0 1_0", " ".join(f"{k}_0" for k in range(2, 10))],
    )  # fmt: skip
    assert linked(state) == list(range(16))


def test_a_ferry_serves_its_owner_only() -> None:
    site = ("x", "ferry", "1_0", "2_0", "ferry", 1)
    assert linked(land("dddd", landmass="0011", crossings=[site])) == [0, 1]


def test_limited_crossings_feed_the_first_of_the_order_of_battle() -> None:
    """Three units by ferry; units on the near bank do not count, nor do those in boxes."""
    units = [
        unit("near", 0, "infantry", "0_0"),
        *[unit(f"u{k}", 0, "infantry", "2_0", 1) for k in range(3)],
        unit("late", 0, "infantry", "3_0", 1),
        unit("boxed", 0, "infantry", box="rear"),
    ]
    state = land("dddd", *units, landmass="0011", crossings=[("x", "ferry", "1_0", "2_0", "ferry")])
    assert supplied(state) == {"near", "u0", "u1", "u2", "boxed"}
    assert in_bridgehead(state, number(state, "late"))
    assert not in_bridgehead(state, number(state, "near"))


def test_sources_are_boxes_held_and_those_linked_to_them() -> None:
    def boxes(far: int) -> list[dict[str, Any]]:
        return [{**REAR, "links": ((1, 2),)},
                {"id": "far", "start_control": far, "entries": ("3_0",)}]  # fmt: skip

    both = game("dddd", control="0000", boxes=boxes(0))
    assert source_boxes(both, 0) == [0, 1]
    assert source_hexes(both, 0) == [0, 3]
    assert source_boxes(game("dddd", control="0000", boxes=boxes(1)), 0) == [0]
    lost = game("dddd", control="0000", boxes=[{**REAR, "start_control": NO_SIDE}])
    assert source_boxes(lost, 0) == []
    assert linked(lost) == []


def test_an_ally_s_ground_carries_no_supply() -> None:
    """Rule 1.5."""
    assert linked(land("dddd", control="0200", neutral=True)) == [0]
