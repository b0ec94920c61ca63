"""Which hexes and hexsides a brush touches: size, lines between two points, filling."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Final

from game.authoring.symmetry import Symmetry, partner
from game.hexes import OFF_MAP, HexGrid

SIZES: Final = (1, 2, 3)
Hexside = tuple[int, int]


def touched(grid: HexGrid, start: int, end: int, size: int) -> list[int]:
    """Return the hexes under a brush of a size that goes from a hex to another."""
    if end == OFF_MAP:
        return []
    found: dict[int, None] = {}
    for middle in grid.line(start, end) if start != OFF_MAP else (end,):
        found.update(dict.fromkeys(grid.disc(middle, size - 1)))
    return list(found)


def filled(grid: HexGrid, start: int, same: Callable[[int], object]) -> list[int]:
    """Return the hexes that hang together with a hex and are the same as it."""
    if start == OFF_MAP:
        return []
    wanted = same(start)
    found, todo = {start}, [start]
    for here in todo:
        for near in grid.neighbours[here]:
            if near not in found and same(near) == wanted:
                found.add(near)
                todo.append(near)
    return todo


def mirrored_sides(grid: HexGrid, sides: Iterable[Hexside], how: Symmetry) -> list[Hexside]:
    """Return hexsides together with their images in the map's mirror."""
    found = dict.fromkeys(sides)
    for a, b in list(found):
        one, other = partner(grid, a, how), partner(grid, b, how)
        if one is not None and other is not None and grid.direction(one, other) >= 0:
            found[grid.hexside(one, other)] = None
    return list(found)


def side_at(grid: HexGrid, x: float, y: float) -> Hexside | None:
    """Return the hexside nearest to a point in the measure of `HexGrid.centre`."""
    here = grid.at_point(x, y)
    if here == OFF_MAP:
        return None
    found: tuple[float, Hexside] | None = None
    x0, y0 = grid.centre(here)
    for near in grid.neighbours[here]:
        x1, y1 = grid.centre(near)
        away = math.dist((x, y), ((x0 + x1) / 2, (y0 + y1) / 2))
        if found is None or away < found[0]:
            found = (away, grid.hexside(here, near))
    return found[1] if found else None


def sides_between(grid: HexGrid, start: Hexside | None, end: Hexside | None) -> list[Hexside]:
    """Return the hexsides a pointer that jumped from one to another has gone along.

    They are a chain over the corners between the two, as short as it can be.
    """
    if end is None:
        return []
    if start is None or start == end:
        return [end]
    came: dict[Hexside, Hexside | None] = {start: None}
    todo = [start]
    for here in todo:
        if here == end:
            break
        if len(todo) > 4000:
            return [end]
        for near in _joined(grid, here):
            if near not in came:
                came[near] = here
                todo.append(near)
    chain: list[Hexside] = []
    at: Hexside | None = end
    while at is not None and at in came:
        chain.append(at)
        at = came[at]
    return chain[::-1] or [end]


def _joined(grid: HexGrid, side: Hexside) -> list[Hexside]:
    """The hexsides that meet a hexside in one of its corners."""
    a, b = side
    found = []
    for corner in set(grid.neighbours[a]) & set(grid.neighbours[b]):
        found += [grid.hexside(a, corner), grid.hexside(b, corner)]
    return found
