"""Attacks over the main river: who is carried by a crossing, who takes a boat (rules 3.1, 2.8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.engine.board import River
from game.engine.draft import Draft, Position
from game.engine.memo import once
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.boats import boats_at, fits_into_boats
from game.engine.rules.crossings import carrier, count_use, is_counted
from game.engine.rules.ground import river_between
from game.engine.rules.presence import name_of, side_of, type_of

BOAT: Final = -1
NO_WAY: Final = -2


def ways_over(p: Position, attackers: Sequence[int], target: int) -> dict[int, int]:
    """By attacker beyond the main river: the number of its crossing, BOAT or NO_WAY.

    Crossings carry as many as they can, those who fit into no boat first; boats take the rest.
    """
    key = ("ways over", target, tuple(attackers))
    return once(p, key, lambda: _ways_over(p, attackers, target))


def _ways_over(p: Position, attackers: Sequence[int], target: int) -> dict[int, int]:
    direction = p.scenario.board.grid.direction
    beyond = [
        unit
        for unit in attackers
        if direction(p.units[unit].at, target) >= 0
        and river_between(p, p.units[unit].at, target) is River.MAIN
    ]
    found: dict[int, int] = {}
    taken: dict[int, int] = {}
    for unit in sorted(beyond, key=lambda u: fits_into_boats(p, u)):
        here, side, moves = p.units[unit].at, side_of(p, unit), type_of(p, unit).moves
        number = carrier(p, side, moves, here, target, taken)
        if number is not None:
            found[unit] = number
            taken[number] = taken.get(number, 0) + is_counted(p, number, moves)
        else:
            boat = fits_into_boats(p, unit) and boats_at(p, side, here, target)
            found[unit] = BOAT if boat else NO_WAY
    return found


def why_not_over_water(p: Position, attackers: Sequence[int], target: int) -> Illegal | None:
    """Why not all of them can attack over the main river now, None if they can."""
    ways = ways_over(p, attackers, target)
    stuck = [unit for unit in attackers if ways.get(unit) == NO_WAY]
    if stuck:
        return Illegal(Refusal.NO_WAY, f"{name_of(p, stuck[0])} has no way over the river there.")
    boats = sum(way == BOAT for way in ways.values())
    left = p.scenario.rules.ground.boat_capacity - p.boats_used
    if boats > left:
        return Illegal(Refusal.NO_MEANS, f"Boats for {boats} units are needed; {left} are left.")
    return None


def set_over(d: Draft, ways: dict[int, int]) -> None:
    """Count the boats and the traffic of an attack; whoever advances afterwards is over already."""
    for unit, way in ways.items():
        if way == BOAT:
            d.boats_used += 1
        else:
            count_use(d, way, type_of(d, unit).moves)
