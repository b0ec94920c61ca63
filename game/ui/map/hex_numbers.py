"""The numbers of the hexes, on the close zooms."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import pygame

from game.hexes import HexGrid
from game.ui.map.geometry import ROW
from game.ui.map.lettering import Hand, line
from game.ui.map.palette import Palette
from game.ui.map.screen_map import ScreenMap

_FROM: Final = 100
"""Zoom from which hexes are numbered."""


class HexNumbers:
    """Draws column and row at the upper side of each hex."""

    def __init__(self, grid: HexGrid, palette: Palette) -> None:
        self._grid = grid
        self._hand = Hand(10, palette.grid, "mono", palette.halo, 1, 110)
        self._image = lru_cache(maxsize=4096)(self._drawn)

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw the numbers of the hexes on the screen."""
        w = view.width
        if w < _FROM:
            return
        x0, y0 = view.to_screen(0)
        rect, grid = view.rect, self._grid
        rows = range(
            max(0, int((rect.top - y0) / (ROW * w)) - 1),
            min(grid.height, int((rect.bottom - y0) / (ROW * w)) + 3),
        )
        columns = range(
            max(0, int((rect.left - x0) / w) - 1), min(grid.width, int((rect.right - x0) / w) + 2)
        )
        blits = []
        for row in rows:
            for col in columns:
                image = self._image(col, row)
                x = x0 + (col + 0.5 * (row & 1)) * w - image.get_width() / 2
                y = y0 + (row * ROW - 0.44) * w - 5
                blits.append((image, (round(x), round(y))))
        surface.fblits(blits)

    def _drawn(self, col: int, row: int) -> pygame.Surface:
        image = line(f"{col:02d}.{row:02d}", self._hand).copy()
        image.set_alpha(190)
        return image
