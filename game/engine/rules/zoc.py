"""Zones of control (rule 2.3).

A unit exerts a zone into the six hexes around it, but not over the main river, not between two
hexes of old quarters, and not while it is hidden, fully suppressed, or an isolated single step.
Entering an enemy zone ends a move; going from zone to zone takes the whole allowance.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.engine.draft import Position
from game.engine.memo import once
from game.engine.rules.ground import on_this_bank, terrain_at
from game.engine.rules.presence import enemies_of
from game.engine.state import Status, Supply

_ON_MAP: Final = Status.ON_MAP  # asked for every unit of many positions


def exerts(p: Position, unit: int) -> bool:
    """Whether a unit exerts a zone of control at all."""
    now = p.units[unit]
    return (
        now.status is _ON_MAP
        and not now.hidden
        and now.steps > now.suppressed
        and not (now.steps == 1 and now.supply is Supply.ISOLATED)
    )


def zone_of(p: Position, unit: int) -> Sequence[int]:
    """Hexes into which the unit exerts its zone (none if it exerts none)."""
    here = p.units[unit].at
    return _into(p, here, on_this_bank(p.scenario)[here]) if exerts(p, unit) else ()


def _into(p: Position, here: int, near: Sequence[int]) -> Sequence[int]:
    """Of the neighbours on its bank, those into which a unit in a hex exerts its zone."""
    if not terrain_at(p, here).dense:
        return near
    return [there for there in near if not terrain_at(p, there).dense]


def enemy_zone(p: Position, side: int) -> bytearray:
    """1 for every hex in the zone of an enemy of `side`."""
    return once(p, ("enemy zone", side), lambda: _enemy_zone(p, side))


def _enemy_zone(p: Position, side: int) -> bytearray:
    zone = bytearray(p.scenario.board.grid.size)
    foes, cards = enemies_of(p, side), p.scenario.oob.units
    stands = {
        unit.at
        for number, unit in enumerate(p.units)
        if unit.status is _ON_MAP and foes[cards[number].side] and exerts(p, number)
    }
    near = on_this_bank(p.scenario)
    for here in stands:
        for h in _into(p, here, near[here]):
            zone[h] = 1
    return zone


def enemy_hexes(p: Position, side: int, *, hidden: bool = False) -> bytearray:
    """1 for every hex in which an enemy of `side` stands; `hidden` counts unfound ones too."""
    found = bytearray(p.scenario.board.grid.size)
    foes, cards = enemies_of(p, side), p.scenario.oob.units
    for number, unit in enumerate(p.units):
        if unit.status is _ON_MAP and (hidden or not unit.hidden) and foes[cards[number].side]:
            found[unit.at] = 1
    return found
