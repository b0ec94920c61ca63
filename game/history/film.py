"""The days of a record as a film: carried out once, in a thread of its own, then at hand at once.

A day that has been carried out is never carried out again, so that going back and forth costs
nothing. Whoever asks for a day that is not there yet gets None and can show how far it is.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Event, Thread
from typing import Final

from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.history.chronicle import Chronicle, ChronicleDay
from game.history.city_share import CityShare, city_share
from game.scenario.record import Record

Heard = Callable[[int], None]
"""Is told, in the thread of the film, the number of days that are there."""

_BREATH: Final = 0.001
"""Seconds between two days in which other threads may go first."""


class Film:
    """The 65 days, or however many there are, from 1 to `turns`.

    `start` begins to carry them out; `close` ends it, after the day that is being worked on.
    """

    def __init__(
        self, scenario: Scenario, record: Record, seed: int = 1, heard: Heard | None = None
    ) -> None:
        self.scenario = scenario
        self.record = record
        self.seed = seed
        self.failure: Exception | None = None
        """What stopped the film, if anything did."""
        self.heard = heard
        """Is told of every day that comes; may be set at any time."""
        self._days: list[ChronicleDay] = []
        self._shares: dict[int, CityShare | None] = {}
        self._morning: GameState | None = None
        self._news = Condition()
        self._stop = Event()
        self._thread: Thread | None = None

    @property
    def turns(self) -> int:
        """How many days there are in all."""
        return self.scenario.turns

    @property
    def ready(self) -> int:
        """How many days are there already, from the first one on."""
        return len(self._days)

    @property
    def complete(self) -> bool:
        """Whether all days are there."""
        return self.ready >= self.turns

    @property
    def running(self) -> bool:
        """Whether more days will come."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def progress(self) -> float:
        """How much of the film is there, from 0 to 1."""
        return self.ready / self.turns if self.turns else 1.0

    def start(self) -> None:
        """Begin to carry out the record; does nothing if that has been done."""
        if self._thread is None and not self.complete:
            self._thread = Thread(target=self._run, name="film", daemon=True)
            self._thread.start()

    def take_over(self, other: Film) -> None:
        """Take the days another film of the same record has already; both may go on.

        Only before `start`. If the other one is whole, there is nothing left to do.
        """
        if other.scenario is self.scenario and other.complete:
            self._days = other._days
            self._morning = other._morning
            self._shares = other._shares

    def close(self, timeout: float | None = 5.0) -> None:
        """End the work; the days that are there stay."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout)

    def day(self, turn: int) -> ChronicleDay | None:
        """Return a day, None if it has not been carried out yet or there is none."""
        days = self._days
        return days[turn - 1] if 1 <= turn <= len(days) else None

    def evening(self, turn: int) -> GameState | None:
        """Return the state in the evening of a day; of day 0, the state before the first order."""
        if turn == 0:
            return self._morning
        day = self.day(turn)
        return day.state if day else None

    def share(self, turn: int) -> CityShare | None:
        """Return how much of the city the graded side holds in the evening of a day.

        None if the day is not there yet, or on a map without a city.
        """
        if turn not in self._shares:
            day = self.day(turn)
            if day is None:
                return None
            self._shares[turn] = city_share(day.state, self.scenario.grade_side)
        return self._shares[turn]

    def wait(self, turn: int, timeout: float | None = None) -> ChronicleDay | None:
        """Wait until a day is there and return it; None if it will not come, or not in time."""
        with self._news:
            self._news.wait_for(lambda: self.ready >= turn or self._over, timeout)
        return self.day(turn)

    @property
    def _over(self) -> bool:
        return self.failure is not None or self._stop.is_set() or not self.running

    def _run(self) -> None:
        try:
            chronicle = Chronicle(self.scenario, self.record, self.seed)
            self._morning = chronicle.state
            for day in chronicle.days():
                self._days.append(day)
                self._tell()
                if self._stop.wait(_BREATH):
                    break
        except Exception as error:  # whatever it is, the screen has to say it
            self.failure = error
        finally:
            self._tell()

    def _tell(self) -> None:
        with self._news:
            self._news.notify_all()
        heard = self.heard
        if heard is not None:
            heard(self.ready)
