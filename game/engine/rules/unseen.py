"""Running into units that nobody had seen (rule 2.6).

What is hidden never decides what a side may order. An order that leads into a hidden unit is
begun; the unit is found, and whoever met it goes no further.
"""

from __future__ import annotations

from game.engine.draft import Draft
from game.engine.forces import Relation
from game.engine.rules.presence import relation, reveal, room_for, side_of, units_at


def found_in(d: Draft, side: int, h: int) -> bool:
    """Whether others stand in a hex that a unit is about to enter; the hidden ones are found.

    Seen ones are met there only if they were found a moment ago, on the way.
    """
    met = [n for n in units_at(d, h) if relation(d, side, side_of(d, n)) is not Relation.ALLIED]
    for number in met:
        reveal(d, number)
    return bool(met)


def open_way(d: Draft, unit: int, path: tuple[int, ...]) -> tuple[int, ...]:
    """As much of a path as a unit can go: up to the first hex in which others stood unseen."""
    side = side_of(d, unit)
    for place, h in enumerate(path[1:], 1):
        if found_in(d, side, h):
            return with_room(d, unit, path[:place])
    return path


def with_room(d: Draft, unit: int, gone: tuple[int, ...]) -> tuple[int, ...]:
    """The way of a unit that was stopped, back to the last hex in which it fits."""
    while len(gone) > 1 and not room_for(d, gone[-1], side_of(d, unit), unit):
        gone = gone[:-1]
    return gone
