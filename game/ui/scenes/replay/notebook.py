"""Own notes and bookmarks on the days of a replay, kept in a file beside the saves.

The scenario and its record are never written to. One file for each scenario, JSON.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from game.storage.durable import set_aside, write_whole
from game.storage.folders import data_folder

FORMAT: Final = 1
LONGEST: Final = 600


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a day."""

    date: str
    text: str


@dataclass
class Notebook:
    """The notes and bookmarks of one scenario, each saved as soon as it is made."""

    path: Path
    notes: list[Note] = field(default_factory=list)
    bookmarks: set[str] = field(default_factory=set)
    trouble: str = ""
    """Why the file could not be read or written, as the system says it; empty if it could."""

    @staticmethod
    def of(scenario: str, folder: Path | None = None) -> Notebook:
        """Open the notebook of a scenario; a broken file is put aside under another name."""
        name = re.sub(r"[^\w.-]", "_", scenario) or "_"
        book = Notebook((folder or data_folder() / "notes") / f"{name}.json")
        try:
            book._take(json.loads(book.path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            pass
        except OSError as error:
            book.trouble = error.strerror or type(error).__name__
        except (ValueError, TypeError, KeyError, RecursionError):
            with suppress(OSError):
                book.trouble = str(set_aside(book.path, ".broken"))
        return book

    def on(self, date: str) -> list[int]:
        """Return the numbers of the notes on a date."""
        return [number for number, note in enumerate(self.notes) if note.date == date]

    def add(self, date: str, text: str) -> None:
        """Write a note; an empty one is none."""
        text = text.strip()[:LONGEST]
        if text:
            self.notes.append(Note(date, text))
            self.notes.sort(key=lambda note: note.date)
            self._save()

    def change(self, number: int, text: str) -> None:
        """Write a note anew; with an empty text it is taken away."""
        text = text.strip()[:LONGEST]
        if text:
            self.notes[number] = Note(self.notes[number].date, text)
        else:
            del self.notes[number]
        self._save()

    def toggle_bookmark(self, date: str) -> bool:
        """Set or take away the bookmark on a date; True if it is there now."""
        self.bookmarks ^= {date}
        self._save()
        return date in self.bookmarks

    def _take(self, found: Any) -> None:
        if found["format"] > FORMAT:
            raise ValueError("written by a newer version")
        self.notes = sorted(
            (Note(str(note["date"]), str(note["text"])[:LONGEST]) for note in found["notes"]),
            key=lambda note: note.date,
        )
        self.bookmarks = {str(date) for date in found["bookmarks"]}

    def _save(self) -> None:
        document = {
            "format": FORMAT,
            "notes": [{"date": note.date, "text": note.text} for note in self.notes],
            "bookmarks": sorted(self.bookmarks),
        }
        text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        try:
            write_whole(self.path, text.encode("utf-8"))
            self.trouble = ""
        except OSError as error:
            self.trouble = error.strerror or type(error).__name__
