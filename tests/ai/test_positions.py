"""Positions with a known right answer: that they are sound, and how many commanders solve."""

from __future__ import annotations

import pytest

from game.ai import commander
from tests.ai.position import Position, positions


@pytest.mark.parametrize("position", positions(), ids=lambda position: position.id)
def test_there_is_an_answer_and_not_everything_is_one(position: Position) -> None:
    assert position.right(position.carry_out(position.solution)), "the answer given is none"
    assert not position.right(position.carry_out(position.wrong)), "the wrong answer is one"


def test_there_are_twenty_four() -> None:
    assert len(positions()) == 24


UNSOLVED = 0
"""Positions that `hard` may miss; the table in docs/ai.md tells which."""


def test_hard_solves_most() -> None:
    unsolved = [p.id for p in positions() if not p.solved(lambda: commander("hard"))]
    assert len(unsolved) <= UNSOLVED, unsolved
