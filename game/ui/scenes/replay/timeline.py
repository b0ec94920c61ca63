"""Time in the replay: the days with their marks, and the head that runs over them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - `date` is a method here
from datetime import timedelta
from typing import Final

from game.engine.scenario import Scenario
from game.history.journal import entries_of
from game.scenario.record import Record

PACES: Final = (2000, 1000, 500, 250)
"""Milliseconds a day may take, slowest first."""
USUAL_PACE: Final = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry of the journal on the time line."""

    entry: str
    grade: str
    turn: int


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The days of a record, from 1, and the entries of each: best evidence first."""

    start: Day
    marks: tuple[tuple[Mark, ...], ...]

    @staticmethod
    def of(scenario: Scenario, record: Record) -> TimeLine:
        """Return the time line of a record."""
        start = Day.fromisoformat(scenario.start)
        days = []
        for turn in range(1, scenario.turns + 1):
            date = (start + timedelta(days=turn - 1)).isoformat()
            found = [Mark(doc.id, doc.grade, turn) for doc in entries_of(record, date)]
            days.append(tuple(sorted(found, key=lambda mark: mark.grade)))
        return TimeLine(start, tuple(days))

    @property
    def turns(self) -> int:
        """How many days there are."""
        return len(self.marks)

    def date(self, turn: int) -> Day:
        """Return the date of a day."""
        return self.start + timedelta(days=turn - 1)

    def turn_of(self, date: Day) -> int | None:
        """Return the day of a date; None for one outside."""
        turn = (date - self.start).days + 1
        return turn if 1 <= turn <= self.turns else None

    def of_day(self, turn: int) -> tuple[Mark, ...]:
        """Return the marks of a day."""
        return self.marks[turn - 1] if 1 <= turn <= self.turns else ()

    def event(self, turn: int, step: int) -> int:
        """Return the next day (or with a step of -1 the one before) that has entries.

        Where there is none any more, it is the last (or the first) day.
        """
        other = turn + step
        while 1 <= other <= self.turns and not self.of_day(other):
            other += step
        return min(self.turns, max(1, other))


@dataclass
class Head:
    """Where the replay stands, and whether it runs."""

    turns: int
    turn: int = 1
    playing: bool = False
    pace: int = USUAL_PACE
    _waited: int = field(default=0, repr=False)

    def go(self, turn: int) -> bool:
        """Go to a day, the nearest there is; True if that is another one."""
        before, self._waited = self.turn, 0
        self.turn = min(self.turns, max(1, turn))
        return self.turn != before

    def toggle(self) -> None:
        """Run, or stand still. On the last day it runs from the first again."""
        self.playing = not self.playing
        self._waited = 0
        if self.playing and self.turn >= self.turns:
            self.turn = 1

    def faster(self, step: int) -> bool:
        """Change the pace by a step, -1 is slower; True if there is such a pace."""
        before = self.pace
        self.pace = min(len(PACES) - 1, max(0, self.pace + step))
        return self.pace != before

    def pass_time(self, ms: int, ready: int) -> bool:
        """Let time pass; True if another day has come. It never runs past the days that are ready.

        However long the time, only one day goes by: none is left out.
        """
        if not self.playing:
            return False
        self._waited += ms
        if self._waited < PACES[self.pace] or self.turn >= min(ready, self.turns):
            return False
        self._waited = min(self._waited - PACES[self.pace], PACES[self.pace] // 2)
        self.turn += 1
        if self.turn >= self.turns:
            self.playing = False
        return True
