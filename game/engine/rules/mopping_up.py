"""Mopping up: abandoned ground that is cut off passes to its neighbours (rule 2.9).

At the end of each day, connected ground of a side in which it has no unit left and which no
supply of its own reaches loses, to the enemies it touches, a rim of `mop_depth` hexes.
"""

from __future__ import annotations

from game.engine.board import River
from game.engine.draft import Draft
from game.engine.rules.links import land_strides
from game.engine.rules.presence import held_by, hostile, side_of
from game.engine.rules.supply import linked_hexes, source_hexes
from game.engine.state import Status
from game.hexes import gathered, hexes_of, set_of


def mop_up(d: Draft) -> None:
    """Let the abandoned pockets of every side shrink by one rim."""
    for side in range(len(d.scenario.oob.sides)):
        for pocket in pockets(d, side):
            for _ in range(d.scenario.rules.ground.mop_depth):
                _shrink(d, side, pocket)


def pockets(d: Draft, side: int) -> list[tuple[int, ...]]:
    """Connected ground of a side without units and without supply."""
    size, land = d.scenario.board.grid.size, land_strides(d.scenario)
    kept = [
        u.at for n, u in enumerate(d.units) if u.status is Status.ON_MAP and side_of(d, n) == side
    ]
    own = set_of(held_by(d, side))
    left = own & ~land.flood(gathered([*kept, *source_hexes(d, side)]), own)
    if not left:
        return []
    linked = set_of(linked_hexes(d, side))
    found = []
    while left:
        pocket = land.flood(left & -left, left)
        left &= ~pocket
        if not pocket & linked:
            found.append(tuple(hexes_of(pocket, size)))
    return found


def _shrink(d: Draft, side: int, pocket: tuple[int, ...]) -> None:
    board = d.scenario.board
    passing: dict[int, list[int]] = {}
    for h in pocket:
        if d.control[h] != side:
            continue
        touching: dict[int, int] = {}
        for direction in range(6):
            edge = 6 * h + direction
            there = board.grid.adjacent[edge]
            if there < 0 or board.rivers[edge] == River.MAIN:
                continue
            other = d.control[there]
            if other < len(d.relations) and hostile(d, side, other):
                touching[other] = touching.get(other, 0) + 1
        if touching:
            most = max(touching.values())
            heir = min(other for other, count in touching.items() if count == most)
            passing.setdefault(heir, []).append(h)
    for heir in sorted(passing):
        d.take(passing[heir], heir, "mopping up")
