"""The part of the map that a page of text has room for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Final

from game.engine.board import Board
from game.history.holders import DISTRICT

_WIDEST: Final = 18
_HIGHEST: Final = 15
_CITY_KINDS: Final = (DISTRICT, "island")


@dataclass(frozen=True, slots=True)
class Window:
    """Columns and rows of hexes."""

    columns: range
    rows: range

    def holds(self, board: Board, h: int) -> bool:
        """Whether a hex lies in it."""
        col, row = board.grid.col_row(h)
        return col in self.columns and row in self.rows


def city_window(board: Board) -> Window:
    """Return the window with the most of the city and its islands in it, cut to what it shows.

    On a map without a city it is the one with the most hexes of any place.
    """
    hexes = _hexes(board, _CITY_KINDS) or _hexes(board, ())
    spots = [board.grid.col_row(h) for h in sorted(hexes)] or [(0, 0)]
    wide, high = min(_WIDEST, board.grid.width), min(_HIGHEST, board.grid.height)
    left, top = max(
        product(range(board.grid.width - wide + 1), range(board.grid.height - high + 1)),
        key=lambda corner: (_inside(spots, corner, wide, high), -corner[1], -corner[0]),
    )
    shown = [s for s in spots if left <= s[0] < left + wide and top <= s[1] < top + high]
    cols, rows = [col for col, _ in shown], [row for _, row in shown]
    return Window(
        _around(min(cols), max(cols), wide, board.grid.width),
        _around(min(rows), max(rows), high, board.grid.height),
    )


def window_around(board: Board, h: int) -> Window:
    """Return the window with a hex in its middle, as far as the map goes."""
    col, row = board.grid.col_row(h)
    wide, high = min(_WIDEST, board.grid.width), min(_HIGHEST, board.grid.height)
    left = max(0, min(col - wide // 2, board.grid.width - wide))
    top = max(0, min(row - high // 2, board.grid.height - high))
    return Window(range(left, left + wide), range(top, top + high))


def _hexes(board: Board, kinds: tuple[str, ...]) -> set[int]:
    return {h for place in board.places if not kinds or place.kind in kinds for h in place.hexes}


def _inside(spots: list[tuple[int, int]], corner: tuple[int, int], wide: int, high: int) -> int:
    left, top = corner
    return sum(left <= col < left + wide and top <= row < top + high for col, row in spots)


def _around(first: int, last: int, most: int, end: int) -> range:
    """The range and one more at either end, where there is room."""
    last = min(last + 1, end - 1) if last - first + 1 < most else last
    first = max(first - 1, 0) if last - first + 1 < most else first
    return range(first, last + 1)
