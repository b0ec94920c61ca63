"""Crossings of the main river (rules 6.2, 6.3)."""

from dataclasses import replace
from typing import Any

import pytest

from game.engine.board import CrossingState
from game.engine.dice import Dice, Fixed, Purpose
from game.engine.draft import Draft
from game.engine.events import CrossingChanged, OrderNoted
from game.engine.orders import BuildCrossing, DemolishCrossing, StrikeCrossing
from game.engine.refusal import Refusal
from game.engine.rulebook import MoveClass
from game.engine.rules.crossings import (
    do_build,
    finish_work,
    note_traffic,
    reset_traffic,
    supply_capacity,
    why_illegal_build,
)
from game.engine.rules.demolition import (
    do_demolish,
    do_strike,
    why_illegal_demolish,
    why_illegal_strike,
)
from game.engine.state import Corridor, CrossingNow, GameState
from tests.engine.small import game, now, unit

ORDER = BuildCrossing("pont", "x")


def bank(
    state: str = "open_site",
    kind: str = "pontoon_site",
    control: str = "0000",
    owner: int = 255,
    others: Any = (),
    neutral: bool = False,
    **fields: Any,
) -> GameState:
    """West bank 0_0 1_0, river, east bank 2_0 3_0; the site x lies between 1_0 and 2_0."""
    pont = {"id": "pont", "side": 0, "type": "bridging", "hex": "1_0", **fields}
    return game(
        "dddd", [unit(**pont), *others], landmass="0011", control=control, neutral=neutral,
        crossings=[("x", kind, "1_0", "2_0", state, owner)],
    )  # fmt: skip


def work_a_day(d: Draft) -> None:
    d.change(0, mp=20, fresh=True, fought=False)
    assert why_illegal_build(d, ORDER) is None
    do_build(d, ORDER)
    assert (now(d, "pont").mp, now(d, "pont").fresh) == (0, False)
    refused = why_illegal_build(d, ORDER)
    assert refused is not None
    assert refused.code is Refusal.SPENT
    finish_work(d, 0)


def test_from_open_site_to_heavy_bridge() -> None:
    d = Draft(bank(control="0011"))
    do_build(d, ORDER)
    assert d.crossings[0].state is CrossingState.FERRY
    assert d.events == [CrossingChanged(0, CrossingState.FERRY, 0)]
    finish_work(d, 0)
    assert d.crossings[0] == CrossingNow(CrossingState.FERRY)
    d.control[2] = 0
    states = []
    for _ in range(4):
        work_a_day(d)
        states.append((d.crossings[0].state, d.crossings[0].work))
    assert states == [
        (CrossingState.FERRY, 1),
        (CrossingState.PONTOON, 0),
        (CrossingState.PONTOON, 1),
        (CrossingState.HEAVY, 0),
    ]
    d.change(0, mp=20, fought=False)
    refused = why_illegal_build(d, ORDER)
    assert refused is not None
    assert refused.code is Refusal.NOTHING_TO_DO


def test_a_broken_crossing_is_a_ferry_after_a_day() -> None:
    d = Draft(bank("broken"))
    do_build(d, ORDER)
    assert d.crossings[0].state is CrossingState.BROKEN
    assert d.events == [OrderNoted(0, "work begun")]
    finish_work(d, 0)
    assert d.crossings[0] == CrossingNow(CrossingState.FERRY)


def test_nothing_is_finished_where_nobody_worked() -> None:
    d = Draft(bank("ferry"))
    finish_work(d, 0)
    assert d.events == []


def test_a_lost_bank_stops_the_work() -> None:
    d = Draft(bank("ferry"))
    do_build(d, ORDER)
    d.control[2] = 1
    finish_work(d, 0)
    assert d.crossings[0] == CrossingNow(CrossingState.FERRY)


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (bank(type="engineers"), Refusal.WRONG_KIND),
        (bank(suppressed=2), Refusal.SUPPRESSED),
        (bank(fought=True), Refusal.SPENT),
        (bank(mp=0), Refusal.SPENT),
        (bank(hex="3_0", control="1110"), Refusal.NOT_HERE),
        (bank(control="0100"), Refusal.NOT_HERE),
        (bank("ferry", control="0010"), Refusal.NOT_HERE),
        (bank(others=[("foe", 1, "militia", "2_0")]), Refusal.ENEMY_THERE),
        (bank("heavy"), Refusal.NOTHING_TO_DO),
        (bank("intact", "bridge"), Refusal.NOTHING_TO_DO),
        (bank("destroyed", "bridge"), Refusal.WRONG_KIND),
        (bank("ferry", "ferry"), Refusal.WRONG_KIND),
        (bank("broken", "ferry", owner=1), Refusal.NOT_YOURS),
        (bank(control="0022", neutral=True), Refusal.NEUTRAL),
    ],
)
def test_what_cannot_be_built(state: GameState, code: Refusal) -> None:
    refused = why_illegal_build(state, ORDER)
    assert refused is not None
    assert refused.code is code
    assert refused.text.endswith(".")


def test_a_unit_works_from_beside_an_end_but_not_over_the_river() -> None:
    assert why_illegal_build(bank(hex="0_0"), ORDER) is None
    p = game(
        "ddd\nddd", [unit("pont", 0, "bridging", "0_0")], landmass="011\n000", control="000\n000",
        crossings=[("x", "pontoon_site", "1_1", "2_0", "open_site")],
    )  # fmt: skip
    refused = why_illegal_build(p, ORDER)
    assert refused is not None
    assert refused.code is Refusal.NOT_ADJACENT
    refused = why_illegal_build(p, BuildCrossing("pont", "y"))
    assert refused is not None
    assert refused.code is Refusal.UNKNOWN


@pytest.mark.parametrize(
    ("state", "kind", "roll", "after"),
    [
        ("intact", "bridge", 4, CrossingState.DESTROYED),
        ("intact", "bridge", 3, CrossingState.INTACT),
        ("ferry", "ferry", 6, CrossingState.DESTROYED),
        ("pontoon", "pontoon_site", 4, CrossingState.OPEN_SITE),
    ],
)
def test_demolition(state: str, kind: str, roll: int, after: CrossingState) -> None:
    p = bank(state, kind, type="garrison")
    d = Draft(replace(p, dice=Dice(1, fixed=(Fixed(Purpose.DEMOLISH, "x", roll),))))
    order = DemolishCrossing("pont", "x")
    assert why_illegal_demolish(d, order) is None
    do_demolish(d, order)
    assert d.crossings[0].state is after
    assert now(d, "pont").fought
    assert why_illegal_demolish(d, order) is not None


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (bank("intact", "causeway"), Refusal.WRONG_KIND),
        (bank("destroyed", "bridge"), Refusal.NOTHING_TO_DO),
        (bank("open_site"), Refusal.NOTHING_TO_DO),
        (bank("ferry", hex="0_0"), Refusal.NOT_HERE),
        (bank("ferry", fought=True), Refusal.SPENT),
        (bank("ferry", suppressed=2), Refusal.SUPPRESSED),
        (bank("ferry", control="0022", neutral=True), Refusal.NEUTRAL),
    ],
)
def test_what_cannot_be_demolished(state: GameState, code: Refusal) -> None:
    refused = why_illegal_demolish(state, DemolishCrossing("pont", "x"))
    assert refused is not None
    assert refused.code is code


def target(
    state: str = "pontoon",
    kind: str = "pontoon_site",
    at: str = "1_0",
    control: str = "",
    **more: Any,
) -> GameState:
    """A long bank; the site x lies between 4_0 and 5_0."""
    return game(
        "ddddddd",
        [unit("spot", 0, "infantry", at), unit("foe", 1, "militia", "6_0")],
        landmass="0000011", control=control or "0000111",
        crossings=[("x", kind, "4_0", "5_0", state)],
        means={0: {"air": 2, "artillery": 2}}, **more,
    )  # fmt: skip


def strike(p: GameState, *rolls: int, air: int = 0, guns: int = 0) -> Draft:
    fixed = tuple(Fixed(Purpose.STRIKE, "x", roll) for roll in rolls)
    d = Draft(replace(p, dice=Dice(1, fixed=fixed)))
    order = StrikeCrossing("x", air, guns)
    assert why_illegal_strike(d, order) is None
    do_strike(d, order)
    return d


def test_a_six_breaks_a_pontoon() -> None:
    d = strike(target(), 5, 6, air=1, guns=2)
    assert d.crossings[0].state is CrossingState.BROKEN
    assert (d.means[0].air, d.means[0].artillery) == (1, 0)
    assert strike(target(), 5, 5, air=2).crossings[0].state is CrossingState.PONTOON


def test_a_bridge_hit_is_gone() -> None:
    d = strike(target("intact", "bridge"), 6, air=1)
    assert d.crossings[0].state is CrossingState.DESTROYED


def test_a_strike_endangers_both_banks() -> None:
    p = target(population="0000330")
    d = Draft(replace(p, dice=Dice(1, fixed=(Fixed(Purpose.HARM, "", 2),) * 2)))
    do_strike(d, StrikeCrossing("x", air=1))
    assert [entry.hex for entry in d.harm] == [4, 5]


@pytest.mark.parametrize(
    ("state", "air", "guns", "code"),
    [
        (target(), 0, 0, Refusal.NO_MEANS),
        (target(), 3, 0, Refusal.NO_MEANS),
        (target(at="0_0"), 1, 1, Refusal.NOT_ADJACENT),
        (target("ferry", "ferry"), 1, 0, Refusal.WRONG_KIND),
        (target("open_site"), 1, 0, Refusal.WRONG_KIND),
        (target("intact", "causeway"), 1, 0, Refusal.WRONG_KIND),
        (target(control="0000001"), 1, 0, Refusal.NO_ENEMY),
        (target(corridors=(Corridor(0, 5, 1),)), 1, 0, Refusal.STRUCK),
    ],
)
def test_what_cannot_be_struck(state: GameState, air: int, guns: int, code: Refusal) -> None:
    refused = why_illegal_strike(state, StrikeCrossing("x", air, guns))
    assert refused is not None
    assert refused.code is code


def test_aircraft_strike_without_an_observer() -> None:
    assert why_illegal_strike(target(at="0_0"), StrikeCrossing("x", 1, 0)) is None


@pytest.mark.parametrize(
    ("state", "moves", "used"),
    [
        ("ferry", MoveClass.LEG, 1),
        ("ferry", MoveClass.MOTOR, 1),
        ("pontoon", MoveClass.LEG, 0),
        ("pontoon", MoveClass.MOTOR, 1),
        ("heavy", MoveClass.TRACKED, 0),
    ],
)
def test_traffic_is_counted(state: str, moves: MoveClass, used: int) -> None:
    d = Draft(bank(state))
    note_traffic(d, 0, moves, (0, 1, 2, 3))
    assert d.crossings[0].used == used
    note_traffic(d, 0, moves, (0, 1))
    assert d.crossings[0].used == used
    reset_traffic(d)
    assert d.crossings[0].used == 0


def test_a_unit_takes_the_better_of_two_crossings() -> None:
    p = game(
        "dd", landmass="01",
        crossings=[
            ("f", "ferry", "0_0", "1_0", "ferry"),
            ("h", "pontoon_site", "1_0", "0_0", "heavy"),
        ],
    )  # fmt: skip
    d = Draft(p)
    note_traffic(d, 0, MoveClass.LEG, (0, 1))
    assert [c.used for c in d.crossings] == [0, 0]


def test_supply_over_crossings() -> None:
    found = {s: supply_capacity(bank(s), 0) for s in CrossingState}
    assert found == {
        CrossingState.INTACT: None,
        CrossingState.HEAVY: None,
        CrossingState.PONTOON: 4,
        CrossingState.FERRY: 3,
        CrossingState.OPEN_SITE: 0,
        CrossingState.BROKEN: 0,
        CrossingState.DESTROYED: 0,
    }
