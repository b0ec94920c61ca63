"""A replay for the author: what in the record does not come out as it is written, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from game.engine.board import NO_SIDE, NOWHERE
from game.engine.scenario import Effect
from game.engine.state import GameState, Status
from game.history.chronicle import Chronicle, ChronicleDay, Deed
from game.history.holders import holders
from game.history.truth_table import Mismatch, TruthTable
from game.scenario.build import Built
from game.scenario.problems import Path, Problem, Report
from game.scenario.record import Record

_NEAR: Final = 3
"""Hexes within which a unit of the new holder should be when ground is given to it."""


def rehearse(built: Built) -> tuple[Problem, ...]:
    """Carry out the record of a package without errors; return warnings by file and line.

    Told are orders that the rules refuse or whose outcome no dice bring, control that differs
    from `control.yaml`, and ground that changed hands by decree or event with nobody near it.
    """
    if built.scenario is None:
        raise ValueError("only a package without errors can be rehearsed")
    record, report = built.record(), Report()

    def warn(path: Path, message: str, code: str) -> None:
        problem = built.bundle.trees[str(path[0])].problem(path[1:], message)
        report.add(replace(problem, severity="warning", code=code))

    table = TruthTable(record.control.control)
    told: set[str] = set()
    chronicle = Chronicle(built.scenario, record)
    before = chronicle.state
    for day in chronicle.days():
        for path, deed in _deeds(record, day, built):
            if not deed.legal:
                warn(path, f"refused on {day.date}: {deed.refusal}", "refused")
        for path, effect in _gifts(built, record, day):
            if not _was_near(before, day.state, effect):
                side = built.scenario.oob.sides[effect.side].id
                message = f"on {day.date} {side} gets ground that none of its units is near"
                warn(path, message, "nobody-near")
        for mismatch in table.mismatches(day.date, holders(day.state)):
            if mismatch.place not in told:
                told.add(mismatch.place)
                warn(_row(record, mismatch), _differs(mismatch), "control")
        before = day.state
    return report.problems().items


def _deeds(record: Record, day: ChronicleDay, built: Built) -> Iterator[tuple[Path, Deed]]:
    """What was done on a day, each with its place in `history.yaml`; bare ends of turns not."""
    found = _day_number(record, day.date)
    if found is None or built.scenario is None:
        return
    doc = record.history.days[found]
    paths: list[Path] = [
        ("history", "days", found, "decrees", at, "reason") for at in range(len(doc.decrees))
    ]
    for side in built.scenario.oob.sides:
        for at, segment in enumerate(doc.segments):
            if segment.side == side.id:
                head: Path = ("history", "days", found, "segments", at, "orders")
                orders = range(len(segment.orders))
                paths += [(*head, which, "order") for which in orders]
    # That a turn ends is added where the record does not say so, and is nothing to be told.
    written = [deed for deed in day.deeds if deed.text.strip() != "end"]
    paths = [path for path in paths if _text(built, path) != "end"]
    yield from zip(paths, written, strict=True)


def _text(built: Built, path: Path) -> str:
    node = built.bundle.trees["history"].at(path[1:])
    return str(node.value).strip() if node else ""


def _day_number(record: Record, date: str) -> int | None:
    days = enumerate(record.history.days)
    return next((number for number, day in days if day.date.isoformat() == date), None)


def _gifts(built: Built, record: Record, day: ChronicleDay) -> Iterator[tuple[Path, Effect]]:
    """Effects of a day, scripted or decreed, that give hexes of the map to a side."""
    found = _day_number(record, day.date)
    decreed = 0
    for number, past in enumerate(record.history.days):
        for at in range(len(past.decrees)):
            if number == found:
                head: Path = ("history", "days", number, "decrees", at, "effects")
                yield from _giving(record.effects[decreed], head)
            decreed += 1
    for number, event in enumerate(day.state.scenario.events):
        if day.state.fired[number] == day.turn:
            yield from _giving(event.effects, ("events", "events", number, "effects"))


def _giving(effects: tuple[Effect, ...], head: Path) -> Iterator[tuple[Path, Effect]]:
    for which, effect in enumerate(effects):
        if effect.do == "control" and effect.hexes and effect.side not in (NOWHERE, NO_SIDE):
            yield (*head, which), effect


def _was_near(before: GameState, after: GameState, effect: Effect) -> bool:
    """Whether a unit of the side was near each of the hexes, in the morning or in the evening."""
    grid, units = after.scenario.board.grid, after.scenario.oob.units
    places = [
        state.units[number].at
        for state in (before, after)
        for number, card in enumerate(units)
        if card.side == effect.side and state.units[number].status is Status.ON_MAP
    ]
    return all(any(grid.distance(h, at) <= _NEAR for at in places) for h in effect.hexes)


def _row(record: Record, mismatch: Mismatch) -> Path:
    """The row of `control.yaml` that is in force on the day."""
    rows = [
        (row.date, not row.start, number)
        for number, row in enumerate(record.control.control)
        if row.place == mismatch.place and row.date.isoformat() <= mismatch.date
    ]
    return ("control", "control", max(rows)[2], "side")


def _differs(mismatch: Mismatch) -> str:
    held = mismatch.actual or "nobody"
    return f"in the replay {mismatch.place} is {held}, not {mismatch.expected}, on {mismatch.date}"
