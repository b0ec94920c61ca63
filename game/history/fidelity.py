"""How true a replay is to its record: orders refused, decrees, control, dates of objectives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - as in the documents

from game.engine.orders import EndTurn
from game.engine.state import GameState, ObjectiveNow
from game.history.chronicle import Chronicle, ChronicleDay, Deed
from game.history.holders import holders
from game.history.journal import entries_of
from game.history.truth_table import Mismatch, TruthTable
from game.scenario.record import Record


@dataclass(frozen=True, slots=True)
class DecreeUsed:
    """A decree of the record."""

    date: str
    reason: str


@dataclass(slots=True)
class Fidelity:
    """The account of a replay, kept day by day."""

    record: Record
    days: int = 0
    orders: int = 0
    illegal: int = 0
    """Orders that the rules refused, or whose outcome no dice bring."""
    decrees: list[DecreeUsed] = field(default_factory=list)
    on_date: int = 0
    """Objectives decided on the day on which they were in history."""
    objectives: int = 0
    """Objectives with a day in history that has come."""
    mismatches: list[Mismatch] = field(default_factory=list)
    journal: int = 0
    _table: TruthTable = field(init=False)

    def __post_init__(self) -> None:
        self._table = TruthTable(self.record.control.control)

    def add(self, day: ChronicleDay) -> None:
        """Take a day into the account; days come in order."""
        self.days += 1
        for deed in given(day):
            self.orders += 1
            self.illegal += not deed.legal
            if deed.decree:
                self.decrees.append(DecreeUsed(day.date, deed.decree))
        self.mismatches += self._table.mismatches(day.date, holders(day.state))
        self.journal += len(entries_of(self.record, day.date))
        self.objectives, self.on_date = _objectives(day.state)

    @property
    def sound(self) -> bool:
        """Whether every order was legal and control was never other than in the table."""
        return not self.illegal and not self.mismatches

    def as_dict(self) -> dict[str, object]:
        """Return the account as plain data."""
        return {
            "type": "fidelity",
            "reading": self.record.header.reading,
            "days": self.days,
            "orders": self.orders,
            "illegal": self.illegal,
            "decrees": [{"date": d.date, "reason": d.reason} for d in self.decrees],
            "objectives_on_date": self.on_date,
            "objectives": self.objectives,
            "control_mismatches": [mismatch.as_dict() for mismatch in self.mismatches],
            "journal_entries": self.journal,
        }


def played(
    chronicle: Chronicle, fidelity: Fidelity, last: Day | None = None
) -> Iterator[ChronicleDay]:
    """Carry out the record up to the last day; yield each day when it is in the account."""
    for day in chronicle.days():
        fidelity.add(day)
        yield day
        if last is not None and day.date >= last.isoformat():
            return


def given(day: ChronicleDay) -> list[Deed]:
    """Return the orders and decrees of a day; that a side's turn ends is none of them."""
    return [deed for deed in day.deeds if not isinstance(deed.order, EndTurn)]


def _objectives(state: GameState) -> tuple[int, int]:
    """Objectives whose historical day has come, and how many of them were decided on it."""
    due = on_date = 0
    for objective, now in zip(state.scenario.objectives, state.objectives, strict=True):
        if not 0 < objective.historical <= state.turn:
            continue
        due += 1
        if objective.hold and objective.keep:
            # To be kept for good: the day of history is the one since which it is held.
            on_date += not now.lost_on
        else:
            on_date += _day(now, objective.hold) == objective.historical
    return due, on_date


def _day(now: ObjectiveNow, hold: bool) -> int:
    """The day on which an objective was reached, or lost by its holder; 0 = neither."""
    if hold:
        return now.lost_on
    return 0 if now.lost_on else now.met_on
