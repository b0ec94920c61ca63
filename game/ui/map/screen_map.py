"""What overlays and counters need to know of the map on the screen."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Iterator
from typing import Final, Protocol

import pygame

from game.engine.scenario import Scenario
from game.hexes.hexgrid import ROW_SPACING
from game.ui.map.geometry import TIP
from game.ui.toolkit.theme import Theme

Point = tuple[float, float]

SQRT3: Final = math.sqrt(3)


class ScreenMap(Protocol):
    """The part of a map view that overlays are drawn on."""

    rect: pygame.Rect
    """Where the map is on the screen."""

    @property
    def scenario(self) -> Scenario:
        """Scenario whose board is shown."""

    @property
    def theme(self) -> Theme:
        """Skin and scale of the screen."""

    @property
    def width(self) -> int:
        """Pixels of a hex from flat to flat."""

    def to_screen(self, hex: int) -> tuple[float, float]:
        """Centre of a hex on the screen."""


class Pane:
    """A part of the map on a surface of its own, for drawing what will be shown later."""

    def __init__(self, view: ScreenMap, area: pygame.Rect) -> None:
        """`area` is in the pixels of the map, in which the centre of hex 0 is (0, 0)."""
        self.scenario = view.scenario
        self.theme = view.theme
        self.width = view.width
        self.rect = pygame.Rect(0, 0, area.w, area.h)
        self._centre = view.scenario.board.grid.centre
        self._left, self._top = area.topleft

    def to_screen(self, hex: int) -> tuple[float, float]:
        """Centre of a hex on the surface."""
        x, y = self._centre(hex)
        return x * self.width - self._left, y * self.width - self._top


def origin(view: ScreenMap) -> Point:
    """Return where the centre of hex 0 is, or would be, on the screen."""
    return view.to_screen(0)


def centre(view: ScreenMap, hex: int) -> Point:
    """Return the centre of a hex on the screen, without rounding between hexes."""
    x0, y0 = view.to_screen(0)
    x, y = view.scenario.board.grid.centre(hex)
    return x0 + x * view.width, y0 + y * view.width


def hexagon(middle: Point, width: float) -> list[Point]:
    """Return the corners of a hex on the screen, clockwise from the upper one."""
    x, y = middle
    tip, half = TIP * width, width / 2
    return [
        (x, y - tip),
        (x + half, y - tip / 2),
        (x + half, y + tip / 2),
        (x, y + tip),
        (x - half, y + tip / 2),
        (x - half, y - tip / 2),
    ]


def whole(points: Iterable[Point]) -> list[tuple[int, int]]:
    """Return points in whole pixels, rounded down: pygame itself rounds toward zero, which would
    bend a shape where it leaves a surface."""
    return [(math.floor(x), math.floor(y)) for x, y in points]


def reach_of_marks(view: ScreenMap) -> float:
    """Return how many pixels off the centre of a hex a mark or a badge of it can still lie."""
    return max(1.2 * view.width, 110 * view.theme.scale)


def on_screen(view: ScreenMap, middle: Point) -> bool:
    """Tell whether a mark of a hex, given its centre, can touch the map's window."""
    far = reach_of_marks(view)
    return (
        view.rect.left - far < middle[0] < view.rect.right + far
        and view.rect.top - far < middle[1] < view.rect.bottom + far
    )


def seen(view: ScreenMap, hexes: Container[int]) -> list[tuple[int, Point]]:
    """Return those of some hexes that can touch the map's window, with their centres."""
    return [(hex, middle) for hex, middle in hexes_in_view(view) if hex in hexes]


def hexes_in_view(view: ScreenMap) -> Iterator[tuple[int, Point]]:
    """Yield the hexes that touch the map's window, with their centres on the screen."""
    x0, y0 = view.to_screen(0)
    grid, w = view.scenario.board.grid, view.width
    top = math.floor((view.rect.top - y0) / w / ROW_SPACING) - 1
    bottom = math.ceil((view.rect.bottom - y0) / w / ROW_SPACING) + 1
    left = math.floor((view.rect.left - x0) / w) - 1
    right = math.ceil((view.rect.right - x0) / w) + 1
    for row in range(max(0, top), min(grid.height, bottom + 1)):
        y = y0 + row * ROW_SPACING * w
        start = x0 + 0.5 * (row & 1) * w
        for col in range(max(0, left), min(grid.width, right + 1)):
            yield row * grid.width + col, (start + col * w, y)


def clipped(surface: pygame.Surface, view: ScreenMap) -> pygame.Rect:
    """Limit drawing to the map's window; returns the old limit, to be set again."""
    before = surface.get_clip()
    surface.set_clip(view.rect.clip(before))
    return before
