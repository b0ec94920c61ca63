"""A window of the sheet at one zoom: which pixels of the map are being drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.ui.map.geometry import Floats


@dataclass(frozen=True, slots=True)
class Window:
    """Pixels of the map at `w` pixels a hex; pixel (0, 0) of the map is the centre of hex 0."""

    w: float
    x: int
    y: int
    width: int
    height: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.width, self.height

    def grown(self, margin: int) -> Window:
        """Return the window with a margin of pixels on every side."""
        return Window(
            self.w,
            self.x - margin,
            self.y - margin,
            self.width + 2 * margin,
            self.height + 2 * margin,
        )

    def axes(self) -> tuple[Floats, Floats]:
        """Return the x and the y of the middles of the pixels, in hexes, fit to be broadcast."""
        x = (np.arange(self.x, self.x + self.width, dtype=np.float32) + 0.5) / np.float32(self.w)
        y = (np.arange(self.y, self.y + self.height, dtype=np.float32) + 0.5) / np.float32(self.w)
        return x[:, None], y[None]

    def bounds(self, reach: float = 0.0) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom in hexes, widened by some hexes."""
        return (
            self.x / self.w - reach,
            self.y / self.w - reach,
            (self.x + self.width) / self.w + reach,
            (self.y + self.height) / self.w + reach,
        )

    def sees(self, points: Floats, reach: float) -> bool:
        """True if the box round some points, widened by some hexes, touches the window."""
        left, top, right, bottom = self.bounds(reach)
        (x0, y0), (x1, y1) = points.min(0), points.max(0)
        return bool(x1 > left and x0 < right and y1 > top and y0 < bottom)
