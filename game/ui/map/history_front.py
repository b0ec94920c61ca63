"""Where history's front ran, drawn only where the game's own front is not the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

import numpy as np
import pygame

from game.engine.board import NO_SIDE, Board
from game.ui.map.geometry import Corner, Side, corner_point, hexside, relaxed, spline, trace
from game.ui.map.hex_areas import Lines
from game.ui.map.overlay_orders import weight
from game.ui.map.screen_map import Point, ScreenMap, clipped
from game.ui.map.strokes import dashes, strokes

_SAMPLES = 4


@dataclass
class HistoryFront:
    """A dashed accent line along history's front, where it differs from the game's."""

    mine: bytes
    """Control by hex in the game."""
    history: bytes
    """Control by hex in the record, on the same day."""
    banks: Mapping[Corner, Point] = field(default_factory=dict, repr=False)
    """Where smoothed river corners lie, so that the line keeps to the bank as the front does."""
    over: ClassVar[bool] = False
    _lines: list[list[Point]] | None = field(default=None, repr=False, compare=False)
    _kept: tuple[float, Lines, Lines] | None = field(default=None, repr=False, compare=False)

    def lines(self, board: Board) -> list[list[Point]]:
        """Return the lines in hexes from the centre of hex 0."""
        if self._lines is None:
            self._lines = [
                self._smooth(chain) for chain, _ in trace(differing(board, self.mine, self.history))
            ]
        return self._lines

    def where(self) -> None:
        """Anywhere."""

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        theme = view.theme
        thick = weight(view, max(3.2, min(5.0, 0.085 * view.width)))
        casing = thick + weight(view, 4)
        whole, dashed = self._cut(view)
        strokes(surface, whole.near(view, casing), casing, theme.casing)
        strokes(surface, dashed.near(view, thick), thick, theme.accent_map)
        surface.set_clip(before)

    def _cut(self, view: ScreenMap) -> tuple[Lines, Lines]:
        """Return the lines, and their dashes at this zoom."""
        on, off = weight(view, 14) / view.width, weight(view, 8) / view.width
        if self._kept is None or self._kept[0] != on:
            lines = self.lines(view.scenario.board)
            pieces = [dash for line in lines for dash in dashes(line, on, off)]
            self._kept = on, Lines(lines), Lines(pieces)
        return self._kept[1:]

    def _smooth(self, chain: list[Corner]) -> list[Point]:
        points = np.array([self.banks.get(k) or corner_point(k) for k in chain], float)
        pinned = np.array([k in self.banks for k in chain])
        curve = spline(relaxed(points, 3, pinned), _SAMPLES)
        return [(float(x), float(y)) for x, y in curve]


def differing(board: Board, mine: bytes, history: bytes) -> dict[Side, None]:
    """Return the hexsides that are a front between two sides in history, but not the same one
    in the game."""
    found: dict[Side, None] = {}
    for a in range(board.grid.size):
        for direction in range(3):
            b = board.grid.around[a][direction]
            if b < 0:
                continue
            then = history[a], history[b]
            if then[0] == then[1] or NO_SIDE in then or then == (mine[a], mine[b]):
                continue
            found[hexside(board.grid, a, direction)] = None
    return found


def held_apart(mine: bytes, history: bytes, side: int) -> dict[int, Literal["up", "down", "disc"]]:
    """Return the marks of hexes a side holds in the game and not in history, and the reverse."""
    marks: dict[int, Literal["up", "down", "disc"]] = {}
    for hex, (now, then) in enumerate(zip(mine, history, strict=True)):
        if now != then and side in (now, then):
            marks[hex] = "up" if now == side else "down"
    return marks
