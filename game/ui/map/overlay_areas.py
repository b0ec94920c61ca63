"""Overlays that tell something of the ground: supply, zones of control, people, marks."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Final, Literal

import pygame

from game.ui.map.counters import CARDS_FROM
from game.ui.map.hex_areas import AreaPattern, draw_pattern, outline
from game.ui.map.map_text import put
from game.ui.map.overlay_orders import MAP_INK, weight
from game.ui.map.screen_map import ScreenMap, centre, clipped, hexes_in_view, on_screen
from game.ui.map.strokes import cased, side_dashes, strokes
from game.ui.toolkit.theme import Colour

ZoneStyle = Literal["supply_own", "supply_enemy", "zoc", "changed", "area"]

_ENEMY: Final[Colour] = (74, 58, 46)
_PEOPLE: Final[Colour] = (104, 101, 95)
_HALO: Final[Colour] = (249, 244, 232)


@dataclass
class Zone:
    """Hexes that have something in common, told by pattern and outline, not by colour alone.

    Own supply is dotted, supply of others hatched one way, zones of control hatched the other way;
    `changed` is an outline only (hexes that changed hands), `area` a plain accent outline.
    """

    hexes: Set[int]
    style: ZoneStyle
    over: ClassVar[bool] = False

    def where(self) -> Set[int]:
        """Hexes it is drawn at."""
        return self.hexes

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        theme = view.theme
        patterns: dict[str, tuple[AreaPattern, Colour, int]] = {
            "supply_own": ("dots", theme.accent_map, 190),
            "supply_enemy": ("hatch", _ENEMY, 120),
            "zoc": ("back_hatch", MAP_INK, 130),
        }
        if self.style in patterns:
            pattern, colour, alpha = patterns[self.style]
            draw_pattern(surface, view, self.hexes, pattern, colour, alpha)
        lines = outline(view.scenario.board.grid, frozenset(self.hexes)).near(view, weight(view, 4))
        if self.style in ("supply_own", "area"):
            cased(surface, lines, weight(view, 2), theme.accent_map, theme.casing, weight(view, 1))
        elif self.style == "changed":
            cased(surface, lines, weight(view, 2), MAP_INK, theme.casing, weight(view, 1.2))
        elif self.style == "supply_enemy":
            cased(surface, lines, weight(view, 1.6), _ENEMY, theme.casing, weight(view, 0.8))
        else:
            pieces = [dash for line in lines for dash in side_dashes(line)]
            strokes(surface, pieces, weight(view, 1.6), MAP_INK)
        surface.set_clip(before)


@dataclass
class People:
    """Grey figures where people live, one to three by the level of the estimate."""

    levels: bytes
    """Population level by hex, as in the state."""
    over: ClassVar[bool] = False

    def where(self) -> None:
        """Anywhere."""

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window; nothing at the far zoom, where figures could not be told."""
        if view.width < CARDS_FROM:
            return
        before = clipped(surface, view)
        drop = 0.435 * view.width
        for hex, (x, y) in hexes_in_view(view):
            level = self.levels[hex]
            if level:
                put(surface, _figures(min(level, 3), _figure_height(view)), (x, y + drop))
        surface.set_clip(before)


@dataclass
class HexMarks:
    """A round mark in single hexes: `up` = you hold what history did not, `down` = the reverse.

    Other kinds: `disc`, for a hex that is only pointed at.
    """

    marks: Mapping[int, Literal["up", "down", "disc"]]
    over: ClassVar[bool] = False

    def where(self) -> Set[int]:
        """Hexes it is drawn at."""
        return self.marks.keys()

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        theme = view.theme
        size = round(max(11 * theme.scale, min(24 * theme.scale, 0.28 * view.width)))
        for hex, kind in self.marks.items():
            middle = centre(view, hex)
            if on_screen(view, middle):
                ink = theme.accent_map if kind == "up" else MAP_INK
                put(surface, _round_mark(kind, size, ink, theme.casing), middle)
        surface.set_clip(before)


def _figure_height(view: ScreenMap) -> int:
    return round(max(8.0, min(20.0, 0.2 * view.width)))


@lru_cache(maxsize=32)
def _figures(count: int, height: int) -> pygame.Surface:
    fine = 8
    wide = round(height * 0.62)
    image = pygame.Surface(((count * wide + 2) * fine, (height + 2) * fine), pygame.SRCALPHA)
    image.fill((*_HALO, 0))
    for out, ink in ((fine, _HALO), (0, _PEOPLE)):
        for n in range(count):
            x, h = fine + (n + 0.5) * wide * fine, height * fine
            pygame.draw.circle(image, ink, (x, fine + 0.2 * h), 0.17 * h + out)
            body = pygame.Rect(0, 0, round(0.46 * h) + 2 * out, round(0.56 * h) + 2 * out)
            body.midtop = (round(x), round(fine + 0.42 * h) - out)
            r = round(0.2 * h)
            pygame.draw.rect(image, ink, body, border_top_left_radius=r, border_top_right_radius=r)
    return pygame.transform.smoothscale(image, (count * wide + 2, height + 2))


@lru_cache(maxsize=32)
def _round_mark(kind: str, size: int, ink: Colour, paper: Colour) -> pygame.Surface:
    fine = 6
    edge = size * fine
    image = pygame.Surface((edge, edge), pygame.SRCALPHA)
    image.fill((*paper, 0))
    middle = (edge / 2, edge / 2)
    pygame.draw.circle(image, paper, middle, edge / 2)
    pygame.draw.circle(image, ink, middle, edge / 2 - 0.05 * edge, round(0.1 * edge))
    reach = 0.25 * edge
    if kind == "disc":
        pygame.draw.circle(image, ink, middle, reach)
    else:
        lean = -1 if kind == "up" else 1
        low = edge / 2 - lean * reach * 0.7
        tip = (edge / 2, edge / 2 + lean * reach)
        pygame.draw.polygon(image, ink, ((edge / 2 - reach, low), (edge / 2 + reach, low), tip))
    return pygame.transform.smoothscale(image, (size, size))
