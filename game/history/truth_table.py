"""The truth table of a record: who held which place at the end of each day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - `date` is a field here

from game.history.holders import CONTESTED
from game.scenario.documents import ControlDoc


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A place that is not in the hands in which the table has it."""

    date: str
    place: str
    expected: str
    actual: str | None

    def as_dict(self) -> dict[str, str | None]:
        """Return it as plain data."""
        return {
            "date": self.date,
            "place": self.place,
            "expected": self.expected,
            "actual": self.actual,
        }


class TruthTable:
    """The rows of `control.yaml`, in the order in which they come into force.

    Places that no row names are not judged, nor those which the table has as contested: the front
    may run through them in any way.
    """

    def __init__(self, rows: tuple[ControlDoc, ...]) -> None:
        # The state of the morning comes before what the same day brings.
        self._rows = sorted(rows, key=lambda row: (row.date, not row.start))

    def evening(self, date: str) -> dict[str, str]:
        """Return the side that has each place, or `contested`, at the end of a day."""
        day = Day.fromisoformat(date)
        return {row.place: row.side for row in self._rows if row.date <= day}

    def mismatches(self, date: str, held: Mapping[str, str | None]) -> list[Mismatch]:
        """Return the places that are not held as the table says, by the order of the table."""
        return [
            Mismatch(date, place, side, held.get(place))
            for place, side in self.evening(date).items()
            if side not in (CONTESTED, held.get(place))
        ]
