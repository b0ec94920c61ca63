"""The hex map itself: which hexes there are, what they are called and where they lie."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, repeat
from typing import Final

from game.hexes import axial

OFF_MAP: Final = -1
"""Stands where a hex index would, when there is no such hex on the map."""

ROW_SPACING: Final = math.sqrt(3) / 2
"""Distance between the centre lines of two rows, in hexes flat to flat."""

_LABEL: Final = re.compile(r"([0-9]{1,9})_([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class HexGrid:
    """A map of ``width`` by ``height`` hexes; get it through `grid`, which keeps one of each.

    Equal and hashed by width and height. Except where a method says that it checks, the hex
    indices handed to it must be on the map (0 <= i < size).

    Attributes:
        width: columns.
        height: rows.
        size: hexes on the map.
        adjacent: flat, 6 * size long; ``adjacent[6 * i + d]`` is the neighbour of hex ``i`` in
            direction ``d``, or -1 where the map ends.
        around: the same by hex: six neighbours in direction order, -1 where the map ends.
        neighbours: by hex, only the neighbours there are, in direction order.

    Raises:
        ValueError: if width or height is less than one.
    """

    width: int
    height: int
    size: int = field(init=False, repr=False, compare=False)
    adjacent: tuple[int, ...] = field(init=False, repr=False, compare=False)
    around: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    neighbours: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    _axial: tuple[axial.Axial, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1:
            raise ValueError(f"a map needs at least one hex: {self.width} by {self.height}")
        rows = range(self.height)
        around = tuple(chain.from_iterable(map(self._row_around, rows)))
        neighbours = tuple(
            [tuple(i for i in six if i != OFF_MAP) if OFF_MAP in six else six for six in around]
        )
        # The dataclass is frozen for its users; these are derived from the two given fields.
        object.__setattr__(self, "size", self.width * self.height)
        object.__setattr__(self, "adjacent", tuple(chain.from_iterable(around)))
        object.__setattr__(self, "around", around)
        object.__setattr__(self, "neighbours", neighbours)
        object.__setattr__(self, "_axial", tuple(chain.from_iterable(map(self._row_axial, rows))))

    def _row_around(self, row: int) -> Iterator[tuple[int, ...]]:
        """The six neighbours of each hex of a row: the rows beside it, shoved by half a hex."""
        width, first = self.width, row * self.width
        off, odd = [OFF_MAP], row & 1
        here = [*off, *range(first, first + width), *off]
        above = [*off, *range(first - width, first), *off] if row else off * (width + 2)
        last = row == self.height - 1
        below = (
            off * (width + 2) if last else [*off, *range(first + width, first + 2 * width), *off]
        )
        # Every list begins with what lies west of column 0.
        return zip(
            here[2:], above[1 + odd :], above[odd:], here, below[odd:], below[1 + odd :],
            strict=False,
        )  # fmt: skip

    def _row_axial(self, row: int) -> Iterator[axial.Axial]:
        q, _ = axial.from_offset(0, row)
        return zip(range(q, q + self.width), repeat(row), strict=False)

    def __reduce__(self) -> tuple[Callable[[int, int], "HexGrid"], tuple[int, int]]:
        """Copy and pickle by size alone, so that a copy is the one shared map."""
        return grid, (self.width, self.height)

    def _at(self, q: int, r: int) -> int:
        col, row = axial.to_offset(q, r)
        if 0 <= col < self.width and 0 <= row < self.height:
            return row * self.width + col
        return OFF_MAP

    def index(self, col: int, row: int) -> int:
        """Return the hex in column ``col`` and row ``row``; ValueError if it is off the map."""
        if not (0 <= col < self.width and 0 <= row < self.height):
            raise ValueError(
                f"hex {col}_{row} is off the map: columns run 0 to {self.width - 1}, "
                f"rows 0 to {self.height - 1}"
            )
        return row * self.width + col

    def col_row(self, i: int) -> tuple[int, int]:
        """Return (col, row) of hex ``i``; ValueError if it is off the map."""
        if not 0 <= i < self.size:
            raise ValueError(f"hex index {i} is off the map: indices run 0 to {self.size - 1}")
        row, col = divmod(i, self.width)
        return col, row

    def label(self, i: int) -> str:
        """Return the label of hex ``i``, as in ``"14_13"``; ValueError if it is off the map."""
        col, row = self.col_row(i)
        return f"{col}_{row}"

    def parse(self, text: str) -> int:
        """Return the hex with the label ``text``; ValueError if malformed or off the map."""
        found = _LABEL.fullmatch(text)
        if found is None:
            raise ValueError(f'{text!r} is no hex: write column_row, as in "14_13"')
        return self.index(int(found[1]), int(found[2]))

    def direction(self, a: int, b: int) -> int:
        """Return the direction (0..5) from ``a`` to its neighbour ``b``, -1 if not adjacent."""
        if b != OFF_MAP and b in self.around[a]:
            return self.around[a].index(b)
        return -1

    def distance(self, a: int, b: int) -> int:
        """Return the distance between two hexes, in hexes."""
        q, r = self._axial[a]
        to_q, to_r = self._axial[b]
        dq, dr = to_q - q, to_r - r
        return max(abs(dq), abs(dr), abs(dq + dr))

    def line(self, a: int, b: int) -> tuple[int, ...]:
        """Return the hexes of the straight line from ``a`` to ``b``, both included.

        There are distance + 1 of them, each adjacent to the last. Where the line runs along a
        hexside, the hex on the map is taken, or of two on the map the one of lower index; so the
        line from ``b`` to ``a`` is the same, reversed.
        """
        return tuple(
            min(i for i in (self._at(*one), self._at(*other)) if i != OFF_MAP)
            for one, other in axial.line(self._axial[a], self._axial[b])
        )

    def ring(self, centre: int, radius: int) -> tuple[int, ...]:
        """Return the hexes on the map exactly ``radius`` hexes from ``centre``.

        They run counter-clockwise from due east. ValueError if the radius is negative.
        """
        if radius < 0:
            raise ValueError(f"the radius of a ring cannot be negative: {radius}")
        if radius == 0:
            return (centre,)
        if radius >= self.width + self.height:
            return ()
        on_ring = (self._at(q, r) for q, r in axial.ring(self._axial[centre], radius))
        return tuple(i for i in on_ring if i != OFF_MAP)

    def disc(self, centre: int, radius: int) -> tuple[int, ...]:
        """Return the hexes on the map within ``radius`` hexes, sorted by (distance, index).

        ValueError if the radius is negative.
        """
        if radius < 0:
            raise ValueError(f"the radius of a disc cannot be negative: {radius}")
        reach = min(radius, self.width + self.height)
        return tuple(i for k in range(reach + 1) for i in sorted(self.ring(centre, k)))

    def hexside(self, a: int, b: int) -> tuple[int, int]:
        """Return the hexside between two hexes as (lower, higher); ValueError if not adjacent."""
        if self.direction(a, b) < 0:
            raise ValueError(f"hexes {self.label(a)} and {self.label(b)} are not adjacent")
        return (a, b) if a < b else (b, a)

    def centre(self, i: int) -> tuple[float, float]:
        """Return the centre (x, y) of hex ``i``, in hexes flat to flat.

        The centre of hex 0 is (0, 0); x grows east and y grows south.
        """
        row, col = divmod(i, self.width)
        return col + 0.5 * (row & 1), row * ROW_SPACING

    def at_point(self, x: float, y: float) -> int:
        """Return the hex that holds the point, in the measure of `centre`; -1 off the map."""
        if not (math.isfinite(x) and math.isfinite(y)):
            return OFF_MAP
        r = y / ROW_SPACING
        return self._at(*axial.nearest(x - r / 2, r))


@lru_cache(maxsize=64)
def grid(width: int, height: int) -> HexGrid:
    """Return the one map of ``width`` by ``height`` hexes; ValueError if either is below one."""
    return HexGrid(width, height)
