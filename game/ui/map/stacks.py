"""Where counters lie: stacks stepping up to the right, and a stack opened for choosing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.ui.map.counters import CARDS_FROM
from game.ui.map.screen_map import Point, ScreenMap, centre

SHOWN: Final = 3
"""Cards of a stack that are seen; the others are below them."""
STEP: Final = 0.075
"""Of a hex, from one card of a stack to the next, up and to the right."""


@dataclass(frozen=True, slots=True)
class Laid:
    """One counter on the screen, in the order of drawing."""

    unit: int
    hex: int
    middle: Point


def stack_step(width: float) -> float:
    """Return the step between two cards of a stack in pixels."""
    return STEP * width if width >= CARDS_FROM else 3.0


def stacked(view: ScreenMap, hex: int, units: Sequence[int]) -> list[Laid]:
    """Lay out a stack, its top unit first in `units`; the last one returned lies on top."""
    x, y = centre(view, hex)
    seen = units[:SHOWN]
    step = stack_step(view.width)
    first = (len(seen) - 1) / 2
    return [
        Laid(unit, hex, (x + (n - first) * step, y - (n - first) * step))
        for n, unit in reversed(list(enumerate(seen)))
    ]


def unit_under(laid: Sequence[Laid], pos: tuple[int, int], card: float) -> int | None:
    """Return the unit whose card is on top at a point; the last laid lies on top."""
    for one in reversed(laid):
        if abs(pos[0] - one.middle[0]) <= card / 2 and abs(pos[1] - one.middle[1]) <= card / 2:
            return one.unit
    return None
