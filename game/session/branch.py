"""Leaving history: the morning of a day as the record has it, as the start of a game."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.engine.apply import apply
from game.engine.dice import Dice
from game.engine.events import Event
from game.engine.new_game import new_game
from game.engine.orders import NextDay, Recorded
from game.engine.scenario import Scenario
from game.engine.state import GameState

if TYPE_CHECKING:
    from game.scenario.record import Record

Progress = Callable[[int, int], None]
"""Told how many of how many days are done."""


@dataclass(frozen=True, slots=True)
class Branching:
    """Where a game left history."""

    turn: int
    side: str
    """Side taken over."""


def morning_of(
    scenario: Scenario,
    record: Record,
    turn: int,
    seed: int,
    *,
    evening: GameState | None = None,
    progress: Progress | None = None,
) -> tuple[GameState, tuple[Event, ...]]:
    """Return the state on the morning of a day of the record, and what that dawn brought.

    `evening` is the state of the evening before, if a chronicle has just shown it; without it the
    record is carried out up to then.
    """
    from game.history.settling import quiet_dice

    if not 1 <= turn <= scenario.turns:
        raise ValueError(f"{scenario.id} has no turn {turn}")
    if turn == 1:
        state, opening = new_game(scenario, seed, recorded=True)
    else:
        if evening is None:
            evening = _evening(scenario, record, turn - 1, progress)
        if evening.turn != turn - 1:
            raise ValueError(f"the evening before turn {turn} is not that of turn {evening.turn}")
        state, opening = apply(evening, Recorded(NextDay(), quiet_dice()))
    # Not an order: this is the first state of another game, as `new_game` makes one. The dice are
    # its own, and nothing is fixed or decreed in it any more.
    return replace(state, recorded=False, dice=Dice(seed)), opening


def _evening(scenario: Scenario, record: Record, turn: int, progress: Progress | None) -> GameState:
    from game.history.chronicle import Chronicle

    for day in Chronicle(scenario, record).days():
        if progress:
            progress(day.turn, turn)
        if day.turn == turn:
            return day.state
    raise ValueError(f"the record ends before turn {turn}")
