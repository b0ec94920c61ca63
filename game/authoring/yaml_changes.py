"""Which items of a list stay, which come and which go."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from game.authoring.inheritance import name_of
from game.authoring.yaml_layout import Spot
from game.scenario.merge import IDENTITIES


@dataclass(slots=True)
class Change:
    """The way from a list to another."""

    pairs: dict[int, Any] = field(default_factory=dict)
    """For each item that stays, by its number in the old list, its new value."""
    gone: list[int] = field(default_factory=list)
    added: dict[int, list[Any]] = field(default_factory=dict)
    """New items by the number of the old item they stand before."""


def changes(old: list[Any], new: list[Any]) -> Change:
    """Return the way from a list to another; items are told apart by id, or else by content."""
    change = Change()
    matcher = SequenceMatcher(None, _names(old), _names(new), autojunk=False)
    for _, low, high, new_low, new_high in matcher.get_opcodes():
        both = min(high - low, new_high - new_low)
        for step in range(both):
            change.pairs[low + step] = new[new_low + step]
        change.gone += range(low + both, high)
        if new_high > new_low + both:
            change.added[low + both] = new[new_low + both : new_high]
    return change


def like_for(items: list[Spot], index: int, value: Any) -> Spot | None:
    """Return the neighbour of a new item after which it is written: the one most like it."""
    near = [items[number] for number in (index - 1, index) if 0 <= number < len(items)]
    if not near or not isinstance(value, dict):
        return near[0] if near else None
    return max(near, key=lambda spot: len(set(spot.keys or ()) & set(value)))


def _names(items: list[Any]) -> list[str]:
    """Return what tells each item apart; of two alike the second counts as another."""
    seen: dict[str, int] = {}
    names: list[str] = []
    for item in items:
        name = _name(item)
        seen[name] = seen.get(name, 0) + 1
        names.append(f"{name}\0{seen[name]}")
    return names


def _name(item: Any) -> str:
    for keys in IDENTITIES:
        name = name_of(item, keys)
        if name:
            return name
    return json.dumps(item, sort_keys=True, ensure_ascii=False)
