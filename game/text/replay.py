"""The replay in the terminal."""

from __future__ import annotations

import sys
import time
from datetime import date as Day  # noqa: N812 - `date` is a field elsewhere
from typing import TextIO

from game.history.chronicle import Chronicle
from game.history.fidelity import Fidelity, played
from game.text.day_page import DayPages
from game.text.page import counted, paragraph
from game.text.paint import Paint, paint_for

_TERMINAL_SPEED = 1.0
"""Days a second in a terminal, if nobody asks for another speed."""


def show(
    chronicle: Chronicle,
    fidelity: Fidelity,
    first: Day | None = None,
    last: Day | None = None,
    speed: float | None = None,
) -> None:
    """Play the record back on standard output, from the first day to the last.

    Days before `first` are played but not shown. `speed` is in days a second; without it there is
    a pause of a second in a terminal, and none elsewhere. Nothing ever moves the cursor.
    """
    out = sys.stdout
    paint = paint_for(out)
    if speed is None and out.isatty():
        speed = _TERMINAL_SPEED
    _write(out, opening(chronicle, paint))
    pages = DayPages(chronicle, paint)
    shown = False
    for day in played(chronicle, fidelity, last):
        if first and day.date < first.isoformat():
            pages.pass_over(day)
            continue
        if shown and speed:
            time.sleep(1 / speed)
        _write(out, pages.page(day) + "\n")
        shown = True
    _write(out, "\n".join(closing(fidelity)) + "\n")


def opening(chronicle: Chronicle, paint: Paint) -> str:
    """Return the title and the content note."""
    lines = [paint.heading(chronicle.scenario.title), ""]
    note = chronicle.record.briefing.content_note.en
    if note:
        lines += [*paragraph(note), ""]
    return "\n".join(lines) + "\n"


def closing(fidelity: Fidelity) -> list[str]:
    """Return how true the replay was to the record, in two sentences."""
    name = fidelity.record.header.reading
    reading = f" ({name} reading)" if name else ""
    first = (
        f"Replay of {counted(fidelity.days, 'day')}{reading}: "
        f"{counted(fidelity.orders, 'order')}, {fidelity.illegal} refused; decrees among them: "
        f"{len(fidelity.decrees)}."
    )
    second = (
        f"Control differed from the record {counted(len(fidelity.mismatches), 'time')}; "
        f"{fidelity.on_date} of {counted(fidelity.objectives, 'objective')} decided on their day "
        f"in history; {counted(fidelity.journal, 'journal entry', 'journal entries')}."
    )
    return [*paragraph(first), *paragraph(second)]


def _write(out: TextIO, text: str) -> None:
    out.write(text)
    out.flush()
