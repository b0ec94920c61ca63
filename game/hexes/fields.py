"""Movement cost over the whole map, from or to the nearest of many hexes (Dial)."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from game.hexes.arrays import FAR, Bytes, check_flags, check_hexes, check_steps
from game.hexes.hexgrid import HexGrid
from game.hexes.steps import steps_of, turned_round

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
    The same costs in ``bytes`` are quicker from the second time on. ValueError if a source is off
    the map or an array has the wrong length.
    """
    sources = sorted(set(sources))
    check_hexes(grid, sources)
    check_steps(grid, costs)
    check_flags(grid, closed)
    costs = bytes(costs)
    steps = steps_of(grid, turned_round(grid, costs) if reverse else costs)
    unknown = FAR if limit is None else max(0, limit + 1)  # no dearer way is looked at
    if closed is None:
        cost = [unknown] * grid.size
    else:
        cost = [UNREACHED if shut else unknown for shut in closed]  # nothing improves on -1
    for i in sources:
        cost[i] = 0
    waiting: defaultdict[int, list[int]] = defaultdict(list, {0: sources} if unknown else {})
    now = 0
    while waiting:
        if now not in waiting:
            now += 1
            continue
        for here in waiting[now]:  # grows as it goes, where a step costs 0
            if cost[here] != now:
                continue
            for step, beyond in steps[here]:
                then = now + step
                for there in beyond:
                    if cost[there] > then:
                        cost[there] = then
                        waiting[then].append(there)
        del waiting[now]
    found = [UNREACHED if paid == unknown else paid for paid in cost]
    for i in sources:
        found[i] = 0
    return found
