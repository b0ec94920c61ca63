"""Painting on both sides at once: the hex that mirrors another."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from game.hexes import HexGrid


class Symmetry(StrEnum):
    """How one half of a map repeats the other."""

    NONE = "none"
    LEFT_RIGHT = "left_right"
    HALF_TURN = "half_turn"
    TOP_BOTTOM = "top_bottom"
    """Exact on maps with an odd number of rows; others have no middle row to mirror in."""


def partner(grid: HexGrid, hex_: int, symmetry: Symmetry) -> int | None:
    """Return the hex that mirrors one, itself if it lies in the middle; None if it has none.

    Odd rows lie half a hex to the right, so their last hex has no mirror image of left and right.
    """
    col, row = grid.col_row(hex_)
    if symmetry is Symmetry.NONE:
        return hex_
    if symmetry is Symmetry.TOP_BOTTOM:
        return grid.index(col, grid.height - 1 - row) if grid.height % 2 else None
    if symmetry is Symmetry.HALF_TURN:
        row = grid.height - 1 - row
        # With an even number of rows, odd rows fall on even ones and the half hexes add up.
        odd = row % 2 and grid.height % 2
    else:
        odd = row % 2
    col = grid.width - 1 - col - (1 if odd else 0)
    return grid.index(col, row) if col >= 0 else None


def mirrored(grid: HexGrid, hexes: Iterable[int], symmetry: Symmetry) -> tuple[int, ...]:
    """Return hexes with those that mirror them, each once."""
    found: dict[int, None] = {}
    for hex_ in hexes:
        found[hex_] = None
        other = partner(grid, hex_, symmetry)
        if other is not None:
            found[other] = None
    return tuple(found)
