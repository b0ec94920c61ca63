"""The empty card of a counter: shadow, edge, tinted body, the side's pattern, the stripe."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import pygame

from game.ui.map.side_looks import SideLook
from game.ui.toolkit.theme import Colour

MARGIN: Final = 3
"""Pixels round a card for its shadow and the marks that overhang."""

_FINE: Final = 4


@lru_cache(maxsize=256)
def card_ground(
    tone: SideLook, edge: int, stripe_width: int, stripe: Colour | None, bold: bool
) -> pygame.Surface:
    """Return an empty card with its margin. Do not draw on it: it is shared."""
    border = (1 if edge < 56 else 2) + bold
    radius = max(2, round(0.09 * edge))
    size = edge + 2 * MARGIN
    big = pygame.Surface((size * _FINE, size * _FINE), pygame.SRCALPHA)
    card = pygame.Rect(MARGIN * _FINE, MARGIN * _FINE, edge * _FINE, edge * _FINE)
    for grow, alpha in ((4, 22), (2, 30), (0, 40)):
        shade = card.move(0, _FINE).inflate(grow, grow)
        _blended(big, (20, 14, 8, alpha), shade, radius * _FINE)
    rim = (0, 0, 0) if bold else tone.edge
    pygame.draw.rect(big, rim, card, border_radius=radius * _FINE)
    inner = card.inflate(-2 * border * _FINE, -2 * border * _FINE)
    corner = max(0, radius - border) * _FINE
    pygame.draw.rect(big, tone.body, inner, border_radius=corner)
    if stripe is not None:
        band = pygame.Rect(inner.x, inner.y, stripe_width * _FINE, inner.h)
        pygame.draw.rect(
            big, stripe, band, border_top_left_radius=corner, border_bottom_left_radius=corner
        )
    surface = pygame.transform.smoothscale(big, (size, size))
    left = MARGIN + border + (stripe_width if stripe is not None else 0)
    field = pygame.Rect(left, MARGIN + border, MARGIN + edge - border - left, edge - 2 * border)
    _pattern(surface, tone, field, radius)
    return surface


def dashed_edge(surface: pygame.Surface, card: pygame.Rect, colour: Colour) -> None:
    """Draw a dashed line just inside the edge: others do not see this unit."""
    line = card.inflate(-4, -4) if card.w < 56 else card.inflate(-6, -6)
    for x in range(line.left, line.right - 1, 6):
        wide = min(4, line.right - x)
        surface.fill(colour, (x, line.top, wide, 1))
        surface.fill(colour, (x, line.bottom - 1, wide, 1))
    for y in range(line.top, line.bottom - 1, 6):
        high = min(4, line.bottom - y)
        surface.fill(colour, (line.left, y, 1, high))
        surface.fill(colour, (line.right - 1, y, 1, high))


def _blended(surface: pygame.Surface, colour: tuple[int, ...], rect: pygame.Rect, r: int) -> None:
    layer = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    pygame.draw.rect(layer, colour, rect, border_radius=r)
    surface.blit(layer, (0, 0))


def _pattern(surface: pygame.Surface, tone: SideLook, field: pygame.Rect, radius: int) -> None:
    """Lay the pattern on the body, whole pixels only, a little off its colour."""
    if tone.pattern == "plain":
        return
    step = max(4, round(field.h / 8))
    shift = 16 if tone.dark else -26
    r, g, b = (max(0, min(255, part + shift)) for part in tone.body)
    heavy = max(1, field.h // 36)
    keep = field.inflate(-2, -2)
    for y in range(keep.top, keep.bottom):
        for x in range(keep.left, keep.right):
            if _outside_corner(x, y, keep, radius):
                continue
            if tone.pattern == "stripes":
                inked = (x - y) % step < heavy
            else:
                odd = ((y - keep.top) // step) % 2 * (step // 2)
                inked = (y - keep.top) % step < heavy and (x + odd) % step < heavy
            if inked:
                surface.set_at((x, y), (r, g, b, 255))


def _outside_corner(x: int, y: int, field: pygame.Rect, radius: int) -> bool:
    dx = min(x - field.left, field.right - 1 - x)
    dy = min(y - field.top, field.bottom - 1 - y)
    return dx + dy < radius // 2
