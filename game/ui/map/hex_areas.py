"""Areas of hexes on the screen: outlines, a clear fill, and patterns that join without seams."""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import lru_cache
from typing import Final, Literal

import pygame

from game.hexes import HexGrid
from game.ui.map.geometry import TIP, Side, corner_point, hexside, trace
from game.ui.map.screen_map import (
    SQRT3,
    Point,
    ScreenMap,
    hexagon,
    hexes_in_view,
    origin,
    seen,
)
from game.ui.toolkit.theme import Colour

AreaPattern = Literal["dots", "hatch", "back_hatch", "crosses"]

_FINE: Final = 4


@lru_cache(maxsize=64)
def outline(grid: HexGrid, hexes: frozenset[int]) -> tuple[tuple[Point, ...], ...]:
    """Return the lines round an area, along hexsides, in hexes from the centre of hex 0."""
    sides: dict[Side, None] = {}
    for hex in hexes:
        for direction, beyond in enumerate(grid.around[hex]):
            if beyond not in hexes:
                sides[hexside(grid, hex, direction)] = None
    return tuple(tuple(corner_point(k) for k in chain) for chain, _ in trace(sides))


def placed(view: ScreenMap, points: Iterable[Point]) -> list[Point]:
    """Return points given in hexes from the centre of hex 0 as points of the screen."""
    x, y = origin(view)
    w = view.width
    return [(x + px * w, y + py * w) for px, py in points]


class Fill:
    """An area filled with one clear colour, kept until the camera or the area changes."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._image: pygame.Surface | None = None
        self._at = (0, 0)

    def draw(
        self, surface: pygame.Surface, view: ScreenMap, hexes: Set[int], colour: Colour, alpha: int
    ) -> None:
        """Fill the hexes; where they meet there is no seam."""
        key = (origin(view), view.width, tuple(view.rect), frozenset(hexes), colour, alpha)
        if key != self._key:
            self._key = key
            self._build(view, hexes, colour, alpha)
        if self._image is not None:
            surface.blit(self._image, self._at)

    def _build(self, view: ScreenMap, hexes: Set[int], colour: Colour, alpha: int) -> None:
        middles = [middle for _, middle in seen(view, hexes)]
        self._image = None
        if not middles:
            return
        reach = view.width
        left, top = min(x for x, _ in middles), min(y for _, y in middles)
        right, bottom = max(x for x, _ in middles), max(y for _, y in middles)
        box = pygame.Rect(
            left - reach, top - reach, right - left + 2 * reach, bottom - top + 2 * reach
        ).clip(view.rect)
        image = pygame.Surface(box.size, pygame.SRCALPHA)
        for x, y in middles:
            shape = hexagon((x - box.x, y - box.y), view.width + 0.6)
            pygame.draw.polygon(image, (*colour, alpha), shape)
        self._image, self._at = image, box.topleft


def draw_pattern(
    surface: pygame.Surface,
    view: ScreenMap,
    hexes: Iterable[int],
    pattern: AreaPattern,
    colour: Colour,
    alpha: int,
) -> None:
    """Lay a pattern over hexes; its lines and dots run on from one hex to the next."""
    tile = pattern_tile(round(view.width), pattern, colour, alpha)
    half_w, half_h = tile.get_width() / 2, tile.get_height() / 2
    wanted = frozenset(hexes)
    surface.fblits(
        [
            (tile, (round(x - half_w), round(y - half_h)))
            for hex, (x, y) in hexes_in_view(view)
            if hex in wanted
        ]
    )


@lru_cache(maxsize=64)
def pattern_tile(width: int, pattern: AreaPattern, colour: Colour, alpha: int) -> pygame.Surface:
    """Return one hex of a pattern. Its period divides the lattice, so that hexes join."""
    size = (width + 2, round(2 * TIP * width) + 2)
    big = pygame.Surface((size[0] * _FINE, size[1] * _FINE), pygame.SRCALPHA)
    big.fill((*colour, 0))
    middle = (size[0] * _FINE / 2, size[1] * _FINE / 2)
    w = width * _FINE
    parts = max(2, round(width / (15 if pattern == "dots" else 10)))
    if pattern in ("hatch", "back_hatch"):
        lean = 1 if pattern == "hatch" else -1
        for n in range(-2 * parts, 2 * parts + 1):
            x = middle[0] + n * w / parts
            a = (x - lean * w / 2 * 1.4, middle[1] + SQRT3 / 2 * w * 1.4)
            b = (x + lean * w / 2 * 1.4, middle[1] - SQRT3 / 2 * w * 1.4)
            pygame.draw.line(big, (*colour, alpha), a, b, round(1.5 * _FINE))
    else:
        for row in range(-parts, parts + 1):
            for col in range(-2 * parts, 2 * parts + 1):
                x = middle[0] + (col + row / 2) * w / parts
                y = middle[1] + row * SQRT3 / 2 * w / parts
                if pattern == "dots":
                    pygame.draw.circle(big, (*colour, alpha), (x, y), 1.7 * _FINE)
                elif (row + 2 * col) % 3 == 0:
                    _cross(big, (*colour, alpha), (x, y), 2.4 * _FINE)
    stencil = pygame.Surface(big.get_size(), pygame.SRCALPHA)
    stencil.fill((255, 255, 255, 0))
    pygame.draw.polygon(stencil, (255, 255, 255, 255), hexagon(middle, w))
    big.blit(stencil, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return pygame.transform.smoothscale(big, size)


def _cross(surface: pygame.Surface, colour: tuple[int, ...], at: Point, r: float) -> None:
    for lean in (1, -1):
        a, b = (at[0] - r, at[1] - lean * r), (at[0] + r, at[1] + lean * r)
        pygame.draw.line(surface, colour, a, b, round(1.2 * _FINE))
