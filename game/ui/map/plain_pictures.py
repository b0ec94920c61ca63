"""Plain pictures of units, for viewers who do not read military symbols.

Drawn from polygons and discs on a grid of 28 by 20 and shrunk once, so that edges are clean.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pygame

from game.ui.toolkit.theme import Colour

_GRID: Final = (28, 20)
_SHARP: Final = 6
_Shape = tuple[str, Sequence[float]]

_TRACKS: Final[tuple[_Shape, ...]] = (
    ("poly", (4, 12.5, 24, 12.5, 25.5, 14.5, 23.5, 17.5, 4.5, 17.5, 2.5, 14.5)),
    ("hole", (7, 15, 1.1)),
    ("hole", (14, 15, 1.1)),
    ("hole", (21, 15, 1.1)),
)
_TRUCK: Final[tuple[_Shape, ...]] = (
    ("poly", (3, 6, 16, 6, 16, 14, 3, 14)),
    ("poly", (17, 8, 22, 8, 25, 11, 25, 14, 17, 14)),
    ("disc", (7.5, 15, 2.6)),
    ("disc", (20.5, 15, 2.6)),
    ("hole", (7.5, 15, 1)),
    ("hole", (20.5, 15, 1)),
)
_GUN: Final[tuple[_Shape, ...]] = (
    ("poly", (8, 11.5, 24, 4, 25, 6, 10, 13.5)),
    ("poly", (10, 12, 2, 17, 3.5, 18.5, 12, 14)),
    ("disc", (11, 14, 4)),
    ("hole", (11, 14, 1.8)),
)


def _figure(x: float, top: float = 3.0) -> tuple[_Shape, ...]:
    """A person standing, with a rifle over the shoulder."""
    return (
        ("disc", (x, top + 2, 2)),
        ("poly", (x - 2.6, top + 4.6, x + 2.6, top + 4.6, x + 2, top + 10, x - 2, top + 10)),
        ("poly", (x - 2, top + 10, x - 0.3, top + 10, x - 0.5, top + 15, x - 2.2, top + 15)),
        ("poly", (x + 0.3, top + 10, x + 2, top + 10, x + 2.2, top + 15, x + 0.5, top + 15)),
        ("line", (x - 4.6, top + 12.2, x + 3.8, top - 1.2, 1.2)),
    )


_PICTURES: Final[dict[str, tuple[_Shape, ...]]] = {
    "infantry": (*_figure(9), *_figure(19)),
    "motorized": _TRUCK,
    "mech_infantry": (
        *_TRACKS,
        ("poly", (4, 12, 6, 7.5, 22, 7.5, 24.5, 12)),
        ("disc", (11, 5, 1.7)),
        ("disc", (16, 5, 1.7)),
        ("poly", (9, 7, 18, 7, 18, 6.4, 9, 6.4)),
    ),
    "armor": (
        *_TRACKS,
        ("poly", (4.5, 12, 6, 9.5, 22.5, 9.5, 24, 12)),
        ("poly", (9, 9, 10, 5, 17, 5, 18.5, 9)),
        ("poly", (17, 5.8, 27, 5.8, 27, 7.4, 17, 7.4)),
    ),
    "special_forces": (
        *_figure(9),
        ("star", (19.5, 10, 5.6)),
    ),
    "recon": (
        ("disc", (9, 12, 4.6)),
        ("disc", (19, 12, 4.6)),
        ("hole", (9, 12, 2.6)),
        ("hole", (19, 12, 2.6)),
        ("poly", (6.5, 4, 11, 4, 12.5, 11, 5, 11)),
        ("poly", (17, 4, 21.5, 4, 23, 11, 15.5, 11)),
        ("poly", (12, 8, 16, 8, 16, 11, 12, 11)),
        ("hole", (9, 12, 2.6)),
        ("hole", (19, 12, 2.6)),
    ),
    "engineer": (
        ("poly", (8, 2.5, 10.5, 2.5, 10.5, 10.5, 8, 10.5)),
        ("poly", (5.5, 10, 13, 10, 13, 14.5, 9.2, 18.5, 5.5, 14.5)),
        ("poly", (16, 4, 25, 4, 25, 8, 16, 8)),
        ("poly", (19.3, 8, 21.7, 8, 21.7, 18.5, 19.3, 18.5)),
    ),
    "artillery": _GUN,
    "sp_artillery": (
        *_TRACKS,
        ("poly", (4, 12, 5, 8, 14, 8, 15, 12)),
        ("poly", (11, 8.6, 24, 2, 25, 3.8, 13, 10.4)),
    ),
    "mortar": (
        ("poly", (9, 16.5, 16.5, 3, 19.5, 4.6, 12, 18)),
        ("line", (16.5, 8, 21.5, 18, 1.4)),
        ("poly", (5, 16.8, 14, 16.8, 14, 18.6, 5, 18.6)),
    ),
    "rocket": (
        *_TRUCK[1:],
        ("poly", (3, 12, 16, 12, 16, 14, 3, 14)),
        ("poly", (2, 9.5, 14, 3, 15.4, 5.2, 3.4, 11.7)),
    ),
    "antitank": (
        ("poly", (3, 14.5, 23, 3.5, 24, 5.3, 4, 16.3)),
        ("poly", (21, 2, 26.5, 2.4, 23.6, 7)),
        ("poly", (10, 12.5, 12.5, 11.2, 13.5, 17.5, 11, 17.5)),
    ),
    "air_defence": (
        ("poly", (12.5, 15, 20, 2.5, 21.8, 3.6, 14.3, 16)),
        ("poly", (8, 14, 15.5, 1.5, 17.3, 2.6, 9.8, 15)),
        ("poly", (5, 15.5, 22, 15.5, 24, 18.5, 3, 18.5)),
    ),
    "hq": (
        ("poly", (6, 2, 8, 2, 8, 18.5, 6, 18.5)),
        ("poly", (8, 2.5, 23, 2.5, 20, 6.5, 23, 10.5, 8, 10.5)),
    ),
    "supply": (
        ("poly", (4, 6, 24, 6, 24, 17, 4, 17)),
        ("line", (4, 9.7, 24, 9.7, 1.2, 0)),
        ("line", (14, 6, 14, 17, 1.2, 0)),
    ),
}
KNOWN: Final = frozenset(_PICTURES)
"""Names that have a picture; any other gets the person standing."""


def plain_picture(name: str, size: tuple[int, int], fill: Colour, ink: Colour) -> pygame.Surface:
    """Return the picture on a plate of a size in pixels."""
    kx, ky = size[0] * _SHARP / _GRID[0], size[1] * _SHARP / _GRID[1]
    big = pygame.Surface((size[0] * _SHARP, size[1] * _SHARP), pygame.SRCALPHA)
    plate = big.get_rect()
    pygame.draw.rect(big, ink, plate, border_radius=2 * _SHARP)
    pygame.draw.rect(big, fill, plate.inflate(-2 * _SHARP, -2 * _SHARP), border_radius=_SHARP)
    for kind, v in _PICTURES.get(name, _PICTURES["infantry"]):
        if kind in ("disc", "hole"):
            colour = ink if kind == "disc" else fill
            pygame.draw.circle(big, colour, (v[0] * kx, v[1] * ky), v[2] * ky)
        elif kind == "line":
            colour = fill if len(v) > 5 else ink
            ends = (v[0] * kx, v[1] * ky), (v[2] * kx, v[3] * ky)
            pygame.draw.line(big, colour, *ends, max(1, round(v[4] * ky)))
        elif kind == "star":
            pygame.draw.polygon(big, ink, star_points(v[0] * kx, v[1] * ky, v[2] * ky))
        else:
            points = [(v[i] * kx, v[i + 1] * ky) for i in range(0, len(v), 2)]
            pygame.draw.polygon(big, ink, points)
    return pygame.transform.smoothscale(big, size)


def star_points(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """Corners of a star with five points, one of them up."""
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.42
        turn = pygame.Vector2(0, -reach).rotate(36 * corner)
        points.append((x + turn.x, y + turn.y))
    return points
