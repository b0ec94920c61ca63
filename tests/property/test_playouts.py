"""Thousands of random games: no crash, no dead end, and every step as the laws have it."""

from __future__ import annotations

from functools import lru_cache
from random import Random

import pytest

from game.engine.apply import apply
from game.engine.legal_orders import legal_orders
from game.engine.new_game import new_game
from game.engine.orders import EndTurn, NextDay
from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.scenario.package import load_scenario
from tests.property.battles import any_order, battle, play
from tests.property.test_laws import check_state, check_step

GAMES = 2000
CHUNK = 100
CAMPAIGN = "deir_ez_zor_2017"
DAYS = 4
ORDERS = 6
"""Of each side in a day of the campaign."""


@pytest.mark.parametrize("first", range(0, GAMES, CHUNK))
def test_random_battles(first: int) -> None:
    for seed in range(first, first + CHUNK):
        rng = Random(seed)
        steps = play(battle(rng), rng)
        assert steps, seed
        assert steps[-1][2].ended
        for step in steps:
            check_step(step)


@lru_cache(maxsize=1)
def campaign() -> Scenario:
    return load_scenario(CAMPAIGN)


def _a_day(state: GameState, rng: Random) -> GameState:
    for _side in state.scenario.oob.sides:
        for _ in range(ORDERS):
            order = any_order(state, rng)
            if not isinstance(order, EndTurn):
                state, _events = apply(state, order)
        state, _events = apply(state, EndTurn())
        check_state(state)
    return state


@pytest.mark.parametrize("seed", range(4))
def test_the_campaign_at_random(seed: int) -> None:
    """The real map, from some day on: random orders for a few days."""
    rng = Random(seed)
    state, _ = new_game(campaign(), seed)
    for _ in range(rng.randint(0, 40)):
        while not isinstance(closing(state), NextDay):
            state, _ = apply(state, EndTurn())
        state, _ = apply(state, NextDay())
    for day in range(DAYS):
        state = _a_day(state, rng)
        if day < DAYS - 1:
            state, _ = apply(state, NextDay())


def closing(state: GameState) -> object:
    """The order that ends a turn or a night, without listing all others."""
    night = state.active == len(state.scenario.oob.sides)
    return NextDay() if night else EndTurn()


def test_the_campaign_ends_on_its_last_day() -> None:
    """Nobody does anything for 65 days."""
    state, _ = new_game(campaign(), 1)
    while not state.ended:
        order = closing(state)
        assert isinstance(order, (EndTurn, NextDay))
        state, _ = apply(state, order)
    assert state.turn == campaign().turns
    assert legal_orders(state) == ()
