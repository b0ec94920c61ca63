"""Shapes of the interface: panels with round corners, dashed borders, marks and swatches."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import pygame

from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.text import draw_text, line_height
from game.ui.toolkit.theme import SWATCH_PATTERNS, Colour, Theme

RADIUS: Final = 4
_FINE: Final = 4
"""How many times larger a shape is drawn before it is made smooth."""


def panel(
    surface: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    fill: Colour | None,
    border: Colour | None = None,
    width: float = 1,
    radius: float = RADIUS,
) -> None:
    """Draw a box with smooth round corners; without a fill only its border, if it has one."""
    if rect.w <= 0 or rect.h <= 0 or (fill is None and border is None):
        return
    line = theme.px(width) if border is not None else 0
    round_px = min(theme.px(radius) if radius else 0, rect.w // 2, rect.h // 2)
    if round_px <= 0:
        if fill is not None:
            surface.fill(fill, rect)
        if border is not None:
            pygame.draw.rect(surface, border, rect, line)
        return
    corner = max(round_px, line) + 1
    if rect.w < 2 * corner or rect.h < 2 * corner:
        surface.blit(_rounded(rect.w, rect.h, round_px, line, fill, border), rect)
        return
    tile = _rounded(2 * corner, 2 * corner, round_px, line, fill, border)
    x2, y2 = rect.right - corner, rect.bottom - corner
    surface.blit(tile, rect.topleft, (0, 0, corner, corner))
    surface.blit(tile, (x2, rect.y), (corner, 0, corner, corner))
    surface.blit(tile, (rect.x, y2), (0, corner, corner, corner))
    surface.blit(tile, (x2, y2), (corner, corner, corner, corner))
    wide, high = rect.w - 2 * corner, rect.h - 2 * corner
    if fill is not None:
        surface.fill(fill, (rect.x + corner, rect.y + line, wide, rect.h - 2 * line))
        surface.fill(fill, (rect.x + line, rect.y + corner, corner - line, high))
        surface.fill(fill, (x2, rect.y + corner, corner - line, high))
    if border is not None:
        surface.fill(border, (rect.x + corner, rect.y, wide, line))
        surface.fill(border, (rect.x + corner, rect.bottom - line, wide, line))
        surface.fill(border, (rect.x, rect.y + corner, line, high))
        surface.fill(border, (rect.right - line, rect.y + corner, line, high))


def focus_ring(
    surface: pygame.Surface, theme: Theme, rect: pygame.Rect, colour: Colour | None = None
) -> None:
    """Draw the ring of the focus: 2 px after a gap of 2 px."""
    out = theme.px(2) + theme.px(2)
    ring = rect.inflate(2 * out, 2 * out)
    panel(surface, theme, ring, None, colour or theme.accent, 2, RADIUS + 4)


def dashed_rect(
    surface: pygame.Surface, theme: Theme, rect: pygame.Rect, colour: Colour, width: float = 1
) -> None:
    """Draw a dashed border, dashes of 3 px with gaps of 2 px."""
    line = theme.px(width)
    for y in (rect.top, rect.bottom - line):
        for start, end in _dashes(theme, rect.left + theme.px(1), rect.right - theme.px(1)):
            surface.fill(colour, (start, y, end - start, line))
    for x in (rect.left, rect.right - line):
        for start, end in _dashes(theme, rect.top + theme.px(1), rect.bottom - theme.px(1)):
            surface.fill(colour, (x, start, line, end - start))


def divider(
    surface: pygame.Surface,
    theme: Theme,
    start: tuple[int, int],
    length: int,
    vertical: bool = False,
) -> None:
    """Draw a thin line between two parts of the screen."""
    line = theme.px(1)
    size = (line, length) if vertical else (length, line)
    surface.fill(theme.line, pygame.Rect(start, size))


def key_cap(
    surface: pygame.Surface,
    theme: Theme,
    rect: pygame.Rect,
    key: str,
    colour: Colour,
    border: Colour,
) -> None:
    """Draw the cap of a key; what stands on it is never mirrored or translated."""
    panel(surface, theme, rect, None, border, 1, 3)
    top = rect.y + (rect.h - line_height(theme, 12)) // 2
    draw_text(surface, theme, key, (rect.x, top), 12, colour, "mono", "centre", rect.w)


def mark(
    surface: pygame.Surface,
    theme: Theme,
    kind: str,
    rect: pygame.Rect,
    colour: Colour | None = None,
) -> None:
    """Draw the mark of an objective or of a grade of evidence, filling a square.

    Objectives: open, half, held, lost. Evidence: disc or A, half_disc or B, diamond or C.
    """
    names = {"disc": "A", "half_disc": "B", "diamond": "C", "partly": "half"}
    draw_icon(surface, theme, names.get(kind, kind), rect, colour or theme.text1)


def swatch(surface: pygame.Surface, theme: Theme, token: str, rect: pygame.Rect) -> None:
    """Draw the swatch of a side: its colour, its pattern and an outline."""
    pattern = SWATCH_PATTERNS.get(token, "plain")
    surface.blit(
        _swatch(theme.side(token), pattern, rect.w, rect.h, theme.text1, theme.px(1)), rect
    )


@lru_cache(maxsize=200)
def _swatch(
    colour: Colour, pattern: str, wide: int, high: int, outline: Colour, line: int
) -> pygame.Surface:
    fine = pygame.Surface((wide * _FINE, high * _FINE))
    fine.fill(colour)
    if pattern == "stripes":
        tall, step = high * _FINE, max(4, wide // 3) * _FINE
        stripe = round(step * 0.42)
        for x in range(-tall, wide * _FINE, step):
            stroke = [(x, tall), (x + stripe, tall), (x + stripe + tall, 0), (x + tall, 0)]
            pygame.draw.polygon(fine, (255, 253, 246), stroke)
    elif pattern == "dots":
        cell = wide * _FINE / max(1, round(wide / 14))
        spots = [(x, y) for x in range(8) for y in range(8)]
        for x, y in spots:
            for at in (0.3, 0.7):
                spot = ((x + at) * cell, (y + at) * cell)
                pygame.draw.circle(fine, (22, 25, 28), spot, cell * 0.11)
    image = pygame.transform.smoothscale(fine, (wide, high))
    pygame.draw.rect(image, outline, image.get_rect(), line)
    return image


@lru_cache(maxsize=1000)
def _rounded(
    wide: int, high: int, radius: int, line: int, fill: Colour | None, border: Colour | None
) -> pygame.Surface:
    fine = pygame.Surface((wide * _FINE, high * _FINE), pygame.SRCALPHA)
    edge = border if border is not None else fill
    assert edge is not None
    fine.fill((*edge[:3], 0))
    whole = fine.get_rect()
    if border is not None:
        pygame.draw.rect(fine, border, whole, 0, border_radius=radius * _FINE)
        inner = whole.inflate(-2 * line * _FINE, -2 * line * _FINE)
        within = max(0, (radius - line) * _FINE)
        middle = fill if fill is not None else (*border[:3], 0)
        pygame.draw.rect(fine, middle, inner, 0, border_radius=within)
    elif fill is not None:
        pygame.draw.rect(fine, fill, whole, 0, border_radius=radius * _FINE)
    return pygame.transform.smoothscale(fine, (wide, high))


def _dashes(theme: Theme, start: int, end: int) -> list[tuple[int, int]]:
    """Return dashes from one end to the other that begin and end with a whole dash."""
    dash, gap = theme.px(3), theme.px(2)
    count = max(1, (end - start + gap) // (dash + gap))
    if count == 1:
        return [(start, end)]
    step = (end - start - dash) / (count - 1)
    return [(round(start + i * step), round(start + i * step) + dash) for i in range(count)]
