"""What hangs together with what: floods, components and hop counts, blind to movement costs.

``allowed`` holds a byte to each hex, truthy where one may be. ``barred_edges`` holds six bytes to
each hex: the step from hex ``i`` in direction ``d`` is refused where ``barred_edges[6 * i + d]`` is
truthy. All raise ValueError when a source is off the map or an array has the wrong length.
"""

from collections.abc import Callable, Iterable

from game.hexes.arrays import Bytes, check_flags, check_hexes, check_steps
from game.hexes.directions import opposite
from game.hexes.hexgrid import OFF_MAP, HexGrid

OpenSteps = Callable[[int], tuple[int, ...]]


def flood(grid: HexGrid, sources: Iterable[int], allowed: Bytes) -> bytearray:
    """Return a byte to each hex: 1 where a source reaches it through allowed hexes, else 0.

    A source that is not allowed itself reaches nothing.
    """
    return _flooded(grid, sources, allowed, None)


def flood_edges(
    grid: HexGrid, sources: Iterable[int], allowed: Bytes, barred_edges: Bytes
) -> bytearray:
    """Return the same as `flood`, taking no barred step."""
    return _flooded(grid, sources, allowed, barred_edges)


def components(
    grid: HexGrid, allowed: Bytes, barred_edges: Bytes | None = None
) -> list[tuple[int, ...]]:
    """Return the connected sets of allowed hexes, each sorted, the list sorted by first hex.

    Two neighbours are connected unless the step between them is barred, either way.
    """
    check_flags(grid, allowed)
    check_steps(grid, barred_edges)
    steps = _open_steps(grid, barred_edges, both_ways=True)
    dry = bytearray(allowed)
    return [tuple(sorted(_wade(steps, [first], dry))) for first in range(grid.size) if dry[first]]


def hops(
    grid: HexGrid,
    sources: Iterable[int],
    limit: int,
    allowed: Bytes,
    barred_edges: Bytes | None = None,
) -> dict[int, int]:
    """Return, for each hex within ``limit`` steps of a source, the number of steps (0..limit).

    Steps lead through allowed hexes only, and a source that is not allowed counts for nothing. The
    hexes stand in rising order of steps.
    """
    check_flags(grid, allowed)
    check_steps(grid, barred_edges)
    open_steps = _open_steps(grid, barred_edges)
    level = _allowed_sources(grid, sources, allowed) if limit >= 0 else []
    count = dict.fromkeys(level, 0)
    for steps in range(1, limit + 1):
        beyond: list[int] = []
        for here in level:
            for there in open_steps(here):
                if there not in count and allowed[there]:
                    count[there] = steps
                    beyond.append(there)
        if not beyond:
            break
        level = beyond
    return count


def _flooded(
    grid: HexGrid, sources: Iterable[int], allowed: Bytes, barred_edges: Bytes | None
) -> bytearray:
    check_flags(grid, allowed)
    check_steps(grid, barred_edges)
    wet = bytearray(grid.size)
    first = _allowed_sources(grid, sources, allowed)
    for i in _wade(_open_steps(grid, barred_edges), first, bytearray(allowed)):
        wet[i] = 1
    return wet


def _wade(open_steps: OpenSteps, first: list[int], dry: bytearray) -> list[int]:
    """Return ``first`` and all that is reached from it over truthy ``dry``, clearing it there."""
    waiting = list(first)
    for i in waiting:
        dry[i] = 0
    for here in waiting:  # grows as it goes
        for there in open_steps(here):
            if dry[there]:
                dry[there] = 0
                waiting.append(there)
    return waiting


def _open_steps(grid: HexGrid, barred: Bytes | None, both_ways: bool = False) -> OpenSteps:
    """Return what gives the neighbours of a hex the step to which is not barred.

    With ``both_ways`` the step back must not be barred either.
    """
    if barred is None:
        return grid.neighbours.__getitem__
    around, neighbours, clear = grid.around, grid.neighbours, bytes(6)

    def open_steps(here: int) -> tuple[int, ...]:
        shut = barred[6 * here : 6 * here + 6]
        if shut == clear and not both_ways:
            return neighbours[here]
        return tuple(
            [
                there
                for direction, there in enumerate(around[here])
                if there != OFF_MAP
                and not shut[direction]
                and not (both_ways and barred[6 * there + opposite(direction)])
            ]
        )

    return open_steps


def _allowed_sources(grid: HexGrid, sources: Iterable[int], allowed: Bytes) -> list[int]:
    """Return the sources that are allowed, each once, sorted; ValueError if one is off the map."""
    found = sorted(set(sources))
    check_hexes(grid, found)
    return [i for i in found if allowed[i]]
