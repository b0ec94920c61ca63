"""Icons, drawn from lines, circles and polygons on a grid of 16 px."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import Final

import pygame

from game.ui.toolkit.icon_shapes import SHAPES, Circle, Disc, Fill, Path, Shape
from game.ui.toolkit.theme import Colour, Theme

NAMES: Final = tuple(SHAPES)
"""The icons there are."""

_GRID: Final = 16
_FINE: Final = 8
_LINE: Final = 1.6
_MIRRORED: Final = {
    "undo": "redo", "redo": "undo", "play": "playl", "playl": "play", "pday": "nday",
    "nday": "pday", "first": "last", "last": "first", "pev": "nev", "nev": "pev",
    "arr": "arl", "arl": "arr",
}  # fmt: skip


def for_direction(theme: Theme, name: str) -> str:
    """Return the icon that points the same way in time where time runs right to left."""
    return _MIRRORED.get(name, name) if theme.rtl else name


def draw_icon(
    surface: pygame.Surface, theme: Theme, name: str, rect: pygame.Rect, colour: Colour
) -> None:
    """Draw an icon in the middle of a box, as large as the box allows."""
    size = min(rect.w, rect.h)
    if size <= 0:
        return
    image = _image(name, size, (colour[0], colour[1], colour[2]))
    surface.blit(image, (rect.x + (rect.w - size) // 2, rect.y + (rect.h - size) // 2))


@lru_cache(maxsize=2000)
def _image(name: str, size: int, colour: Colour) -> pygame.Surface:
    fine = pygame.Surface((size * _FINE, size * _FINE), pygame.SRCALPHA)
    fine.fill((*colour, 0))
    unit = size * _FINE / _GRID
    for shape in SHAPES[name]:
        _draw(fine, shape, unit, colour)
    return pygame.transform.smoothscale(fine, (size, size))


def _draw(image: pygame.Surface, shape: Shape, unit: float, colour: Colour) -> None:
    paint = (*colour, 255)
    clear = (*colour, 0)
    if isinstance(shape, Fill):
        points = [(x * unit, y * unit) for x, y in shape.points]
        pygame.draw.polygon(image, clear if shape.hole else paint, points)
    elif isinstance(shape, Disc):
        centre = (shape.x * unit, shape.y * unit)
        pygame.draw.circle(image, clear if shape.hole else paint, centre, shape.radius * unit)
    elif isinstance(shape, Circle):
        centre = (shape.x * unit, shape.y * unit)
        width = max(1, round(_LINE * unit))
        pygame.draw.circle(image, paint, centre, shape.radius * unit + width / 2, width)
    else:
        _stroke(image, shape, unit, paint)


def _stroke(
    image: pygame.Surface, path: Path, unit: float, paint: tuple[int, int, int, int]
) -> None:
    half = path.width * unit / 2
    points = [pygame.Vector2(x * unit, y * unit) for x, y in path.points]
    if path.closed:
        points.append(points[0])
    for start, end in itertools.pairwise(points):
        along = end - start
        if along.length() == 0:
            continue
        across = along.rotate(90)
        across.scale_to_length(half)
        corners = [start + across, end + across, end - across, start - across]
        pygame.draw.polygon(image, paint, corners)
    for point in points:
        pygame.draw.circle(image, paint, point, half)
