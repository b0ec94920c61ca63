"""What a scenario takes over from the one it extends when its own days are fewer.

Dated items of the extended scenario that lie wholly outside the days of the new one are left out:
events, objectives, points, arrivals, leaders, days of the history, entries of the journal, and
rows of the truth table after the end. Within the condition of an event, parts that ask for other
days are left out in the same way. What the new scenario names itself is never left out, so
that a wrong day in it is still reported.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date as Day  # noqa: N812 - as in the documents
from typing import Final

from game.scenario.reader import Node, Source

Outside = Callable[[Node, Day, Day], bool]


def within(kind: str, tree: Node, own: Source | None, header: Node) -> Node:
    """Return the merged tree of a file without what lies outside the days of the header.

    `own` is the file of the package itself, None if it has none; items of other files are the
    inherited ones.
    """
    start, end = _day(header.child("start")), _day(header.child("end"))
    lists = _DATED.get(kind)
    if lists is None or start is None or end is None or not isinstance(tree.value, dict):
        return tree
    values = dict(tree.value)
    for key, outside in lists.items():
        items = values.get(key)
        if items is None or not isinstance(items.value, list):
            continue
        kept = [item for item in items.value if item.source is own or not outside(item, start, end)]
        if kind == "events":
            kept = [_pruned(item, own, start, end) for item in kept]
        values[key] = Node(items.source, items.line, items.col, kept, items.style)
    return Node(tree.source, tree.line, tree.col, values, tree.style, tree.keys)


def _day(node: Node | None) -> Day | None:
    if node is None or not isinstance(node.value, str):
        return None
    try:
        return Day.fromisoformat(node.value)
    except ValueError:
        return None


def _span(since: str, until: str) -> Outside:
    """Outside: over before the start, or not begun at the end."""

    def outside(item: Node, start: Day, end: Day) -> bool:
        first, last = _day(item.child(since)), _day(item.child(until))
        return (first is not None and first > end) or (last is not None and last < start)

    return outside


def _after(key: str) -> Outside:
    """Outside: not before the end."""

    def outside(item: Node, _start: Day, end: Day) -> bool:
        day = _day(item.child(key))
        return day is not None and day > end

    return outside


def _event(item: Node, start: Day, end: Day) -> bool:
    when = item.child("when")
    return when is not None and _possible(when, None, start, end) is None


def _pruned(event: Node, own: Source | None, start: Day, end: Day) -> Node:
    """Return an event whose inherited conditions ask for no day that is not there."""
    when = event.child("when")
    left = _possible(when, own, start, end) if when is not None else None
    if left is None or left is when or not isinstance(event.value, dict):
        return event
    values = {**event.value, "when": left}
    return Node(event.source, event.line, event.col, values, event.style, event.keys)


def _possible(when: Node, own: Source | None, start: Day, end: Day) -> Node | None:
    """Return what is left of a condition within the days; None if it cannot come true in them.

    What stands in the file of the package itself stays as it is.
    """
    if not isinstance(when.value, dict):
        return when  # the check of the file words it
    outside = _span("on", "on")(when, start, end) or _span("since", "until")(when, start, end)
    if outside and when.source is not own:
        return None
    values = dict(when.value)
    for word in ("all", "any", "none"):
        parts = values.get(word)
        if parts is None or not isinstance(parts.value, list) or not parts.value:
            continue
        left = [_possible(part, own, start, end) for part in parts.value]
        kept = [part for part in left if part is not None]
        if (word == "all" and len(kept) < len(left)) or (word == "any" and not kept):
            return None
        if not kept:
            del values[word]
        elif any(one is not other for one, other in zip(left, parts.value, strict=True)):
            values[word] = Node(parts.source, parts.line, parts.col, list(kept), parts.style)
    if not values:
        values["since"] = Node(when.source, when.line, when.col, start.isoformat())
    if values == when.value:
        return when
    return Node(when.source, when.line, when.col, values, when.style, when.keys)


def _entry(item: Node, start: Day, end: Day) -> bool:
    """Background that is shown elsewhere than in the journal may be of any day."""
    shown = item.child("shown_in")
    in_journal = shown is None or shown.value == "journal"
    return in_journal and _span("date", "date")(item, start, end)


_DATED: Final[Mapping[str, Mapping[str, Outside]]] = {
    "forces": {
        "units": _after("arrives"),
        "leaders": _span("since", "until"),
        "support": _span("since", "until"),
    },
    "events": {"events": _event},
    "objectives": {"objectives": _span("earliest", "latest")},
    "journal": {"journal": _entry},
    "history": {"days": _span("date", "date")},
    # What came before the start tells who holds a place on the first day.
    "control": {"control": _after("date")},
}
"""For each file, its lists of dated items and when one is outside."""
