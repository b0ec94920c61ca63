"""Water: fill, bank of sand, shore line and one engraved line inside the bank."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.ui.map.courses import Courses
from game.ui.map.geometry import lengths
from game.ui.map.noise import eased
from game.ui.map.palette import Colour, Palette, weights
from game.ui.map.strips import Segments, stride, strip_field
from game.ui.map.window import Window

_LEAST: Final = {True: 2.6, False: 1.3}
"""Half-width in pixels that a main river, a channel always has."""


class Water:
    """All rivers of a board, ready to be painted."""

    def __init__(self, courses: Courses) -> None:
        self._segments = {n: _segments(courses, n) for n in (1, 2, 3)}
        self._least = {
            n: np.concatenate(
                [np.zeros(0)]
                + [np.full((len(r.points) - 1) // n, _LEAST[r.main]) for r in courses.rivers]
            )
            for n in (1, 2, 3)
        }

    def paint(
        self, ground: NDArray[np.float32], window: Window, palette: Palette
    ) -> NDArray[np.float32]:
        """Paint the water of a window; return the pixels from the bank, negative in the water."""
        w = window.w
        reach = max(3.0, 0.13 * w)
        n = stride(w)
        least = self._least[n] * min(1.0, w / 16)
        distance = strip_field(window, self._segments[n], reach, least).distance
        i, j = np.nonzero(distance < max(3.0, 0.12 * w))
        if not len(i):
            return distance
        d = distance[i, j]
        ink = _Brush(ground[i, j])
        ink.lay(np.where(d > 0, np.clip(1 - d / (0.1 * w + 2), 0, 1) * 0.75, 1), palette.sand)
        deep = np.array(palette.water_deep, np.float32)
        shallow = np.array(palette.water, np.float32)
        shade = deep + (shallow - deep) * eased(-d, 0, 0.13 * w)[:, None]
        ink.colour += (shade - ink.colour) * np.clip(0.5 - d, 0, 1)[:, None]
        if w > 40:
            ink.lay(np.clip(0.75 - abs(d + 0.075 * w), 0, 1) * 0.28, palette.shore)
        shore = weights(w).shore
        ink.lay(np.clip(shore / 2 + 0.5 - abs(d), 0, 1) * 0.9, palette.shore)
        ground[i, j] = ink.colour
        return distance


class _Brush:
    def __init__(self, colour: NDArray[np.float32]) -> None:
        self.colour = colour

    def lay(self, share: NDArray[np.float32], colour: Colour) -> None:
        self.colour += (np.array(colour, np.float32) - self.colour) * share[:, None]


def _segments(courses: Courses, n: int) -> Segments:
    """Every n-th point of the courses; n divides the samples of a hexside."""
    return Segments.join(
        [(r.points[::n], r.half_width[::n], lengths(r.points[::n])) for r in courses.rivers]
    )
