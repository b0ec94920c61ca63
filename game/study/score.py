"""One number for how a side fared, to compare commanders with each other (docs/ai.md).

It is no part of the game: players are shown the dials of rule 8.2, which are never added up.
"""

from __future__ import annotations

from typing import Final

from game.engine.rules.objectives import status
from game.engine.state import GameState

DATES: Final = 0.1
"""What all days gained or lost against the windows can add up to, in parts of the weight."""
STEPS: Final = 0.001
"""What all own steps are worth, in parts of the weight: it parts games that are alike else."""


def score(end: GameState, side: int) -> float:
    """Return how a side fared, from 0 to 1.1: objectives first, then dates, then steps.

    The part of the weight of its objectives that it has met; a holder's objective that fell after
    its earliest day counts half. To this comes up to 0.1 for dates (how early in its window each
    was met, or how far through it each was held) and up to 0.001 for steps not lost.
    """
    weight = met = dates = 0.0
    for number, objective in enumerate(end.scenario.objectives):
        if objective.side != side:
            continue
        now = end.objectives[number]
        weight += objective.weight
        if status(end, number) == "met":
            met += objective.weight
        elif objective.hold and now.lost_on > objective.earliest:
            met += objective.weight / 2
        last = min(objective.latest, end.scenario.turns)
        if objective.hold:
            dates += objective.weight * _part((now.lost_on or last) - 1, last)
        elif now.met_on:
            dates += objective.weight * _part(last - now.met_on, last)
    steps = sum(card.start_steps for card in end.scenario.oob.units if card.side == side)
    lost = end.losses[side].fallen + end.losses[side].surrendered
    kept = 1 - lost / steps if steps else 0.0
    won = (met + DATES * dates) / weight if weight else 0.0
    return won + STEPS * kept


def _part(days: int, of: int) -> float:
    return max(0.0, min(1.0, days / of)) if of else 0.0
