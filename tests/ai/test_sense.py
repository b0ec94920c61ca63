"""Nothing foolish in whole games: no hopeless attacks, few who run back and forth."""

from __future__ import annotations

from collections import Counter

import pytest

from game.scenario.package import load_scenario
from tools.conduct import Conduct

SEEDS = (11, 12, 13)


@pytest.mark.parametrize("level", ["normal", "hard"])
@pytest.mark.parametrize("scenario", ["first_crossing", "lirna"])
def test_games_are_played_with_sense(scenario: str, level: str) -> None:
    counts = Counter[str]()
    for seed in SEEDS:
        counts.update(Conduct(load_scenario(scenario), seed, level).play())
    assert counts["attacks"] > 0
    assert counts["activations"] > 20 * len(SEEDS)
    assert counts["hopeless"] == 0
    assert 100 * counts["back and forth"] <= 2 * counts["activations"]
    assert 100 * counts["out of supply"] <= 4 * counts["activations"]
