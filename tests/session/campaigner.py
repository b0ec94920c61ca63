"""Plays the tiny scenario and says after each order how many are done; the test kills it."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from game.engine.orders import EndTurn
from game.scenario.package import load_scenario
from game.session import Seat, Session, begin_autosave, continue_game

TINY = Path(__file__).parents[1] / "scenario" / "data" / "tiny"


def begin(seed: int) -> Session:
    """A new game, kept on the disk."""
    people = {"blue": Seat("human"), "red": Seat("human")}
    it = Session.new(load_scenario(TINY), seed, people, ref=str(TINY))
    begin_autosave(it)
    return it


def main(seed: int) -> None:
    """Begin, or continue, and play until killed."""
    it = continue_game() or begin(seed)
    rng = random.Random(seed)
    while True:
        if it.state.turn == it.scenario.turns:
            it = begin(seed)
        it.advance()
        it.submit(rng.choice(it.legal()) if rng.random() < 0.9 else EndTurn())
        if rng.random() < 0.2:
            it.undo()
        sys.stdout.write(f"{len(it.script)} {it.state.turn} {len(it.log)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))
