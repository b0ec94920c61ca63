"""Many games of a scenario between commanders."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - `date` is a method here
from datetime import timedelta
from enum import StrEnum
from typing import Final

from game.engine.state import GameState
from game.scenario.package import load_scenario
from game.study.result import GameResult
from game.study.roster import default_roster
from game.study.spread import Spread
from game.study.tally import ObjectiveStudy, SideStudy, Tally
from game.study.workers import Failed, Player, Task, Workers, hold_interrupts

TELL_S: Final = 0.5
"""Between two reports of progress."""


class End(StrEnum):
    """How a study came to its end."""

    COMPLETE = "complete"
    INTERRUPTED = "interrupted"
    """By Ctrl-C; what was finished is kept."""
    SCRIPT_FAILED = "script failed"
    """A player's script raised an error; what was finished is kept."""
    FAILED = "failed"
    """The program did; what was finished is kept."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a study is."""

    done: float
    """Games played; a part of one where games are played one after the other."""
    asked: int
    seconds: float
    """Since the beginning."""

    @property
    def rate(self) -> float:
        """Games a second."""
        return self.done / self.seconds if self.seconds > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds left, None while nobody can say."""
        return (self.asked - self.done) / self.rate if self.rate else None


@dataclass(frozen=True, slots=True)
class Study:
    """What came of many games. The same scenario, seed, runs and commanders give the same study,
    whatever the number of processes, but for the times."""

    scenario: str
    """Id."""
    start: str
    """Date of turn 1."""
    asked: int
    """Games asked for."""
    runs: int
    """Games finished, the ones that everything else is about."""
    seed: int
    """Of the first game; the next has the next one."""
    ai: dict[str, str]
    """Name of the commander of each side."""
    end: End
    problem: str
    """What went wrong, empty if nothing did."""
    wall_s: float
    cpu_s: float
    """Of the games alone, all processes together."""
    orders: int
    activations: int
    """Units that orders set to work."""
    sides: tuple[SideStudy, ...]
    objectives: tuple[ObjectiveStudy, ...]
    unnamed_harm: Spread
    """Entries a game in the ledger of harm in nobody's name."""
    states: Sequence[str]
    """Digest of the last state of each game finished, in their sequence."""

    @property
    def activations_per_cpu_s(self) -> float:
        """Units set to work for each second of computing."""
        return self.activations / self.cpu_s if self.cpu_s else 0.0

    @property
    def games_per_minute(self) -> float:
        """Games finished for each minute that passed."""
        return 60 * self.runs / self.wall_s if self.wall_s else 0.0

    def date(self, turn: int) -> str | None:
        """Return the date of a turn, None for turn 0 (never)."""
        if not turn:
            return None
        return (Day.fromisoformat(self.start) + timedelta(days=turn - 1)).isoformat()


def run(
    scenario: str,
    runs: int,
    seed: int = 1,
    jobs: int = 1,
    commanders: Mapping[str, str] | None = None,
    progress: Callable[[Progress], object] | None = None,
    each: Callable[[GameResult], object] | None = None,
) -> Study:
    """Play a scenario, named by id or path, so many times; game k (from 0) has the seed `seed + k`.

    `commanders` by id of side, as `roster` reads them; sides left out have their usual one.
    `jobs` processes play; one job plays in this process. `progress` is called about twice a
    second, `each` with every game as it is finished, in any sequence. Ctrl-C, and a game that
    fails, end the study with what is finished; `Study.end` says so.

    Raises:
        ScenarioError: if the scenario cannot be loaded.
    """
    loaded = load_scenario(scenario)
    roster = {**default_roster(loaded), **(commanders or {})}
    player = Player(Task(scenario, seed, tuple(roster.items())), loaded)
    tally = Tally(loaded)
    end, problem = End.COMPLETE, ""
    begun = time.monotonic()

    told = 0.0

    def tell(done: float) -> None:
        nonlocal told
        now = time.monotonic() - begun
        if progress and (now - told >= TELL_S or done == runs):
            told = now
            progress(Progress(done, runs, now))

    jobs = min(jobs, runs)
    games = _here(player, runs, tell) if jobs <= 1 else Workers(player, jobs).results(range(runs))
    try:
        for result in games:
            if isinstance(result, Failed):
                end = End.SCRIPT_FAILED if result.by_script else End.FAILED
                problem = result.text
                break
            if result is not None:
                tally.add(result)
                if each:
                    each(result)
            tell(tally.runs)
    except KeyboardInterrupt:
        end = End.INTERRUPTED
    finally:
        with hold_interrupts():
            games.close()
    tally.finish()
    return Study(
        loaded.id,
        loaded.start,
        runs,
        tally.runs,
        seed,
        roster,
        end,
        problem,
        time.monotonic() - begun,
        tally.cpu_s,
        tally.orders,
        tally.activations,
        tally.sides,
        tally.objectives,
        tally.unnamed_harm,
        tally.states,
    )


def _here(
    player: Player, runs: int, tell: Callable[[float], object]
) -> Generator[GameResult | Failed | None, None, None]:
    """Play in this process."""
    for number in range(runs):

        def watch(state: GameState, before: int = number) -> None:
            tell(before + (state.turn - 1) / state.scenario.turns)

        yield player.play(number, watch)
