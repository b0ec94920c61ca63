"""What makes commanders different: numbers, not branches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Character:
    """How a commander weighs things. Worth is counted in steps of a regular unit."""

    caution: float = 1.0
    """What an own step lost costs, beside an enemy's step."""
    least_gain: float = 0.15
    """Expected gain from which an attack is made."""
    attackers: int = 6
    """Units that are brought together for one attack, at most."""
    breadth: int = 3
    """Choices of lead unit that are tried for an attack."""
    reply: float = 0.6
    """How much the enemy's answer is thought of: 0 not at all, 1 fully."""
    noise: float = 0.0
    """Error in judging an attack or a hex: standard deviation, in steps."""
    harm: float = 3.0
    """What an expected case of harm to civilians costs; it never gains anything."""
    harm_a_month: float = 3.0
    """Expected cases in 30 days up to which fire on people is thought of at all."""
    ground: float = 1.0
    """Zest for taking ground: factor on the worth of what is not yet held."""
    keep: float = 1.0
    """Care for what is held: factor on the worth of own ground, and on the need of guards."""
    patience: int = 8
    """Days before the window of an objective opens from which defended ground of it is attacked."""
    foresight: float = 1.0
    """How far ahead being cut off is feared: 0 only when it has happened."""
    horizon: int = 0
    """Days before the end of the game from which own steps are spared less and less."""
    rings: int = 8
    """Positions that are looked at for closing rings and keeping them closed, about."""


_STEADY: Final = Character()
_BOLD: Final = replace(
    _STEADY, caution=0.7, least_gain=0.0, reply=0.3, ground=1.4, keep=0.7, patience=30
)
_HARD: Final = replace(
    _STEADY, attackers=9, breadth=8, rings=20, caution=0.7, least_gain=0.0, reply=0.4, ground=1.1,
    keep=0.75, horizon=8,
)  # fmt: skip
_EASY: Final = Character(
    caution=1.1, attackers=2, breadth=1, reply=0.0, noise=2.5, foresight=0.0, keep=0.35,
    ground=0.55, rings=0,
)  # fmt: skip

CHARACTERS: Final[Mapping[str, Character]] = MappingProxyType(
    {"easy": _EASY, "normal": _STEADY, "hard": _HARD, "steady": _STEADY, "bold": _BOLD}
)
"""The numbers of each commander, by name."""
