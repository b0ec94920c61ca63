"""Clean lines on the map: each short stretch is drawn large once, shrunk, and stamped.

The lines of overlays follow the lattice of the hexes or are cut into dashes, so a few dozen stamps
serve a whole picture and panning costs only blits.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

import pygame

from game.ui.map.screen_map import Point
from game.ui.toolkit.theme import Colour

_FINE: Final = 4
Chain = Sequence[Point]


def stroke(surface: pygame.Surface, points: Chain, width: float, colour: Colour) -> None:
    """Draw a line with round ends and joints through the points."""
    strokes(surface, (points,), width, colour)


def strokes(surface: pygame.Surface, chains: Iterable[Chain], width: float, colour: Colour) -> None:
    """Draw several lines; what lies outside the surface's limit costs next to nothing."""
    clip = surface.get_clip().inflate(2 * width + 4, 2 * width + 4)
    quarters = round(4 * width)
    stamps = []
    for points in chains:
        for (x0, y0), (x1, y1) in pairwise(points):
            if not clip.clipline(x0, y0, x1, y1) and not clip.collidepoint(x0, y0):
                continue
            left, top = math.floor(x0), math.floor(y0)
            image, dx, dy = _stamp(
                round(4 * (x0 - left)),
                round(4 * (y0 - top)),
                round(4 * (x1 - left)),
                round(4 * (y1 - top)),
                quarters,
                colour,
            )
            stamps.append((image, (left + dx, top + dy)))
    surface.fblits(stamps)


def cased(
    surface: pygame.Surface,
    chains: Iterable[Chain],
    width: float,
    colour: Colour,
    casing: Colour,
    case: float = 1.5,
) -> None:
    """Draw lines on a casing that stands out by `case` pixels on each side."""
    kept = [chain for chain in chains if len(chain) > 1]
    strokes(surface, kept, width + 2 * case, casing)
    strokes(surface, kept, width, colour)


def dashes(points: Chain, on: float, off: float) -> list[list[Point]]:
    """Cut a line into dashes by length, bent where the line bends."""
    found: list[list[Point]] = []
    left, drawn = on, True
    dash = [points[0]]
    for a, b in pairwise(points):
        length = math.dist(a, b)
        done = 0.0
        while length - done > left:
            done += left
            at = (a[0] + (b[0] - a[0]) * done / length, a[1] + (b[1] - a[1]) * done / length)
            if drawn:
                found.append([*dash, at])
            drawn = not drawn
            left = on if drawn else off
            dash = [at]
        left -= length - done
        if drawn:
            dash.append(b)
    if drawn and len(dash) > 1:
        found.append(dash)
    return found


def side_dashes(points: Chain) -> list[list[Point]]:
    """Cut each side of a line along hexsides into three dashes."""
    found = []
    for (x0, y0), (x1, y1) in pairwise(points):
        for start in (0.08, 0.41, 0.74):
            a, b = start, start + 0.18
            found.append(
                [
                    (x0 + (x1 - x0) * a, y0 + (y1 - y0) * a),
                    (x0 + (x1 - x0) * b, y0 + (y1 - y0) * b),
                ]
            )
    return found


def closed(points: Chain) -> list[Point]:
    """Return a line that comes back to its start."""
    return [*points, points[0]]


@lru_cache(maxsize=4000)
def _stamp(
    x0: int, y0: int, x1: int, y1: int, width: int, colour: Colour
) -> tuple[pygame.Surface, int, int]:
    """A stretch between two points and its offset; all lengths in quarters of a pixel."""
    half = width / 8
    ax, ay, bx, by = x0 / 4, y0 / 4, x1 / 4, y1 / 4
    left = math.floor(min(ax, bx) - half) - 1
    top = math.floor(min(ay, by) - half) - 1
    size = (
        math.ceil(max(ax, bx) + half) + 1 - left,
        math.ceil(max(ay, by) + half) + 1 - top,
    )
    big = pygame.Surface((size[0] * _FINE, size[1] * _FINE), pygame.SRCALPHA)
    big.fill((*colour, 0))
    a = pygame.Vector2((ax - left) * _FINE, (ay - top) * _FINE)
    b = pygame.Vector2((bx - left) * _FINE, (by - top) * _FINE)
    reach = half * _FINE
    along = b - a
    if along.length() > 0:
        side = pygame.Vector2(-along.y, along.x).normalize() * reach
        pygame.draw.polygon(big, colour, (a + side, b + side, b - side, a - side))
    for end in (a, b):
        pygame.draw.circle(big, colour, end, reach)
    return pygame.transform.smoothscale(big, size), left, top
