"""Lines to chains of hexes (roads) and to hexsides (rivers)."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from game.authoring.geojson.frame import Frame, Point

_STEPS: Final = 6
"""Points looked at for each hex of a line's length."""
_STRAY: Final = 3.0
"""How much dearer a hexside is that lies a hex away from the river."""

Corner = tuple[int, int]
Side = frozenset[int]


def chains(frame: Frame, line: Sequence[Point]) -> list[list[int]]:
    """Return the hexes along a line as chains of neighbours; where it leaves the map it is cut."""
    found: list[list[int]] = []
    here: list[int] = []
    for point in along(line, frame.hex_km / _STEPS):
        hex_ = frame.hex_at(point)
        if hex_ < 0:
            found, here = [*found, here], []
        elif not here:
            here = [hex_]
        elif hex_ != here[-1]:
            for step in frame.grid.line(here[-1], hex_)[1:]:
                # A line that grazes a hex and comes back is no detour.
                if len(here) > 1 and step == here[-2]:
                    here.pop()
                else:
                    here.append(step)
    return [chain for chain in [*found, here] if len(chain) > 1]


def joined(parts: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return chains put together where one ends at the beginning or end of another."""
    made: list[list[int]] = []
    for part in parts:
        whole = list(part)
        grown = True
        while grown:
            grown = False
            for other in made:
                for one in (other, other[::-1]):
                    if one[-1] == whole[0] and not set(one[:-1]) & set(whole):
                        whole, grown = [*one, *whole[1:]], True
                    elif one[0] == whole[-1] and not set(one[1:]) & set(whole):
                        whole, grown = [*whole, *one[1:]], True
                    if grown:
                        break
                if grown:
                    made.remove(other)
                    break
        made.append(whole)
    return made


def along(line: Sequence[Point], step: float) -> Iterator[Point]:
    """Yield points of a line not more than a step apart, its own among them."""
    for (x0, y0), (x1, y1) in pairwise(line):
        count = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / step))
        for number in range(count):
            share = number / count
            yield x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
    yield line[-1]


class Banks:
    """The corners and hexsides of a grid, along which rivers run."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._at: dict[Corner, Point] = {}
        self._ways: dict[Corner, dict[Corner, list[int]]] = {}
        for hex_ in range(frame.grid.size):
            corners = frame.corners(hex_)
            keys = [self._key(point) for point in corners]
            self._at.update(zip(keys, corners, strict=True))
            for a, b in zip(keys, [*keys[1:], keys[0]], strict=True):
                self._ways.setdefault(a, {}).setdefault(b, []).append(hex_)
                self._ways.setdefault(b, {}).setdefault(a, []).append(hex_)

    def along(self, line: Sequence[Point]) -> list[Side]:
        """Return the hexsides nearest to a line, from its first point to its last, unbroken."""
        points = [p for p in along(line, self.frame.hex_km / _STEPS) if self._inside(p)]
        if len(points) < 2:
            return []
        stops = [*points[:: 3 * _STEPS], points[-1]]
        corners = [self._nearest(point) for point in stops]
        found: dict[Side, None] = {}
        for number, (a, b) in enumerate(pairwise(corners)):
            stretch = points[
                max(0, number * 3 * _STEPS - _STEPS) : (number + 1) * 3 * _STEPS + _STEPS
            ]
            for one, other in pairwise(self._way(a, b, stretch[::2] or points)):
                hexes = self._ways[one][other]
                if len(hexes) == 2:
                    found[frozenset(hexes)] = None
        return list(found)

    def _key(self, point: Point) -> Corner:
        unit = self.frame.hex_km / 100
        return round(point[0] / unit), round(point[1] / unit)

    def _inside(self, point: Point) -> bool:
        return self.frame.hex_at(point) >= 0

    def _nearest(self, point: Point) -> Corner:
        corners = self.frame.corners(self.frame.hex_at(point))
        return self._key(min(corners, key=lambda corner: math.dist(corner, point)))

    def _way(self, start: Corner, end: Corner, line: Sequence[Point]) -> list[Corner]:
        """Return the way from corner to corner that strays least from the points of a line."""
        size = self.frame.hex_km
        best = {start: 0.0}
        came: dict[Corner, Corner] = {}
        queue = [(0.0, start)]
        while queue:
            cost, here = heapq.heappop(queue)
            if here == end:
                break
            if cost > best[here]:
                continue
            for other in self._ways[here]:
                (x0, y0), (x1, y1) = self._at[here], self._at[other]
                middle = (x0 + x1) / 2, (y0 + y1) / 2
                stray = min(math.dist(middle, point) for point in line) / size
                there = cost + 1 + _STRAY * stray * stray
                if there < best.get(other, math.inf):
                    best[other], came[other] = there, here
                    heapq.heappush(queue, (there, other))
        way = [end]
        while way[-1] in came:
            way.append(came[way[-1]])
        return way[::-1]
