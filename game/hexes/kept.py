"""Reaches kept: asked for again, the search is only made anew if something it looked at is new.

A search looks at what bars the way in the hexes it reaches and in those beside them, nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from game.hexes.arrays import Bytes
from game.hexes.hexgrid import HexGrid
from game.hexes.search import Reach, reach
from game.hexes.sets import gathered, set_of, strides


@dataclass(frozen=True, slots=True)
class Marked:
    """Hexes that are marked: as a byte to each hex and as a set."""

    flags: bytes
    hexes: int


def marked(flags: Bytes) -> Marked:
    """Return the hexes with a truthy byte."""
    return Marked(bytes(flags), set_of(flags))


_Kept: TypeAlias = list[tuple[int, int, int, Reach]]
"""The hexes looked at, those of them in which one stops, those that are closed, what was found."""


def reach_again(
    grid: HexGrid,
    costs: bytes,
    start: int,
    budget: int,
    stop: Marked | None,
    closed: Marked,
    avoid: frozenset[int] = frozenset(),
) -> Reach:
    """Return what `reach` returns, not to be changed: whoever asks for the same may share it."""
    kept = _kept(grid, costs, start, budget, avoid)
    flags, stops = (stop.flags, stop.hexes) if stop else (None, 0)
    for area, stopped, shut, found in kept:
        if stops & area == stopped and closed.hexes & area == shut:
            return found
    found = reach(grid, costs, start, budget, flags, closed.flags, avoid)
    area = gathered(found.cost)
    area |= strides(grid).beyond(area)
    kept[:] = [(area, stops & area, closed.hexes & area, found), *kept[:1]]
    return found


@lru_cache(maxsize=512)
def _kept(grid: HexGrid, costs: bytes, start: int, budget: int, avoid: frozenset[int]) -> _Kept:
    """What has been found lately from a hex, the last first."""
    return []
