"""Objectives that were decided on a day."""

from __future__ import annotations

from game.engine.scenario import Objective
from game.engine.state import GameState
from game.text.names import Names


def decided(names: Names, before: GameState, after: GameState) -> list[str]:
    """Return a sentence for each objective met or lost since the evening before."""
    told = []
    rows = zip(names.scenario.objectives, before.objectives, after.objectives, strict=True)
    for number, (objective, old, now) in enumerate(rows):
        side, name = names.side(objective.side), names.objective(number)
        if now.lost_on and not old.lost_on:
            how = "Lost" if objective.hold or now.met_on else "Missed"
            told.append(f"{how} ({side}): {name}{_history(names, objective, after.turn)}.")
        elif now.met_on and not old.met_on:
            how = "Held" if objective.hold else "Reached"
            told.append(f"{how} ({side}): {name}{_history(names, objective, after.turn)}.")
    return told


def _history(names: Names, objective: Objective, turn: int) -> str:
    if not objective.historical:
        return ""
    if objective.historical == turn:
        return ", on its day in history"
    if objective.hold and objective.keep:
        return ", to the end"
    return f"; in history on {names.day(objective.historical)}"
