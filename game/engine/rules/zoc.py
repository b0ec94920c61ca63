"""Zones of control (rule 2.3).

A unit exerts a zone into the six hexes around it, but not over the main river, not between two
hexes of old quarters, and not while it is hidden, fully suppressed, or an isolated single step.
Entering an enemy zone ends a move; going from zone to zone takes the whole allowance.
"""

from __future__ import annotations

from game.engine.board import River
from game.engine.draft import Position
from game.engine.memo import once
from game.engine.rules.ground import terrain_at
from game.engine.rules.presence import hostile, side_of
from game.engine.state import Status, Supply


def exerts(p: Position, unit: int) -> bool:
    """Whether a unit exerts a zone of control at all."""
    now = p.units[unit]
    return (
        now.status is Status.ON_MAP
        and not now.hidden
        and now.active > 0
        and not (now.supply is Supply.ISOLATED and now.steps == 1)
    )


def zone_of(p: Position, unit: int) -> list[int]:
    """Hexes into which the unit exerts its zone (none if it exerts none)."""
    if not exerts(p, unit):
        return []
    board = p.scenario.board
    here = p.units[unit].at
    dense_here = terrain_at(p, here).dense
    zone = []
    for direction in range(6):
        edge = 6 * here + direction
        there = board.grid.adjacent[edge]
        if there < 0 or board.rivers[edge] == River.MAIN:
            continue
        if dense_here and terrain_at(p, there).dense:
            continue
        zone.append(there)
    return zone


def enemy_zone(p: Position, side: int) -> bytearray:
    """1 for every hex in the zone of an enemy of `side`."""
    return once(p, ("enemy zone", side), lambda: _enemy_zone(p, side))


def _enemy_zone(p: Position, side: int) -> bytearray:
    zone = bytearray(p.scenario.board.grid.size)
    for number, unit in enumerate(p.units):
        if unit.status is Status.ON_MAP and hostile(p, side, side_of(p, number)):
            for h in zone_of(p, number):
                zone[h] = 1
    return zone


def enemy_hexes(p: Position, side: int, *, hidden: bool = False) -> bytearray:
    """1 for every hex in which an enemy of `side` stands; `hidden` counts unfound ones too."""
    found = bytearray(p.scenario.board.grid.size)
    for number, unit in enumerate(p.units):
        if (
            unit.status is Status.ON_MAP
            and (hidden or not unit.hidden)
            and hostile(p, side, side_of(p, number))
        ):
            found[unit.at] = 1
    return found
