"""Losses, retreat, standing fast, advance, exploitation (rules 3.5, 3.7)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.dice import Fixed, Purpose
from game.engine.draft import Draft
from game.engine.events import StepsLost, UnitMoved
from game.engine.forces import Side
from game.engine.legality import why_illegal
from game.engine.orders import Attack, Move, Recorded
from game.engine.refusal import Refusal
from game.engine.rules.aftermath import retreat_hexes, take_losses
from game.engine.state import GameState
from tests.engine.small import at, game, now, number, unit

PLAIN = "ddddd\n ddddd\nddddd"
MINE = "00000\n11111\n11111"


def stormed(state: GameState, order: Attack, total: int = 12, *more: Fixed) -> Any:
    dice = (Fixed(Purpose.ATTACK, "", total), *more)
    return apply(replace(state, recorded=True), Recorded(order, dice))


def label(state: GameState, unit_id: str) -> str:
    return state.scenario.board.grid.label(now(state, unit_id).at)


def mob(where: str = "2_0", kind: str = "infantry", steps: int = 8) -> dict[str, Any]:
    """Attackers who always win."""
    return unit("a", 0, kind, where, steps)


@pytest.mark.parametrize(
    ("steps", "lead_first", "left"),
    [(1, False, [1, 2, 3]), (2, False, [1, 2, 2]), (3, False, [1, 1, 2]), (1, True, [0, 2, 4]),
     (2, True, [0, 2, 3]), (9, False, [0, 0, 0])],
)  # fmt: skip
def test_who_loses_the_steps(steps: int, lead_first: bool, left: list[int]) -> None:
    """Rule 3.5: the lead first, else whoever has most; of equals the lower number."""
    units = [unit(f"u{k}", 0, "infantry", "0_0", n) for k, n in enumerate([1, 2, 4])]
    d = Draft(game("d", units))
    take_losses(d, [0, 1, 2], steps, "attack", lead_first=lead_first)
    assert [u.steps for u in d.units] == left


def test_active_steps_go_before_suppressed_ones() -> None:
    """Rule 3.5."""
    d = Draft(game("d", [unit("u", 0, "infantry", "0_0", 4, suppressed=2)]))
    d.lose_steps(0, 1, "attack")
    assert (d.units[0].steps, d.units[0].suppressed) == (3, 2)
    d.lose_steps(0, 2, "attack")
    assert (d.units[0].steps, d.units[0].suppressed) == (1, 1)


def test_a_retreat_leads_away_from_the_attackers_over_own_ground() -> None:
    """Rule 3.7: 2_0 attacks 2_1; of the own hexes around, those two hexes from 2_0."""
    state = game(PLAIN, [mob(), unit("foe", 1, "militia", "2_1", 3)], control=MINE)
    after, events = stormed(state, Attack(at(state, "2_0") + 5, ("a",)))
    assert label(after, "foe") in ("3_1", "2_2", "3_2")
    assert now(after, "foe").steps == 1
    moved = [e for e in events if isinstance(e, UnitMoved)]
    assert [e.how for e in moved] == ["retreat"]


def test_own_ground_comes_before_distance() -> None:
    """Rule 3.7."""
    state = game(PLAIN, [mob(), unit("foe", 1, "militia", "2_1", 3)],
                 control="00000\n00010\n00000")  # fmt: skip
    after, _ = stormed(state, Attack(at(state, "2_1"), ("a",)))
    assert label(after, "foe") == "3_1"


def test_where_nobody_can_retreat_to() -> None:
    """Rule 3.7: zones, enemies seen or not, full hexes, neutral ground, the river."""
    units = [
        mob("0_1"), unit("foe", 1, "infantry", "2_1", 3),
        unit("ghost", 0, "infantry", "2_0", hidden=True),
        *[unit(f"full{k}", 1, "infantry", "3_1") for k in range(3)],
        unit("peace", 2, "infantry", "3_2"),
    ]  # fmt: skip
    state = game(PLAIN, units, neutral=True, control="00002\n11112\n11122",
                 landmass="00000\n00000\n11111")  # fmt: skip
    d = Draft(state)
    ways = {state.scenario.board.grid.label(h) for h in retreat_hexes(d, number(state, "foe"))}
    assert ways == {"3_0"}, "1_1 is in the zone of 0_1, 2_2 beyond the river"


def test_a_friend_covers_a_retreat_into_an_enemy_zone() -> None:
    """Rule 3.7."""
    units = [mob("0_0", steps=8), unit("foe", 1, "infantry", "1_0", 3),
             unit("flank", 0, "infantry", "3_0"), unit("pal", 1, "infantry", "2_0")]  # fmt: skip
    state = game("ddddd", units)
    assert retreat_hexes(Draft(state), 1) == [2]
    alone = game("ddddd", [u for u in units if u["id"] != "pal"])
    assert retreat_hexes(Draft(alone), 1) == []


def test_no_retreat_costs_a_step_more() -> None:
    """Rule 3.7: and the unit stays."""
    state = game("dd", [mob("0_0"), unit("foe", 1, "infantry", "1_0", 4)])
    after, events = stormed(state, Attack(1, ("a",)))
    assert (now(after, "foe").steps, now(after, "foe").at) == (1, 1)
    assert [e.why for e in events if isinstance(e, StepsLost)] == ["attack", "attack", "no retreat"]


def test_a_garrison_does_not_retreat() -> None:
    """Rule 2.1."""
    state = game("ddd", [mob("0_0"), unit("foe", 1, "garrison", "1_0", 4)])
    assert now(stormed(state, Attack(1, ("a",)))[0], "foe").at == 1


def test_foot_units_of_a_side_with_boats_take_to_the_river() -> None:
    """Rule 3.7."""
    sides = (Side("red", "", "", ""), Side("blue", "", "", "", boats=True))
    for kind, boards in {"fighters": True, "raiders": False}.items():
        state = game("ddd", [mob("0_0"), unit("foe", 1, kind, "1_0", 4)], landmass="001",
                     sides=sides)  # fmt: skip
        after, _ = stormed(state, Attack(1, ("a",)))
        assert (now(after, "foe").at == 2) is boards


@pytest.mark.parametrize(
    ("ground", "works", "postures", "stays"),
    [("u", 0, [True], True), ("d", 0, [True], False), ("d", 1, [True], True),
     ("u", 0, [False], False), ("u", 0, [True, False], False)],
)  # fmt: skip
def test_standing_fast(ground: str, works: int, postures: list[bool], stays: bool) -> None:
    """Rule 3.7: one step in all instead of the retreat, if all do so and there is cover."""
    foes = [unit(f"foe{k}", 1, "militia", "1_0", 4, stand_fast=p) for k, p in enumerate(postures)]
    state = game(f"d{ground}d", [mob("0_0", "assault"), *foes], works={"1_0": works},
                 control="011")  # fmt: skip
    after, events = stormed(state, Attack(1, ("a",)))
    assert (now(after, "foe0").at == 1) is stays
    assert any(isinstance(e, StepsLost) and e.why == "stand fast" for e in events) is stays


def test_those_named_advance_as_far_as_there_is_room() -> None:
    """Rules 3.7, 2.4: in the order in which they are named."""
    units = [unit(n, 0, "infantry", "0_0", 4) for n in ("a", "b")]
    units += [unit("c", 0, "infantry", "2_0", 4), unit("foe", 1, "militia", "1_0", 1)]
    state = game("ddd", units)
    after, events = stormed(state, Attack(1, ("a", "b", "c"), advance=("c", "a", "b")))
    assert [now(after, n).at for n in ("a", "b", "c")] == [1, 0, 1]
    assert [e.unit for e in events if isinstance(e, UnitMoved) and e.how == "advance"] == [2, 0]
    assert after.control[1] == 0


def test_nobody_advances_unasked_or_into_what_is_held() -> None:
    """Rule 3.7."""
    state = game("ddd", [mob("0_0"), unit("foe", 1, "militia", "1_0", 1)], control="011")
    assert now(stormed(state, Attack(1, ("a",)))[0], "a").at == 0
    held = game("ddd", [mob("0_0"), unit("foe", 1, "militia", "1_0", 8)])
    assert now(stormed(held, Attack(1, ("a",), advance=("a",)), 7)[0], "a").at == 0


def test_an_advance_counts_on_the_ferry() -> None:
    """Rule 6.2."""
    site = ("x", "ferry", "0_0", "1_0", "ferry")
    state = game("dd", [mob("0_0"), unit("foe", 1, "militia", "1_0", 1)], landmass="01",
                 crossings=[site])  # fmt: skip
    after, _ = stormed(state, Attack(1, ("a",), advance=("a",)))
    assert (now(after, "a").at, after.crossings[0].used) == (1, 1)


def test_a_belt_stops_an_advance() -> None:
    """Rule 6.4: no exploitation out of it."""
    units = [mob("0_0", "motorised"), unit("foe", 1, "militia", "1_0", 1)]
    state = game("dddd", units, belts=[("m", "1_0", 1)])
    order = Attack(1, ("a",), advance=("a",))
    free, _ = stormed(state, order, 12, Fixed(Purpose.BELT, "", 2))
    stuck, _ = stormed(state, order, 12, Fixed(Purpose.BELT, "", 4))
    hurt, _ = stormed(state, order, 12, Fixed(Purpose.BELT, "", 6))
    assert [now(s, "a").mp for s in (free, stuck, hurt)] == [6, 0, 0]
    assert [now(s, "a").steps for s in (free, stuck, hurt)] == [8, 8, 7]


@pytest.mark.parametrize(
    ("kind", "before", "left"),
    [("infantry", 12, 0), ("motorised", 20, 6), ("motorised", 0, 6), ("armour", 16, 6)],
)
def test_exploitation(kind: str, before: int, left: int) -> None:
    """Rule 3.7: vehicles may still go 3 points, and do not attack again."""
    state = game("dddd", [unit("a", 0, kind, "0_0", 8, mp=before), unit("foe", 1, "militia", "1_0"),
                          unit("two", 1, "militia", "3_0")])  # fmt: skip
    after, _ = stormed(state, Attack(1, ("a",), advance=("a",)))
    assert now(after, "a").mp == left
    refused = why_illegal(after, Attack(2, ("a",)))
    assert refused is not None
    assert refused.code is Refusal.SPENT
    if left:
        assert why_illegal(after, Move("a", 0)) is None


def test_an_advance_into_a_zone_leaves_nothing_to_exploit() -> None:
    """Rules 2.1, 3.7: `two` reaches 1_0; without the advance the points stay."""
    units = [unit("a", 0, "armour", "0_0", 8), unit("foe", 1, "militia", "1_0", 1),
             unit("two", 1, "infantry", "2_0")]  # fmt: skip
    state = game("dddd", units)
    assert now(stormed(state, Attack(1, ("a",), advance=("a",)))[0], "a").mp == 0
    assert now(stormed(state, Attack(1, ("a",)))[0], "a").mp == 6
