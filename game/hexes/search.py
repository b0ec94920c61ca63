"""Cheapest ways from one hex: reach and path, by an integer bucket queue (Dial).

Costs are whole movement half-points, held flat as bytes: ``costs[6 * i + d]`` is the cost (0..254)
of the step from hex ``i`` in direction ``d``, or IMPASSABLE. Steps off the map are never taken,
whatever their byte. ``stop`` and ``closed`` hold a byte to each hex: a hex with a truthy ``stop``
may be entered but not left, one with a truthy ``closed`` may not be entered; where a search starts
is exempt from both.

Both raise ValueError when a hex is off the map or an array has the wrong length.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from game.hexes.arrays import DEAREST, FAR, Bytes, check_flags, check_hexes, check_steps
from game.hexes.hexgrid import OFF_MAP, HexGrid

_NOWHERE: Final = OFF_MAP - 1


@dataclass(frozen=True, slots=True)
class Reach:
    """Every hex reached from a start, with its cheapest cost and how it is come to.

    Attributes:
        cost: by hex, the cheapest cost in half-points; the start is there at 0.
        came: by hex, the hex before it on the cheapest way; the start is absent. Of predecessors
            that serve at equal cost it is the one of lower index (one that costs 0 to step from
            serves only where no other does).
    """

    cost: dict[int, int]
    came: dict[int, int]

    def path(self, to: int) -> tuple[int, ...]:
        """Return the hexes from the start to ``to``, both included; KeyError if unreached."""
        if to not in self.cost:
            raise KeyError(to)
        hexes = [to]
        while hexes[-1] in self.came:
            hexes.append(self.came[hexes[-1]])
        return tuple(reversed(hexes))


def reach(
    grid: HexGrid,
    costs: Bytes,
    start: int,
    budget: int,
    stop: Bytes | None = None,
    closed: Bytes | None = None,
) -> Reach:
    """Return every hex that can be reached from ``start`` for at most ``budget`` half-points.

    Only the hexes reached and their neighbours are looked at, however large the map. A negative
    budget reaches the start alone.
    """
    check_hexes(grid, (start,))
    check_steps(grid, costs)
    check_flags(grid, stop, closed)
    return _search(grid, costs, start, budget, stop, closed)


def path(
    grid: HexGrid,
    costs: Bytes,
    start: int,
    goal: int,
    stop: Bytes | None = None,
    closed: Bytes | None = None,
    limit: int | None = None,
) -> tuple[int, ...] | None:
    """Return the cheapest way from ``start`` to ``goal``, both included, or None if there is none.

    None also when it would cost more than ``limit`` half-points. It is the very path that `reach`
    gives: of equally cheap predecessors, the one of lower index.
    """
    check_hexes(grid, (start, goal))
    check_steps(grid, costs)
    check_flags(grid, stop, closed)
    budget = FAR if limit is None else limit
    found = _search(grid, costs, start, budget, stop, closed, goal)
    return found.path(goal) if goal in found.cost and budget >= 0 else None


def _search(
    grid: HexGrid,
    costs: Bytes,
    start: int,
    budget: int,
    stop: Bytes | None,
    closed: Bytes | None,
    goal: int = _NOWHERE,
) -> Reach:
    """Return what is reached within budget, or only up to the cost of ``goal`` once that is known.

    A bucket holds the hexes offered at one cost. When its turn comes, all that could lead to them
    more cheaply has been looked at; those meanwhile found cheaper are passed over.
    """
    around = grid.around
    cost = {start: 0, OFF_MAP: -1}  # no step improves on -1, so none leads off the map
    came: dict[int, int] = {}
    known = cost.get
    waiting: defaultdict[int, list[int]] = defaultdict(list, {0: [start]})
    last = budget if 0 in costs else budget - 1  # the dearest hexes worth stepping on from
    now = 0
    while waiting and now <= last and known(goal, FAR) > now:
        if now not in waiting:
            now += 1
            continue
        room = min(budget - now, DEAREST)
        for here in waiting[now]:  # grows as it goes, where a step costs 0
            if cost[here] != now or (stop is not None and stop[here] and here != start):
                continue
            at = 6 * here
            for there in around[here]:
                before = known(there, FAR)
                if before > now:
                    step = costs[at]
                    if step <= room:
                        then = now + step
                        if then < before:
                            if closed is None or not closed[there]:
                                cost[there] = then
                                came[there] = here
                                waiting[then].append(there)
                        elif then == before and here < came[there]:
                            came[there] = here
                at += 1
        del waiting[now]
    del cost[OFF_MAP]
    return Reach(cost, came)
