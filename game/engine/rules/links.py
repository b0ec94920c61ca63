"""Which hexes hang together, over land or along roads, and floods along such links.

A table of links holds, for every hex, the neighbours one can step to. The main river parts them;
what crosses it is added by `with_crossings`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from game.engine.board import River
from game.engine.memo import once
from game.engine.scenario import Scenario

Links: TypeAlias = Sequence[tuple[int, ...]]


def land_links(scenario: Scenario) -> Links:
    """Neighbours that are not beyond the main river."""
    return once(scenario, "land links", lambda: _links(scenario, road=False))


def road_links(scenario: Scenario) -> Links:
    """Neighbours to which a road leads over no river at all."""
    return once(scenario, "road links", lambda: _links(scenario, road=True))


def with_crossings(links: Links, crossings: Iterable[tuple[int, int]]) -> Links:
    """The links, and those over some crossings (pairs of hexes)."""
    found = list(links)
    for a, b in crossings:
        found[a] = (*found[a], b)
        found[b] = (*found[b], a)
    return found


def flood(
    links: Links, starts: Iterable[int], allowed: bytes | bytearray, limit: int = -1
) -> list[int]:
    """Hexes reached from the starts through allowed ones, nearest first; at most `limit` steps."""
    dry = bytearray(allowed)
    level: list[int] = []
    for h in starts:
        if dry[h]:
            dry[h] = 0
            level.append(h)
    found = list(level)
    while level and limit:
        limit -= 1
        beyond: list[int] = []
        for here in level:
            for there in links[here]:
                if dry[there]:
                    dry[there] = 0
                    beyond.append(there)
        found += beyond
        level = beyond
    return found


def _links(scenario: Scenario, *, road: bool) -> Links:
    board = scenario.board
    return tuple(
        tuple(
            there
            for edge, there in enumerate(around, 6 * here)
            if there >= 0
            and board.rivers[edge] != River.MAIN
            and (not road or (board.roads[edge] and board.rivers[edge] == River.NONE))
        )
        for here, around in enumerate(board.grid.around)
    )
