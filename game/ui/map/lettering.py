"""Names as pictures: a line with its halo, Latin tracked and slanted, Arabic shaped.

Sizes are pixels of the map, whatever the scale of the screen. Only the main thread may call this.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pygame

from game.ui.map.palette import Colour
from game.ui.toolkit.fonts import Weight, font
from game.ui.toolkit.text import shape
from game.ui.toolkit.theme import theme

_PLAIN: Final = theme("light", 1.0, "en")
_HALO_ALPHA: Final = 225


@dataclass(frozen=True, slots=True)
class Hand:
    """How a line is lettered."""

    size: int
    colour: Colour
    weight: Weight = "regular"
    halo: Colour | None = None
    halo_width: int = 2
    halo_alpha: int = _HALO_ALPHA
    tracking: int = 0
    slanted: bool = False


@lru_cache(maxsize=4096)
def line(text: str, hand: Hand, lang: str = "en") -> pygame.Surface:
    """Return one line cut to what is inked, the halo included. Do not draw on it: it is shared."""
    face = font(_PLAIN, hand.size, hand.weight, lang)
    shown = shape(text, lang)
    tracking = 0 if lang == "ar" else hand.tracking
    parts = list(shown) if tracking else [shown]
    face.italic = hand.slanted
    try:
        image = _drawn(face, parts, tracking, hand)
    finally:
        face.italic = False
        face.outline = 0
    inked = image.get_bounding_rect()
    return image.subsurface(inked).copy() if inked.w else image


def _drawn(face: pygame.font.Font, parts: list[str], tracking: int, hand: Hand) -> pygame.Surface:
    starts, x = [], 0
    for part in parts:
        starts.append(x)
        x += face.size(part)[0] + tracking
    pad = hand.halo_width + 1
    slant = hand.size // 4 if hand.slanted else 0
    size = (x - tracking + 2 * pad + slant, face.get_height() + 2 * pad)
    image = pygame.Surface(size, pygame.SRCALPHA, 32)
    glyphs = [(part, at) for part, at in zip(parts, starts, strict=True) if part.strip()]
    if hand.halo is not None:
        image.fill((*hand.halo, 0))
        face.outline = hand.halo_width
        edge = pad - hand.halo_width
        for part, at in glyphs:
            image.blit(face.render(part, True, hand.halo), (at + edge, edge))
        face.outline = 0
        for part, at in glyphs:
            image.blit(face.render(part, True, hand.halo), (at + pad, pad))
        image.fill((255, 255, 255, hand.halo_alpha), special_flags=pygame.BLEND_RGBA_MULT)
    for part, at in glyphs:
        image.blit(face.render(part, True, hand.colour), (at + pad, pad))
    return image


def stacked(lines: list[pygame.Surface], gap: int = -1) -> pygame.Surface:
    """Return lines above each other, centred."""
    if len(lines) == 1:
        return lines[0]
    width = max(part.get_width() for part in lines)
    height = sum(part.get_height() for part in lines) + gap * (len(lines) - 1)
    image = pygame.Surface((width, height), pygame.SRCALPHA, 32)
    y = 0
    for part in lines:
        image.blit(part, ((width - part.get_width()) // 2, y))
        y += part.get_height() + gap
    return image
