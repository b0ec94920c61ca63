"""What part of the sheet is on the screen."""

from __future__ import annotations

import math
from typing import Final

import pygame

from game.engine.board import Board
from game.ui.map.geometry import ROW, TIP
from game.ui.map.palette import ZOOMS

GLIDE_MS: Final = 200
_MARGIN: Final = 48
"""Pixels around the sheet that may be scrolled in."""


class Camera:
    """A point of the sheet in the middle of a rectangle of the screen, at one of six zooms.

    All places on the screen follow from `origin`, which is in whole pixels.
    """

    def __init__(self, board: Board, rect: pygame.Rect) -> None:
        grid = board.grid
        self._grid = grid
        self._low = (-0.5, -TIP)
        shove = 0.5 if grid.height > 1 else 0.0
        self._high = (grid.width - 0.5 + shove, (grid.height - 1) * ROW + TIP)
        self.rect = rect
        self.step = 0
        self.x = (self._low[0] + self._high[0]) / 2
        self.y = (self._low[1] + self._high[1]) / 2
        self._glide: tuple[float, float, float, float, int] | None = None

    @property
    def w(self) -> int:
        """Pixels of a hex from flat to flat."""
        return ZOOMS[self.step]

    @property
    def origin(self) -> tuple[int, int]:
        """The pixel of the map in the left upper corner of the rectangle."""
        left, top = self.x * self.w - self.rect.w / 2, self.y * self.w - self.rect.h / 2
        return math.floor(left + 0.5), math.floor(top + 0.5)

    def whole_sheet(self) -> int:
        """Return the last step of the zoom at which all of the sheet is in view, -1 if at none."""
        fits = -1
        for step, w in enumerate(ZOOMS):
            wide, high = ((self._high[n] - self._low[n]) * w + _MARGIN for n in (0, 1))
            if wide <= self.rect.w and high <= self.rect.h:
                fits = step
        return fits

    @property
    def gliding(self) -> bool:
        """True while the camera moves by itself."""
        return self._glide is not None

    def resize(self, rect: pygame.Rect) -> None:
        """Take another rectangle; the middle stays."""
        self.rect = pygame.Rect(rect)
        self._hold()

    def pan(self, dx: int, dy: int) -> None:
        """Drag the sheet by some pixels."""
        self._glide = None
        left, top = self.origin  # from whole pixels, so that every drag is exact
        self.x = (left - dx + self.rect.w / 2) / self.w
        self.y = (top - dy + self.rect.h / 2) / self.w
        self._hold()

    def zoom_at(self, pos: tuple[int, int], step: int) -> bool:
        """Zoom in or out by steps, the point under `pos` staying; False at the last zoom."""
        new = max(0, min(len(ZOOMS) - 1, self.step + step))
        if new == self.step:
            return False
        self._glide = None
        x, y = self.point(pos)
        dx = pos[0] - self.rect.x - self.rect.w / 2
        dy = pos[1] - self.rect.y - self.rect.h / 2
        self.step = new
        self.x, self.y = x - dx / self.w, y - dy / self.w
        self._hold()
        return True

    def centre_on(self, hex_: int, animate: bool) -> None:
        """Bring a hex to the middle, at once or gliding."""
        x, y = self._held(*self._grid.centre(hex_))
        if animate and (x, y) != (self.x, self.y):
            self._glide = (self.x, self.y, x, y, 0)
        else:
            self._glide = None
            self.x, self.y = x, y

    def update(self, dt_ms: int) -> bool:
        """Let time pass; True if the camera moved."""
        if self._glide is None:
            return False
        x0, y0, x1, y1, spent = self._glide
        spent = min(GLIDE_MS, spent + dt_ms)
        t = spent / GLIDE_MS
        t = t * t * (3 - 2 * t)
        self.x, self.y = x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
        self._glide = None if spent >= GLIDE_MS else (x0, y0, x1, y1, spent)
        return True

    def point(self, pos: tuple[float, float]) -> tuple[float, float]:
        """Return the point of the sheet, in hexes, at a point of the screen."""
        left, top = self.origin
        return (pos[0] - self.rect.x + left) / self.w, (pos[1] - self.rect.y + top) / self.w

    def to_screen(self, hex_: int) -> tuple[float, float]:
        """Return where the centre of a hex is on the screen."""
        x, y = self._grid.centre(hex_)
        left, top = self.origin
        return x * self.w - left + self.rect.x, y * self.w - top + self.rect.y

    def _hold(self) -> None:
        self.x, self.y = self._held(self.x, self.y)

    def _held(self, x: float, y: float) -> tuple[float, float]:
        """Keep the sheet in the rectangle: in the middle where it is smaller."""
        held = []
        for value, low, high, size in (
            (x, self._low[0], self._high[0], self.rect.w),
            (y, self._low[1], self._high[1], self.rect.h),
        ):
            room = (size / 2 - _MARGIN) / self.w
            least, most = low + room, high - room
            held.append((low + high) / 2 if least > most else max(least, min(most, value)))
        return held[0], held[1]
