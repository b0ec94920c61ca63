"""When objectives are reached in many games, beside the dates of history: docs/calibration.md.

    python -m tools.calibration [--runs 100] [--seed 1] [--jobs 1] [--games FILE] [--kept]
        [--show]

Two batches are played on the campaign: the historical orders carried out with rolled dice, and
`normal` against `normal`. With `--games` they are kept in a file as they are finished, so that a
batch can be played in several goes; begin a new file when the program has changed. `--kept` takes
what is there and plays nothing; `--show` prints the tables instead of writing them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date as Day  # noqa: N812 - as in the documents
from datetime import timedelta
from pathlib import Path

from game.engine.scenario import Scenario
from game.scenario.package import load_scenario
from game.study import ObjectiveStudy, Spread
from game.study.tally import Tally
from tools.kept_games import KeptGames
from tools.marked import table, write_part

CAMPAIGN = "deir_ez_zor_2017"
BATCHES = {"historian": "orders of history", "normal": "normal v normal"}
EARLY, LATE = 0.1, 0.9
"""Between these parts of all games a date counts as plausible."""


def main() -> int:
    """Play what is missing, then write the tables."""
    asked = _arguments()
    scenario = load_scenario(asked.scenario)
    kept = KeptGames(asked.games, asked.jobs)
    seeds = range(asked.seed, asked.seed + asked.runs)
    sums = {}
    for name in asked.batch or BATCHES:
        tally = Tally(scenario)
        roster = {side.id: name for side in scenario.oob.sides}
        chosen = kept.seeds(asked.scenario, roster) if asked.kept else seeds
        for game in kept.games(asked.scenario, roster, chosen):
            tally.add(game)
        tally.finish()
        sums[name] = tally
    parts = {"dates": _dates(scenario, sums), "sides": _sides(sums), "batch": _batch(sums)}
    for part, lines in parts.items():
        if asked.show:
            print("\n".join(lines), end="\n\n")
        else:
            write_part("calibration.md", part, lines)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--games", type=Path)
    parser.add_argument("--scenario", default=CAMPAIGN)
    parser.add_argument("--batch", action="append", choices=[*BATCHES])
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--show", action="store_true")
    return parser.parse_args()


def _batch(sums: dict[str, Tally]) -> list[str]:
    each = ", ".join(f"{BATCHES[name]} {tally.runs}" for name, tally in sums.items())
    return [f"Games: {each}."]


def _dates(scenario: Scenario, sums: dict[str, Tally]) -> list[str]:
    head = ["Objective", "Side", "History"]
    for name in sums:
        head += [f"{BATCHES[name]}: came to it", "early", "median", "late", "history within"]
    rows: list[list[str]] = []
    for n, objective in enumerate(scenario.objectives):
        side = scenario.oob.sides[objective.side].id
        cells = [f"{objective.id} {objective.name}", side, _day(scenario, objective.historical)]
        for tally in sums.values():
            cells += _cells(scenario, tally.objectives[n], tally.runs)
        rows.append(cells)
    return table(head, rows)


def _cells(scenario: Scenario, one: ObjectiveStudy, runs: int) -> list[str]:
    spread = one.turned_on
    share = f"{100 * len(spread) / runs:.0f} %"
    if not len(spread):
        return [share, "-", "-", "-", "-"]
    dates = [spread.at(part) for part in (EARLY, 0.5, LATE)]
    return [share, *(_day(scenario, turn) for turn in dates), _within(one, spread, dates)]


def _within(one: ObjectiveStudy, spread: Spread, dates: Sequence[int]) -> str:
    """Whether the date of history lies between early and late, or by how many days it does not."""
    historical = one.objective.historical
    if not historical or (one.objective.hold and one.objective.keep):
        return "-"
    if dates[0] <= historical <= dates[-1]:
        return "yes"
    days = dates[0] - historical if historical < dates[0] else dates[-1] - historical
    return f"{days:+d} d"


def _sides(sums: dict[str, Tally]) -> list[str]:
    head = ["Batch", "Side", "Won", "Drawn", "Lost", "Steps fallen", "Gave up", "Harm entries"]
    rows = [
        [BATCHES[name], side.id, side.won, side.drawn, side.lost]
        + [_range(spread) for spread in (side.fallen, side.surrendered, side.harm)]
        for name, tally in sums.items()
        for side in tally.sides
    ]
    return table(head, rows)


def _range(spread: Spread) -> str:
    return f"{spread.mean:.1f} ({spread.at(EARLY)} to {spread.at(LATE)})"


def _day(scenario: Scenario, turn: int) -> str:
    if not turn:
        return "-"
    day = Day.fromisoformat(scenario.start) + timedelta(days=turn - 1)
    return f"{day.day} {day:%b}"


if __name__ == "__main__":
    raise SystemExit(main())
