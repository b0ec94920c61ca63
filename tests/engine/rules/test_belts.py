"""Belts of mines (rule 6.4)."""

from dataclasses import replace

import pytest

from game.engine.dice import Dice, Fixed, Purpose
from game.engine.draft import Draft
from game.engine.events import BeltCleared, BeltFound, DiceRolled
from game.engine.orders import ClearBelt
from game.engine.refusal import Refusal
from game.engine.rules.belts import belt_stops, do_clear, enter_belt, why_illegal_clear
from game.engine.state import BeltNow, GameState, Status
from tests.engine.small import game, now, unit


def mined(kind: str = "infantry", steps: int = 2, roll: int = 1) -> Draft:
    state = game("dddd", [unit("a", 0, kind, "0_0", steps)], belts=[("m", "1_0", 1)])
    return Draft(replace(state, dice=Dice(1, fixed=(Fixed(Purpose.BELT, "a", roll),))))


@pytest.mark.parametrize(
    ("kind", "roll", "stops", "steps"),
    [
        ("infantry", 2, False, 2),
        ("infantry", 3, True, 2),
        ("infantry", 4, True, 2),
        ("infantry", 5, True, 1),
        ("engineers", 4, False, 2),
        ("engineers", 6, True, 2),
    ],
)
def test_an_unfound_belt_goes_off(kind: str, roll: int, stops: bool, steps: int) -> None:
    d = mined(kind, roll=roll)
    assert enter_belt(d, 0, 1) is stops
    assert now(d, "a").steps == steps
    assert now(d, "a").on_belt
    assert d.events[0] == BeltFound(0, 0)
    assert belt_stops(d, 0, 1)


@pytest.mark.parametrize(
    ("kind", "roll", "cases"),
    [("infantry", 1, 2), ("infantry", 4, 2), ("infantry", 6, 2), ("engineers", 4, 4),
     ("engineers", 5, 2)],
)  # fmt: skip
def test_the_chance_told_is_that_of_what_happened(kind: str, roll: int, cases: int) -> None:
    """Rule 1.3: of nothing, a stop or a loss; not of the face."""
    d = mined(kind, roll=roll)
    enter_belt(d, 0, 1)
    dice = next(e for e in d.events if isinstance(e, DiceRolled))
    assert dice.chance == (cases, 6)


def test_the_last_step_may_be_lost() -> None:
    d = mined(steps=1, roll=6)
    assert enter_belt(d, 0, 1)
    assert now(d, "a").status is Status.ELIMINATED
    assert d.losses[0].fallen == 1


def test_a_belt_goes_off_once_and_not_under_its_own_side() -> None:
    d = mined()
    assert not enter_belt(d, 0, 2)
    assert d.events == []
    enter_belt(d, 0, 1)
    told = len(d.events)
    assert not enter_belt(d, 0, 1)
    assert len(d.events) == told
    own = Draft(game("ddd", [("b", 1, "infantry", "0_0")], belts=[("m", "1_0", 1)]))
    assert not enter_belt(own, 0, 1)
    assert own.events == []
    assert not belt_stops(own, 1, 1)


def test_found_belts_stop_an_enemy_where_they_lie() -> None:
    found = BeltNow(known=True)
    belts = [
        ("m", "3_0", 1, BeltNow(known=True, gone=True)),
        ("n", "1_0", 1, found),
        ("o", "2_0", 1, found),
        ("p", "0_0", 1),
    ]
    p = game("dddd", belts=belts)
    assert [belt_stops(p, 0, h) for h in range(4)] == [False, True, True, False]
    assert not any(belt_stops(p, 1, h) for h in range(4))


def field() -> GameState:
    return game(
        """
        dddd
        dddd
        """,
        [
            unit("eng", 0, "engineers", "0_0"),
            unit("foot", 0, "infantry", "0_0"),
            unit("moved", 0, "engineers", "1_0", fresh=False),
            unit("ring", 0, "engineers", "0_1"),
            unit("foe", 1, "infantry", "3_0"),
            unit("third", 2, "infantry", "3_1"),
        ],
        landmass="0000\n1111",
        belts=[
            ("near", "1_0", 1, BeltNow(known=True)),
            ("secret", "0_0", 1),
            ("far", "3_0", 1, BeltNow(known=True)),
            ("own", "0_1", 0),
            ("held", "2_0", 1, BeltNow(known=True)),
        ],
        neutral=True,
        control="0001\n0002",
    )


def test_engineers_clear_a_known_belt() -> None:
    d = Draft(field())
    order = ClearBelt("eng", 1)
    assert why_illegal_clear(d, order) is None
    do_clear(d, order)
    assert d.belts[0] == BeltNow(known=True, gone=True)
    assert d.events == [BeltCleared(0, 0)]
    assert (now(d, "eng").mp, now(d, "eng").fresh) == (0, False)
    assert why_illegal_clear(d, order) is not None


@pytest.mark.parametrize(
    ("who", "where", "code"),
    [
        ("foot", 1, Refusal.WRONG_KIND),
        ("moved", 1, Refusal.SPENT),
        ("eng", 0, Refusal.NOTHING_TO_DO),
        ("eng", 3, Refusal.NOT_ADJACENT),
        ("eng", 99, Refusal.UNKNOWN),
        ("eng", -1, Refusal.UNKNOWN),
        ("eng", 4, Refusal.NOT_ADJACENT),
    ],
)
def test_what_cannot_be_cleared(who: str, where: int, code: Refusal) -> None:
    refused = why_illegal_clear(field(), ClearBelt(who, where))
    assert refused is not None
    assert refused.code is code


def test_a_side_clears_its_own_belt() -> None:
    assert why_illegal_clear(field(), ClearBelt("ring", 4)) is None


def test_an_enemy_on_the_belt_prevents_it() -> None:
    p = game(
        "ddd",
        [("eng", 0, "engineers", "0_0"), ("foe", 1, "infantry", "1_0")],
        belts=[("m", "1_0", 1, BeltNow(known=True))],
    )
    refused = why_illegal_clear(p, ClearBelt("eng", 1))
    assert refused is not None
    assert refused.code is Refusal.ENEMY_THERE
