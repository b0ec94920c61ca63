"""The journal of a record, day by day."""

from __future__ import annotations

from game.scenario.documents import JournalDoc
from game.scenario.record import Record


def entries_of(record: Record, date: str) -> list[JournalDoc]:
    """Return the entries the journal shows on a day, in the order of the file."""
    return [
        entry
        for entry in record.journal.journal
        if entry.shown_in == "journal" and entry.date.isoformat() == date
    ]
