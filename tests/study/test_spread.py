"""Distributions of whole numbers."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.study import Spread


@given(st.lists(st.integers(-5, 70), min_size=1))
def test_it_is_the_list_it_was_made_of(values: list[int]) -> None:
    spread = Spread(values)
    assert len(spread) == len(values)
    assert spread.mean == pytest.approx(statistics.fmean(values))
    assert spread.at(0.5) == statistics.median_low(values)
    assert spread.at(1) == max(values)
    assert sum(spread.counts.values()) == len(values)
    assert spread.share_up_to(max(values)) == 1
    low, middle, high = spread.quartiles() or (0, 0, 0)
    assert min(values) <= low <= middle <= high <= max(values)


def test_nothing_has_no_quartiles() -> None:
    assert Spread().quartiles() is None
    assert Spread().mean == 0
    with pytest.raises(ValueError, match="nothing"):
        Spread().at(0.5)
