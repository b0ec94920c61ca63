"""How far back an order can be taken: to the last thing that cannot be unlearnt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.engine.board import NOWHERE
from game.engine.events import DiceRolled, Event
from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.session.sight import newly_seen


@dataclass(frozen=True, slots=True)
class UndoEnd:
    """Why undo goes no further back. Front ends word `why`; `text` is English."""

    why: Literal["turn", "dice", "reveal"]
    """turn: the side's turn began there."""
    hex: int = NOWHERE
    text: str = "the turn began here"


def why_undo_ends(
    before: GameState, after: GameState, events: tuple[Event, ...], side: int
) -> UndoEnd | None:
    """Return why an order of a side cannot be taken back, None if it can."""
    if (before.turn, before.active) != (after.turn, after.active):
        return UndoEnd("turn")
    for event in events:
        if isinstance(event, DiceRolled):
            return _at("dice", "a die was rolled", after.scenario, place_of_roll(after, event))
    found = newly_seen(before, after, side)
    if found is not None:
        return _at("reveal", "something unknown was found", after.scenario, found)
    if before.dice != after.dice:  # cannot be, but an order with dice must never be taken back
        return UndoEnd("dice", text="a die was rolled")
    return None


def place_of_roll(state: GameState, roll: DiceRolled) -> int:
    """Return the hex a roll was about, or NOWHERE."""
    scenario = state.scenario
    unit = scenario.oob.unit_index.get(roll.subject)
    if unit is not None:
        return state.units[unit].at
    crossing = scenario.board.crossing_index.get(roll.subject)
    if crossing is not None:
        return scenario.board.crossings[crossing].a
    try:
        return scenario.board.grid.parse(roll.subject)
    except (ValueError, LookupError):
        return NOWHERE


def _at(why: Literal["dice", "reveal"], text: str, scenario: Scenario, h: int) -> UndoEnd:
    where = f" at hex {scenario.board.grid.label(h)}" if h != NOWHERE else ""
    return UndoEnd(why, h, text + where)
