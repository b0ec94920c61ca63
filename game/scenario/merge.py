"""Lays the files of a scenario over those of the scenario it extends.

Mappings merge key by key. Lists whose items carry an id merge by id: an item with a known id is
merged into it, `remove: true` takes it out, a new id is appended; an item `remove: [a, b]` takes
out several. Days of the history merge by date, rows of the truth table by place and date. Any
other list, and any single value, replaces what was there; `null` takes a key out.
"""

from __future__ import annotations

from typing import Final

from game.scenario.problems import Path, Report, printable, spell
from game.scenario.reader.tree import Node

IDENTITIES: Final = (("id",), ("place", "date"), ("date",))
"""Keys that tell the items of a list apart; the first whose keys all items carry counts."""

Identity = tuple[str, ...]


def merge(base: Node, over: Node, report: Report, path: Path = ()) -> Node:
    """Return `over` laid over `base`; every value keeps the file and line it came from."""
    if isinstance(base.value, dict) and isinstance(over.value, dict):
        return _merge_mappings(base, over, report, path)
    if isinstance(base.value, list) and isinstance(over.value, list):
        keys = _identity(base.value, over.value)
        if keys:
            return _merge_lists(base, over, keys, report, path)
    return over


def _merge_mappings(base: Node, over: Node, report: Report, path: Path) -> Node:
    assert isinstance(base.value, dict)
    assert isinstance(over.value, dict)
    merged = dict(base.value)
    keys = dict(base.keys)
    for key, node in over.value.items():
        if node.value is None:
            merged.pop(key, None)
            continue
        below = merged.get(key)
        merged[key] = merge(below, node, report, (*path, key)) if below else node
        # A key whose value is still partly the parent's is reported where the child names it.
        keys[key] = over.keys[key]
    return Node(over.source, over.line, over.col, merged, over.style, keys)


def _merge_lists(base: Node, over: Node, keys: Identity, report: Report, path: Path) -> Node:
    assert isinstance(base.value, list)
    assert isinstance(over.value, list)
    merged: list[Node | None] = list(base.value)
    places = {_name(node, keys): number for number, node in enumerate(base.value)}
    fresh: dict[str, int] = {}
    for number, node in enumerate(over.value):
        name = _name(node, keys)
        here = (*path, number)
        known = places.get(name) if name else None
        if (gone := _removed(node, name)) is not None:
            for word, spot in gone:
                at = places.get(word)
                if at is None or merged[at] is None:
                    message = f'nothing to remove: the extended scenario has no "{printable(word)}"'
                    report.add(spot.source.problem(spot.line, spot.col, message, spell(here)))
                else:
                    merged[at] = None
        elif known is None or name in fresh:
            # Two new items of one id stay two, so that the check for duplicates sees them.
            merged.append(node)
        else:
            below = merged[known]
            merged[known] = merge(below, node, report, here) if below else node
            fresh[name] = number
    kept = [node for node in merged if node is not None]
    return Node(over.source, over.line, over.col, list(kept), over.style)


def _identity(base: list[Node], over: list[Node]) -> Identity | None:
    """Return the keys by which two lists merge, or None if they do not.

    One item of the child with an id is enough: an id forgotten on another one must show up as
    an error, not silently throw away all that the parent had.
    """
    for keys in IDENTITIES:
        if base and all(_name(node, keys) for node in base):
            return keys if any(_name(node, keys) or _removed(node, "") for node in over) else None
    return None


def _name(node: Node, keys: Identity) -> str:
    if not isinstance(node.value, dict):
        return ""
    parts = [node.value[key].value for key in keys if key in node.value]
    if len(parts) != len(keys) or any(isinstance(part, dict | list) for part in parts):
        return ""
    return "\n".join(str(part) for part in parts)


def _removed(node: Node, name: str) -> list[tuple[str, Node]] | None:
    """Return what an item takes out, each with its spot; None if it takes out nothing."""
    remove = node.child("remove")
    if remove is None:
        return None
    if remove.value is True:
        return [(name, node)]
    if (
        isinstance(remove.value, list)
        and len(node.value if isinstance(node.value, dict) else ()) == 1
    ):
        return [(str(item.value), item) for item in remove.value]
    return None
