"""The same seed and orders give the same game in every process (rule 1.3)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random

from game.engine.state import digest
from tests.property.battles import battle, play

ROOT = Path(__file__).parents[2]
GAMES = 12
CODE = "from tests.property.test_determinism import fingerprint; print(fingerprint())"


def fingerprint() -> str:
    """The digests at the end of some games, and how many dice were drawn."""
    ends = []
    for seed in range(GAMES):
        rng = Random(seed)
        end = play(battle(rng), rng)[-1][2]
        ends.append(f"{digest(end)}:{end.dice.drawn}")
    return " ".join(ends)


def elsewhere(hash_seed: str) -> str:
    """The same in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_every_process_plays_the_same_games() -> None:
    here = fingerprint()
    assert elsewhere("0") == here
    assert elsewhere("4711") == here
