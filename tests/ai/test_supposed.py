"""Units as they would be: the position they are taken from stays as it is."""

from __future__ import annotations

from game.ai.supposed import standing, without
from game.engine.board import NOWHERE
from game.engine.new_game import new_game
from game.engine.state import Status
from tests.session.battle import BATTLE


def test_units_are_gone_or_elsewhere_in_thought_only() -> None:
    state, _ = new_game(BATTLE, 1)
    before = state.units
    gone = without(state, [0])
    assert (gone[0].status, gone[0].at) == (Status.WAITING, NOWHERE)
    assert gone[1:] == before[1:]
    there = standing(state, {1: 0})
    assert there[1].at == 0
    assert there[:1] + there[2:] == before[:1] + before[2:]
    assert state.units is before
    assert before[0].status is Status.ON_MAP
