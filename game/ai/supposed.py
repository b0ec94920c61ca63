"""Units as they would be in a position that is only thought of: gone, or standing elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.engine.board import NOWHERE
from game.engine.changed import changed
from game.engine.state import GameState, Status, Unit


def without(p: GameState, gone: Iterable[int]) -> tuple[Unit, ...]:
    """All units, with some of them not on the map."""
    units = list(p.units)
    for n in gone:
        units[n] = changed(units[n], status=Status.WAITING, at=NOWHERE)
    return tuple(units)


def standing(p: GameState, places: Mapping[int, int]) -> tuple[Unit, ...]:
    """All units, with some of them in other hexes; `places`: the hex by unit."""
    units = list(p.units)
    for n, h in places.items():
        units[n] = changed(units[n], at=h)
    return tuple(units)
