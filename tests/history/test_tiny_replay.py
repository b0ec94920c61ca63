"""The replay of the tiny scenario, whose short history is partly impossible on purpose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.conftest import TINY, replayed

HISTORY = """
days:
  - date: 2017-09-14
    segments:
      - side: blue
        orders:
          - {order: move b1 3_2, sources: [S1]}
      - side: red
        orders:
          - {order: dig r1, note: They dig.}
  - date: 2017-09-15
    segments:
      - side: blue
        orders:
          - {order: attack 4_2 with b1 air 1, outcome: hold, sources: [S1]}
"""


def test_a_line_for_each_day_and_the_account() -> None:
    *days, account = replayed(TINY)
    assert [day["date"] for day in days] == [f"2017-09-{n}" for n in range(14, 21)]
    assert [day["turn"] for day in days] == [1, 2, 3, 4, 5, 6, 7]
    assert account["type"] == "fidelity"
    assert account["days"] == 7


def test_the_keys_of_a_day_are_those_of_the_contract() -> None:
    day, *_ = replayed(TINY)
    keys = "type date turn control share ring_closed orders journal objectives state"
    assert " ".join(day) == keys
    assert day["control"] == {"town": "contested", "camp": "blue", "depot": "blue"}
    assert day["share"] == {"town": {"blue": 66.7, "red": 33.3}}
    assert day["ring_closed"] is False
    assert day["journal"] == ["J1"]


def test_the_keys_of_the_account_are_those_of_the_contract() -> None:
    *_, account = replayed(TINY)
    keys = (
        "type reading days orders illegal decrees objectives_on_date objectives "
        "control_mismatches journal_entries"
    )
    assert " ".join(account) == keys


def test_decrees_and_refused_orders_are_shown_and_counted() -> None:
    day, *_, account = replayed(TINY)
    decree, move, attack = day["orders"]
    assert decree == {
        "side": None,
        "order": "decree It rained.",
        "legal": True,
        "chance": 1.0,
        "decree": "It rained.",
        "sources": ["S1"],
    }
    assert move["legal"]
    assert "interpolated" not in move
    assert not attack["legal"]
    assert attack["refusal"]
    assert attack["interpolated"]
    assert account["orders"] == 3
    assert account["illegal"] == 1
    assert account["decrees"] == [{"date": "2017-09-14", "reason": "It rained."}]


def test_an_outcome_that_dice_bring_keeps_its_chance(with_files: Callable[..., Path]) -> None:
    _, second, *_, account = replayed(with_files(history=HISTORY))
    (attack,) = second["orders"]
    assert attack["legal"], attack
    assert 0 < attack["chance"] < 1
    assert account["illegal"] == 0


def test_a_recorded_order_without_a_source_is_interpolated(
    with_files: Callable[..., Path],
) -> None:
    first, *_ = replayed(with_files(history=HISTORY))
    assert [order.get("interpolated", False) for order in first["orders"]] == [False, True]


def test_the_same_replay_twice_has_the_same_states() -> None:
    assert replayed(TINY) == replayed(TINY)


def test_an_empty_history_only_ends_turns(with_files: Callable[..., Path]) -> None:
    *days, account = replayed(with_files(history="days: []\n"))
    assert len(days) == 7
    assert all(day["orders"] == [] for day in days)
    assert account["orders"] == account["illegal"] == 0


def test_control_other_than_in_the_table_is_a_mismatch(with_files: Callable[..., Path]) -> None:
    table = """
control:
  - {place: town, date: 2017-09-14, side: red, start: true}
  - {place: town, date: 2017-09-15, side: contested}
  - {place: camp, date: 2017-09-15, side: blue}
"""
    *_, account = replayed(with_files(history="days: []\n", control=table))
    assert account["control_mismatches"] == [
        {"date": "2017-09-14", "place": "town", "expected": "red", "actual": "contested"}
    ]


@pytest.mark.parametrize(("day", "on_date"), [("2017-09-16", 1), ("2017-09-17", 0)])
def test_objectives_count_on_their_day_in_history(
    with_files: Callable[..., Path], day: str, on_date: int
) -> None:
    text = (TINY / "objectives.yaml").read_text(encoding="utf-8")
    assert "historical: 2017-09-17" in text
    dated = text.replace("historical: 2017-09-17", f"historical: {day}")
    *_, account = replayed(with_files(objectives=dated))
    assert (account["objectives"], account["objectives_on_date"]) == (1, on_date)
