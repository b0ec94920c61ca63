"""What the editor lays over the map: fresh paint, the brush, numbered problems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

import pygame

from game.hexes import HexGrid
from game.ui.map.geometry import corner_point, hexside
from game.ui.map.hex_areas import fill, outline
from game.ui.map.overlay_orders import weight
from game.ui.map.screen_map import ScreenMap, centre, clipped, on_screen, origin
from game.ui.map.strokes import cased
from game.ui.toolkit.painter import panel
from game.ui.toolkit.text import draw_text, line_height
from game.ui.toolkit.theme import Colour

_PLATE: Final = 22
_PAPER: Final[Colour] = (239, 230, 210)
_INK: Final[Colour] = (22, 25, 28)


@dataclass
class Paint:
    """Hexes that are being painted, until the map itself shows them."""

    hexes: frozenset[int]
    colour: Colour
    over: ClassVar[bool] = False

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        fill(surface, view, self.hexes, self.colour, 150)
        surface.set_clip(before)


@dataclass
class Sides:
    """Hexsides that are painted or pointed at."""

    sides: Sequence[tuple[int, int]]
    colour: Colour
    over: ClassVar[bool] = False

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        grid = view.scenario.board.grid
        lines = _edges(view, grid, self.sides)
        cased(surface, lines, weight(view, 4), self.colour, view.theme.casing, weight(view, 1.5))
        surface.set_clip(before)


@dataclass
class Chain:
    """Hexes of a road that is being drawn."""

    hexes: Sequence[int]
    over: ClassVar[bool] = False

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        points = [centre(view, here) for here in self.hexes]
        if len(points) > 1:
            cased(surface, [points], weight(view, 3), view.theme.accent_map, view.theme.casing, 2)
        surface.set_clip(before)


@dataclass
class Outline:
    """The line round some hexes: the brush, or what is selected."""

    hexes: frozenset[int]
    strong: bool = False
    over: ClassVar[bool] = True

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        lines = outline(view.scenario.board.grid, self.hexes).near(view, 8)
        wide = weight(view, 2.6 if self.strong else 1.4)
        case = weight(view, 2 if self.strong else 1)
        cased(surface, lines, wide, view.theme.accent_map, view.theme.casing, case)
        surface.set_clip(before)


@dataclass
class Plates:
    """The numbers of problems at the hexes they are about."""

    plates: Sequence[tuple[int, int]]
    """(hex, number in the list)."""
    over: ClassVar[bool] = True

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        theme = view.theme
        for box, number in self._boxes(view):
            panel(surface, theme, box.inflate(4, 4), _INK, radius=14)
            panel(surface, theme, box, _PAPER, radius=12)
            top = box.y + (box.h - line_height(theme, 12)) // 2
            at = (box.x, top)
            draw_text(surface, theme, str(number), at, 12, _INK, "semibold", "centre", box.w)
        surface.set_clip(before)

    def at(self, view: ScreenMap, pos: tuple[int, int]) -> int | None:
        """Return the number of the plate under a point of the screen."""
        return next((n for box, n in self._boxes(view) if box.collidepoint(pos)), None)

    def _boxes(self, view: ScreenMap) -> list[tuple[pygame.Rect, int]]:
        size, seen = view.theme.px(_PLATE), dict[int, int]()
        found = []
        for here, number in self.plates:
            nth = seen[here] = seen.get(here, -1) + 1
            x, y = centre(view, here)
            if not on_screen(view, (x, y)):
                continue
            box = pygame.Rect(0, 0, size, size)
            box.center = (round(x + nth * (size + 4)), round(y - 0.3 * view.width))
            found.append((box, number))
        return found


def _edges(
    view: ScreenMap, grid: HexGrid, sides: Iterable[tuple[int, int]]
) -> list[list[tuple[float, float]]]:
    x0, y0 = origin(view)
    found = []
    for a, b in sides:
        ends = hexside(grid, a, grid.direction(a, b))
        points = [corner_point(end) for end in ends]
        found.append([(x0 + x * view.width, y0 + y * view.width) for x, y in points])
    return found
