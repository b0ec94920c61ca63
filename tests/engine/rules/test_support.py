"""Air and artillery points, bombardment (rules 4.1 to 4.3)."""

from dataclasses import replace
from typing import Any

import pytest

from game.engine.dice import Dice, Fixed, Purpose
from game.engine.draft import Draft
from game.engine.events import Bombarded, MeansChanged, Suppressed
from game.engine.orders import Bombard
from game.engine.refusal import Refusal
from game.engine.rules.support import (
    bombard_needs,
    day_means,
    do_bombard,
    refresh,
    spend,
    support_shift,
    why_illegal_bombard,
    why_no_points,
)
from game.engine.state import Corridor, GameState, Means
from tests.engine.small import game, now, unit

PERIODS = (
    {"side": 0, "first": 1, "last": 5, "air": 2, "artillery": 1, "car_bombs": 1},
    {"side": 0, "first": 3, "last": 4, "air": 1, "replacements": 2},
    {"side": 1, "first": 1, "last": 9, "air": 9},
)


def day(turn: int, **means: int) -> Means:
    return day_means(game("d", support=PERIODS, means={0: means}, turn=turn), 0)


def test_points_of_the_day() -> None:
    assert day(1, air=7) == Means(air=2, artillery=1, car_bombs=1)
    assert day(2, car_bombs=1) == Means(air=2, artillery=1, car_bombs=1)
    assert day(3, replacements=1) == Means(air=3, artillery=1, replacements=3)
    assert day(6) == Means()


def test_tight_rules_of_engagement_cost_air() -> None:
    assert day(2, limited_until=2).air == 1
    assert day(3, limited_until=2).air == 3
    assert day(6, limited_until=9).air == 0


def test_refresh_tells_what_was_added_to_the_stocks() -> None:
    d = Draft(game("d", support=PERIODS, turn=3))
    refresh(d, 0)
    assert d.means[0] == Means(air=3, artillery=1, replacements=2)
    assert d.events == [MeansChanged(0, "replacements", 2)]


def test_points_are_limited_as_a_shift() -> None:
    p = game("dUd", [("a", 0, "infantry", "2_0")])
    assert [support_shift(p, 0, air, guns, [0]) for air, guns in ((1, 0), (3, 0), (0, 3))] == [
        1,
        2,
        2,
    ]
    assert support_shift(p, 0, 2, 2, [0]) == 3
    assert support_shift(p, 1, 2, 2, [0]) == 2


def test_guns_need_eyes_on_a_prepared_position() -> None:
    units = [unit("a", 0, "infantry", "2_0"), unit("foe", 1, "infantry", "0_0")]
    p = game("dddd", units, works={"0_0": 1})
    assert support_shift(p, 0, 1, 2, []) == 1
    eyes = unit("eyes", 0, "infantry", "1_0")
    assert support_shift(game("dddd", [*units, eyes], works={"0_0": 1}), 0, 1, 2, []) == 3
    blind = {**eyes, "suppressed": 2}
    assert support_shift(game("dddd", [*units, blind], works={"0_0": 1}), 0, 1, 2, []) == 1


def test_no_more_points_than_there_are() -> None:
    d = Draft(game("d", means={0: {"air": 2, "artillery": 1}}))
    assert why_no_points(d, 0, 0) is None
    assert why_no_points(d, 2, 1) is None
    for air, guns in ((3, 0), (0, 2), (-1, 0), (0, -1)):
        refused = why_no_points(d, air, guns)
        assert refused is not None
        assert refused.code is Refusal.NO_MEANS
    spend(d, 2, 0)
    assert d.means[0] == Means(artillery=1)


def battery(roll: int = 10, rows: str = "ddddddddd", foe: str = "4_0", **fields: Any) -> GameState:
    state = game(
        rows,
        [
            unit("a", 0, "infantry", "0_0"),
            unit("foe", 1, "infantry", foe, 2),
            unit("big", 1, "infantry", foe, 3),
            unit("ghost", 1, "infantry", foe, 4, hidden=True),
            unit("third", 2, "infantry", "8_0"),
        ],
        means={0: {"air": 2, "artillery": 2}},
        neutral=True,
        **fields,
    )
    return replace(state, dice=Dice(1, fixed=(Fixed(Purpose.BOMBARD, "", roll),)))


@pytest.mark.parametrize(("roll", "hit"), [(9, True), (8, False)])
def test_bombardment_suppresses_the_strongest_defender(roll: int, hit: bool) -> None:
    d = Draft(battery(roll))
    order = Bombard(4, air=1)
    assert bombard_needs(d, 4, 1, 0) == 9
    assert why_illegal_bombard(d, order) is None
    do_bombard(d, order)
    assert now(d, "big").suppressed == (3 if hit else 0)
    assert now(d, "foe").suppressed == now(d, "ghost").suppressed == 0
    assert d.means[0] == Means(air=1, artillery=2)
    assert (d.bombarded, d.struck) == ((4,), ())
    assert Bombarded(0, 4, 1, 0, hit) in d.events
    assert (Suppressed(2, 3) in d.events) is hit
    refused = why_illegal_bombard(d, order)
    assert refused is not None
    assert refused.code is Refusal.STRUCK


def test_cover_protects_from_bombardment() -> None:
    assert bombard_needs(battery(rows="ddddudddd"), 4, 1, 0) == 11
    assert bombard_needs(battery(works={"4_0": 2}), 4, 1, 1) == 11


def test_bombardment_endangers_those_who_live_there() -> None:
    d = Draft(battery(population="000030000", seed=3))
    d.dice = replace(d.dice, fixed=(*d.dice.fixed, *(Fixed(Purpose.HARM, "4_0", 2),) * 2))
    do_bombard(d, Bombard(4, air=1, artillery=1))
    assert [entry.cause for entry in d.harm] == ["air strike", "shelling"]


@pytest.mark.parametrize(
    ("state", "order", "code"),
    [
        (battery(), Bombard(4), Refusal.NO_MEANS),
        (battery(), Bombard(4, air=3), Refusal.NO_MEANS),
        (battery(), Bombard(40, air=1), Refusal.UNKNOWN),
        (battery(), Bombard(3, air=1), Refusal.NO_ENEMY),
        (battery(), Bombard(8, air=1), Refusal.NEUTRAL),
        (battery(foe="7_0"), Bombard(7, artillery=1), Refusal.NOT_ADJACENT),
        (battery(corridors=(Corridor(0, 4, 1),)), Bombard(4, air=1), Refusal.STRUCK),
    ],
)
def test_what_may_not_be_bombarded(state: GameState, order: Bombard, code: Refusal) -> None:
    refused = why_illegal_bombard(state, order)
    assert refused is not None
    assert refused.code is code


def test_aircraft_need_no_observer() -> None:
    p = battery(foe="7_0")
    assert why_illegal_bombard(replace(p, control=bytes(9)), Bombard(7, air=1)) is None


def test_only_a_seen_enemy_is_a_target() -> None:
    p = game("dd", [("a", 0, "infantry", "0_0"), unit("foe", 1, "infantry", "1_0", hidden=True)],
             means={0: {"air": 1}})  # fmt: skip
    refused = why_illegal_bombard(p, Bombard(1, air=1))
    assert refused is not None
    assert refused.code is Refusal.NO_ENEMY
