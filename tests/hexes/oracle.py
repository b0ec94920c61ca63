"""Slow textbook answers (cube coordinates, Dijkstra by heap) that the hexes are checked against."""

import heapq
from collections.abc import Callable, Iterable, Mapping

Cube = tuple[int, int, int]
Hexside = tuple[int, int]

CUBE_STEPS: tuple[Cube, ...] = (
    (1, 0, -1),
    (1, -1, 0),
    (0, -1, 1),
    (-1, 0, 1),
    (-1, 1, 0),
    (0, 1, -1),
)


def cube(width: int, i: int) -> Cube:
    row, col = divmod(i, width)
    q = col - (row - row % 2) // 2
    return q, row, -q - row


def index(width: int, height: int, at: Cube) -> int:
    q, row, _ = at
    col = q + (row - row % 2) // 2
    return row * width + col if 0 <= col < width and 0 <= row < height else -1


def neighbour(width: int, height: int, i: int, direction: int) -> int:
    here, step = cube(width, i), CUBE_STEPS[direction]
    return index(width, height, (here[0] + step[0], here[1] + step[1], here[2] + step[2]))


def distance(width: int, a: int, b: int) -> int:
    pairs = zip(cube(width, a), cube(width, b), strict=True)
    return sum(abs(one - other) for one, other in pairs) // 2


def edges(width: int, height: int) -> Iterable[tuple[int, int, int]]:
    """Yield (hex, direction, neighbour) for every step on the map."""
    for i in range(width * height):
        for direction in range(6):
            there = neighbour(width, height, i, direction)
            if there >= 0:
                yield i, direction, there


def dijkstra(
    steps: Mapping[int, Mapping[int, int]],
    sources: Iterable[int],
    may_leave: Callable[[int], bool],
    may_enter: Callable[[int], bool],
) -> dict[int, int]:
    """Return the cheapest cost of each hex; ``steps`` gives the cost by hex and neighbour."""
    sources = set(sources)
    known: dict[int, int] = {}
    heap = [(0, i) for i in sources]
    while heap:
        cost, here = heapq.heappop(heap)
        if here in known:
            continue
        known[here] = cost
        if here not in sources and not may_leave(here):
            continue
        for there, step in steps[here].items():
            if may_enter(there):
                heapq.heappush(heap, (cost + step, there))
    return known
