"""Front lines: chains of hexsides between the ground of two sides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.hexes import HexGrid
from game.ui.map.courses import Courses
from game.ui.map.geometry import (
    SAMPLES,
    Corner,
    Floats,
    Side,
    corner_point,
    hexside,
    relaxed,
    spline,
    trace,
)
from game.ui.map.strips import Segments

_BAND: Final = 0.015
"""No man's land between a bank and the line along it, in hexes."""
_PASSES: Final = 5


@dataclass(frozen=True, slots=True)
class Fronts:
    """All lines between sides. The coordinate along a line is counted in hexsides."""

    segments: dict[int, Segments]
    """By stride: of all points, of every second one, of every third one."""
    owners: dict[int, NDArray[np.uint8]]
    """Owner on the left and on the right of each segment, in turn; `sides` where nobody is."""
    pieces: dict[Side, bytes]
    """What each hexside of a front looks like, to find what changed."""
    lines: tuple[tuple[int, int, Floats], ...]
    """Left side, right side, points."""


def draw_fronts(grid: HexGrid, control: bytes, sides: int, courses: Courses) -> Fronts:
    """Draw the front lines of a moment. `sides` is the number of sides."""
    owner = np.minimum(np.frombuffer(control, np.uint8), sides)
    marks: dict[Side, tuple[int, int]] = {}
    hexes: dict[Side, tuple[int, int]] = {}
    for direction in (0, 1, 2):
        near = _adjacent(grid)[:, direction]
        differs = (near >= 0) & (owner != owner[near])
        for i in np.nonzero(differs)[0].tolist():
            other = int(near[i])
            side = hexside(grid, i, direction)
            a, b = int(owner[i]), int(owner[other])
            marks[side] = (a, b) if a < b else (b, a)
            hexes[side] = (i, other)
    lines: list[tuple[Floats, Floats, Floats]] = []
    pairs: list[tuple[int, int]] = []
    pieces: dict[Side, bytes] = {}
    for chain, pair in trace(marks):
        points = spline(relaxed(courses.placed(chain), _PASSES, courses.pinned(chain)))
        half = _half_width(chain, courses, len(points))
        along = np.arange(len(points)) / SAMPLES
        left = _left_owner(grid, owner, chain, hexes)
        pairs.append((left, pair[0] if left == pair[1] else pair[1]))
        lines.append((points, half, along))
        _record(pieces, chain, points, half, pairs[-1])
    by_stride = {n: [(p[::n], h[::n], s[::n]) for p, h, s in lines] for n in (1, 2, 3)}
    return Fronts(
        {n: Segments.join(some) for n, some in by_stride.items()},
        {n: _owners(some, pairs) for n, some in by_stride.items()},
        pieces,
        tuple((a, b, p) for (a, b), (p, _, _) in zip(pairs, lines, strict=True)),
    )


def changed_sides(old: Fronts, new: Fronts) -> list[Side]:
    """Return the hexsides whose piece of front looks otherwise."""
    both = old.pieces.keys() | new.pieces.keys()
    return [side for side in both if old.pieces.get(side) != new.pieces.get(side)]


@lru_cache(maxsize=8)
def _adjacent(grid: HexGrid) -> NDArray[np.int32]:
    return np.array(grid.adjacent, np.int32).reshape(-1, 6)


def _half_width(chain: list[Corner], courses: Courses, count: int) -> Floats:
    """Half the band between the two lines: the water, where they run along a river."""
    wet = np.array([(min(s), max(s)) in courses.wet for s in pairwise(chain)])
    touches = np.r_[wet[:1], wet[:-1] | wet[1:], wet[-1:]]
    wide = np.array([courses.bank_width.get(k, 0.0) + _BAND for k in chain]) * touches
    nodes = np.arange(len(chain))
    return np.asarray(np.interp(np.linspace(0, len(chain) - 1, count), nodes, wide))


def _left_owner(
    grid: HexGrid,
    owner: NDArray[np.uint8],
    chain: list[Corner],
    hexes: dict[Side, tuple[int, int]],
) -> int:
    start, then = chain[0], chain[1]
    i, other = hexes[(start, then) if start < then else (then, start)]
    (x0, y0), (x1, y1) = corner_point(start), corner_point(then)
    x, y = grid.centre(i)
    on_left = (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) < 0
    return int(owner[i] if on_left else owner[other])


def _owners(
    lines: list[tuple[Floats, Floats, Floats]], pairs: list[tuple[int, int]]
) -> NDArray[np.uint8]:
    parts = [
        np.tile(np.array(pair, np.uint8), len(points) - 1)
        for (points, _, _), pair in zip(lines, pairs, strict=True)
    ]
    return np.concatenate(parts) if parts else np.zeros(0, np.uint8)


def _record(
    pieces: dict[Side, bytes],
    chain: list[Corner],
    points: Floats,
    half: Floats,
    pair: tuple[int, int],
) -> None:
    grains = np.rint(np.c_[points, half] * 1000).astype(np.int32)
    for n, (a, b) in enumerate(pairwise(chain)):
        part = grains[n * SAMPLES : (n + 1) * SAMPLES + 1]
        if a < b:
            pieces[a, b] = part.tobytes() + bytes(pair)
        else:
            pieces[b, a] = part[::-1].tobytes() + bytes(pair[::-1])
