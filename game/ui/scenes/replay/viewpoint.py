"""Whose eyes the replay is seen through: everybody's, or one side's."""

from __future__ import annotations

from game.engine.state import GameState, Status
from game.engine.view import view_for

EVERYBODY = -1
"""The viewpoint from which nothing is hidden."""


def seen(state: GameState, viewer: int) -> GameState:
    """Return the state as it is known from a viewpoint."""
    return state if viewer == EVERYBODY else view_for(state, viewer)


def units_seen(state: GameState) -> set[int]:
    """Return the units on the map or in a box, of a state as it is known."""
    shown = (Status.ON_MAP, Status.IN_BOX)
    return {number for number, unit in enumerate(state.units) if unit.status in shown}
