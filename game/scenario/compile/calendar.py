"""Days and turns: the first day of a scenario is turn 1."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - as in the documents
from typing import Final

from game.scenario.compile.desk import Desk
from game.scenario.documents import HeaderDoc
from game.scenario.problems import Path

MOST_DAYS: Final = 1000


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of a scenario, `start` to `end` inclusive."""

    start: Day
    end: Day
    known: bool = True
    """False if the dates of the scenario are wrong; then no other day is held against them."""

    @property
    def turns(self) -> int:
        """Number of days."""
        return (self.end - self.start).days + 1

    def turn(self, day: Day) -> int:
        """Return the turn of a day: 1 for the first, below 1 before it."""
        return (day - self.start).days + 1

    def inside(self, day: Day, desk: Desk, path: Path) -> int:
        """Return the turn of a day that must lie within the scenario; report it if not."""
        if not self.known:
            return 1
        if day < self.start:
            desk.say(path, f"{day} is before the start of the scenario ({self.start})")
        elif day > self.end:
            desk.say(path, f"{day} is after the end of the scenario ({self.end})")
        return min(max(self.turn(day), 1), self.turns)

    def span(self, since: Day | None, until: Day | None, desk: Desk, path: Path) -> tuple[int, int]:
        """Return first and last turn of a period; an open end is the scenario's own.

        The path is that of the mapping with the keys `since` and `until`. A period may reach
        over the ends of the scenario, but must touch it.
        """
        if since is not None and since > self.end:
            self.inside(since, desk, (*path, "since"))
        if until is not None and until < self.start:
            self.inside(until, desk, (*path, "until"))
        if since is not None and until is not None and since > until:
            desk.say((*path, "until"), f"{until} is before the beginning of the period ({since})")
        first = max(self.turn(since), 1) if since is not None else 1
        last = min(self.turn(until), self.turns) if until is not None else self.turns
        return first, last


def calendar(header: HeaderDoc, desk: Desk) -> Calendar:
    """Return the calendar of a scenario; an end before the start, or ages after it, is reported."""
    path: Path = ("scenario", "end")
    if header.end < header.start:
        desk.say(path, f"the end ({header.end}) is before the start ({header.start})")
        return Calendar(header.start, header.start, known=False)
    days = Calendar(header.start, header.end)
    if days.turns > MOST_DAYS:
        desk.say(path, f"the scenario lasts {days.turns} days (at most {MOST_DAYS})")
        return Calendar(header.start, header.start, known=False)
    return days
