"""A map view without a map: only the camera."""

from __future__ import annotations

import pygame

from game.engine.scenario import Scenario
from game.ui.toolkit.theme import Theme


class FakeView:
    """Shows a board at a zoom with the centre of one hex in the middle of its window."""

    def __init__(
        self, scenario: Scenario, theme: Theme, rect: pygame.Rect, width: int, middle: int
    ) -> None:
        self.scenario = scenario
        self.theme = theme
        self.rect = rect
        self.width = width
        x, y = scenario.board.grid.centre(middle)
        self._x = rect.centerx - x * width
        self._y = rect.centery - y * width

    def to_screen(self, hex: int) -> tuple[float, float]:
        """Centre of a hex on the screen."""
        x, y = self.scenario.board.grid.centre(hex)
        return self._x + x * self.width, self._y + y * self.width

    def pan(self, dx: int, dy: int) -> None:
        """Move the map on the screen."""
        self._x += dx
        self._y += dy
