"""Flags: named texts set by events, and by rules that allow something once a day (rule 9.2)."""

from __future__ import annotations

from game.engine.draft import Draft, Position


def flag(p: Position, name: str) -> str:
    """The value of a flag, empty if it is not set."""
    return next((value for other, value in p.flags if other == name), "")


def set_flag(d: Draft, name: str, value: str) -> None:
    """Set a flag; flags are kept sorted by name, so that equal games have equal states."""
    others = (pair for pair in d.flags if pair[0] != name)
    d.flags = tuple(sorted((*others, (name, value))))


def today(p: Position) -> str:
    """The value of a flag that stands for this day."""
    return str(p.turn)
