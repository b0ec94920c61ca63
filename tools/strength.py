"""How strong the commanders are, measured: the tables of docs/ai.md.

    python -m tools.strength [--pairs 30] [--jobs 1] [--games FILE] [--scenario ID]...
        [--match A:B]... [--only matches|positions] [--kept] [--show]

A match is played in pairs of games with the same seed, sides exchanged, so that the odds of the
sides themselves do not count. A pair goes to the commander with the better sum of the scores of its
two sides (`game.study.score`). Sides that are not one of the two main enemies are played by
`normal` in both games. Long scenarios get fewer pairs. With `--games` what is finished is kept in a
file, so that it can go on later; begin a new file when the program has changed. `--kept` takes what
is there and plays nothing; `--show` prints the tables instead of writing them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from game.ai import LEVELS, commander
from game.engine.forces import Relation
from game.engine.scenario import Scenario
from game.scenario.layout import ids, shipped
from game.scenario.package import load_scenario
from game.study import GameResult
from tests.ai.position import SEEDS, positions
from tools.kept_games import KeptGames
from tools.marked import table, write_part

MATCHES = ("normal:random", "normal:easy", "hard:normal", "bold:normal")
TARGETS = {"normal:random": 99, "normal:easy": 75, "hard:normal": 60}
"""Percent of pairs to be won."""
OTHERS = "normal"
SHORT_DAYS = 15
"""A scenario as long as this has all pairs, a longer one fewer in proportion."""
FEWEST = 2
Z = 1.96
"""For intervals of 95 percent."""


@dataclass(frozen=True)
class Score:
    """Pairs of games of one match."""

    won: int
    drawn: int
    played: int

    @property
    def share(self) -> float:
        """Part won, a drawn pair counting half."""
        return (self.won + self.drawn / 2) / self.played if self.played else 0.0

    def interval(self) -> tuple[float, float]:
        """Wilson's interval of 95 percent for the part won."""
        n, p = self.played, self.share
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
        return max(0.0, middle - half), min(1.0, middle + half)


def main_enemies(scenario: Scenario) -> tuple[int, int]:
    """Return the graded side and its strongest enemy by steps."""
    first = scenario.grade_side
    steps = [0] * len(scenario.oob.sides)
    for card in scenario.oob.units:
        steps[card.side] += card.start_steps
    foes = [
        side
        for side in range(len(steps))
        if side != first and scenario.oob.relations[first][side] is Relation.HOSTILE
    ]
    return first, max(foes, key=lambda side: steps[side])


def play(kept: KeptGames, ref: str, a: str, b: str, seeds: Sequence[int] | None) -> Score:
    """Play a match on a scenario; without seeds, the pairs that are kept count."""
    scenario = load_scenario(ref)
    first, second = main_enemies(scenario)
    names = [side.id for side in scenario.oob.sides]
    rosters = []
    for one, other in ((a, b), (b, a)):
        roster = dict.fromkeys(names, OTHERS)
        roster[names[first]], roster[names[second]] = one, other
        rosters.append(roster)
    if seeds is None:
        seeds = sorted(set.intersection(*(set(kept.seeds(ref, roster)) for roster in rosters)))
    there, back = (kept.games(ref, roster, seeds) for roster in rosters)
    return judge(there, back, first, second)


def judge(
    there: Sequence[GameResult], back: Sequence[GameResult], first: int, second: int
) -> Score:
    """Compare pairs of games: A has the first side in those `there`, the second in those `back`."""
    won = drawn = 0
    for one, two in zip(there, back, strict=True):
        for_a = one.sides[first].score + two.sides[second].score
        for_b = one.sides[second].score + two.sides[first].score
        won += for_a > for_b
        drawn += for_a == for_b
    return Score(won, drawn, len(there))


def main() -> int:
    """Play what is missing, then write the tables."""
    asked = _arguments()
    parts = {}
    if asked.only != "positions":
        parts["matches"] = _matches(asked)
    if asked.only != "matches":
        parts["positions"] = _positions()
    for part, lines in parts.items():
        if asked.show:
            print("\n".join(lines), end="\n\n")
        else:
            write_part("ai.md", part, lines)
    return 0


def _matches(asked: argparse.Namespace) -> list[str]:
    kept = KeptGames(asked.games, asked.jobs)
    rows: list[list[str]] = []
    for match in asked.match or MATCHES:
        a, b = match.split(":")
        every: list[Score] = []
        for ref in asked.scenario or ids(shipped()):
            turns = load_scenario(ref).turns
            fewer = asked.pairs * SHORT_DAYS // max(SHORT_DAYS, turns)
            pairs = max(min(FEWEST, asked.pairs), fewer)
            seeds = None if asked.kept else range(asked.seed, asked.seed + pairs)
            score = play(kept, ref, a, b, seeds)
            if score.played:
                every.append(score)
                rows.append(_row(f"`{a}` - `{b}`", ref, score, ""))
        if not every:
            continue
        total = Score(*(sum(values) for values in zip(*map(_numbers, every), strict=True)))
        target = f"{TARGETS[match]} %" if match in TARGETS else ""
        rows.append(_row(f"**`{a}` - `{b}`**", "all", total, target))
    head = ["Match", "Scenario", "Pairs", "Won", "Drawn", "Share", "95 %", "Goal"]
    return [f"Seeds from {asked.seed} on; two games a pair.", "", *table(head, rows)]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--games", type=Path)
    parser.add_argument("--scenario", action="append")
    parser.add_argument("--match", action="append", metavar="A:B")
    parser.add_argument("--only", choices=["matches", "positions"])
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--show", action="store_true")
    return parser.parse_args()


def _numbers(score: Score) -> tuple[int, int, int]:
    return score.won, score.drawn, score.played


def _row(match: str, ref: str, score: Score, goal: str) -> list[str]:
    low, high = score.interval()
    return [
        match, ref, str(score.played), str(score.won), str(score.drawn),
        f"{100 * score.share:.0f} %", f"{100 * low:.0f} to {100 * high:.0f} %", goal,
    ]  # fmt: skip


def _positions() -> list[str]:
    names = ("random", *LEVELS)
    solved = {
        name: {p.id: p.solved(lambda name=name: commander(name)) for p in positions()}
        for name in names
    }
    rows = [
        [position.title, *("yes" if solved[name][position.id] else "-" for name in names)]
        for position in positions()
    ]
    rows.append(["**Solved**", *(f"**{sum(solved[name].values())}**" for name in names)])
    note = f"Solved: the answer is found with each of {len(SEEDS)} seeds."
    return [note, "", *table(["Position", *(f"`{name}`" for name in names)], rows)]


if __name__ == "__main__":
    raise SystemExit(main())
