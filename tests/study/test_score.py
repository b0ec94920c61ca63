"""Comparing commanders: the score of a side, pairs of games, the interval."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.ai.match import play_out
from game.engine.state import GameState, Losses, ObjectiveNow
from game.scenario.package import load_scenario
from game.study.result import GameResult, SideResult, play
from game.study.score import score
from tests.study.test_run import TINY
from tools.strength import Score, judge, main_enemies

BLUE, RED = 0, 1


@pytest.fixture(scope="module")
def end() -> GameState:
    """A game of the tiny scenario in which nobody did anything."""
    return play_out(load_scenario(TINY), 1, {})


def with_town(end: GameState, met_on: int, lost_on: int = 0) -> GameState:
    town = ObjectiveNow(met_on=met_on, lost_on=lost_on)
    return replace(end, objectives=(town, *end.objectives[1:]))


def test_objectives_come_first_then_dates_then_steps(end: GameState) -> None:
    never, late, soon = with_town(end, 0, 5), with_town(end, 4), with_town(end, 2)
    costly = replace(soon, losses=(Losses(fallen=4), *end.losses[1:]))
    ranked = [score(state, BLUE) for state in (never, late, costly, soon)]
    assert ranked == sorted(ranked)
    assert len(set(ranked)) == 4
    assert score(never, BLUE) < 0.01 < 1 < score(late, BLUE) < score(soon, BLUE) <= 1.101


def test_a_holder_that_fell_after_its_first_day_has_half(end: GameState) -> None:
    def held(**now: int) -> float:
        objectives = (end.objectives[0], ObjectiveNow(**now))
        return score(replace(end, objectives=objectives), RED)

    assert 1 <= held(met_on=7) <= 1.101
    assert 0.5 <= held(lost_on=5) < 0.61
    assert held(lost_on=2) < 0.1


def test_a_pair_goes_to_the_better_sum_of_both_sides() -> None:
    scenario = load_scenario(TINY)
    assert main_enemies(scenario) == (BLUE, RED)
    base = play(scenario, 0, 1, {})

    def game(blue: float, red: float) -> GameResult:
        sides = [SideResult(0, value, 0, 0, 0) for value in (blue, red, 0.0)]
        return replace(base, sides=tuple(sides))

    # A: blue 0.9 and red 0.3; B: red 0.2 and blue 0.8. Blue has it easier, which does not count.
    assert judge([game(0.9, 0.2)], [game(0.8, 0.3)], BLUE, RED) == Score(1, 0, 1)
    assert judge([game(0.8, 0.3)], [game(0.9, 0.2)], BLUE, RED) == Score(0, 0, 1)
    assert judge([game(0.8, 0.3)], [game(0.8, 0.3)], BLUE, RED) == Score(0, 1, 1)


def test_the_interval_is_wilsons() -> None:
    # Newcombe 1998, table I: 81 of 263.
    low, high = Score(81, 0, 263).interval()
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    assert Score(10, 0, 10).interval()[1] == 1
    assert Score(0, 2, 2).share == 0.5
