"""The smallest change of a package that makes it say what is wanted, over what it inherits.

The rules of merging are those of `game.scenario.merge`; here they run backwards.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from game.scenario.merge import IDENTITIES

NOTHING: Final = object()
"""Stands for a value that is not there."""

Names = Mapping[str, Collection[str]]


def override(base: Any, own: Any, wanted: Any, outside: Names | None = None) -> Any:
    """Return what a file must hold so that, laid over `base`, it gives what is wanted.

    `own` is what it holds now, and stays where it can; NOTHING for no file. `outside` names, for
    lists right below the top, the inherited items that fall out by their dates and need not be
    removed. NOTHING is returned if the file need not say anything.
    """
    if base is NOTHING:
        return wanted
    if own is NOTHING and same(base, wanted):
        return NOTHING
    if isinstance(base, dict) and isinstance(wanted, dict):
        return _mapping(base, own if isinstance(own, dict) else {}, wanted, outside or {})
    if isinstance(base, list) and isinstance(wanted, list):
        keys = identity(base)
        if keys:
            return _items(base, own if isinstance(own, list) else [], wanted, keys, ())
    return wanted


def _mapping(
    base: dict[str, Any], own: dict[str, Any], wanted: dict[str, Any], outside: Names
) -> Any:
    made: dict[str, Any] = {}
    for name in [*own, *(name for name in wanted if name not in own)]:
        if name not in wanted:
            if name in base:
                made[name] = None
            continue
        below = base.get(name, NOTHING)
        keys = identity(below) if isinstance(below, list) else None
        if keys and isinstance(wanted[name], list):
            mine = own.get(name, NOTHING)
            mine = mine if isinstance(mine, list) else []
            value = _items(below, mine, wanted[name], keys, outside.get(name, ()))
        else:
            value = override(below, own.get(name, NOTHING), wanted[name])
        if value is not NOTHING:
            made[name] = value
    for name in base:
        if name not in wanted:
            made[name] = None
    return made if made or own else NOTHING


def _items(
    base: list[Any],
    own: list[Any],
    wanted: list[Any],
    keys: tuple[str, ...],
    outside: Collection[str],
) -> Any:
    inherited = {name_of(item, keys): item for item in base}
    asked = {name_of(item, keys): item for item in wanted if name_of(item, keys)}
    made: list[Any] = []
    told: set[str] = set()
    for item in own:
        gone = item.get("remove") if isinstance(item, dict) else None
        name = name_of(item, keys)
        if isinstance(gone, list):
            still = [word for word in gone if str(word) not in asked]
            told |= {str(word) for word in still}
            made += [{**item, "remove": still}] if still else []
        elif name in asked and name not in told:
            told.add(name)
            mine = NOTHING if gone is True else item
            value = _item(inherited.get(name, NOTHING), mine, asked[name], keys)
            made += [] if value is NOTHING else [value]
        elif name in inherited and name not in outside and name not in told:
            told.add(name)
            made.append(item if gone is True else _removal(inherited[name], keys))
    for item in wanted:
        name = name_of(item, keys)
        if name not in told:
            value = _item(inherited.get(name, NOTHING), NOTHING, item, keys)
            made += [] if value is NOTHING else [value]
    for name, item in inherited.items():
        if name not in asked and name not in told and name not in outside:
            made.append(_removal(item, keys))
    return made or NOTHING


def _item(base: Any, own: Any, wanted: Any, keys: tuple[str, ...]) -> Any:
    made = override(base, own, wanted)
    if made is NOTHING or not isinstance(made, dict) or base is NOTHING:
        return made
    return {**{key: wanted[key] for key in keys}, **made}


def _removal(item: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {**{key: item[key] for key in keys}, "remove": True}


def identity(items: list[Any]) -> tuple[str, ...] | None:
    """Return the keys by which a list merges with one laid over it; None if it is replaced."""
    for keys in IDENTITIES:
        if items and all(name_of(item, keys) for item in items):
            names = {name_of(item, keys) for item in items}
            return keys if len(names) == len(items) else None
    return None


def name_of(item: Any, keys: tuple[str, ...]) -> str:
    """Return the words that tell an item apart, empty if it has none."""
    if not isinstance(item, dict) or any(key not in item for key in keys):
        return ""
    parts = [item[key] for key in keys]
    return (
        "" if any(isinstance(part, dict | list) for part in parts) else "\n".join(map(str, parts))
    )


def in_any_order(data: Any) -> Any:
    """Return data with the items of lists that are told apart by id sorted by it."""
    if isinstance(data, dict):
        return {name: in_any_order(below) for name, below in data.items()}
    if isinstance(data, list):
        keys = identity(data)
        items = [in_any_order(item) for item in data]
        return sorted(items, key=lambda item: name_of(item, keys)) if keys else items
    return data


def same(one: Any, other: Any) -> bool:
    """True for equal data of equal types: 1 is neither 1.0 nor true."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)
