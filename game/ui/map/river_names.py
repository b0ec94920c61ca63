"""Names that follow the water, letter by letter."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pygame

from game.engine.board import Board, Water
from game.ui.map.courses import Courses
from game.ui.map.geometry import Floats, lengths, relaxed, spline
from game.ui.map.lettering import Hand, line
from game.ui.map.palette import Palette

_SPACING: Final = 14
"""Hexes of river from one name to the next."""
_IN_WATER_FROM: Final = 40
"""Zoom from which a name fits into the water."""
_SLIDES: Final = (0, 0.01, -0.01, 0.02, -0.02, 0.035, -0.035)
_SPAN: Final = 3.4
"""Length of a name in hexes, roughly."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A picture on the map; its water is the left upper corner, in pixels of the map."""

    image: pygame.Surface
    x: int
    y: int

    @property
    def rect(self) -> pygame.Rect:
        """Where it lies, in pixels of the map."""
        return pygame.Rect((self.x, self.y), self.image.get_size())


def river_names(
    board: Board, courses: Courses, busy: Floats, w: float, palette: Palette, lang: str
) -> list[Glyph]:
    """Letter the rivers that have a name.

    `busy` are spots the names slide away from, in hexes.
    """
    main = [course.points for course in courses.rivers if course.main]
    if not board.waters or not main:
        return []
    out: list[Glyph] = []
    for water in board.waters:
        path = _course_of(board, water, main)
        if w < _IN_WATER_FROM:
            out += _beside(water, path, w, palette, lang)
        else:
            out += _in_water(water, path, busy, w, palette, lang)
    return out


def _course_of(board: Board, water: Water, main: Sequence[Floats]) -> Floats:
    """The longest course that passes a hex of the water."""
    spots = np.array([board.grid.centre(i) for i in water.hexes]).reshape(-1, 2)
    passing = [
        path
        for path in main
        if not len(spots) or ((path[::3, None] - spots[None]) ** 2).sum(-1).min() < 1.0
    ]
    return max(passing or main, key=lambda path: float(lengths(path)[-1]))


def _beside(water: Water, path: Floats, w: float, palette: Palette, lang: str) -> list[Glyph]:
    points = path[::8]
    smooth = spline(relaxed(points * w, 30), 8) if len(points) > 3 else path * w
    hand = Hand(12, palette.ink_water, halo=palette.halo, halo_alpha=120, slanted=True)
    start = lengths(smooth)[-1] * 0.8
    if lang == "ar" and water.name_ar:
        return [_turned(water.name_ar, smooth, start, hand, "ar", -0.62 * w)]
    return _along(water.name.upper(), smooth, start, hand, 5, -0.62 * w)[0]


def _in_water(
    water: Water, path: Floats, busy: Floats, w: float, palette: Palette, lang: str
) -> list[Glyph]:
    smooth = relaxed(path * w, 30)
    along = lengths(smooth)
    hand = Hand(round(0.2 * w), palette.ink_water, halo=palette.water, halo_alpha=120, slanted=True)
    upright = Hand(hand.size, palette.ink_water, halo=palette.water, halo_alpha=120)
    count = max(1, round(along[-1] / w / _SPACING))
    out: list[Glyph] = []
    for n in range(count):
        start = along[-1] * _clear_start((n + 0.4) / count, smooth / w, along / w, busy)
        if lang != "ar" or not water.name_ar:
            glyphs, end = _along(water.name.upper(), smooth, start, hand, 0.07 * w, 0)
            out += glyphs
            start = end + 0.75 * w
        if water.name_ar:
            out.append(_turned(water.name_ar, smooth, start, upright, "ar", 0))
    return out


def _clear_start(share: float, path: Floats, along: Floats, busy: Floats) -> float:
    def clearance(at: float) -> float:
        spans = np.linspace(at * along[-1], at * along[-1] + _SPAN, 12)
        x, y = np.interp(spans, along, path[:, 0]), np.interp(spans, along, path[:, 1])
        if not len(busy):
            return 0.5
        away = (x[:, None] - busy[None, :, 0]) ** 2 + (y[:, None] - busy[None, :, 1]) ** 2
        return min(float(away.min()), 0.5)

    return max(
        (share + slide for slide in _SLIDES), key=lambda at: clearance(at) - abs(at - share) * 0.1
    )


def _along(
    text: str, path: Floats, start: float, hand: Hand, tracking: float, offset: float
) -> tuple[list[Glyph], float]:
    """Letters along a path; returns them and where the last one ends."""
    run = lengths(path)
    reach = start + len(text) * (0.7 * hand.size + tracking)
    backward = np.interp(reach, run, path[:, 0]) < np.interp(start, run, path[:, 0])
    if backward:  # letter it from the other end, so that it is read from left to right
        path, run = path[::-1], run[-1] - run[::-1]
        start = run[-1] - reach
    out, at = [], start
    double = Hand(
        2 * hand.size, hand.colour, hand.weight, hand.halo, 2, hand.halo_alpha, 0, hand.slanted
    )
    for letter in text:
        if letter == " ":
            at += hand.size * 0.3 + tracking
            continue
        image = line(letter, double)
        wide = max(1.0, (image.get_width() - 4) / 2)
        out.append(_set(image, path, run, at + wide / 2, -offset if backward else offset, False))
        at += wide + tracking
    return out, reach if backward else at


def _turned(text: str, path: Floats, at: float, hand: Hand, lang: str, offset: float) -> Glyph:
    double = Hand(2 * hand.size, hand.colour, hand.weight, hand.halo, 2, hand.halo_alpha)
    return _set(line(text, double, lang), path, lengths(path), at, offset, True)


def _set(
    image: pygame.Surface, path: Floats, run: Floats, at: float, offset: float, upright: bool
) -> Glyph:
    reach = max(5.0, image.get_width() / 4)
    x, y = np.interp(at, run, path[:, 0]), np.interp(at, run, path[:, 1])
    dx = np.interp(at + reach, run, path[:, 0]) - np.interp(at - reach, run, path[:, 0])
    dy = np.interp(at + reach, run, path[:, 1]) - np.interp(at - reach, run, path[:, 1])
    if upright and dx < 0:
        dx, dy = -dx, -dy
    length = math.hypot(dx, dy) or 1.0
    turned = pygame.transform.rotozoom(image, -math.degrees(math.atan2(dy, dx)), 0.5)
    x, y = x - dy / length * offset, y + dx / length * offset
    return Glyph(turned, round(x - turned.get_width() / 2), round(y - turned.get_height() / 2))
