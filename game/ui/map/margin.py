"""The margin of the printed sheet: two thin frames, and degrees between them and beside them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

import pygame

from game.engine.board import Board
from game.ui.map.geometry import TIP
from game.ui.map.lettering import Hand, line
from game.ui.map.palette import Palette

FRAME: Final = 6
"""Pixels from the sheet to the outer frame."""
_MINUTES: Final = (1, 2, 5, 10, 30, 60, 120, 300, 600, 1800)
"""Steps of the short marks to choose from."""
_ROUND: Final = (1, 5, 10, 30, 60, 300, 600, 1800)
"""Steps of the numbers."""
_CLOSE: Final = 9
"""Pixels from one short mark to the next at least."""
_FAR: Final = 150
"""Pixels from one number to the next at least."""
_SIZE: Final = 10
_GAP: Final = 3
_KM_PER_DEGREE: Final = 111.132
"""North-south, on average; it hardly changes over the earth."""
_EQUATOR_KM: Final = 111.412
_FLATTENING_KM: Final = 0.0935


def paint_margin(
    surface: pygame.Surface, sheet: pygame.Rect, board: Board, palette: Palette
) -> None:
    """Draw frames, marks and numbers round the sheet, given where it lies on a surface."""
    pygame.draw.rect(surface, palette.frame, sheet.inflate(2, 2), 1)
    pygame.draw.rect(surface, palette.frame, sheet.inflate(2 * FRAME, 2 * FRAME), 1)
    if board.earth is None:
        return
    for lies_east in (True, False):
        for at, minutes, numbered in _marks(sheet, board, lies_east):
            _mark(surface, sheet, at, lies_east, numbered, palette)
            if numbered:
                _number(surface, sheet, at, lies_east, minutes, palette)


def km_per_degree(north: float) -> tuple[float, float]:
    """Return the kilometres of a degree east-west and north-south at a latitude."""
    turn = math.radians(north)
    east = _EQUATOR_KM * math.cos(turn) - _FLATTENING_KM * math.cos(3 * turn)
    return east, _KM_PER_DEGREE - 0.5598 * math.cos(2 * turn)


def _marks(sheet: pygame.Rect, board: Board, lies_east: bool) -> Iterator[tuple[int, int, bool]]:
    """Yield pixel, minutes of arc, and whether a number stands there, along one axis."""
    earth = board.earth
    assert earth is not None
    shove = 0.5 if board.grid.height > 1 else 0.0
    w = sheet.w / (board.grid.width + shove)
    x, y = board.grid.centre(earth.hex)
    east_km, north_km = km_per_degree(earth.north)
    if lies_east:
        zero, length = sheet.left + (x + 0.5) * w, sheet.w
        per_minute, here = east_km / 60 / board.hex_km * w, earth.east * 60
    else:
        zero, length = sheet.top + (y + TIP) * w, sheet.h
        per_minute, here = -north_km / 60 / board.hex_km * w, earth.north * 60
    step = next((m for m in _MINUTES if m * abs(per_minute) >= _CLOSE), _MINUTES[-1])
    far = next((m for m in _ROUND if m * abs(per_minute) >= _FAR and not m % step), _ROUND[-1])
    start = sheet.left if lies_east else sheet.top
    ends = sorted(here + (pixel - zero) / per_minute for pixel in (start, start + length))
    for number in range(math.ceil(ends[0] / step), math.floor(ends[1] / step) + 1):
        minutes = number * step
        yield round(zero + (minutes - here) * per_minute), minutes, minutes % far == 0


def _mark(
    surface: pygame.Surface,
    sheet: pygame.Rect,
    at: int,
    lies_east: bool,
    numbered: bool,
    palette: Palette,
) -> None:
    long = FRAME if numbered else FRAME // 2
    if lies_east:
        surface.fill(palette.frame, (at, sheet.top - FRAME, 1, long))
        surface.fill(palette.frame, (at, sheet.bottom + FRAME - long, 1, long))
    else:
        surface.fill(palette.frame, (sheet.left - FRAME, at, long, 1))
        surface.fill(palette.frame, (sheet.right + FRAME - long, at, long, 1))


def _number(
    surface: pygame.Surface,
    sheet: pygame.Rect,
    at: int,
    lies_east: bool,
    minutes: int,
    palette: Palette,
) -> None:
    letter = ("E" if minutes >= 0 else "W") if lies_east else ("N" if minutes >= 0 else "S")
    degrees, rest = divmod(abs(minutes), 60)
    text = f"{degrees}\N{DEGREE SIGN}{rest:02}\N{PRIME} {letter}"
    image = line(text, Hand(_SIZE, palette.ink_soft))
    wide, high = image.get_size()
    off = FRAME + _GAP
    if lies_east:
        surface.blit(image, (at - wide // 2, sheet.top - off - high))
        surface.blit(image, (at - wide // 2, sheet.bottom + off))
    else:
        upright = pygame.transform.rotate(image, 90)
        surface.blit(upright, (sheet.left - off - high, at - wide // 2))
        surface.blit(upright, (sheet.right + off, at - wide // 2))
