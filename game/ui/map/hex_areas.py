"""Areas of hexes on the screen: outlines, a clear fill, and patterns that join without seams."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from typing import Final, Literal

import numpy as np
import pygame

from game.hexes import HexGrid
from game.ui.map.geometry import TIP, Side, corner_point, hexside, trace
from game.ui.map.screen_map import (
    SQRT3,
    Point,
    ScreenMap,
    hexagon,
    origin,
    seen,
    whole,
)
from game.ui.toolkit.theme import Colour

AreaPattern = Literal["dots", "hatch", "back_hatch", "crosses"]

_FINE: Final = 4
_PIECE: Final = 6
"""Stretches of a line that are drawn or left out together."""


class Lines:
    """Lines in hexes from the centre of hex 0, cut into short pieces, so that few need drawing."""

    def __init__(self, lines: Iterable[Sequence[Point]]) -> None:
        self.pieces: list[Sequence[Point]] = []
        for line in lines:
            steps = range(0, max(1, len(line) - 1), _PIECE)
            self.pieces += [line[n : n + _PIECE + 1] for n in steps]
        corners = [
            [end(values) for end in (min, max) for values in zip(*piece, strict=True)]
            for piece in self.pieces
        ]
        self._bounds = np.array(corners, float).reshape(-1, 4)

    def near(self, view: ScreenMap, spare: float) -> list[list[Point]]:
        """Return the pieces within some pixels of the map's window, as points of the screen."""
        x, y = origin(view)
        w, area = view.width, view.rect
        left, top, right, bottom = self._bounds.T
        near = (
            (right * w + x > area.left - spare)
            & (left * w + x < area.right + spare)
            & (bottom * w + y > area.top - spare)
            & (top * w + y < area.bottom + spare)
        )
        pieces = self.pieces
        return [
            [(x + px * w, y + py * w) for px, py in pieces[n]] for n in np.nonzero(near)[0].tolist()
        ]


@lru_cache(maxsize=64)
def outline(grid: HexGrid, hexes: frozenset[int]) -> Lines:
    """Return the lines round an area, along hexsides."""
    sides: dict[Side, None] = {}
    for hex in hexes:
        for direction, beyond in enumerate(grid.around[hex]):
            if beyond not in hexes:
                sides[hexside(grid, hex, direction)] = None
    return Lines([corner_point(k) for k in chain] for chain, _ in trace(sides))


def fill(
    surface: pygame.Surface, view: ScreenMap, hexes: Container[int], colour: Colour, alpha: int
) -> None:
    """Fill the hexes with one clear colour; where they meet there is no seam."""
    found = seen(view, hexes)
    if not found:
        return
    image = pygame.Surface(view.rect.size, pygame.SRCALPHA)
    for _, (x, y) in found:
        shape = hexagon((x - view.rect.x, y - view.rect.y), view.width + 0.6)
        pygame.draw.polygon(image, (*colour, alpha), whole(shape))
    surface.blit(image, view.rect)


def draw_pattern(
    surface: pygame.Surface,
    view: ScreenMap,
    hexes: Container[int],
    pattern: AreaPattern,
    colour: Colour,
    alpha: int,
) -> None:
    """Lay a pattern over hexes; its lines and dots run on from one hex to the next."""
    tile = pattern_tile(round(view.width), pattern, colour, alpha)
    half_w, half_h = tile.get_width() / 2, tile.get_height() / 2
    surface.fblits(
        [(tile, (round(x - half_w), round(y - half_h))) for _, (x, y) in seen(view, hexes)]
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
