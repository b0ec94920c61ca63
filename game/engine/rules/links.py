"""Which hexes hang together, over land or along roads, and floods along roads.

The main river parts them, but for the crossings that are named (pairs of hexes).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from game.engine.board import River
from game.engine.memo import once
from game.engine.scenario import Scenario
from game.hexes import Strides, strides

Links: TypeAlias = Sequence[tuple[int, ...]]
"""By hex, the neighbours one can step to."""
Crossings: TypeAlias = tuple[tuple[int, int], ...]


def land_strides(scenario: Scenario, crossings: Crossings = ()) -> Strides:
    """Steps over land and some crossings, for whole sets of hexes."""
    return once(scenario, ("land strides", crossings), lambda: _strides(scenario, crossings))


def _strides(scenario: Scenario, crossings: Crossings) -> Strides:
    board = scenario.board
    barred = bytearray(river == River.MAIN for river in board.rivers)
    for a, b in crossings:
        barred[6 * a + board.grid.direction(a, b)] = 0
        barred[6 * b + board.grid.direction(b, a)] = 0
    return strides(board.grid, bytes(barred))


def road_links(scenario: Scenario, crossings: Crossings = ()) -> Links:
    """Neighbours to which a road leads over no river at all, or one of some crossings."""
    return once(scenario, ("road links", crossings), lambda: _links(scenario, crossings))


def _links(scenario: Scenario, crossings: Crossings) -> Links:
    if crossings:
        found = list(road_links(scenario))
        for a, b in crossings:
            found[a] = (*found[a], b)
            found[b] = (*found[b], a)
        return found
    board = scenario.board
    return tuple(
        tuple(
            there
            for edge, there in enumerate(around, 6 * here)
            if there >= 0 and board.roads[edge] and board.rivers[edge] == River.NONE
        )
        for here, around in enumerate(board.grid.around)
    )


def flood(links: Links, starts: Iterable[int], allowed: bytes | bytearray) -> list[int]:
    """Hexes reached from the starts through allowed ones, nearest first."""
    dry = bytearray(allowed)
    found: list[int] = []
    for h in starts:
        if dry[h]:
            dry[h] = 0
            found.append(h)
    for here in found:  # grows as it goes
        for there in links[here]:
            if dry[there]:
                dry[there] = 0
                found.append(there)
    return found
