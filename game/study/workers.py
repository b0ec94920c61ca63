"""Games in processes of their own.

A worker loads the scenario once and plays the games it is given. It looks at every dawn whether
to stop, and keeps nothing between games. Everything works with processes that are started afresh,
as on Windows and macOS.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from game.ai.commander import Commander
from game.engine.state import GameState
from game.scenario.package import load_record, load_scenario
from game.study.result import GameResult, play
from game.study.roster import commanders
from game.study.script import ScriptError

ROUND: Final = 500
"""Games a worker plays before a new one takes its place, with whatever a script has hoarded."""
WAIT_S: Final = 0.5
"""Between two reports of progress."""
GRACE_S: Final = 2.0
"""For workers to notice that they should stop."""


@dataclass(frozen=True, slots=True)
class Task:
    """The games that all workers play."""

    ref: str
    seed: int
    roster: tuple[tuple[str, str], ...]
    """Side and name of its commander."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A game that could not be played to its end."""

    text: str
    by_script: bool
    """It was a player's script that failed, not the program."""


class StoppedError(Exception):
    """Raised inside a game that nobody waits for any more."""


class Player:
    """Plays the games of a task, one after the other."""

    def __init__(self, task: Task) -> None:
        """Load what all games need.

        Raises:
            ScenarioError, ScriptError: if it cannot be loaded.
        """
        self._task = task
        self._scenario = load_scenario(task.ref)
        names = (name for _side, name in task.roster)
        self._record = load_record(task.ref) if "historian" in names else None

    def play(self, number: int, watch: Any = None) -> GameResult | Failed:
        """Play a game; what goes wrong in it is returned."""
        seed = self._task.seed + number
        try:
            who: dict[str, Commander] = commanders(dict(self._task.roster), self._record)
            return play(self._scenario, number, seed, who, watch)
        except StoppedError:
            raise
        except ScriptError as error:
            return Failed(f"{error} (game {number + 1}, seed {seed})", True)
        except Exception as error:
            what = f"{type(error).__name__}: {' '.join(str(error).split())}"
            return Failed(f"game {number + 1} (seed {seed}) failed: {what}", False)


_player: Player | None = None
_stop: Any = None


def _start(task: Task, stop: Any) -> None:
    """Make a process ready to play; Ctrl-C is the business of the process that waits."""
    global _player, _stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _player, _stop = Player(task), stop


def _play(number: int) -> GameResult | Failed | None:
    assert _player is not None
    try:
        return _player.play(number, _look)
    except StoppedError:
        return None


def _look(_state: GameState) -> None:
    if _stop.is_set():
        raise StoppedError


class Workers:
    """A number of processes that play."""

    def __init__(self, task: Task, jobs: int) -> None:
        """Nothing is started before `results` is asked for."""
        self._task = task
        self._jobs = jobs

    def results(self, games: range) -> Generator[GameResult | Failed | None, None, None]:
        """Yield what came of each game as it is ready; None now and then while there is nothing.

        When the caller stops asking, or is interrupted, the workers end.
        """
        size = ROUND * self._jobs
        for first in range(games.start, games.stop, size):
            yield from self._round(range(first, min(first + size, games.stop)))

    def _round(self, games: range) -> Generator[GameResult | Failed | None, None, None]:
        context = multiprocessing.get_context("spawn")
        stop = context.Event()
        with hold_interrupts():
            pool = ProcessPoolExecutor(
                min(self._jobs, len(games)), context, _start, (self._task, stop)
            )
        left = iter(games)
        waiting: set[Future[GameResult | Failed | None]] = set()
        try:
            while True:
                # Few at a time, so that little is lost when the user has seen enough.
                for number in left:
                    with hold_interrupts():
                        waiting.add(pool.submit(_play, number))
                    if len(waiting) >= 2 * self._jobs:
                        break
                if not waiting:
                    return
                done, waiting = wait(waiting, WAIT_S, FIRST_COMPLETED)
                yield None
                for future in done:
                    yield future.result()
        except BrokenProcessPool:
            yield Failed("a process that played games was ended from outside", False)
        finally:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)
            self._end()

    def _end(self) -> None:
        """Wait a little for the workers to stop by themselves, then end them."""
        for process in multiprocessing.active_children():
            process.join(GRACE_S)
            if process.is_alive():
                process.terminate()


@contextmanager
def hold_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back while processes and threads start, which take this over: a terminal sends
    it to all of them, and one that has not begun yet would end with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
