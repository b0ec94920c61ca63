"""Short words and numbers on the map, with a halo that keeps them readable on any ground."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

import pygame

from game.ui.map.screen_map import Point
from game.ui.toolkit.fonts import Weight
from game.ui.toolkit.text import rendered
from game.ui.toolkit.theme import Colour, Theme

_KEPT: Final = 1500
_drawn: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()


def half_points(amount: int) -> str:
    """Return half-points of movement as they are written: 5 gives 2½."""
    whole, half = divmod(amount, 2)
    if not half:
        return str(whole)
    return f"{whole}½" if whole else "½"


def haloed(
    theme: Theme, text: str, size: float, colour: Colour, halo: Colour, weight: Weight = "semibold"
) -> pygame.Surface:
    """Return a text with a halo, cut to what is inked. Do not draw on it: it is shared."""
    key = (text, theme.lang, theme.px(size), theme.scale, colour, halo, weight)
    image = _drawn.get(key)
    if image is None:
        image = _drawn[key] = _haloed(theme, text, size, colour, halo, weight)
        if len(_drawn) > _KEPT:
            _drawn.popitem(last=False)
    return image


def put(surface: pygame.Surface, image: pygame.Surface, middle: Point) -> pygame.Rect:
    """Blit a picture by its middle."""
    at = (round(middle[0] - image.get_width() / 2), round(middle[1] - image.get_height() / 2))
    return surface.blit(image, at)


def _haloed(
    theme: Theme, text: str, size: float, colour: Colour, halo: Colour, weight: Weight
) -> pygame.Surface:
    front = rendered(theme, text, size, colour, weight)
    front = front.subsurface(front.get_bounding_rect())
    back = rendered(theme, text, size, halo, weight)
    back = back.subsurface(back.get_bounding_rect())
    reach = max(1, round(1.6 * theme.scale))
    image = pygame.Surface(
        (front.get_width() + 2 * reach, front.get_height() + 2 * reach), pygame.SRCALPHA
    )
    image.fill((*halo, 0))
    for dx in range(-reach, reach + 1):
        for dy in range(-reach, reach + 1):
            if dx * dx + dy * dy <= reach * reach + 1:
                image.blit(back, (reach + dx, reach + dy))
    image.blit(front, (reach, reach))
    return image
