"""A pen for clean lines: drawn at twice the size on a premultiplied surface, scaled down once."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import pygame

from game.ui.map.geometry import Floats, lengths
from game.ui.map.palette import Colour
from game.ui.map.window import Window

SCALE: Final = 2
Ink = tuple[int, int, int, int]
Points = Floats | Sequence[Sequence[float]] | Sequence[Floats]
_REACH: Final = 90
"""Drawing pixels beyond the window that are still drawn."""


def ink(colour: Colour, alpha: int = 255) -> Ink:
    """Return a colour premultiplied with its alpha."""
    r, g, b = (v * alpha // 255 for v in colour)
    return r, g, b, alpha


class Pen:
    """Draws on one window. Widths are pixels of the map; points are those of `at`."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.w = window.w
        size = window.width * SCALE, window.height * SCALE
        self.surface = pygame.Surface(size, pygame.SRCALPHA, 32)
        self._origin = np.array([window.x, window.y], float)
        self._limit = np.array(size) + _REACH

    def at(self, points: Points) -> Floats:
        """Return points of the sheet (in hexes) as drawing pixels."""
        return np.asarray((np.asarray(points, float) * self.w - self._origin) * SCALE)

    def fill(self, points: Points, colour: Ink) -> None:
        """Fill a polygon."""
        pygame.draw.polygon(self.surface, colour, np.asarray(points).tolist())

    def disc(self, centre: Sequence[float], radius: float, colour: Ink) -> None:
        """Fill a circle; the radius is in drawing pixels."""
        pygame.draw.circle(self.surface, colour, centre, radius)

    def ring(self, centre: Sequence[float], radius: float, width: float, colour: Ink) -> None:
        """Draw a circle; the radius is in drawing pixels."""
        pygame.draw.circle(self.surface, colour, centre, radius, max(1, int(width * SCALE)))

    def stroke(self, points: Points, width: float, colour: Ink, round_ends: bool = True) -> None:
        """Draw a line of some width through points."""
        path = np.asarray(points, float)
        if len(path) > 8:
            inside = np.asarray(((path > -_REACH) & (path < self._limit)).all(1))
            near = inside.copy()
            near[1:] |= inside[:-1]
            near[:-1] |= inside[1:]
            if not near.all():
                cuts = np.nonzero(np.diff(near.astype(np.int8)))[0] + 1
                for run in np.split(np.arange(len(path)), cuts):
                    if near[run[0]] and len(run) > 1:
                        self._stroke(path[run], width * SCALE / 2, colour, round_ends)
                return
        self._stroke(path, width * SCALE / 2, colour, round_ends)

    def dashed(self, points: Points, width: float, colour: Ink, on: float, off: float) -> None:
        """Draw a dashed line; dashes are counted from the start of the line, window or not."""
        path = np.asarray(points, float)
        if ((path.max(0) < -_REACH) | (path.min(0) > self._limit)).any():
            return
        for dash in _dashes(path, on * SCALE, off * SCALE, self._limit):
            self._stroke(dash, width * SCALE / 2, colour, False)

    def finished(self) -> pygame.Surface:
        """Return the drawing at the size of the window, premultiplied."""
        return pygame.transform.smoothscale(self.surface, self.window.size)

    def _stroke(self, path: Floats, half: float, colour: Ink, round_ends: bool) -> None:
        points = path.tolist()
        surface = self.surface
        if half < 0.9:
            for a, b in pairwise(points):
                pygame.draw.line(surface, colour, a, b)
            return
        last = len(points) - 1
        for i in range(last):
            (x0, y0), (x1, y1) = points[i], points[i + 1]
            length = math.hypot(x1 - x0, y1 - y0) or 1
            nx, ny = (y1 - y0) / length * half, -(x1 - x0) / length * half
            quad = ((x0 + nx, y0 + ny), (x1 + nx, y1 + ny), (x1 - nx, y1 - ny), (x0 - nx, y0 - ny))
            pygame.draw.polygon(surface, colour, quad)
            if half > 1.4 and (round_ends or i):
                pygame.draw.circle(surface, colour, (x0, y0), half)
        if round_ends and half > 1.4:
            pygame.draw.circle(surface, colour, points[last], half)


def _dashes(path: Floats, on: float, off: float, limit: Floats) -> Iterator[Floats]:
    along = lengths(path)
    starts = np.arange(0, along[-1], on + off)
    ends = np.minimum(starts + on, along[-1])
    x, y = np.interp(starts, along, path[:, 0]), np.interp(starts, along, path[:, 1])
    end_x, end_y = np.interp(ends, along, path[:, 0]), np.interp(ends, along, path[:, 1])
    inside = (x > -_REACH) & (x < limit[0]) & (y > -_REACH) & (y < limit[1])
    for i in np.nonzero(inside)[0]:
        a, b = np.searchsorted(along, (starts[i], ends[i]))
        yield np.vstack([(x[i], y[i]), path[a:b], (end_x[i], end_y[i])])
