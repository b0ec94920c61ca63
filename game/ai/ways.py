"""How far it is, over land, crossings and what may yet be built or rowed over."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from game.engine.board import NO_SIDE, CrossingKind, CrossingState, River
from game.engine.forces import Relation
from game.engine.memo import once
from game.engine.rulebook import MoveClass
from game.engine.rules.ground import IMPASSABLE, move_costs
from game.engine.rules.presence import held_by
from game.engine.state import GameState
from game.hexes import HexGrid, field

BY_BOAT: Final = 24
"""What a day in boats is worth as a way, in half-points."""
TO_BUILD: Final = 48
"""What a crossing still to be built is worth as a way."""
FAR: Final = 10_000
"""Stands for ground that cannot be reached at all."""


def plan_costs(p: GameState, side: int, moves: MoveClass) -> bytes:
    """Cost of every step as `move_costs` has it, with the ways over the river still to be made."""
    return once(p, ("plan costs", side, moves), lambda: _plan_costs(p, side, moves))


def _plan_costs(p: GameState, side: int, moves: MoveClass) -> bytes:
    board = p.scenario.board
    costs = bytearray(move_costs(p, side, moves))
    afloat = moves in (MoveClass.LEG, MoveClass.MOTOR)
    if p.scenario.oob.sides[side].boats and afloat:
        for edge, river in enumerate(board.rivers):
            if river == River.MAIN and costs[edge] == IMPASSABLE and board.grid.adjacent[edge] >= 0:
                costs[edge] = BY_BOAT
    for number, site in enumerate(board.crossings):
        gone = p.crossings[number].state is CrossingState.DESTROYED
        if gone or site.owner not in (NO_SIDE, side) or moves is MoveClass.STATIC:
            continue
        if site.kind is not CrossingKind.PONTOON_SITE and moves is MoveClass.TRACKED:
            continue
        price = BY_BOAT if afloat else TO_BUILD
        for here, there in ((site.a, site.b), (site.b, site.a)):
            edge = 6 * here + board.grid.direction(here, there)
            costs[edge] = min(costs[edge], price)
    return bytes(costs)


def barred(p: GameState, side: int) -> bytes:
    """1 for every hex of a neutral side."""
    return once(p, ("barred", side), lambda: _barred(p, side))


def _barred(p: GameState, side: int) -> bytes:
    others = (
        other
        for other in range(len(p.scenario.oob.sides))
        if other != side and p.relations[side][other] is Relation.NEUTRAL
    )
    return bytes(held_by(p, *others))


def way_to(p: GameState, side: int, moves: MoveClass, hexes: tuple[int, ...]) -> list[int]:
    """By hex, the cost in half-points of the way from there to the nearest of some hexes.

    Neither enemies nor zones count. `FAR` where no way leads. Not to be changed.
    """
    if moves is MoveClass.STATIC:
        moves = MoveClass.LEG
    return _way_to(p.scenario.board.grid, plan_costs(p, side, moves), hexes, barred(p, side))


@lru_cache(maxsize=192)
def _way_to(grid: HexGrid, costs: bytes, hexes: tuple[int, ...], closed: bytes) -> list[int]:
    found = field(grid, costs, hexes, closed, reverse=True)
    return [FAR if cost < 0 else cost for cost in found]
