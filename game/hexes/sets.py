"""Sets of hexes as whole numbers, bit i for hex i, and steps that a whole set takes at once.

`|`, `&` and `& ~` unite, meet and take away. Where a flood is wide and short this is many times
quicker than going from hex to hex.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from game.hexes.arrays import Bytes, check_steps
from game.hexes.hexgrid import OFF_MAP, HexGrid

_AS_DIGITS = bytes([ord("0")]) + bytes([ord("1")]) * 255
_AS_FLAGS = bytes(digit == ord("1") for digit in range(256))


def set_of(flags: Bytes) -> int:
    """Return the set of the hexes that have a truthy byte."""
    return int(flags[::-1].translate(_AS_DIGITS) or b"0", 2)


def flags_of(hexes: int, size: int) -> bytearray:
    """Return a byte for each of ``size`` hexes: 1 for those in the set."""
    return bytearray(f"{hexes:0{size}b}"[::-1].encode()).translate(_AS_FLAGS)


def hexes_of(hexes: int, size: int) -> list[int]:
    """Return the hexes of a set on a map of ``size`` hexes, in ascending order."""
    return list(compress(range(size), flags_of(hexes, size)))


def gathered(hexes: Iterable[int]) -> int:
    """Return the set of some hexes."""
    found = 0
    for i in hexes:
        found |= 1 << i
    return found


@dataclass(frozen=True, slots=True)
class Strides:
    """All steps on a map that are not barred, taken by sets of hexes; get it from `strides`."""

    ways: tuple[tuple[int, int], ...]
    """(change of the index, the hexes from which such a step leads somewhere)."""

    @classmethod
    def of(cls, open_from: Mapping[int, int]) -> Strides:
        """Return the steps from the hexes that are given by change of the index."""
        return cls(tuple((change, hexes) for change, hexes in sorted(open_from.items()) if hexes))

    def beyond(self, hexes: int) -> int:
        """Return the hexes to which a step leads from one of the set."""
        found = 0
        for change, open_from in self.ways:
            if going := hexes & open_from:
                found |= going << change if change > 0 else going >> -change
        return found

    def flood(self, sources: int, allowed: int, limit: int = -1) -> int:
        """Return what the sources reach over allowed hexes, in ``limit`` steps if that is >= 0.

        A source that is not allowed reaches nothing.
        """
        found = edge = sources & allowed
        while edge and limit:
            edge = self.beyond(edge) & allowed & ~found
            found |= edge
            limit -= 1
        return found


@lru_cache(maxsize=64)
def strides(grid: HexGrid, barred: bytes = b"") -> Strides:
    """Return the steps of a map, but for those with a truthy byte, six to a hex; none = no such.

    Raises ValueError if there are bytes, but not six to a hex.
    """
    check_steps(grid, barred or None)
    shut = [set_of(barred[direction::6]) for direction in range(6)]
    by_change: dict[int, int] = {}
    for direction, change, open_from in steps_on(grid):
        by_change[change] = by_change.get(change, 0) | open_from & ~shut[direction]
    return Strides.of(by_change)


@lru_cache(maxsize=8)
def steps_on(grid: HexGrid) -> tuple[tuple[int, int, int], ...]:
    """Return (direction, change of the index, hexes from which that is the step there)."""
    found: dict[tuple[int, int], bytearray] = {}
    for here, around in enumerate(grid.around):
        for direction, there in enumerate(around):
            if there != OFF_MAP:
                found.setdefault((direction, there - here), bytearray(grid.size))[here] = 1
    return tuple((*key, set_of(flags)) for key, flags in found.items())
