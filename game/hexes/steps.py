"""The steps that lead from a hex, grouped by what they cost: what the searches go by.

Worked out hex by hex as they are needed, and kept for the costs last used.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter
from typing import TypeAlias

from game.hexes.arrays import IMPASSABLE
from game.hexes.directions import opposite
from game.hexes.hexgrid import OFF_MAP, HexGrid

Groups: TypeAlias = tuple[tuple[int, tuple[int, ...]], ...]
"""The neighbours of a hex by the cost of the step, the cheapest first."""


class Steps(dict[int, Groups]):
    """By hex, its neighbours by the cost of the step; filled in as it is asked for."""

    def __init__(self, grid: HexGrid, costs: bytes) -> None:
        """`costs` are six to a hex."""
        self._around = grid.around
        self._costs = costs

    def __missing__(self, here: int) -> Groups:
        found = self[here] = grouped(self._costs, here, self._around[here])
        return found


@lru_cache(maxsize=64)
def steps_of(grid: HexGrid, costs: bytes) -> Steps:
    """The steps of a map with these costs; the same object for the same costs, not to be changed.

    ``costs`` must have six bytes to a hex.
    """
    return Steps(grid, costs)


def grouped(
    costs: bytes, here: int, around: tuple[int, ...], avoid: frozenset[int] = frozenset()
) -> Groups:
    """The steps from one hex, without those into hexes to avoid."""
    six = costs[6 * here : 6 * here + 6]
    if six == six[:1] * 6 and six[0] != IMPASSABLE and OFF_MAP not in around and not avoid:
        return ((six[0], around),)
    table: dict[int, tuple[int, ...]] = {}
    for step, there in zip(six, around, strict=True):
        if step != IMPASSABLE and there != OFF_MAP and there not in avoid:
            table[step] = (*table.get(step, ()), there)
    return tuple(sorted(table.items()))


@lru_cache(maxsize=32)
def turned_round(grid: HexGrid, costs: bytes) -> bytes:
    """By hex and direction, the cost of the step that comes from there."""
    return bytes(_steps_back(grid)(costs + bytes([IMPASSABLE])))


@lru_cache(maxsize=8)
def _steps_back(grid: HexGrid) -> Callable[[bytes], tuple[int, ...]]:
    """What picks, for every step, the byte of the step straight back.

    For a step off the map it picks the byte that follows the last.
    """
    return itemgetter(
        *(
            6 * grid.size if there == OFF_MAP else 6 * there + opposite(direction)
            for six in grid.around
            for direction, there in enumerate(six)
        )
    )
