"""Moving (rules 2.1, 2.2, 2.4, 2.6)."""

from __future__ import annotations

from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.dice import Fixed, Purpose
from game.engine.events import MoveStopped, UnitMoved, UnitRevealed
from game.engine.legality import why_illegal
from game.engine.orders import Attack, Move, Order, Recorded
from game.engine.refusal import Refusal
from game.engine.rules.mobility import range_of
from game.engine.state import GameState
from tests.engine.small import at, game, now, number, unit

TOWN = "dhfvsuUiraboddddd"


def code(state: GameState, order: Order) -> Refusal | None:
    refused = why_illegal(state, order)
    return refused.code if refused else None


def reached(state: GameState, unit_id: str) -> dict[str, float]:
    """Hexes in range and their cost in movement points."""
    label = state.scenario.board.grid.label
    found = range_of(state, number(state, unit_id)).cost
    return {label(h): cost / 2 for h, cost in found.items()}


@pytest.mark.parametrize(
    ("letter", "leg", "vehicle"),
    [
        ("d", 1, 1), ("h", 2, 3), ("f", 2, 3), ("v", 2, 2), ("s", 2, 2), ("u", 2, 3),
        ("U", 3, 4), ("i", 2, 3), ("r", 3, 5), ("a", 1, 1), ("b", 2, 2), ("o", 2, 2),
    ],
)  # fmt: skip
def test_what_it_costs_to_enter_each_terrain(letter: str, leg: int, vehicle: int) -> None:
    """Rule 2.2: the table of movement points."""
    ways = {"infantry": leg, "motorised": vehicle, "armour": vehicle}
    for kind, cost in ways.items():
        state = game("d" + letter, [("a", 0, kind, "0_0")])
        assert reached(state, "a")["1_0"] == cost, kind


def test_allowances() -> None:
    """Rule 2.1: leg 6, motor 10, tracked 8, a garrison none; only as far as the points last."""
    for kind, points in {"infantry": 6, "motorised": 10, "armour": 8, "garrison": 0}.items():
        state = game("d" * 14, [("a", 0, kind, "0_0")])
        assert len(reached(state, "a")) == points + 1


def test_a_road_costs_half_a_point_whatever_the_terrain() -> None:
    """Rule 2.2."""
    state = game("dUUU", [("a", 0, "armour", "0_0")], roads=["0_0 1_0 2_0 3_0"])
    assert reached(state, "a") == {"0_0": 0, "1_0": 0.5, "2_0": 1, "3_0": 1.5}


def test_rubble_makes_ruins_and_takes_the_road_away() -> None:
    """Rules 2.2, 4.4: urban with two levels of rubble is entered at the price of ruins."""
    whole = game("du", [("a", 0, "infantry", "0_0")], roads=["0_0 1_0"], rubble={"1_0": 1})
    ruined = game("du", [("a", 0, "infantry", "0_0")], roads=["0_0 1_0"], rubble={"1_0": 2})
    assert reached(whole, "a")["1_0"] == 0.5
    assert reached(ruined, "a")["1_0"] == 3


@pytest.mark.parametrize(("kind", "extra"), [("infantry", 1), ("motorised", 2), ("armour", 2)])
def test_a_channel_costs_extra_even_on_the_road(kind: str, extra: int) -> None:
    """Rule 2.2."""
    state = game("dd", [("a", 0, kind, "0_0")], channels=["0_0 1_0"], roads=["0_0 1_0"])
    assert reached(state, "a")["1_0"] == 1 + extra


def test_the_main_river_stops_everyone_without_a_crossing() -> None:
    """Rule 2.2."""
    state = game("dd", [("a", 0, "infantry", "0_0")], landmass="01")
    assert reached(state, "a") == {"0_0": 0}
    assert code(state, Move("a", 1)) is Refusal.NO_WAY


@pytest.mark.parametrize(
    ("kind", "state_of_it", "cost"),
    [
        ("infantry", "ferry", 4), ("motorised", "ferry", 4), ("armour", "ferry", None),
        ("infantry", "pontoon", 1), ("motorised", "pontoon", 1), ("armour", "pontoon", None),
        ("armour", "heavy", 1), ("armour", "intact", 1), ("infantry", "broken", None),
        ("infantry", "open_site", None), ("infantry", "destroyed", None),
    ],
)  # fmt: skip
def test_crossings_by_kind(kind: str, state_of_it: str, cost: int | None) -> None:
    """Rules 2.2, 6.2: what each crossing carries, a ferry for 3 points more."""
    site = ("x", "pontoon_site", "0_0", "1_0", state_of_it)
    state = game("dd", [("a", 0, kind, "0_0")], landmass="01", crossings=[site])
    assert reached(state, "a").get("1_0") == cost


def test_the_cheapest_way_is_taken_and_told() -> None:
    """Rule 2.1: round the hills by the plain."""
    state = game("dhhd\n dddd", [("a", 0, "infantry", "0_0")])
    after, events = apply(state, Move("a", at(state, "3_0")))
    moved = next(e for e in events if isinstance(e, UnitMoved))
    assert [state.scenario.board.grid.label(h) for h in moved.path] == [
        "0_0", "0_1", "1_1", "2_1", "3_0",
    ]  # fmt: skip
    assert (moved.cost, moved.how) == (8, "tactical")
    assert now(after, "a").mp == 4
    assert not now(after, "a").fresh


def test_a_move_goes_through_its_waypoints() -> None:
    """Rule 2.1."""
    state = game("ddd\n ddd", [("a", 0, "infantry", "0_0")])
    after, events = apply(state, Move("a", at(state, "2_0"), (at(state, "1_1"),)))
    moved = next(e for e in events if isinstance(e, UnitMoved))
    assert at(state, "1_1") in moved.path
    assert now(after, "a").mp == 12 - 2 * (len(moved.path) - 1)


def test_a_unit_may_move_as_often_as_its_points_last() -> None:
    """Rule 2.1."""
    state = game("ddddddddd", [("a", 0, "infantry", "0_0")])
    state, _ = apply(state, Move("a", 4))
    assert code(state, Move("a", 7)) is Refusal.NO_WAY
    state, _ = apply(state, Move("a", 6))
    assert now(state, "a").mp == 0
    assert code(state, Move("a", 7)) is Refusal.SPENT


def test_refusals() -> None:
    """Rules 2.1, 2.4, 1.5."""
    state = game(
        "dddddddd",
        [
            ("a", 0, "infantry", "2_0"), ("stuck", 0, "garrison", "2_0"),
            *[(f"crowd{k}", 0, "infantry", "1_0") for k in range(3)],
            ("foe", 1, "infantry", "4_0"), ("peace", 2, "infantry", "7_0"),
        ],
        neutral=True,
        control="00001022",
    )  # fmt: skip
    assert code(state, Move("nobody", 1)) is Refusal.UNKNOWN
    assert code(state, Move("foe", 3)) is Refusal.NOT_YOURS
    assert code(state, Move("a", 99)) is Refusal.UNKNOWN
    assert code(state, Move("a", 2)) is Refusal.NOTHING_TO_DO
    assert code(state, Move("stuck", 3)) is Refusal.WRONG_KIND
    assert code(state, Move("a", 4)) is Refusal.ENEMY_THERE
    assert code(state, Move("a", 6)) is Refusal.NEUTRAL
    assert code(state, Move("a", 1)) is Refusal.STACKING
    assert code(state, Move("a", 0)) is None, "own stacks may be passed"


def test_eight_steps_fill_a_hex() -> None:
    """Rule 2.4: 3 units or 8 steps."""
    state = game("dd", [("big", 0, "infantry", "1_0", 5), ("a", 0, "infantry", "0_0", 4),
                        ("b", 0, "infantry", "0_0", 3)])  # fmt: skip
    assert code(state, Move("a", 1)) is Refusal.STACKING
    assert code(state, Move("b", 1)) is None


def test_a_suppressed_unit_moves_one_hex_a_day_and_no_more() -> None:
    """Rules 2.1, 3.6: nor by giving the order twice."""
    state = game("ddddd", [unit("a", 0, "motorised", "0_0", 2, suppressed=2)])
    assert reached(state, "a") == {"0_0": 0, "1_0": 1}
    state, _ = apply(state, Move("a", 1))
    assert now(state, "a").mp == 0
    assert code(state, Move("a", 2)) is Refusal.SPENT


def ambush(**more: Any) -> GameState:
    return game(
        "ddddddd",
        [
            ("a", 0, "motorised", "0_0"),
            unit("ghost", 1, "fighters", "3_0", hidden=True),
            *[(f"crowd{k}", 0, "infantry", "2_0") for k in range(more.pop("crowd", 0))],
        ],
        control="0000000",
        **more,
    )


def test_a_hidden_enemy_in_the_way_is_found_and_stops_the_move() -> None:
    """Rule 2.6: the unit stops before it, its movement is over."""
    state = ambush()
    assert code(state, Move("a", 6)) is None
    state, events = apply(state, Move("a", 6))
    assert (now(state, "a").at, now(state, "a").mp) == (2, 0)
    assert UnitRevealed(1) in events
    assert MoveStopped(0, 2, "hidden enemy") in events


def test_a_stop_never_overcrowds_a_hex() -> None:
    """Rules 2.4, 2.6: the unit falls back to the last hex in which it has room."""
    state, events = apply(ambush(crowd=3), Move("a", 6))
    assert now(state, "a").at == 1
    assert MoveStopped(0, 1, "hidden enemy") in events


def test_a_hidden_enemy_beside_the_way_is_found_and_its_zone_stops_the_mover() -> None:
    """Rule 2.6."""
    state = game(
        "ddddd\n ddddd",
        [("a", 0, "infantry", "0_0"), unit("ghost", 1, "fighters", "2_1", hidden=True)],
        control="00000\n00000",
    )
    state, events = apply(state, Move("a", at(state, "4_0")))
    assert now(state, "a").at == at(state, "2_0")
    assert UnitRevealed(1) in events


def flank(**more: Any) -> GameState:
    """A foe at 3_0; 2_0 and, one row down, 2_1 and 3_1 lie in its zone."""
    return game(
        "ddddddd\n ddddddd",
        [unit("a", 0, "motorised", "0_0", **more), ("foe", 1, "infantry", "3_0")],
        control="0000000\n0000000",
    )


def test_an_enemy_zone_ends_the_movement_of_the_turn() -> None:
    """Rule 2.1: no slipping on by a second order; an attack is still allowed."""
    state = flank()
    state, _ = apply(state, Move("a", at(state, "2_0")))
    assert now(state, "a").mp == 0
    assert code(state, Move("a", at(state, "1_0"))) is Refusal.SPENT
    assert code(state, Attack(at(state, "3_0"), ("a",))) is None


def test_so_does_it_in_exploitation() -> None:
    """Rules 2.1, 3.7."""
    state = flank(mp=6, fresh=False, fought=True)
    state, _ = apply(state, Move("a", at(state, "2_0")))
    assert now(state, "a").mp == 0


def test_one_may_leave_a_zone_and_go_on() -> None:
    """Rule 2.1: what counts is where the move ends."""
    state = game(
        "ddddddd", [("a", 0, "motorised", "2_0"), ("foe", 1, "infantry", "3_0")],
        control="0001000",
    )  # fmt: skip
    state, _ = apply(state, Move("a", 1))
    assert now(state, "a").mp > 0


def test_a_belt_that_does_nothing_does_not_end_the_movement() -> None:
    """Rule 6.4: it is known from now on, but the unit that found it is through."""
    state = game("dddd", [("a", 0, "motorised", "0_0")], belts=[("m", "1_0", 1)], recorded=True)
    dice = (Fixed(Purpose.BELT, "a", 1),)
    after, _ = apply(state, Recorded(Move("a", 1), dice))
    assert now(after, "a").mp == 18
