"""Cheapest ways from one hex: reach and path, by an integer bucket queue (Dial).

Costs are whole movement half-points, held flat as bytes: ``costs[6 * i + d]`` is the cost (0..254)
of the step from hex ``i`` in direction ``d``, or IMPASSABLE. Steps off the map are never taken,
whatever their byte. ``stop`` and ``closed`` hold a byte to each hex: a hex with a truthy ``stop``
may be entered but not left, one with a truthy ``closed`` may not be entered; where a search starts
is exempt from both.

Both raise ValueError when a hex is off the map or an array has the wrong length.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Final, TypeAlias

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
from game.hexes.steps import grouped, steps_of

_NOWHERE: Final = OFF_MAP - 1
_LARGEST: Final = 253
"""The largest budget whose costs, and one more, fit into bytes below IMPASSABLE."""

Ways: TypeAlias = tuple[dict[int, int], dict[int, int]]


class Reach:
    """Every hex reached from a start, with its cheapest cost and how it is come to.

    Attributes:
        cost: by hex, the cheapest cost in half-points; the start is there at 0.
        came: by hex, the hex before it on the cheapest way; the start is absent. Of predecessors
            that serve at equal cost it is the one of lower index (one that costs 0 to step from
            serves only where no other does). Worked out when it is first asked for.
    """

    __slots__ = ("_before", "_came", "_start", "cost")

    def __init__(self, cost: dict[int, int], start: int, before: Callable[[int], int]) -> None:
        """`before` gives the hex before another one on the way, for all hexes but the start."""
        self.cost = cost
        self._start = start
        self._before = before
        self._came: dict[int, int] | None = None

    @property
    def came(self) -> dict[int, int]:
        if self._came is None:
            self._came = {h: self._before(h) for h in self.cost if h != self._start}
        return self._came

    def path(self, to: int) -> tuple[int, ...]:
        """Return the hexes from the start to ``to``, both included; KeyError if unreached."""
        if to not in self.cost:
            raise KeyError(to)
        hexes = [to]
        while hexes[-1] != self._start:
            hexes.append(self._before(hexes[-1]))
        return tuple(reversed(hexes))


def reach(
    grid: HexGrid,
    costs: Bytes,
    start: int,
    budget: int,
    stop: Bytes | None = None,
    closed: Bytes | None = None,
    avoid: frozenset[int] = frozenset(),
) -> Reach:
    """Return every hex that can be reached from ``start`` for at most ``budget`` half-points.

    Only the hexes reached and their neighbours are looked at, however large the map. A negative
    budget reaches the start alone. The hexes of ``avoid`` are not entered straight from the start.
    The same costs in ``bytes`` are quicker from the second time on.
    """
    check_hexes(grid, (start,))
    check_steps(grid, costs)
    check_flags(grid, stop, closed)
    costs = bytes(costs)  # paths are traced later, from the arrays as they are now
    stop = None if stop is None else bytes(stop)
    closed = None if closed is None else bytes(closed)
    known = costs if not avoid else _without(grid, costs, start, avoid)
    if 0 <= budget <= _LARGEST and 0 not in costs:
        cost = _costs_within(grid, costs, start, budget, stop, closed, avoid)
        return Reach(cost, start, partial(_before, grid, known, start, stop, cost))
    cost, came = _search(grid, known, start, budget, stop, closed)
    return Reach(cost, start, came.__getitem__)


def _before(
    grid: HexGrid, costs: bytes, start: int, stop: bytes | None, cost: dict[int, int], here: int
) -> int:
    """Return the hex of lowest index from which a hex is come to at its cost; no step costs 0."""
    paid = cost[here]
    return min(
        there
        for direction, there in enumerate(grid.around[here])
        if there in cost
        and cost[there] + costs[6 * there + opposite(direction)] == paid
        and (stop is None or not stop[there] or there == start)
    )


def _without(grid: HexGrid, costs: bytes, start: int, avoid: frozenset[int]) -> bytes:
    """Return the costs with the steps from the start to some neighbours taken away."""
    changed = bytearray(costs)
    for at, there in enumerate(grid.around[start], 6 * start):
        if there in avoid:
            changed[at] = IMPASSABLE
    return bytes(changed)


def _costs_within(
    grid: HexGrid,
    costs: bytes,
    start: int,
    budget: int,
    stop: bytes | None,
    closed: bytes | None,
    avoid: frozenset[int],
) -> dict[int, int]:
    """Return by hex the cheapest cost within a small budget; no step costs 0.

    ``best`` holds for each hex the cost known so far, or one that no step improves on: 0 for the
    closed ones, ``budget + 1`` for all others not yet known.
    """
    if closed is None:
        best = [budget + 1] * grid.size
    else:
        best = list(closed.translate(bytes((budget + 1,)) + bytes(255)))
    best[start] = 0
    steps = steps_of(grid, costs)
    halt = bytes(grid.size) if stop is None else stop
    waiting: list[list[int]] = [[] for _ in range(budget + 1)]
    for step, beyond in grouped(costs, start, grid.around[start], avoid):
        if step <= budget:
            for there in beyond:
                if best[there] > step:
                    best[there] = step
                    waiting[step].append(there)
    for now in range(budget):
        for here in waiting[now]:
            if best[here] != now or halt[here]:
                continue
            for step, beyond in steps[here]:
                then = now + step
                if then > budget:
                    break
                for there in beyond:
                    if best[there] > then:
                        best[there] = then
                        waiting[then].append(there)
    cost: dict[int, int] = {}
    for now in range(budget, -1, -1):  # what was offered dearly first is put right by and by
        cost.update(dict.fromkeys(waiting[now], now))
    cost[start] = 0
    return cost


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
    cost, came = _search(grid, costs, start, budget, stop, closed, goal)
    if goal not in cost or budget < 0:
        return None
    return Reach(cost, start, came.__getitem__).path(goal)


def _search(
    grid: HexGrid,
    costs: Bytes,
    start: int,
    budget: int,
    stop: Bytes | None,
    closed: Bytes | None,
    goal: int = _NOWHERE,
) -> Ways:
    """Return what is reached within budget, or only up to the cost of ``goal`` once that is known.

    That is the cheapest costs by hex, and by hex the one before it.

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
    return cost, came
