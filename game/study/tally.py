"""Adding up games one by one: distributions, never the games themselves.

Nothing depends on the sequence in which games come, so any number of processes gives the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from game.engine.scenario import Objective, Scenario
from game.study.result import GameResult
from game.study.spread import Spread

_DIGEST_BYTES = 8


@dataclass(slots=True)
class SideStudy:
    """How a side fared in all games."""

    id: str
    name: str
    """In English."""
    judged: bool
    """It has objectives. A side without any has nothing to win or lose: all games are drawn."""
    grades: dict[str, int]
    """Games by grade, from the best grade to the worst (rule 8.2)."""
    score: float = 0.0
    """Mean of `game.study.score`."""
    fallen: Spread = field(default_factory=Spread)
    """Steps a game."""
    surrendered: Spread = field(default_factory=Spread)
    """Steps a game."""
    harm: Spread = field(default_factory=Spread)
    """Entries in the ledger of harm a game."""

    @property
    def won(self) -> int:
        """Games with one of the better grades: all but the two worst."""
        return sum(list(self.grades.values())[:-2]) if self.judged else 0

    @property
    def drawn(self) -> int:
        """Games with the grade before the worst."""
        counts = list(self.grades.values())
        return sum(counts[-2:-1]) if self.judged else sum(counts)

    @property
    def lost(self) -> int:
        """Games with the worst grade."""
        return sum(list(self.grades.values())[-1:]) if self.judged else 0


@dataclass(slots=True)
class ObjectiveStudy:
    """When an objective was decided in all games. Dates are turns."""

    objective: Objective
    side: str
    met: int = 0
    """Games in which it was met, and kept where that is asked."""
    met_on: Spread = field(default_factory=Spread)
    """Turns on which it was met in its window, of the games in which it was."""
    turned_on: Spread = field(default_factory=Spread)
    """Turns on which its condition first stood, before or after its window too; for a holder, first
    stood no more. Of the games in which that happened: to be compared with history."""


class Tally:
    """The sums so far."""

    def __init__(self, scenario: Scenario) -> None:
        """Begin with nothing."""
        rules, oob = scenario.rules.grades, scenario.oob
        owners = {objective.side for objective in scenario.objectives}
        self.runs = 0
        self.sides = tuple(
            SideStudy(side.id, side.name, n in owners, dict.fromkeys(rules.names, 0))
            for n, side in enumerate(oob.sides)
        )
        self.objectives = tuple(
            ObjectiveStudy(objective, oob.sides[objective.side].id)
            for objective in scenario.objectives
        )
        self.unnamed_harm = Spread()
        self.orders = self.activations = 0
        self.cpu_s = 0.0
        self._names = rules.names
        self._scores: list[Counter[float]] = [Counter() for _ in oob.sides]
        self._digests: dict[int, bytes] = {}

    def add(self, game: GameResult) -> None:
        """Take a game into the sums."""
        self.runs += 1
        for side, scores, one in zip(self.sides, self._scores, game.sides, strict=True):
            side.grades[self._names[one.grade]] += 1
            side.fallen.add(one.fallen)
            side.surrendered.add(one.surrendered)
            side.harm.add(one.harm)
            # Rounded and counted, so that the mean does not depend on the sequence of addition.
            scores[round(one.score, 3)] += 1
        for objective, now in zip(self.objectives, game.objectives, strict=True):
            objective.met += now.met
            if now.met_on:
                objective.met_on.add(now.met_on)
            if now.turned_on:
                objective.turned_on.add(now.turned_on)
        self.unnamed_harm.add(game.unnamed_harm)
        self.orders += game.orders
        self.activations += game.activations
        self.cpu_s += game.cpu_s
        self._digests[game.number] = bytes.fromhex(game.digest)

    def finish(self) -> None:
        """Work out the means."""
        for side, scores in zip(self.sides, self._scores, strict=True):
            total = sum(value * number for value, number in sorted(scores.items()))
            side.score = round(total / self.runs, 4) if self.runs else 0.0

    @property
    def states(self) -> Sequence[str]:
        """Digests of the last states, in the sequence of the games."""
        return [self._digests[number].hex() for number in sorted(self._digests)]
