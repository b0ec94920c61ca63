"""Where names go: greedily, by rank, over the whole sheet, on a raster of costs.

Nothing here touches a surface, so a worker may do it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.engine.board import Board
from game.hexes import HexGrid
from game.ui.map.courses import Courses
from game.ui.map.crossing_signs import Site
from game.ui.map.fronts import Fronts
from game.ui.map.geometry import Floats, centres
from game.ui.map.names import AREA_FROM, Name
from game.ui.map.signs import sign_of, spot_of

Candidate = tuple[float, float, float]
"""Left, top, cost."""
Box = tuple[float, float, float, float]
"""Left, top, width, height in pixels of the map."""
_CELL: Final = 4
_MOST_CELLS: Final = 4_000_000
_MARGIN: Final = 2
"""Hexes of raster around the sheet."""
_MINOR: Final = 5
"""Rank from which a name is rather left out than laid over something."""
_CORE: Final = 0.75
"""Share of town ground from which a hex belongs to the core of a city."""
_HOUSES: Final = 0.5
_SPOTS: Final = 16
"""Hexes of a place that are tried for its name."""
_INSIDE: Final = 0.58
"""Hexes from the middle of a hex at which a name still seems to lie in it."""
_OUTSIDE: Final = 1.2
_FAR_BANK: Final = 1.5
"""Cost of a city's name beyond a river that the city does not lie on both sides of."""
_STEADY: Final = 0.4
"""Cost a name bears rather than move."""
_AREA_KINDS: Final = frozenset({"city_district", "island", "airbase"})
_SHIFTS: Final = ((0, 0.0), (0.36, 0.02), (-0.38, 0.12), (0.2, 0.05), (0.5, 0.1), (-0.52, 0.2))
_ASIDE: Final = ((0, 0.0), (0.25, 0.06), (-0.25, 0.06), (0.5, 0.2), (-0.5, 0.2))
_AROUND: Final = (
    (1, 0, 0.0), (-1, 0, 0.12), (0, 1, 0.06), (0, -1, 0.06),
    (0.8, -0.8, 0.1), (0.8, 0.8, 0.1), (-0.8, -0.8, 0.2), (-0.8, 0.8, 0.2),
)  # fmt: skip
_RADII: Final = {"village": (4, 0.3), "town": (4, 0.3), "hill": (6, 0.22)}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something names keep off, at a cost."""

    box: Box
    cost: float


class Costs:
    """Rasters of what is taken and of what would better stay free."""

    def __init__(self, board: Board, w: float) -> None:
        grid = board.grid
        wide = (grid.width + 1 + 2 * _MARGIN) * w
        high = (grid.height * 0.867 + 1 + 2 * _MARGIN) * w
        self.cell = max(_CELL, math.ceil(math.sqrt(wide * high / _MOST_CELLS)))
        self._shift = _MARGIN * w
        shape = int(wide / self.cell) + 2, int(high / self.cell) + 2
        self.taken = np.zeros(shape, bool)
        self.soft = np.zeros(shape, np.float32)
        self.wet = np.zeros(shape, np.float32)

    def part(self, box: Box) -> tuple[slice, slice]:
        """Return the cells a box touches."""
        x, y, width, height = box
        c, s = self.cell, self._shift
        return (
            slice(max(0, int((x + s) // c)), max(0, int((x + width + s) // c) + 1)),
            slice(max(0, int((y + s) // c)), max(0, int((y + height + s) // c) + 1)),
        )

    def water_between(self, box: Box, spots: Floats) -> bool:
        """True if water lies between a box and the nearest of some points (pixels)."""
        x, y, width, height = box
        nearest = np.abs(spots - (x + width / 2, y + height / 2)) - (width / 2, height / 2)
        bx, by = spots[int(np.hypot(*np.maximum(0, nearest).T).argmin())]
        ax, ay = min(max(bx, x), x + width), min(max(by, y), y + height)
        steps = max(2, int(math.hypot(bx - ax, by - ay) / self.cell))
        across = np.linspace((ax, ay), (bx, by), steps)
        cells = ((across + self._shift) // self.cell).astype(int)
        low, high = np.zeros(2, int), np.array(self.wet.shape) - 1
        i, j = np.clip(cells, low, high).T
        return bool(self.wet[i, j].max() > 0)

    def stamp(self, raster: Floats, points: Floats, half: float, value: float, add: bool) -> None:
        """Lay a square on a raster at each of some points (pixels)."""
        for x, y in points.tolist():
            cells = raster[self.part((x - half, y - half, 2 * half, 2 * half))]
            if add:
                cells += value
            else:
                np.maximum(cells, value, out=cells)


def costs_of(
    board: Board,
    courses: Courses,
    sites: Iterable[Site],
    fronts: Fronts | None,
    w: float,
) -> Costs:
    """Return the rasters of a sheet at a zoom."""
    costs = Costs(board, w)
    for river in courses.rivers:
        half = (0.17 if river.main else 0.07) * w
        costs.stamp(costs.wet, river.points[::2] * w, half, 1.0, add=False)
    for road in courses.roads:
        costs.stamp(costs.soft, road.points[::2] * w, 3, 0.8, add=False)
    if fronts is not None:
        for _, _, points in fronts.lines:
            costs.stamp(costs.soft, points[::2] * w, 4, 0.7, add=False)
    for site in sites:
        half = max(7, 0.2 * w)
        x, y = site.middle * w
        costs.taken[costs.part((x - half, y - half, 2 * half, 2 * half))] = True
    for place in board.places:
        if w > 40 and sign_of(place):
            spot = np.array([spot_of(board, place)]) * w
            costs.stamp(costs.soft, spot, 0.13 * w, 1.5, add=True)
    return costs


def place_names(
    grid: HexGrid,
    found: Sequence[Name],
    sizes: Sequence[tuple[int, int]],
    costs: Costs,
    sheet: Box,
    built: NDArray[np.float32],
    w: float,
    before: dict[int, tuple[int, int]],
) -> dict[int, tuple[int, int]]:
    """Return the left upper corners of the names that found room, by their number.

    `built` is the share of town ground by hex, which the name of a city keeps off. A name rather
    stays where it was `before`.
    """
    placed: dict[int, tuple[int, int]] = {}
    left, top, width, height = sheet
    all_centres = centres(grid, range(grid.size))
    for n, (name, (wide, high)) in enumerate(zip(found, sizes, strict=True)):
        best: tuple[float, int, int] | None = None
        found_here = _candidates(name, wide, high, built, all_centres, w)
        for x, y, cost in sorted(found_here, key=_cost):
            if best is not None and cost - _STEADY >= best[0]:
                break  # what follows can only be worse
            if x < left or y < top or x + wide > left + width or y + high > top + height:
                continue
            part = costs.part((x - 1, y - 1, wide + 2, high + 2))
            if costs.taken[part].any():
                continue
            cost += float(costs.soft[part].mean()) * 2.2
            if name.kind == "city":
                box = (x, y, wide, high)
                cost += _FAR_BANK * costs.water_between(box, _core(name, built) * w)
            if name.kind not in ("island", "bridge", "crossing"):
                cost += float(costs.wet[part].mean()) * 1.6
            spot = round(x), round(y)
            if before.get(n) == spot:
                cost -= _STEADY
            if best is None or cost < best[0]:
                best = cost, *spot
        if best is not None and best[0] < (2.6 if name.rank < _MINOR else 1.0):
            placed[n] = best[1], best[2]
            costs.taken[costs.part((best[1] - 1, best[2] - 1, wide + 2, high + 2))] = True
    return placed


def _cost(candidate: Candidate) -> float:
    return candidate[2]


def _candidates(
    name: Name, wide: int, high: int, built: NDArray[np.float32], all_centres: Floats, w: float
) -> Iterator[Candidate]:
    if name.kind == "city":
        houses = all_centres[built >= _HOUSES]
        yield from _beside_city(_core(name, built), wide, high, houses, w)
    elif name.kind in _AREA_KINDS or len(name.spots) >= AREA_FROM:
        yield from _within(name, wide, high, w)
    else:
        yield from _beside_point(name, wide, high, w)


def _core(name: Name, built: NDArray[np.float32]) -> Floats:
    """Return the centres of the hexes that are the core of a city."""
    core = name.spots[built[list(name.place.hexes)] >= _CORE]
    return core if len(core) else name.spots


def _within(name: Name, wide: int, high: int, w: float) -> Iterator[Candidate]:
    middle = name.spots.mean(0)
    for n, (a, b) in enumerate([middle, name.anchor, *_some(name.spots)]):
        far = 0.15 * math.hypot(a - middle[0], b - middle[1]) + (0.02 if n else 0)
        for dy, lower in _SHIFTS:
            for dx, aside in _ASIDE:
                x, y = a + dx, b + dy
                out = float(np.hypot(name.spots[:, 0] - x, name.spots[:, 1] - y).min()) > _INSIDE
                cost = far + lower + aside + (_OUTSIDE if out else 0.0)
                yield x * w - wide / 2, y * w - high / 2, cost


def _some(spots: Floats) -> Floats:
    return spots[:: -(-len(spots) // _SPOTS)]


def _beside_point(name: Name, wide: int, high: int, w: float) -> Iterator[Candidate]:
    in_middle = name.kind in ("village", "town", "base")
    x, y = np.asarray(name.spots.mean(0) if in_middle else name.anchor) * w
    least, share = _RADII.get(name.kind, (5, 0.17))
    radius = max(least, share * w)
    for dx, dy, turn in _AROUND:
        for factor, away in ((1.0, 0.0), (1.9, 0.35)):
            rx, ry = radius * factor, radius * factor * 0.8
            shift_y = float(np.sign(dy)) if abs(dy) > 0.5 else 0.0
            yield (
                x + dx * rx + wide * (np.sign(dx) - 1) / 2,
                y + dy * ry + high * (shift_y - 1) / 2,
                turn + away,
            )


def _beside_city(
    core: Floats, wide: int, high: int, houses: Floats, w: float
) -> Iterator[Candidate]:
    """Outside the houses, as near to the core as can be, best at the height of its middle."""
    middle = core.mean(0)
    half_x, half_y = wide / 2 / w, high / 2 / w
    room = np.array([half_x + 3.5, half_y + 3.0])
    low, top = core.min(0) - room, core.max(0) + room
    near = houses[((houses > low - room) & (houses < top + room)).all(1)]
    for cx in np.arange(low[0], top[0], 0.75):
        for cy in np.arange(low[1], top[1], 0.5):
            gap_x = np.maximum(0, abs(near[:, 0] - cx) - half_x) if len(near) else np.full(1, 9.0)
            gap_y = np.maximum(0, abs(near[:, 1] - cy) - half_y) if len(near) else np.full(1, 9.0)
            gap = float(np.hypot(gap_x, gap_y).min())
            if gap < 0.75:
                continue
            own = np.hypot(
                np.maximum(0, abs(core[:, 0] - cx) - half_x),
                np.maximum(0, abs(core[:, 1] - cy) - half_y),
            )
            away = max(0.0, float(own.min()) - 1.0)
            slant = abs(cy - middle[1]) / max(1.0, top[1] - low[1])
            yield cx * w - wide / 2, cy * w - high / 2, 0.3 * away + 1.2 * slant
