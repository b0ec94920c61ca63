"""A picture of a map made in no time: one patch of colour for each hex."""

from __future__ import annotations

from typing import Final

import pygame

from game.engine.scenario import Scenario
from game.hexes.hexgrid import ROW_SPACING

PAPER: Final = (233, 218, 189)
WATER: Final = (143, 190, 214)
GROUND: Final = {
    "f": (199, 209, 154),
    "h": (222, 203, 168),
    "v": (205, 186, 150),
    "s": (196, 172, 146),
    "u": (178, 152, 132),
    "U": (163, 136, 120),
    "i": (184, 164, 148),
    "r": (170, 150, 136),
}
"""By the letter of the terrain; desert and all else is paper."""
_FINE: Final = 4
"""Pixels of a hex from flat to flat, before it is brought to size."""


def coarse_map(scenario: Scenario, size: tuple[int, int]) -> pygame.Surface:
    """Return the middle of the map in colours only, filling a size."""
    board, terrains = scenario.board, scenario.rules.terrains
    grid = board.grid
    colours = [GROUND.get(terrain.letter, PAPER) for terrain in terrains]
    wide, high = grid.width * _FINE, round(grid.height * ROW_SPACING * _FINE)
    sheet = pygame.Surface((wide + _FINE // 2, high))
    sheet.fill(PAPER)
    for i in range(grid.size):
        x, y = grid.centre(i)
        box = pygame.Rect(round((x - 0.5) * _FINE), round((y - 0.5) * _FINE), _FINE + 1, _FINE)
        sheet.fill(colours[board.terrain[i]], box.move(_FINE // 2, _FINE // 2))
        if any(board.rivers[6 * i + d] == 2 for d in range(6)):
            sheet.fill(WATER, box.move(_FINE // 2, _FINE // 2).inflate(-1, -1))
    scale = max(size[0] / sheet.get_width(), size[1] / sheet.get_height())
    grown = pygame.transform.smoothscale(
        sheet, (round(sheet.get_width() * scale) + 1, round(sheet.get_height() * scale) + 1)
    )
    picture = pygame.Surface(size)
    left = (grown.get_width() - size[0]) // 2
    picture.blit(grown, (-left, -(grown.get_height() - size[1]) // 2))
    return picture
