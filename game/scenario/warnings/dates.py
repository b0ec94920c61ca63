"""Days that a text, or one file, gives and that the rest of the package does not know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day  # noqa: N812 - as in the documents
from typing import Final

from game.scenario.documents import ObjectiveDoc, Text
from game.scenario.problems import Path
from game.scenario.reader import Node
from game.scenario.warnings.day_words import Named, named_days
from game.scenario.warnings.look import Look

_DAYS: Final = frozenset({"date", "on", "since", "until", "earliest", "latest", "historical"})
_MORE_DAYS: Final = frozenset({"arrives", "start", "end"})
_TAKEN: Final = frozenset({"all_hexes", "surrendered"})


def dates_in_texts(look: Look) -> None:
    """Warn of days within the scenario that a text names and no rule or record has."""
    for number, doc in enumerate(look.objectives.objectives):
        own = {doc.earliest, doc.latest, *([doc.historical] if doc.historical else [])}
        for key, text in (("name", doc.name), ("text", doc.text)):
            path: Path = ("objectives", "objectives", number, key)
            what = "neither earliest, latest nor historical day of the objective"
            _compare(look, text, path, own, f"which is {what}")
    known = _known(look)
    for part in ("briefing", "aftermath"):
        for number, section in enumerate(getattr(look.briefing, part)):
            for key, text in (("title", section.title), ("text", section.text)):
                path = ("briefing", part, number, key)
                _compare(look, text, path, known, "of which no other file of the scenario knows")


def _compare(look: Look, text: Text, path: Path, known: set[Day], why: str) -> None:
    for lang in ("en", "ar"):
        for named in named_days(getattr(text, lang)):
            days = _within(look, named)
            if days and not known.intersection(days):
                message = f'the text says "{named.words}", {why}'
                look.warn("date", (*path, lang), message, offset=named.offset, inherited=False)


def _within(look: Look, named: Named) -> list[Day]:
    """The days that may be meant, as far as they lie in the scenario; others are background."""
    start, end = look.header.start, look.header.end
    return [day for day in named.days(start.year, end.year) if start <= day <= end]


def _known(look: Look) -> set[Day]:
    """Every day that stands under a key for days in any file but the briefing."""
    found: set[Day] = set()
    for kind, tree in look.trees.items():
        if kind not in ("briefing", "rules"):
            for node in _day_nodes(tree):
                found.update(_read(node))
    return found


def _day_nodes(node: Node) -> Iterator[Node]:
    if isinstance(node.value, list):
        for item in node.value:
            yield from _day_nodes(item)
    elif isinstance(node.value, dict):
        for key, item in node.value.items():
            if (key in _DAYS or key in _MORE_DAYS) and isinstance(item.value, str):
                yield item
            else:
                yield from _day_nodes(item)


def _read(node: Node) -> set[Day]:
    """The day of a value, or both of a span `2017-09-15/2017-09-16` and those between."""
    try:
        days = [Day.fromisoformat(part.strip()[:10]) for part in str(node.value).split("/")]
    except ValueError:
        return set()
    spread = (days[-1] - days[0]).days
    if 0 <= spread <= 31:
        return {Day.fromordinal(days[0].toordinal() + n) for n in range(spread + 1)}
    return set(days)


def history_against_control(look: Look) -> None:
    """Warn of an objective reached on another day than control.yaml gives for its places."""
    for number, doc in enumerate(look.objectives.objectives):
        if doc.historical is None or doc.hold or doc.negated or doc.condition not in _TAKEN:
            continue
        found = _held_from(look, doc)
        if found is not None and found != doc.historical:
            message = f"the day is {doc.historical}, but by control.yaml {doc.side} holds all of"
            path = ("objectives", "objectives", number, "historical")
            look.warn("date", path, f"{message} these places from {found}", inherited=False)


def _held_from(look: Look, doc: ObjectiveDoc) -> Day | None:
    """First day at whose end the truth table has all the places in the hand of the side."""
    holders: dict[str, str] = {}
    rows = [row for row in look.control.control if row.place in doc.places]
    for row in sorted(rows, key=lambda row: (row.date, not row.start)):
        before = set(holders.values()) == {doc.side} and len(holders) == len(set(doc.places))
        holders[row.place] = row.side
        held = set(holders.values()) == {doc.side} and len(holders) == len(set(doc.places))
        if held and not before and not row.start:
            return row.date
    return None
