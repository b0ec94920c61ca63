"""Checks the record - sources, journal, history, truth table - against the scenario."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Final

from game.engine.order_text import VERBS, OrderSyntaxError, read
from game.engine.scenario import Effect, Scenario
from game.scenario.compile.desk import Desk
from game.scenario.compile.effects import compile_effect
from game.scenario.compile.names import Names
from game.scenario.documents import (
    BriefingDoc,
    ControlFileDoc,
    HistoryDayDoc,
    HistoryDoc,
    HistoryOrderDoc,
    JournalFileDoc,
    SourcesDoc,
)
from game.scenario.outcome import check_outcome
from game.scenario.problems import Path, nearest, printable

GUIDE_DEEDS: Final = ("select", "odds")
"""What ends a step of the guided turn, beside orders."""

Rows = dict[str, int]


Effects = tuple[tuple[Effect, ...], ...]


def check_record(docs: dict[str, Any], scenario: Scenario, names: Names, desk: Desk) -> Effects:
    """Return what each decree of the history changes.

    Dangling names, days out of order and orders that cannot be read are reported; files that are
    broken are passed over.
    """
    sources: SourcesDoc | None = docs.get("sources")
    rows: Rows | None = None
    if sources is not None:
        rows = desk.index("source", [row.id for row in sources.sources], ("sources", "sources"))
    if docs.get("briefing") is not None:
        _check_guide(docs["briefing"], names, desk)
    if docs.get("journal") is not None:
        _check_journal(docs["journal"], rows, names, desk)
    if docs.get("control") is not None:
        _check_control(docs["control"], rows, names, desk)
    if docs.get("history") is None:
        return ()
    _check_history(docs["history"], rows, scenario, names, desk)
    return _compile_decrees(docs["history"], names, desk)


def _check_guide(doc: BriefingDoc, names: Names, desk: Desk) -> None:
    for number, step in enumerate(doc.guide):
        path: Path = ("briefing", "guide", number)
        if step.side:
            names.side(step.side, desk, (*path, "side"))
        if step.unit:
            names.unit(step.unit, desk, (*path, "unit"))
        if step.hex:
            desk.hex(names.board.grid, step.hex, (*path, "hex"))
        if step.until:
            desk.choice("deed", step.until, (*GUIDE_DEEDS, *VERBS), (*path, "until"))


def _check_rows(given: Iterable[str], rows: Rows | None, desk: Desk, path: Path) -> None:
    """Report rows that are no source; a scenario without any sources has nothing to check."""
    for number, row in enumerate(given):
        if rows:
            desk.pick("source", row, rows, (*path, number))


def _check_journal(doc: JournalFileDoc, rows: Rows | None, names: Names, desk: Desk) -> None:
    desk.index("entry", [entry.id for entry in doc.journal], ("journal", "journal"))
    sides = names.oob.side_index
    for number, entry in enumerate(doc.journal):
        path: Path = ("journal", "journal", number)
        _check_rows(entry.rows, rows, desk, (*path, "rows"))
        if entry.shown_in == "journal":
            names.days.inside(entry.date, desk, (*path, "date"))
        for at, place in enumerate(entry.places):
            names.place(place, desk, (*path, "places", at))
        for at, side in enumerate(entry.sides):
            # Civilians or the United Nations take part in history without being a side.
            if side not in sides and nearest(side, sides):
                names.side(side, desk, (*path, "sides", at))


def _compile_decrees(doc: HistoryDoc, names: Names, desk: Desk) -> Effects:
    return tuple(
        tuple(
            compile_effect(
                effect, names, desk, ("history", "days", number, "decrees", at, "effects", which)
            )
            for which, effect in enumerate(decree.effects)
        )
        for number, day in enumerate(doc.days)
        for at, decree in enumerate(day.decrees)
    )


def _check_history(
    doc: HistoryDoc, rows: Rows | None, scenario: Scenario, names: Names, desk: Desk
) -> None:
    for number, (before, day) in enumerate(pairwise(doc.days)):
        if day.date <= before.date:
            message = f"{day.date} does not come after {before.date}, the day before it in the file"
            desk.say(("history", "days", number + 1, "date"), message)
    for number, day in enumerate(doc.days):
        path: Path = ("history", "days", number)
        names.days.inside(day.date, desk, (*path, "date"))
        for at, decree in enumerate(day.decrees):
            _check_rows(decree.sources, rows, desk, (*path, "decrees", at, "sources"))
        _check_segments(day, rows, scenario, names, desk, path)


def _check_segments(
    day: HistoryDayDoc,
    rows: Rows | None,
    scenario: Scenario,
    names: Names,
    desk: Desk,
    path: Path,
) -> None:
    seen: set[str] = set()
    for number, segment in enumerate(day.segments):
        here = (*path, "segments", number)
        names.side(segment.side, desk, (*here, "side"))
        if segment.side in seen:
            message = f'side "{printable(segment.side)}" has a segment on this day already'
            desk.say((*here, "side"), message)
        seen.add(segment.side)
        for at, order in enumerate(segment.orders):
            spot = (*here, "orders", at)
            _check_order(order, scenario, desk, spot)
            _check_rows(order.sources, rows, desk, (*spot, "sources"))


def _check_order(doc: HistoryOrderDoc, scenario: Scenario, desk: Desk, path: Path) -> None:
    """Report an order that cannot be read, and an outcome that is none."""
    try:
        read(scenario, doc.order)
    except OrderSyntaxError as error:
        # The message ends with the order itself, which the problem quotes anyway.
        message = str(error).rpartition(" (in ")[0]
        desk.say((*path, "order"), printable(message, 200))
    wrong = check_outcome(doc.outcome, scenario.oob.unit_index)
    if wrong is not None:
        desk.say((*path, "outcome"), wrong.message, suggestion=wrong.near)


def _check_control(doc: ControlFileDoc, rows: Rows | None, names: Names, desk: Desk) -> None:
    sides = {**names.oob.side_index, "contested": -1}
    seen: dict[tuple[str, object], int] = {}
    for number, row in enumerate(doc.control):
        path: Path = ("control", "control", number)
        names.place(row.place, desk, (*path, "place"))
        desk.pick("side", row.side, sides, (*path, "side"))
        if row.date > names.days.start:
            names.days.inside(row.date, desk, (*path, "date"))
        _check_rows(row.rows, rows, desk, (*path, "rows"))
        key = (row.place, row.date)
        if key in seen and not row.start and not doc.control[seen[key]].start:
            line = desk.line(("control", "control", seen[key]))
            desk.say(path, f"there is a row for this place and day already, on line {line}")
        seen.setdefault(key, number)
