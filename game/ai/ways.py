"""How far it is to what a commander wants, over land and over what may be built or rowed.

The distances are those of the untouched map, so that they are worked out once for a game, and for
all games of a batch. What stands in the way is a matter of tactics.
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from typing import Final, TypeAlias

from game.engine.board import NO_SIDE, CrossingState, River
from game.engine.memo import once
from game.engine.rulebook import MoveClass
from game.engine.rules.ground import ground_costs, may_use
from game.engine.state import GameState
from game.hexes import HexGrid, field, hops

OVER: Final = 18
"""What a way over the main river costs in half-points, wherever there may be one."""
FAR: Final = 60_000
"""Stands for ground that cannot be reached at all."""
_AROUND: Final = 6
"""Hexes around what is wanted within which the way is found by counting hexes."""
_PART: Final = 5
"""Hexes along a side of the parts into which ground without a name is divided."""
_STEP: Final = 4
"""Half-points that such a hex counts."""

Way: TypeAlias = "array[int]"
"""Cost in half-points by hex."""


class Course:
    """The way to what is wanted: by hex, its cost in half-points, `FAR` if there is none."""

    __slots__ = ("_far", "_near")

    def __init__(self, near: dict[int, int], far: Way) -> None:
        """Count by hexes near the goal, further off by the way to the area it lies in."""
        self._near = near
        self._far = far

    def __getitem__(self, h: int) -> int:
        near = self._near.get(h)
        if near is not None:
            return near
        far = self._far[h]
        return far + _AROUND * _STEP if far < FAR else FAR


def way_to(p: GameState, side: int, moves: MoveClass, hexes: tuple[int, ...]) -> Way:
    """By hex, the cost of the way from there to the nearest of some hexes; `FAR` if there is none.

    Neither enemies nor zones count. Not to be changed.
    """
    return way_over(p.scenario.board.grid, plan_costs(p, side, moves), hexes)


def plan_costs(p: GameState, side: int, moves: MoveClass) -> bytes:
    """Costs of steps by which ways are planned: those of the ground, and of what can be crossed."""
    if moves is MoveClass.STATIC:
        moves = MoveClass.LEG
    tanks = moves is MoveClass.TRACKED
    over = tuple(
        number
        for number, site in enumerate(p.scenario.board.crossings)
        if site.owner in (NO_SIDE, side)
        and p.crossings[number].state is not CrossingState.DESTROYED
        and (may_use(p, number, side, moves) if tanks else True)
    )
    rows = not tanks and p.scenario.oob.sides[side].boats
    return _costs(p, moves, over, rows)


def _costs(p: GameState, moves: MoveClass, over: tuple[int, ...], rows: bool) -> bytes:
    def make() -> bytes:
        board = p.scenario.board
        costs = bytearray(ground_costs(p.scenario, moves))
        if rows:
            for edge, river in enumerate(board.rivers):
                if river == River.MAIN and board.grid.adjacent[edge] >= 0:
                    costs[edge] = OVER
        for number in over:
            site = board.crossings[number]
            for here, there in ((site.a, site.b), (site.b, site.a)):
                edge = 6 * here + board.grid.direction(here, there)
                costs[edge] = min(costs[edge], OVER)
        return bytes(costs)

    return once(p.scenario, ("plan costs", moves, over, rows), make)


@lru_cache(maxsize=1024)
def way_over(grid: HexGrid, costs: bytes, hexes: tuple[int, ...]) -> Way:
    """The same, over ground with such costs."""
    return field(grid, costs, hexes, limit=FAR - 1, reverse=True, unreached=FAR)


def nearby(p: GameState, hexes: tuple[int, ...]) -> dict[int, int]:
    """Hexes around some hexes on the same bank, with their distance counted like a way."""
    board = p.scenario.board
    main = once(
        p.scenario, "main river", lambda: bytes(river == River.MAIN for river in board.rivers)
    )
    return _nearby(board.grid, main, hexes)


@lru_cache(maxsize=2048)
def _nearby(grid: HexGrid, main: bytes, hexes: tuple[int, ...]) -> dict[int, int]:
    found = hops(grid, hexes, _AROUND, b"\x01" * grid.size, main)
    return {h: _STEP * count for h, count in found.items()}


@lru_cache(maxsize=8192)
def around(grid: HexGrid, h: int, radius: int) -> tuple[int, ...]:
    """The hexes within some distance of a hex, itself included."""
    return tuple(grid.disc(h, radius))


@lru_cache(maxsize=8192)
def ashore(grid: HexGrid, land: bytes, h: int, radius: int) -> tuple[int, ...]:
    """The same, without those beyond the main river."""
    return tuple(there for there in around(grid, h, radius) if land[there] == land[h])


def area_of(p: GameState, h: int, place: str) -> tuple[int, ...]:
    """Hexes for which ways to a hex are counted from afar: its place, or the middle of its part.

    Few areas make few ways to work out.
    """
    board = p.scenario.board
    if place:
        return board.place(place).hexes
    col, row = board.grid.col_row(h)
    middle = board.grid.index(
        min(board.grid.width - 1, col // _PART * _PART + _PART // 2),
        min(board.grid.height - 1, row // _PART * _PART + _PART // 2),
    )
    return (middle,) if board.landmass[middle] == board.landmass[h] else (h,)
