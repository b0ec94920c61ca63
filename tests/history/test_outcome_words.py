"""The words of an outcome: those the record allows are those the chronicle understands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.history.outcomes import OUTCOMES
from game.history.settling import _WORDS
from game.scenario.outcome import DICE_WORDS, RESULTS, check_outcome, split_outcome
from game.scenario.package import load_record, validate
from tests.history.conftest import TINY


def test_the_record_and_the_chronicle_know_the_same_words() -> None:
    assert set(RESULTS) == set(OUTCOMES)
    assert set(DICE_WORDS) == set(_WORDS)


def test_an_outcome_is_taken_apart() -> None:
    outcome = split_outcome("take, mined, surrender i_1")
    assert outcome.result == "take"
    assert outcome.dice == (("mined", ""), ("surrender", "i_1"))
    assert split_outcome("").result == ""


@pytest.mark.parametrize("text", ["", "take", "hold, mined", "surrender", "surrender unit1, take"])
def test_a_right_outcome_passes(text: str) -> None:
    assert check_outcome(text, ["unit1"]) is None


@pytest.mark.parametrize(
    ("text", "message", "near"),
    [
        ("tak", 'unknown outcome "tak", did you mean "take"?', "take"),
        ("take,", "the outcome is missing", ""),
        ("take, hold", "an order has one result", ""),
        ("take it", 'nothing should follow "take", not "it"', ""),
        ("surrender unit2", 'unknown unit "unit2", did you mean "unit1"?', "unit1"),
    ],
)
def test_a_wrong_outcome_is_told(text: str, message: str, near: str) -> None:
    wrong = check_outcome(text, ["unit1"])
    assert wrong is not None
    assert wrong.message.startswith(message)
    assert wrong.near == near


def test_orders_that_cannot_be_read_are_problems_at_their_line(
    with_files: Callable[..., Path],
) -> None:
    text = """days:
  - date: 2017-09-14
    segments:
      - side: blue
        orders:
          - order: moove b1 3_2
          - {order: attack 4_99 with b1, outcome: tkae}
          - {order: ""}
"""
    problems = validate(with_files(history=text))
    assert [(p.line, p.path) for p in problems] == [
        (6, "days[0].segments[0].orders[0].order"),
        (7, "days[0].segments[0].orders[1].order"),
        (7, "days[0].segments[0].orders[1].outcome"),
        (8, "days[0].segments[0].orders[2].order"),
    ]
    assert "did you mean 'move'" in problems.items[0].message
    assert problems.items[2].suggestion == "take"


def test_decrees_are_compiled_and_survive_the_cache() -> None:
    first, again = load_record(TINY), load_record(TINY)
    assert first == again
    (decree,) = again.history.days[0].decrees
    (effect,) = again.decree_effects(decree)
    assert (effect.do, effect.unit) == ("suppress", "b2")
