"""A small picture of a map, for cards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pygame

from game.engine.scenario import Scenario
from game.ui.map.geometry import centres
from game.ui.map.palette import LIGHT, ZOOMS, Palette
from game.ui.map.sheet import Sheet, starting_crossings
from game.ui.map.store import board_key, map_folder
from game.ui.map.window import Window

_FINE_FROM: Final = 5
"""Pixels of a hex from which texture is worth its time."""
_LEAST: Final = 6.0
"""Hexes a picture shows at least, across and down."""
_KEPT: Final = 4
_sheets: dict[str, Sheet] = {}


def thumbnail(
    scenario: Scenario,
    size: tuple[int, int],
    view_hexes: Iterable[int] | None = None,
    palette: Palette = LIGHT,
) -> pygame.Surface:
    """Return a picture of the start that fills a size.

    It shows all of some hexes, or as much of the whole map as fits without a margin.
    """
    grid = scenario.board.grid
    hexes = None if view_hexes is None else tuple(view_hexes)
    spots = centres(grid, hexes or (0, grid.width - 1, grid.size - 1, grid.size - grid.width))
    low, high = spots.min(0) - 0.5, spots.max(0) + 0.5
    fits = [size[n] / max(_LEAST, float(high[n] - low[n])) for n in (0, 1)]
    w = min(float(ZOOMS[-1]), min(fits) if hexes else max(fits))
    sheet = _sheet(scenario, palette)
    area = pygame.Rect(0, 0, *size)
    area.center = tuple(round(v) for v in ((low + high) / 2 * w).tolist())
    bounds = sheet.bounds(w)
    if bounds.w >= area.w and bounds.h >= area.h:
        area.clamp_ip(bounds)
    window = Window(
        w,
        area.x - area.x % 2,
        area.y - area.y % 2,
        area.w + area.w % 2,
        area.h + area.h % 2,
    )
    holding = sheet.holding(scenario.board.start_control)
    crossings = starting_crossings(scenario)
    if w >= _FINE_FROM:
        picture = sheet.picture(window, holding, crossings, grid=False)
    else:
        picture = sheet.sketch(window, holding, crossings)
    return picture.subsurface((0, 0, *size)).copy()


def _sheet(scenario: Scenario, palette: Palette) -> Sheet:
    key = board_key(scenario, palette)
    if key not in _sheets:
        if len(_sheets) >= _KEPT:
            del _sheets[next(iter(_sheets))]
        _sheets[key] = Sheet(scenario, palette, map_folder())
    return _sheets[key]
