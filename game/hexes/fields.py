"""Movement cost over the whole map, from or to the nearest of many hexes."""

from array import array
from collections.abc import Iterable
from typing import Final

from game.hexes.arrays import Bytes, check_flags, check_hexes, check_steps
from game.hexes.hexgrid import HexGrid
from game.hexes.sets import flags_of, gathered, set_of
from game.hexes.steps import turned_round
from game.hexes.tides import tide_of

UNREACHED: Final = -1
"""Stands in a field for hexes that no source reaches."""
_BYTES: Final = array("i").itemsize
_LEAST_FIRST: Final = array("i", [1]).tobytes()[0] == 1
"""Whether this machine writes the least byte of a number first."""


def field(
    grid: HexGrid,
    costs: Bytes,
    sources: Iterable[int],
    closed: Bytes | None = None,
    limit: int | None = None,
    reverse: bool = False,
    unreached: int = UNREACHED,
) -> "array[int]":
    """Return, for every hex of the map, the cheapest cost in half-points from the nearest source.

    With ``reverse`` it is the cost of going from the hex to the nearest source instead. For hexes
    that are cut off, dearer than ``limit`` or closed, ``unreached`` stands; a source counts 0 even
    if closed. The same costs in ``bytes`` are quicker from the second time on. ValueError if a
    source is off the map or an array has the wrong length.
    """
    sources = frozenset(sources)
    check_hexes(grid, sources)
    check_steps(grid, costs)
    check_flags(grid, closed)
    costs = bytes(costs)
    tide = tide_of(grid, turned_round(grid, costs) if reverse else costs)
    every = (1 << grid.size) - 1
    dry = every if closed is None else every & ~set_of(closed)
    first = gathered(sources)
    levels = tide.rise(first, dry, limit) or [(0, first)]
    reached = 0
    for _cost, hexes in levels:
        reached |= hexes
    return _numbered([*levels, (unreached, every & ~reached)], grid.size)


def _numbered(levels: list[tuple[int, int]], size: int) -> "array[int]":
    """Return by hex the number that stands before the set it is in."""
    digits = [0] * (8 * _BYTES)  # the hexes in whose number a binary digit is set, the least first
    for number, hexes in levels:
        for place in range(8 * _BYTES if number < 0 else number.bit_length()):
            if number >> place & 1:
                digits[place] |= hexes
    flat = bytearray(_BYTES * size)
    for byte in range(_BYTES):
        column = 0
        for place, hexes in enumerate(digits[8 * byte : 8 * byte + 8]):
            if hexes:
                column |= int.from_bytes(flags_of(hexes, size), "little") << place
        flat[byte::_BYTES] = column.to_bytes(size, "little")
    found = array("i", bytes(flat))
    if not _LEAST_FIRST:
        found.byteswap()
    return found
