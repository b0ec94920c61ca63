"""Movement cost over the whole map, from or to the nearest of many hexes (Dial)."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import itemgetter
from typing import Final

from game.hexes.arrays import (
    DEAREST,
    FAR,
    IMPASSABLE,
    Bytes,
    check_flags,
    check_hexes,
    check_steps,
)
from game.hexes.directions import opposite
from game.hexes.hexgrid import OFF_MAP, HexGrid

UNREACHED: Final = -1
"""Stands in a field for hexes that no source reaches."""


def field(
    grid: HexGrid,
    costs: Bytes,
    sources: Iterable[int],
    closed: Bytes | None = None,
    limit: int | None = None,
    reverse: bool = False,
) -> list[int]:
    """Return, for every hex of the map, the cheapest cost in half-points from the nearest source.

    With ``reverse`` it is the cost of going from the hex to the nearest source instead. Hexes that
    are cut off, dearer than ``limit`` or closed are UNREACHED; a source counts 0 even if closed.
    ValueError if a source is off the map or an array has the wrong length.
    """
    sources = sorted(set(sources))
    check_hexes(grid, sources)
    check_steps(grid, costs)
    check_flags(grid, closed)
    if reverse:
        costs = _reversed(grid, costs)
    around = grid.around
    cost = [FAR] * grid.size if closed is None else [-1 if shut else FAR for shut in closed]
    cost.append(-1)  # where the index -1, off the map, falls; nothing improves on -1
    for i in sources:
        cost[i] = 0
    budget = FAR if limit is None else limit
    waiting: defaultdict[int, list[int]] = defaultdict(list, {0: sources})
    now = 0
    while waiting:
        if now not in waiting:
            now += 1
            continue
        room = min(budget - now, DEAREST)
        for here in waiting[now]:  # grows as it goes, where a step costs 0
            if cost[here] != now:
                continue
            at = 6 * here
            for there in around[here]:
                before = cost[there]
                if before > now:
                    step = costs[at]
                    if step <= room and now + step < before:
                        cost[there] = now + step
                        waiting[now + step].append(there)
                at += 1
        del waiting[now]
    cost.pop()
    return [UNREACHED if paid == FAR else paid for paid in cost]


def _reversed(grid: HexGrid, costs: Bytes) -> bytes:
    """Return, by hex and direction, the cost of the step that comes from there."""
    return bytes(_steps_back(grid)(bytes(costs) + bytes([IMPASSABLE])))


@lru_cache(maxsize=8)
def _steps_back(grid: HexGrid) -> Callable[[bytes], tuple[int, ...]]:
    """Return what picks, for every step, the byte of the step straight back.

    For a step off the map it picks the byte that follows the last.
    """
    return itemgetter(
        *(
            6 * grid.size if there == OFF_MAP else 6 * there + opposite(direction)
            for six in grid.around
            for direction, there in enumerate(six)
        )
    )
