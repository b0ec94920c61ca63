"""The lines of the sheet that never move: rivers, roads, outlines of districts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np

from game.engine.board import Board, River
from game.hexes import opposite
from game.ui.map.geometry import (
    SAMPLES,
    Corner,
    Floats,
    Side,
    centres,
    corner_point,
    hexside,
    lengths,
    meander,
    relaxed,
    runs,
    spline,
    trace,
)
from game.ui.map.palette import CHANNEL_HALF_WIDTH, MAIN_HALF_WIDTH

ROAD_CLASSES: Final = ("highway", "road", "street", "track")
"""Best first."""
OUTLINED: Final = frozenset({"city_district", "town", "village"})
_SMALLEST_VILLAGE: Final = 5
"""Hexes from which a village or town has an outline."""
_NUMBER: Final = re.compile(
    r"^(?:Route|Road|Highway|Motorway)\s+(\w{1,4})\b|^([A-Z]{1,2}\d{1,3})\b"
)


@dataclass(frozen=True, slots=True)
class RiverCourse:
    """One stretch of water between junctions."""

    main: bool
    points: Floats
    half_width: Floats
    """At each point, in hexes."""


@dataclass(frozen=True, slots=True)
class RoadCourse:
    """One stretch of road between junctions."""

    kind: str
    points: Floats
    number: str
    """As on its shield, or empty."""


@dataclass(frozen=True, slots=True)
class Courses:
    """All fixed lines of a board."""

    rivers: tuple[RiverCourse, ...]
    roads: tuple[RoadCourse, ...]
    outlines: tuple[Floats, ...]
    banks: dict[Corner, tuple[float, float]]
    """Where the smoothed corners of rivers lie: other lines along a bank run through them."""
    wet: dict[Side, River]
    bank_width: dict[Corner, float]
    """Half the width of the river at its corners."""

    def water(self, main: bool | None = None) -> Floats:
        """Return points along all water (the main rivers, the channels)."""
        parts = [r.points for r in self.rivers if main is None or r.main is main]
        return np.vstack(parts) if parts else np.zeros((0, 2))

    def ways(self) -> Floats:
        """Return points along all roads."""
        return np.vstack([r.points for r in self.roads]) if self.roads else np.zeros((0, 2))

    def placed(self, chain: Sequence[Corner]) -> Floats:
        """Return a chain of corners, those on a bank where the river has them."""
        return np.array([self.banks.get(k) or corner_point(k) for k in chain])

    def pinned(self, chain: Sequence[Corner]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Tell which corners of a chain lie on a bank."""
        return np.array([k in self.banks for k in chain])


def read_courses(board: Board) -> Courses:
    """Draw the fixed lines of a board."""
    wet = _wet_sides(board)
    banks: dict[Corner, tuple[float, float]] = {}
    wide: dict[Corner, float] = {}
    rivers = [
        course for kind in (River.MAIN, River.CHANNEL) for course in _rivers(wet, kind, banks, wide)
    ]
    courses = Courses(tuple(rivers), _roads(board), (), banks, wet, wide)
    return replace(courses, outlines=_outlines(board, courses))


def _wet_sides(board: Board) -> dict[Side, River]:
    wet: dict[Side, River] = {}
    for i in range(board.grid.size):
        six = board.rivers[6 * i : 6 * i + 6]
        for direction in range(6):
            if six[direction]:
                wet[hexside(board.grid, i, direction)] = River(six[direction])
    return wet


def _rivers(
    wet: dict[Side, River],
    kind: River,
    banks: dict[Corner, tuple[float, float]],
    wide: dict[Corner, float],
) -> list[RiverCourse]:
    courses = []
    main = kind is River.MAIN
    for chain, _ in trace({side: river for side, river in wet.items() if river is kind}):
        points = np.array([corner_point(k) for k in chain])
        if not main:  # a branch leaves the main river at the smoothed corner
            for end in (0, -1):
                points[end] = banks.get(chain[end]) or points[end]
        points = relaxed(points, 3)
        if main:
            points[1:-1] = meander(points, 0.035)[1:-1]
        for k, (x, y) in zip(chain, points.tolist(), strict=True):
            banks.setdefault(k, (x, y))
        points = spline(points)
        half_width = _half_width(points, main)
        for k, half in zip(chain, half_width[::SAMPLES].tolist(), strict=True):
            wide.setdefault(k, half)
        courses.append(RiverCourse(main, points, half_width))
    return courses


def _half_width(points: Floats, main: bool) -> Floats:
    along = lengths(points)
    width = MAIN_HALF_WIDTH if main else CHANNEL_HALF_WIDTH
    swell = width * (1 + 0.16 * np.sin(1.7 * along) + 0.1 * np.sin(4.1 * along + 1))
    if not main:  # mouths open toward the main river
        to_mouth = np.minimum(along, along[-1] - along)
        swell *= 1 + 0.55 * np.exp(-((to_mouth / 0.45) ** 2))
    return np.asarray(swell)


def _roads(board: Board) -> tuple[RoadCourse, ...]:
    """Merge shared legs at their best class; break at junctions, which stay where they are."""
    best: dict[tuple[int, int], str] = {}
    number: dict[tuple[int, int], str] = {}
    for name, kind, hexes in board.road_chains:
        found = _NUMBER.match(name)
        tag = (found[1] or found[2]) if found else ""
        for a, b in pairwise(hexes):
            leg = (a, b) if a < b else (b, a)
            best[leg] = min(best.get(leg, kind), kind, key=_class)
            number.setdefault(leg, tag)
    width = board.grid.width
    named = {
        (divmod(a, width), divmod(b, width)): kind for (a, b), kind in best.items()
    }  # as corners are: pairs of whole numbers
    roads = []
    for chain, kind in trace(named):
        path = [row * width + col for row, col in chain]
        a, b = path[0], path[1]
        points = spline(relaxed(centres(board.grid, path), 4))
        roads.append(RoadCourse(kind, points, number[(a, b) if a < b else (b, a)]))
    return tuple(sorted(roads, key=lambda road: -_class(road.kind)))


def _class(kind: str) -> int:
    return ROAD_CLASSES.index(kind) if kind in ROAD_CLASSES else 1


def districts(board: Board) -> dict[int, str]:
    """Return by hex the id of the smallest settlement it belongs to."""
    owner: dict[int, str] = {}
    for place in sorted(board.places, key=lambda place: -len(place.hexes)):
        if place.kind not in OUTLINED:
            continue
        if place.kind == "city_district" or len(place.hexes) >= _SMALLEST_VILLAGE:
            owner.update(dict.fromkeys(place.hexes, place.id))
    return owner


def _outlines(board: Board, courses: Courses) -> tuple[Floats, ...]:
    """Return the lines between districts; they stop at the banks."""
    owner = districts(board)
    sides: dict[Side, int] = {}
    for i, name in owner.items():
        for direction, other in enumerate(board.grid.around[i]):
            if other < 0 or owner.get(other) == name:
                continue
            side = hexside(board.grid, other, opposite(direction))
            if side not in courses.wet:
                sides[side] = 1
    water = courses.water()
    outlines = []
    for chain, _ in trace(sides):
        points = relaxed(courses.placed(chain), 4, courses.pinned(chain))
        points = spline(points, 4)
        for run in runs(_distance(points, water) > 0.24):
            if len(run) > 2:
                outlines.append(points[run])
    return tuple(outlines)


def _distance(points: Floats, others: Floats) -> Floats:
    """Return the distance of each point to the nearest of others within its neighbourhood."""
    low, high = points.min(0) - 1, points.max(0) + 1
    near = others[((others > low) & (others < high)).all(1)]
    if not len(near):
        return np.full(len(points), 9.0)
    return np.asarray(np.sqrt(((points[:, None] - near[None]) ** 2).sum(-1).min(1)))
