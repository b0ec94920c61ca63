"""What has to be drawn anew when a scenario takes the place of another version of itself."""

from __future__ import annotations

from typing import Final

import numpy as np

from game.engine.board import Board
from game.engine.scenario import Scenario
from game.ui.map.geometry import Floats

_BLEED: Final = 2
"""Hexes round a changed one that may look otherwise: curves are smoothed over their neighbours."""


def same_print(old: Scenario, new: Scenario) -> bool:
    """True if both maps are printed on the same grid with the same inks and kinds of ground."""
    a, b = old.board.grid, new.board.grid
    return (
        (a.width, a.height) == (b.width, b.height)
        and [side.colour for side in old.oob.sides] == [side.colour for side in new.oob.sides]
        and old.rules.terrains == new.rules.terrains
    )


def changed_spots(old: Scenario, new: Scenario) -> Floats | None:
    """Return points of the sheet near which it looks otherwise; None if it is the same sheet.

    Names have no point: they lie on the sheet and are set anew as a whole.
    """
    before, after = old.board, new.board
    hexes = _ground(before, after) | _lines(before, after) | _sites(before, after)
    if not hexes and _names(old) == _names(new):
        return None
    grid = after.grid
    wide = set(hexes)
    for _ in range(_BLEED):
        wide |= {near for i in wide for near in grid.neighbours[i]}
    return np.array([grid.centre(i) for i in wide], float).reshape(-1, 2)


def _ground(before: Board, after: Board) -> set[int]:
    """Hexes of other terrain, of another side at the start, or on other rivers."""
    found: set[int] = set()
    for a, b, per in (
        (before.terrain, after.terrain, 1),
        (before.start_control, after.start_control, 1),
        (before.rivers, after.rivers, 6),
    ):
        differ = np.frombuffer(a, np.uint8) != np.frombuffer(b, np.uint8)
        found.update((np.nonzero(differ)[0] // per).tolist())
    return found


def _lines(before: Board, after: Board) -> set[int]:
    changed = set(before.road_chains) ^ set(after.road_chains)
    return {i for _, _, hexes in changed for i in hexes}


def _sites(before: Board, after: Board) -> set[int]:
    crossings = set(before.crossings) ^ set(after.crossings)
    places = {(p.kind, p.hexes) for p in before.places} ^ {(p.kind, p.hexes) for p in after.places}
    found = {i for crossing in crossings for i in (crossing.a, crossing.b)}
    return found | {i for _, hexes in places for i in hexes}


def _names(scenario: Scenario) -> tuple[object, ...]:
    sides = tuple((side.name, side.name_ar) for side in scenario.oob.sides)
    return scenario.board.places, scenario.board.waters, scenario.board.road_chains, sides
