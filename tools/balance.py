"""How every shipped scenario ends between two computers: a table in docs/calibration.md.

    python -m tools.balance [--runs 8] [--seed 1] [--jobs 1] [--games FILE] [--show] [SCENARIO ...]

`normal` plays all sides. Won, drawn and lost are those of the scenario's own grades (rule 8.2):
one of the two better, the third, the worst. With `--games` the games are kept in a file as they
are finished; begin a new file when the program has changed. `--show` prints instead of writing.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from game.scenario.package import load_scenario
from game.study.tally import Tally
from tools.kept_games import KeptGames
from tools.marked import table, write_part

SCENARIOS = Path(__file__).parents[1] / "scenarios"
PLAYER = "normal"


def main() -> int:
    """Play what is missing, then write the table."""
    asked = _arguments()
    kept = KeptGames(asked.games, asked.jobs)
    rows: list[list[str]] = []
    for ref in asked.scenario or shipped():
        rows += _rows(kept, ref, range(asked.seed, asked.seed + asked.runs))
    head = ["Scenario", "Side", "Won", "Drawn", "Lost", "Mean score", "Steps lost"]
    last = asked.seed + asked.runs - 1
    lines = [
        f"`{PLAYER}` on every side, {asked.runs} games each, seeds {asked.seed} to {last}.",
        "",
        *table(head, rows),
    ]
    if asked.show:
        print("\n".join(lines))
    else:
        write_part("calibration.md", "balance", lines)
    return 0


def shipped() -> list[str]:
    """Ids of the scenarios that come with the game."""
    return sorted(path.parent.name for path in SCENARIOS.glob("*/scenario.yaml"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scenario", nargs="*")
    parser.add_argument("--runs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--games", type=Path)
    parser.add_argument("--show", action="store_true")
    return parser.parse_args()


def _rows(kept: KeptGames, ref: str, seeds: range) -> list[list[str]]:
    scenario = load_scenario(ref)
    roster = {side.id: PLAYER for side in scenario.oob.sides}
    tally = Tally(scenario)
    for game in kept.games(ref, roster, seeds):
        tally.add(game)
    tally.finish()
    return [
        [
            ref, side.id, str(side.won), str(side.drawn), str(side.lost), f"{side.score:.2f}",
            f"{side.fallen.mean + side.surrendered.mean:.1f}",
        ]
        for side in tally.sides
        if side.judged
    ]  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
