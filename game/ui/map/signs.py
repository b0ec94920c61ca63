"""Conventional signs of places: hills, bases, masts, wells, and dots for the rest."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import pygame

from game.engine.board import Board, Place
from game.ui.map.geometry import centres
from game.ui.map.palette import Palette
from game.ui.map.pen import SCALE, Ink, Pen, ink

_BY_WORD: Final = (
    (("oil", "gas ", "gas plant", "well", "gathering station", "refinery"), "derrick"),
    (("tower", "mast", "radar", "radio", "antenna", "tel hill"), "mast"),
    (("cemetery", "graveyard"), "graves"),
    (("hospital", "clinic"), "hospital"),
    (("fuel", "tank farm", "reservoir"), "tank"),
    (("roundabout", "junction"), "ring"),
    (("stadium", "arena"), "stadium"),
)
"""The first word found in the English name decides."""
_BY_KIND: Final = {"hill": "hill", "base": "camp", "landmark": "dot"}
_SMALL: Final = frozenset({"dot", "ring", "graves", "hospital", "stadium"})
"""Left out on the coarsest zoom."""


def sign_of(place: Place) -> str:
    """Return the name of the sign of a place, empty for places that have none."""
    if place.kind not in _BY_KIND or not place.hexes:
        return ""
    name = place.name.lower()
    for words, sign in _BY_WORD:
        if any(word in name for word in words):
            return sign
    return _BY_KIND[place.kind]


def spot_of(board: Board, place: Place) -> tuple[float, float]:
    """Return where the sign of a place stands."""
    if place.kind == "base" or sign_of(place) == "derrick":
        x, y = centres(board.grid, place.hexes).mean(0)
        return float(x), float(y)
    return board.grid.centre(place.label_hex)


class _Sign:
    """What every sign is drawn with."""

    def __init__(self, pen: Pen, x: float, y: float, palette: Palette) -> None:
        self.pen, self.x, self.y = pen, x, y
        self.r = max(3.2, 0.105 * pen.w) * SCALE
        self.line = max(1.0, 0.02 * pen.w)
        self.dark, self.light = ink(palette.frame), ink(palette.halo, 235)
        self.land = ink(palette.ink_land)

    def at(self, *spots: tuple[float, float]) -> list[tuple[float, float]]:
        """Points in radii from the middle."""
        return [(self.x + u * self.r, self.y + v * self.r) for u, v in spots]

    def box(self, u: float, v: float, colour: Ink) -> None:
        r = self.r
        rect = pygame.Rect(0, 0, round(2 * u * r), round(2 * v * r))
        rect.center = round(self.x), round(self.y)
        pygame.draw.rect(self.pen.surface, colour, rect)


def _hill(s: _Sign) -> None:
    s.pen.fill(s.at((0, -1), (0.95, 0.7), (-0.95, 0.7)), s.land)
    s.pen.disc(s.at((0, 0.1))[0], s.r * 0.22, s.light)


def _camp(s: _Sign) -> None:
    s.box(1.2, 0.8, s.light)
    frame = s.at((-1.2, -0.8), (1.2, -0.8), (1.2, 0.8), (-1.2, 0.8), (-1.2, -0.8))
    s.pen.stroke(frame, s.line, s.dark, False)
    s.pen.stroke(s.at((-0.7, 0.8), (0, -0.45), (0.7, 0.8)), s.line, s.dark)


def _mast(s: _Sign) -> None:
    for colour, width in ((s.light, s.line + 2), (s.dark, s.line)):
        s.pen.stroke(s.at((-0.5, 1), (0, -1), (0.5, 1)), width, colour)
        s.pen.stroke(s.at((-0.28, 0.3), (0.28, 0.3)), width, colour)
    r, width = s.r, int(max(2, s.line * SCALE))
    waves = pygame.Rect(round(s.x - r), round(s.y - 1.6 * r), round(2 * r), round(1.6 * r))
    for start in (-0.6, math.pi - 0.6):
        pygame.draw.arc(s.pen.surface, s.dark, waves, start, start + 1.2, width)


def _derrick(s: _Sign) -> None:
    s.pen.fill(s.at((0, -1.3), (1, 1), (-1, 1)), s.light)
    s.pen.stroke(s.at((-1, 1), (0, -1.3), (1, 1), (-1, 1)), s.line, s.dark)
    s.pen.stroke(s.at((-0.5, 0), (0.75, 1)), s.line * 0.8, s.dark)
    s.pen.stroke(s.at((0.5, 0), (-0.75, 1)), s.line * 0.8, s.dark)


def _tank(s: _Sign) -> None:
    s.pen.disc((s.x, s.y), s.r, s.light)
    s.pen.ring((s.x, s.y), s.r, s.line, s.dark)
    s.pen.disc((s.x, s.y), s.r * 0.4, s.dark)


def _graves(s: _Sign) -> None:
    for u in (-0.8, 0.0, 0.8):
        s.pen.stroke(s.at((u, 0.7), (u, -0.3)), s.line * 1.3, s.dark)
        s.pen.disc(s.at((u, -0.3))[0], s.r * 0.22, s.dark)


def _hospital(s: _Sign) -> None:
    s.pen.disc((s.x, s.y), s.r, s.light)
    s.pen.ring((s.x, s.y), s.r, s.line, s.dark)
    s.pen.stroke(s.at((-0.5, 0), (0.5, 0)), s.line * 1.4, s.dark)
    s.pen.stroke(s.at((0, -0.5), (0, 0.5)), s.line * 1.4, s.dark)


def _ring(s: _Sign) -> None:
    s.pen.disc((s.x, s.y), s.r, s.light)
    s.pen.ring((s.x, s.y), s.r, s.line * 1.3, s.dark)


def _stadium(s: _Sign) -> None:
    r = s.r
    oval = pygame.Rect(round(s.x - 1.3 * r), round(s.y - 0.8 * r), round(2.6 * r), round(1.6 * r))
    pygame.draw.ellipse(s.pen.surface, s.light, oval)
    pygame.draw.ellipse(s.pen.surface, s.dark, oval, int(s.line * SCALE))


def _dot(s: _Sign) -> None:
    s.box(0.62, 0.62, s.light)
    s.box(0.42, 0.42, s.dark)


_DRAW: Final[dict[str, Callable[[_Sign], None]]] = {
    "hill": _hill,
    "camp": _camp,
    "mast": _mast,
    "derrick": _derrick,
    "tank": _tank,
    "graves": _graves,
    "hospital": _hospital,
    "ring": _ring,
    "stadium": _stadium,
    "dot": _dot,
}


def paint_signs(pen: Pen, board: Board, palette: Palette) -> None:
    """Draw the signs of all places of a window."""
    left, top, right, bottom = pen.window.bounds(0.5)
    for place in board.places:
        sign = sign_of(place)
        if not sign or (pen.w < 30 and sign in _SMALL):
            continue
        x, y = spot_of(board, place)
        if left < x < right and top < y < bottom:
            px, py = pen.at([(x, y)])[0].tolist()
            _DRAW[sign](_Sign(pen, px, py, palette))
