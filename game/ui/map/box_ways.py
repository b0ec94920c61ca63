"""The ways from off-map boxes to their entry hexes: along the rim of the sheet, never across it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import pygame

from game.ui.map.box_tags import INK, Tag
from game.ui.map.geometry import ROW, TIP
from game.ui.map.screen_map import Point, ScreenMap, centre, origin
from game.ui.map.strokes import cased
from game.ui.toolkit.theme import Colour

_ROAD: Final[Colour] = (255, 243, 210)
_OFF: Final = 26
"""Pixels from the sheet to the first way along it."""
_APART: Final = 5
"""Pixels from one way to the next."""
_HEAD: Final = 7


def draw_ways(surface: pygame.Surface, view: ScreenMap, tags: Sequence[Tag]) -> None:
    """Draw the way of each tag and an arrow at each of its entry hexes."""
    sheet = sheet_edges(view)
    for number, tag in enumerate(tags):
        for hex_ in view.scenario.board.boxes[tag.box].entries:
            line = _way(view, tag, hex_, sheet, _OFF + _APART * (number % 4))
            if not _in_view(view, line):
                continue
            cased(surface, [line], 1.6, _ROAD, INK, 1.2)
            _arrow(surface, line[-2], line[-1])


def sheet_edges(view: ScreenMap) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the sheet on the screen."""
    x, y = origin(view)
    grid, w = view.scenario.board.grid, view.width
    shove = 0.5 if grid.height > 1 else 0.0
    right = x + (grid.width - 0.5 + shove) * w
    return x - 0.5 * w, y - TIP * w, right, y + ((grid.height - 1) * ROW + TIP) * w


def _way(
    view: ScreenMap, tag: Tag, hex_: int, sheet: tuple[float, float, float, float], off: float
) -> list[Point]:
    """Return the corners of a way: out of the tag, along the rim, onto the sheet."""
    left, top, right, bottom = sheet
    x, y = centre(view, hex_)
    rim = left - off if tag.edge == "left" else right + off
    start = min(max(rim, tag.rect.left), tag.rect.right), float(tag.rect.centery)
    nearest = min((y - top, "top"), (bottom - y, "bottom"), (x - left, "side"), (right - x, "side"))
    along = [start, (rim, start[1])] if view.rect.left < rim < view.rect.right else []
    if nearest[1] == "side":
        edge = left if x - left < right - x else right
        return [*along, (rim, y), (edge, y)]
    line, edge = (top - off, top) if nearest[1] == "top" else (bottom + off, bottom)
    return [*along, (rim, line), (x, line), (x, edge)]


def _in_view(view: ScreenMap, line: Sequence[Point]) -> bool:
    area = view.rect.inflate(2 * _HEAD, 2 * _HEAD)
    return any(area.clipline(a, b) for a, b in pairwise(line))


def _arrow(surface: pygame.Surface, before: Point, tip: Point) -> None:
    """Draw an arrow head that points onto the sheet."""
    length = math.dist(before, tip) or 1.0
    along = ((tip[0] - before[0]) / length, (tip[1] - before[1]) / length)
    end = (tip[0] + _HEAD * along[0], tip[1] + _HEAD * along[1])
    across = (-along[1] * _HEAD * 0.8, along[0] * _HEAD * 0.8)
    shape = [
        end,
        (tip[0] + across[0], tip[1] + across[1]),
        (tip[0] - across[0], tip[1] - across[1]),
    ]
    pygame.draw.polygon(surface, INK, shape)
