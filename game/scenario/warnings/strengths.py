"""Strengths in men that do not go with the steps of a unit, most of them a digit too many."""

from __future__ import annotations

from statistics import median
from typing import Final

from game.scenario.warnings.look import Look

_FACTOR: Final = 10
"""How many times as strong a step may be as the middle one of the scenario."""
_FEWEST: Final = 4
"""Units with a strength below which there is nothing to compare with."""


def odd_strengths(look: Look) -> None:
    """Warn of units whose steps are more than ten times as strong, or as weak, as usual here."""
    per_step = {
        number: (unit.strength[0] + unit.strength[1]) / 2 / (unit.start_steps or unit.steps)
        for number, unit in enumerate(look.forces.units)
        if unit.strength[1]
    }
    if len(per_step) < _FEWEST:
        return
    usual = median(per_step.values())
    for number, men in per_step.items():
        if not usual / _FACTOR <= men <= usual * _FACTOR:
            message = (
                f"about {men:.0f} men for each step, where the units of this scenario have "
                f"about {usual:.0f}"
            )
            path = ("forces", "units", number, "strength")
            look.warn("strength", path, message, inherited=False)
