"""Bare words mean what YAML 1.2 says, not YAML 1.1."""

from __future__ import annotations

import pytest

from game.scenario.reader.scalars import resolve


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize(("text", "value"), [("true", True), ("TRUE", True), ("False", False)])
def test_truth(text: str, value: bool) -> None:
    assert resolve(text) is value


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("-7", -7), ("+12", 12), ("999999999999", 999_999_999_999), ("-0", 0)],
)
def test_whole_numbers(text: str, value: int) -> None:
    found = resolve(text)
    assert found == value
    assert type(found) is int


@pytest.mark.parametrize(
    ("text", "value"), [("1.5", 1.5), ("-.5", -0.5), ("1.", 1.0), ("2e3", 2000.0), ("1.5E-1", 0.15)]
)
def test_fractions(text: str, value: float) -> None:
    found = resolve(text)
    assert found == value
    assert type(found) is float


@pytest.mark.parametrize(
    "text",
    [
        "no", "yes", "on", "off", "y", "n", "No", "tRUE", "0101", "00", "0x1f", "0o17", "0b1",
        "12:30", "14_13", "1_000", "2017-09-14", "2017-09-14 12:00:00", ".inf", "-.INF", ".nan",
        "1.2.3", "1e", "+", "-", ".", "..", "0101.5", "١٢", "1 2", "=", "<<", "nUll",
    ],
)  # fmt: skip
def test_texts(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1234567890123", "a number of 13 digits is too long (at most 12)"),
        ("-" + "9" * 5000, "a number of 5000 digits is too long (at most 12)"),
        ("0." + "1" * 60, "a number of 62 characters is too long"),
        ("1e999", "the number is too large"),
    ],
)
def test_numbers_nobody_means(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told.split("(")[0]):
        resolve(text)
