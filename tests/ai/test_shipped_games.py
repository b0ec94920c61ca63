"""Computers play every shipped scenario: short ones to their end, long ones for some days."""

from __future__ import annotations

import pytest

from game.ai import commander
from game.ai.match import Match
from game.engine.new_game import new_game
from game.engine.rules.objectives import status
from game.scenario.layout import ids, shipped
from game.scenario.package import load_scenario

SHORT = 14
"""Days up to which a scenario is played out."""
SOME = 3
"""Days played of a longer one."""


@pytest.mark.parametrize("name", ids(shipped()))
def test_computers_play_it(name: str) -> None:
    scenario = load_scenario(name)
    sides = [side.id for side in scenario.oob.sides]
    state, _ = new_game(scenario, 2)
    match = Match(state, {side: commander("normal") for side in sides})
    for state in match.turns():
        if scenario.turns > SHORT and state.turn > SOME:
            break
    assert match.orders > state.turn, "they do something"
    if scenario.turns <= SHORT:
        assert state.ended
        assert {status(state, n) for n in range(len(scenario.objectives))} <= {"met", "missed"}
