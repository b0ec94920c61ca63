"""Games that have been played, kept in a file line by line, so that long measuring can go on later.

A line belongs to a scenario as it is (its content hash), a roster and a seed. When the program or
a commander changes, begin with a new file.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from game.scenario.package import load_scenario
from game.study import End, GameResult, Progress, run
from game.study.result import ObjectiveResult, SideResult
from game.text.study import progress_line

Key = tuple[str, tuple[tuple[str, str], ...]]


class KeptGames:
    """The games in a file, and new ones where they are missing."""

    def __init__(self, path: Path | None, jobs: int = 1) -> None:
        """Read the file, if there is one; without a path games are kept in memory only."""
        self._path = path
        self._jobs = jobs
        self._games: dict[Key, dict[int, GameResult]] = {}
        if path is not None and path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                data = json.loads(line)
                key = data["scenario"], tuple((a, b) for a, b in data["roster"])
                self._games.setdefault(key, {})[data["game"]["seed"]] = _read(data["game"])

    def games(self, ref: str, roster: Mapping[str, str], seeds: Sequence[int]) -> list[GameResult]:
        """Return a game for each seed; those that are missing are played.

        Raises:
            KeyboardInterrupt: if that is interrupted; what was finished is kept.
        """
        key, known = self._of(ref, roster)
        missing = [seed for seed in seeds if seed not in known]
        if missing:
            first, last = missing[0], missing[-1]

            def keep(game: GameResult) -> None:
                known[game.seed] = game
                self._write(key, game)

            label = f"{ref}: {', '.join(f'{side} {name}' for side, name in roster.items())}"
            study = run(ref, last - first + 1, first, self._jobs, roster, _shown(label), keep)
            if study.end is End.INTERRUPTED:
                raise KeyboardInterrupt
            if study.problem:
                raise SystemExit(study.problem)
        return [known[seed] for seed in seeds]

    def seeds(self, ref: str, roster: Mapping[str, str]) -> list[int]:
        """Return the seeds of the games there are."""
        return sorted(self._of(ref, roster)[1])

    def _of(self, ref: str, roster: Mapping[str, str]) -> tuple[Key, dict[int, GameResult]]:
        key = load_scenario(ref).content_hash, tuple(sorted(roster.items()))
        return key, self._games.setdefault(key, {})

    def _write(self, key: Key, game: GameResult) -> None:
        if self._path is None:
            return
        line = {"scenario": key[0], "roster": key[1], "game": asdict(game)}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def _read(data: dict[str, object]) -> GameResult:
    sides = tuple(SideResult(**side) for side in data.pop("sides"))  # type: ignore[attr-defined]
    aims = tuple(ObjectiveResult(**aim) for aim in data.pop("objectives"))  # type: ignore[attr-defined]
    return GameResult(sides=sides, objectives=aims, **data)  # type: ignore[arg-type]


def _shown(label: str) -> Callable[[Progress], None]:
    last = [-10.0]

    def show(progress: Progress) -> None:
        if progress.seconds - last[0] >= 10 or progress.done == progress.asked:
            last[0] = progress.seconds
            print(f"{label}: {progress_line(progress)}", file=sys.stderr, flush=True)

    return show
