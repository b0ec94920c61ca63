"""Other readings of the same days."""

from __future__ import annotations

from functools import cache

from game.scenario.documents import HeaderDoc


def other_reading(header: HeaderDoc) -> str:
    """Return the id of a scenario that tells the same days in another reading, or nothing."""
    if not header.reading:
        return ""
    return _other(header.id, header.reading, header.start.isoformat(), header.end.isoformat())


@cache
def _other(ident: str, reading: str, start: str, end: str) -> str:
    from game.scenario.package import ScenarioError, list_scenarios, load_record

    for entry in list_scenarios():
        if entry.id == ident or entry.errors or entry.start is None or entry.end is None:
            continue
        if (entry.start.isoformat(), entry.end.isoformat()) != (start, end):
            continue
        try:
            other = load_record(entry.path).header
        except ScenarioError:
            continue
        if other.reading and other.reading != reading:
            return entry.id
    return ""
