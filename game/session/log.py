"""What was ordered in a game, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.ai.commander import Reason
from game.engine.events import Event
from game.engine.orders import Order
from game.engine.state import GameState

NOBODY: Final = -1
"""Side of the orders that nobody gives: the dawn."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One order that was carried out."""

    turn: int
    side: int
    text: str
    order: Order
    events: tuple[Event, ...] = ()
    """Empty for the days before a save was loaded, until `Session.recall`."""
    digest: str = ""
    """Of the state afterwards, when a side or a day has ended."""
    reason: Reason | None = None
    """Why a computer gave the order."""


@dataclass(frozen=True, slots=True)
class Morning:
    """The state on a morning, and how many lines of the script lead to it."""

    line: int
    state: GameState
