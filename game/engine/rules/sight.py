"""Who is found by moving, and by standing in the open (rule 2.6).

Running into a hidden unit is in `unseen`; here is what the eye finds after a unit has gone its way.
"""

from __future__ import annotations

from game.engine.draft import Draft
from game.engine.rules.ground import terrain_at
from game.engine.rules.presence import hostile, reveal, side_of
from game.engine.rules.zoc import enemy_hexes
from game.engine.state import Status


def came_by(d: Draft, unit: int, path: tuple[int, ...]) -> None:
    """A unit has gone along a path (its first hex is where it was before).

    If it was hidden, it is found by enemies beside the hexes it came to.
    """
    if d.units[unit].hidden:
        held = enemy_hexes(d, side_of(d, unit), hidden=True)
        neighbours = d.scenario.board.grid.neighbours
        if any(held[near] for h in path[1:] for near in neighbours[h]):
            reveal(d, unit)
    look_around(d)


def look_around(d: Draft) -> None:
    """Hidden units on ground that does not conceal are found by enemies near enough."""
    distance, near = d.scenario.board.grid.distance, d.scenario.rules.hidden.open_sight
    for number in _hidden(d):
        here, side = d.units[number].at, side_of(d, number)
        if not terrain_at(d, here).conceals and any(
            unit.status is Status.ON_MAP
            and hostile(d, side, side_of(d, n))
            and distance(unit.at, here) <= near
            for n, unit in enumerate(d.units)
        ):
            reveal(d, number)


def _hidden(d: Draft) -> list[int]:
    return [n for n, u in enumerate(d.units) if u.hidden and u.status is Status.ON_MAP]
