"""Car bombs (rule 6.6)."""

from dataclasses import replace

import pytest

from game.engine.dice import Dice, Fixed, Purpose
from game.engine.draft import Draft
from game.engine.events import CarBombUsed
from game.engine.refusal import Refusal
from game.engine.rules.car_bombs import defend_with, use_in_attack, why_no_attack_bomb
from tests.engine.small import game, now, unit


def street(roll: int = 4, ground: str = "u", stock: int = 1, population: str = "000") -> Draft:
    state = game(
        f"d{ground}d",
        [
            unit("tanks", 0, "armour", "0_0", 1),
            unit("foot", 0, "infantry", "0_0", 2),
            unit("more", 0, "infantry", "2_0", 2),
            unit("foe", 1, "fighters", "1_0"),
        ],
        means={1: {"car_bombs": stock}},
        population=population,
    )
    fixed = (Fixed(Purpose.CAR_BOMB, "1_0", roll), Fixed(Purpose.HARM, "", 2))
    return Draft(replace(state, dice=Dice(1, fixed=fixed)))


@pytest.mark.parametrize(("roll", "suppressed"), [(3, 0), (4, 2)])
def test_a_defender_meets_a_strong_attack_with_one(roll: int, suppressed: int) -> None:
    d = street(roll)
    defend_with(d, 0, [0, 1, 2], 1, 2)
    assert d.events[0] == CarBombUsed(1, 1, True)
    assert d.means[1].car_bombs == 0
    assert now(d, "foot").suppressed == suppressed
    assert now(d, "tanks").suppressed == now(d, "more").suppressed == 0


@pytest.mark.parametrize(
    ("d", "value"),
    [(street(), 1), (street(ground="d"), 6), (street(ground="f"), 6), (street(stock=0), 6)],
)
def test_when_none_is_used(d: Draft, value: int) -> None:
    defend_with(d, 0, [0, 1], 1, value)
    assert d.events == []


@pytest.mark.parametrize("ground", ["v", "s", "u", "U", "i", "r"])
def test_streets(ground: str) -> None:
    d = street(ground=ground)
    defend_with(d, 0, [0, 1], 1, 2)
    assert d.means[1].car_bombs == 0


def test_none_is_spent_on_attackers_already_suppressed() -> None:
    d = street()
    d.suppress(0, 1)
    told = len(d.events)
    defend_with(d, 0, [0], 1, 6)
    assert len(d.events) == told


def test_harm_is_entered_for_the_side_that_used_it() -> None:
    d = street(population="030")
    defend_with(d, 0, [0, 1], 1, 2)
    assert [(entry.side, entry.cause) for entry in d.harm] == [(1, "car bomb")]


def test_in_attack_one_leaves_the_stock() -> None:
    d = street()
    assert why_no_attack_bomb(d, 1) is None
    use_in_attack(d, 1, 0)
    assert d.events == [CarBombUsed(1, 0, False)]
    refused = why_no_attack_bomb(d, 1)
    assert refused is not None
    assert refused.code is Refusal.NO_MEANS
