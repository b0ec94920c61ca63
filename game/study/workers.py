"""Games in processes of their own.

A worker plays the games it is given. It looks at every dawn whether to stop, and keeps nothing
between games. Where a process may be copied it begins with all that this one has loaded; elsewhere,
as on Windows and macOS, it is started afresh and loads the scenario once.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
import threading
from collections.abc import Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from game.ai.commander import Commander
from game.engine.scenario import Scenario
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

    def __init__(self, task: Task, scenario: Scenario | None = None) -> None:
        """Load what all games need, the scenario too if it is not given.

        Raises:
            ScenarioError, ScriptError: if it cannot be loaded.
        """
        self.task = task
        self._scenario = scenario or load_scenario(task.ref)
        names = (name for _side, name in task.roster)
        self._record = load_record(task.ref) if "historian" in names else None

    def play(self, number: int, watch: Any = None) -> GameResult | Failed:
        """Play a game; what goes wrong in it is returned."""
        seed = self.task.seed + number
        try:
            who: dict[str, Commander] = commanders(dict(self.task.roster), self._record)
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


def _start(task: Task, stop: Any, player: Player | None) -> None:
    """Make a process ready to play; Ctrl-C is the business of the process that waits."""
    global _player, _stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if player is not None:
        gc.freeze()  # what has been copied is shared until something writes to it
    _player, _stop = player or Player(task), stop


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

    def __init__(self, player: Player, jobs: int) -> None:
        """`player` is one of this process. Nothing is started before `results` is asked for."""
        self._player = player
        self._jobs = jobs

    def results(self, games: range) -> Generator[GameResult | Failed | None, None, None]:
        """Yield what came of each game as it is ready; None now and then while there is nothing.

        When the caller stops asking, or is interrupted, the workers end.
        """
        size = ROUND * self._jobs
        for first in range(games.start, games.stop, size):
            yield from self._round(range(first, min(first + size, games.stop)))

    def _round(self, games: range) -> Generator[GameResult | Failed | None, None, None]:
        copied = may_be_copied()
        context = multiprocessing.get_context("fork" if copied else "spawn")
        stop = context.Event()
        ready = (self._player.task, stop, self._player if copied else None)
        with hold_interrupts():
            pool = ProcessPoolExecutor(min(self._jobs, len(games)), context, _start, ready)
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


def may_be_copied() -> bool:
    """Whether this process can be copied as it is: on Linux, and only while no thread runs in it
    that might just then hold a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


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
