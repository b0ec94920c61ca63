"""Signs of crossings, by what they are and the state they are in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from game.engine.board import Board, Crossing, CrossingKind, CrossingState, River
from game.ui.map.courses import Courses
from game.ui.map.geometry import Floats, centres
from game.ui.map.palette import Palette, weights
from game.ui.map.pen import Pen, ink
from game.ui.map.roads import Gap

_HALF: Final = {True: 0.25, False: 0.15}
"""Half the length of a crossing of the main river, of a channel."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a crossing lies on the drawn river."""

    middle: Floats
    along: Floats
    """Direction over the water."""
    main: bool
    kind: CrossingKind

    @property
    def half(self) -> float:
        """Half its length, in hexes."""
        return _HALF[self.main]


def sites(board: Board, courses: Courses) -> tuple[Site, ...]:
    """Find the place of each crossing; bridges turn with the road that leads over them."""
    return tuple(_site(board, courses, crossing) for crossing in board.crossings)


def gaps(board: Board, found: tuple[Site, ...], states: tuple[CrossingState, ...]) -> list[Gap]:
    """Return where roads are cut by broken bridges."""
    return [
        (float(site.middle[0]), float(site.middle[1]), site.half + 0.02)
        for site, state in zip(found, states, strict=True)
        if site.kind is CrossingKind.BRIDGE and state is CrossingState.DESTROYED
    ]


def _site(board: Board, courses: Courses, crossing: Crossing) -> Site:
    a, b = centres(board.grid, (crossing.a, crossing.b))
    direction = board.grid.direction(crossing.a, crossing.b)
    main = direction >= 0 and board.rivers[6 * crossing.a + direction] == River.MAIN
    middle, along = (a + b) / 2, b - a
    water = courses.water(main)
    if len(water):
        middle = water[((water - middle) ** 2).sum(1).argmin()]
    if crossing.kind in (CrossingKind.BRIDGE, CrossingKind.CAUSEWAY):
        roads = [road.points for road in courses.roads]
        near = [((points - middle) ** 2).sum(1) for points in roads]
        if near and min(d.min() for d in near) < 0.15:
            k = int(np.argmin([d.min() for d in near]))
            i = int(near[k].argmin())
            middle = middle * 0.35 + roads[k][i] * 0.65
            along = roads[k][min(i + 3, len(roads[k]) - 1)] - roads[k][max(0, i - 3)]
    return Site(middle, along / np.hypot(*along), main, crossing.kind)


class _Frame:
    """Coordinates along and across a crossing."""

    def __init__(self, pen: Pen, site: Site) -> None:
        self._pen, self._site = pen, site
        self._across = np.array([-site.along[1], site.along[0]])

    def at(self, u: float, v: float) -> Floats:
        return np.asarray(self._site.middle + self._site.along * u + self._across * v)

    def path(self, *spots: tuple[float, float]) -> Floats:
        return self._pen.at([self.at(u, v) for u, v in spots])


def paint_crossing(pen: Pen, site: Site, state: CrossingState, palette: Palette) -> None:
    """Draw one crossing as it is now."""
    if not pen.window.sees(site.middle[None], 1.0):
        return
    frame = _Frame(pen, site)
    half = max(site.half, 4.4 / pen.w)
    if state is CrossingState.DESTROYED:
        _broken_bridge(pen, frame, half, palette)
    elif state is CrossingState.OPEN_SITE:
        _pontoons(pen, frame, half, palette, planned=True)
    elif state in (CrossingState.PONTOON, CrossingState.HEAVY):
        _deck(pen, frame, half, palette)
        _pontoons(pen, frame, half, palette, planned=False)
    elif state is CrossingState.FERRY:
        _boat(pen, frame, half, palette)
    elif state is CrossingState.BROKEN:
        _boat(pen, frame, half, palette)
        _cross(pen, frame, palette)
    else:
        _deck(pen, frame, half, palette)


def _line(pen: Pen) -> float:
    return max(1.1, 0.026 * pen.w)


def _cross(pen: Pen, frame: _Frame, palette: Palette) -> None:
    q, line = max(0.042, 2.0 / pen.w), _line(pen)
    for width, colour in ((line + 2, palette.halo), (line * 1.15, palette.broken)):
        pen.stroke(frame.path((-q, -q), (q, q)), width, ink(colour))
        pen.stroke(frame.path((-q, q), (q, -q)), width, ink(colour))


def _broken_bridge(pen: Pen, frame: _Frame, half: float, palette: Palette) -> None:
    """Two cased stubs, the span missing."""
    case, wing = weights(pen.w).highway_case, max(0.06, 2.0 / pen.w)
    width = max(0.1 * pen.w, 3.4)
    for end in (-1, 1):
        stub = frame.path((end * (half + 0.07), 0), (end * half * 0.46, 0))
        pen.stroke(stub, width + 2 * case + 1.6, ink(palette.halo), False)
        pen.stroke(stub, width + 1.6 * case, ink(palette.frame), False)
        pen.stroke(stub, width - 1, ink(palette.road), False)
        for v in (-wing, wing):
            rail = frame.path((end * (half - 0.02), v), (end * (half + 0.07), v * 1.9))
            pen.stroke(rail, _line(pen), ink(palette.frame))
    _cross(pen, frame, palette)


def _pontoons(pen: Pen, frame: _Frame, half: float, palette: Palette, planned: bool) -> None:
    line, dark, light = _line(pen), ink(palette.frame), ink(palette.halo)
    if planned:
        axis = frame.path((-half, 0), (half, 0))
        pen.stroke(axis, line + 2.4, light)
        pen.dashed(axis, line, dark, 0.06 * pen.w, 0.035 * pen.w)
    count = 3 if half > 0.2 or pen.w < 40 else 2
    wide, long = max(0.035, 1.1 / pen.w), max(0.1, 3 / pen.w)
    for u in np.linspace(-0.62, 0.62, count) * half:
        for k, tip, colour in ((1.0, 1.35, dark), (0.45, 1.1, light)):
            side = long * (1.0 if k == 1.0 else 0.85)
            a, b, end = u - wide * k, u + wide * k, long * tip
            pen.fill(
                frame.path((a, -side), (u, -end), (b, -side), (b, side), (u, end), (a, side)),
                colour,
            )


def _boat(pen: Pen, frame: _Frame, half: float, palette: Palette) -> None:
    line, dark = _line(pen), ink(palette.frame)
    pen.dashed(frame.path((-half, 0), (half, 0)), line, dark, 0.045 * pen.w, 0.04 * pen.w)
    long, wide = max(0.11, 3.6 / pen.w), max(0.05, 1.7 / pen.w)
    hull = frame.path(
        (-wide, -long), (wide * 0.4, -long * 1.2), (wide, -long * 0.8),
        (wide, long * 0.8), (wide * 0.4, long * 1.2), (-wide, long),
    )  # fmt: skip
    pen.fill(hull, ink(palette.halo))
    pen.stroke(np.vstack([hull, hull[:1]]), max(1, line * 0.8), dark)


def _deck(pen: Pen, frame: _Frame, half: float, palette: Palette) -> None:
    line, dark, rail = _line(pen), ink(palette.frame), max(0.06, 2.0 / pen.w)
    for v in (-rail * 0.8, rail * 0.8):
        pen.stroke(frame.path((-half - 0.05, v), (half + 0.05, v)), line, dark)
    pen.stroke(frame.path((-half, 0), (half, 0)), rail * 1.2 * pen.w, ink(palette.road))
    for u in np.linspace(-half, half, 5):
        for end in (-1, 1):
            post = frame.path((u, end * rail * 0.8), (u, end * rail * 1.6))
            pen.stroke(post, max(0.8, line * 0.6), dark)
