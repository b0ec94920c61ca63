"""Broken houses, where the state of a game says that there is rubble."""

from __future__ import annotations

from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.map.blocks import Blocks, Houses
from game.ui.map.geometry import Floats
from game.ui.map.palette import Colour, Palette
from game.ui.map.pen import Pen, ink

_SPREAD: Final = 1.5
"""Rubble reaches beyond the walls that fell."""
_MOST: Final = 0.85
"""Of the houses in a hex that is all ruins."""
_PIECES: Final = ((-0.72, -0.6), (0.55, -0.75), (-0.15, 0.1), (0.8, 0.35), (-0.6, 0.75), (0.3, 0.8))
"""Where pieces of wall lie, from -1 to 1 across and along the house."""
_FINE_FROM: Final = 40
"""Pixels of a hex from which single pieces of wall are drawn."""


def paint_rubble(pen: Pen, blocks: Blocks, share: NDArray[np.float32], palette: Palette) -> None:
    """Draw the broken houses of a window; `share` is how far each hex is rubble, 0 to 1."""
    for houses in blocks.seen(pen.window):
        broken = houses.holds < share[houses.hexes] * _MOST
        if broken.any():
            _break(pen, houses, broken, getattr(palette, houses.tone), palette)


def _break(
    pen: Pen, houses: Houses, broken: NDArray[np.bool_], tone: Colour, palette: Palette
) -> None:
    quads = pen.at(houses.corners[broken])
    limit = np.array(pen.surface.get_size())
    reach = 0.4 * pen.w + 8
    inside = ((quads[:, 0] > -reach) & (quads[:, 0] < limit + reach)).all(1)
    dust = ink(_between(palette.town, tone, 0.18), 240)
    wall, shadow = ink(_between(tone, palette.ink, 0.3)), ink(_between(tone, palette.ink, 0.6), 200)
    for quad, turn in zip(quads[inside], houses.shade[broken][inside].tolist(), strict=True):
        middle = quad.mean(0)
        pygame.draw.polygon(pen.surface, dust, (middle + (quad - middle) * _SPREAD).tolist())
        across, along = (quad[1] - quad[0]) / 2, (quad[3] - quad[0]) / 2
        if pen.w < _FINE_FROM:
            corner = [quad[0], middle + 0.3 * across, middle, quad[3]]
            pygame.draw.polygon(pen.surface, wall, [tuple(p) for p in corner])
            continue
        for n, (u, v) in enumerate(_PIECES):
            if (n + turn) % 3 == 0:
                continue
            spot = middle + across * u + along * v
            size = (0.2 + 0.05 * ((turn + 2 * n) % 4), 0.3)
            _piece(pen.surface, wall if n % 2 else shadow, spot, across * size[0], along * size[1])


def _piece(
    surface: pygame.Surface, colour: tuple[int, ...], spot: Floats, across: Floats, along: Floats
) -> None:
    """Fill a slanted piece of wall."""
    leans = ((-1.0, -1.0), (1.3, -0.6), (1.0, 1.0), (-0.7, 1.0))
    pygame.draw.polygon(surface, colour, [tuple(spot + u * across + v * along) for u, v in leans])


def _between(a: Colour, b: Colour, share: float) -> Colour:
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue
