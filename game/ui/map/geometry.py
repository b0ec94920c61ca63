"""Plane geometry of the sheet: corners, chains of hexsides and their splines.

The measure is one hex from flat to flat, as in `HexGrid.centre`. A corner is named by a pair of
whole numbers, twice its x and its y in thirds of the distance between rows.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from game.hexes import HexGrid

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.integer[Any]]
Bools = NDArray[np.bool_]
Corner = tuple[int, int]
Side = tuple[Corner, Corner]
Mark = TypeVar("Mark", bound=Hashable)

ROW: Final = math.sqrt(3) / 2
"""Distance between two rows."""
CORNER_UNIT: Final = ROW / 3
TIP: Final = 1 / math.sqrt(3)
"""From the centre of a hex to its upper corner."""
SAMPLES: Final = 6
"""Points of a spline for each hexside or leg."""

_CORNERS: Final = ((0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1))
_SIDE_CORNERS: Final = ((1, 2), (0, 1), (5, 0), (4, 5), (3, 4), (2, 3))
"""By direction, counter-clockwise from east."""


def corners(grid: HexGrid, i: int) -> tuple[Corner, ...]:
    """Return the corners of a hex, clockwise from the upper one."""
    row, col = divmod(i, grid.width)
    x, y = 2 * col + (row & 1), 3 * row
    return tuple((x + dx, y + dy) for dx, dy in _CORNERS)


def hexside(grid: HexGrid, i: int, direction: int) -> Side:
    """Return the two corners of a hexside, the lower one first."""
    six = corners(grid, i)
    a, b = (six[k] for k in _SIDE_CORNERS[direction])
    return (a, b) if a < b else (b, a)


def corner_point(corner: Corner) -> tuple[float, float]:
    """Return where a corner lies."""
    return corner[0] / 2, corner[1] * CORNER_UNIT


def centres(grid: HexGrid, hexes: Iterable[int]) -> Floats:
    """Return the centres of some hexes, one to a row."""
    return np.array([grid.centre(i) for i in hexes], float).reshape(-1, 2)


def nearest(x: Floats, y: Floats) -> tuple[Ints, Ints]:
    """Return (column, row) of the hex nearest each point; it may be off the map."""
    q = x - y / np.asarray(2 * ROW, np.asarray(y).dtype)
    r = y / np.asarray(ROW, np.asarray(y).dtype)
    s = -q - r
    whole_q, whole_r, whole_s = np.rint(q), np.rint(r), np.rint(s)
    dq, dr, ds = abs(whole_q - q), abs(whole_r - r), abs(whole_s - s)
    worst_q = (dq > dr) & (dq > ds)
    final_q = np.where(worst_q, -whole_r - whole_s, whole_q)
    final_r = np.where((dr >= ds) & ~worst_q, -whole_q - whole_s, whole_r).astype(np.int32)
    return (final_q + (final_r - (final_r & 1)) / 2).astype(np.int32), final_r


def nearest_hex(grid: HexGrid, x: Floats, y: Floats) -> Ints:
    """Return the index of the hex nearest each point, the one at the margin for points outside."""
    col, row = nearest(x, y)
    return np.clip(row, 0, grid.height - 1) * grid.width + np.clip(col, 0, grid.width - 1)


def trace(sides: Mapping[Side, Mark]) -> list[tuple[list[Corner], Mark]]:
    """Join sides to chains, broken at junctions, at ends and where the mark changes."""
    links: dict[Corner, dict[Corner, Mark]] = {}
    for (a, b), mark in sides.items():
        links.setdefault(a, {})[b] = mark
        links.setdefault(b, {})[a] = mark
    stops = {k for k, near in links.items() if len(near) != 2 or len(set(near.values())) > 1}
    done: set[Side] = set()
    chains: list[tuple[list[Corner], Mark]] = []

    def walk(start: Corner, then: Corner) -> None:
        chain = [start, then]
        done.update(((start, then), (then, start)))
        while chain[-1] not in stops and chain[-1] != start:
            onward = next(near for near in links[chain[-1]] if near != chain[-2])
            done.update(((chain[-1], onward), (onward, chain[-1])))
            chain.append(onward)
        chains.append((chain, links[start][then]))

    for start in sorted(stops):
        for then in links[start]:
            if (start, then) not in done:
                walk(start, then)
    for start in links:
        for then in links[start]:
            if start not in stops and (start, then) not in done:
                walk(start, then)
    return chains


def relaxed(
    points: Floats | Sequence[Sequence[float]], passes: int, pin: Bools | None = None
) -> Floats:
    """Smooth a chain by (1, 4, 1) / 6, some passes; its ends and the pinned points stay."""
    now = np.array(points, float)
    closed = is_closed(now)
    for _ in range(passes):
        new = now.copy()
        new[1:-1] = (now[:-2] + now[2:] + 4 * now[1:-1]) / 6
        if closed:
            new[0] = new[-1] = (now[-2] + now[1] + 4 * now[0]) / 6
        if pin is not None:
            new[pin] = now[pin]
        now = new
    return now


def is_closed(points: Floats) -> bool:
    """True if a chain ends where it began."""
    return len(points) > 3 and bool(np.allclose(points[0], points[-1]))


def spline(points: Floats, samples: int = SAMPLES) -> Floats:
    """Return a Catmull-Rom curve through the points, some samples to a span."""
    points = np.asarray(points, float)
    if len(points) < 3:
        return np.linspace(points[0], points[-1], samples + 1)
    if is_closed(points):
        before, after = points[-2], points[1]
    else:
        before, after = 2 * points[0] - points[1], 2 * points[-1] - points[-2]
    full = np.vstack([before, points, after])
    t = (np.arange(samples) / samples)[None, :, None]
    a, b, c, d = (full[i : len(full) - 3 + i, None, :] for i in range(4))
    curve = 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
    return np.asarray(np.vstack([curve.reshape(-1, 2), points[-1:]]))


def meander(points: Floats, width: float, pace: float = 0.9, seed: float = 1.3) -> Floats:
    """Sway the points a little, always alike at the same place, so that nothing looks ruled."""
    x, y = points[:, 0], points[:, 1]
    sway_x = np.sin(pace * 2.1 * y + seed) + 0.6 * np.sin(pace * 4.7 * x + 2 * seed)
    sway_y = np.sin(pace * 2.3 * x + seed) + 0.6 * np.sin(pace * 5.1 * y + seed)
    return np.asarray(points + width * np.c_[sway_x, sway_y])


def lengths(points: Floats) -> Floats:
    """Return the length along the chain at each of its points."""
    step = np.diff(points, axis=0)
    return np.asarray(np.r_[0.0, np.cumsum(np.hypot(step[:, 0], step[:, 1]))])


def runs(keep: Bools) -> list[Ints]:
    """Return the index runs over which a flag holds."""
    cuts = np.nonzero(np.diff(keep.astype(np.int8)))[0] + 1
    return [part for part in np.split(np.arange(len(keep)), cuts) if len(part) and keep[part[0]]]


def principal_axis(points: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the middle of a cloud of points, the direction it stretches in, and across."""
    middle = points.mean(0)
    _, _, rows = np.linalg.svd(points - middle)
    along = rows[0] * (1 if rows[0][0] > 0 else -1)
    return middle, along, np.array([-along[1], along[0]])
