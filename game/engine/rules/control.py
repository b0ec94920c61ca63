"""Control of ground (rule 2.5).

A unit takes the hexes it passes and stands in, and beside each of them the neighbouring hexes,
not over a river hexside, in which no enemy stands and no enemy zone reaches.
"""

from __future__ import annotations

from game.engine.board import NO_SIDE, River
from game.engine.draft import Draft
from game.engine.rules.presence import hostile, side_of
from game.engine.rules.zoc import enemy_hexes, enemy_zone


def sweep(d: Draft, unit: int, path: tuple[int, ...], how: str = "move") -> None:
    """Take the ground along the path a unit has just gone (start included)."""
    side = side_of(d, unit)
    zone = enemy_zone(d, side)
    held = enemy_hexes(d, side, hidden=True)
    board = d.scenario.board
    taken: list[int] = []
    seen: set[int] = set()
    for h in path:
        if h not in seen and _open_to(d, h, side) and not held[h]:
            seen.add(h)
            taken.append(h)
        for direction in range(6):
            edge = 6 * h + direction
            there = board.grid.adjacent[edge]
            if (
                there >= 0
                and there not in seen
                and board.rivers[edge] == River.NONE
                and not zone[there]
                and not held[there]
                and _open_to(d, there, side)
            ):
                seen.add(there)
                taken.append(there)
    d.take(taken, side, how)


def _open_to(d: Draft, h: int, side: int) -> bool:
    """Whether the hex can pass to the side: an enemy's or nobody's, not a neutral's."""
    owner = d.control[h]
    return owner == NO_SIDE or hostile(d, side, owner)
