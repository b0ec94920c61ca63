"""Why an order is refused: a code for tests and front ends, a sentence for people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Refusal(StrEnum):
    """Every kind of refusal."""

    GAME_OVER = "game_over"
    UNKNOWN = "unknown"
    """No such unit, place, crossing ..."""
    NOT_YOURS = "not_yours"
    NOT_HERE = "not_here"
    """The unit is not where the order needs it."""
    SPENT = "spent"
    """No movement left, or already fought, dug or worked this turn."""
    SUPPRESSED = "suppressed"
    NO_WAY = "no_way"
    """No path, or too far."""
    STACKING = "stacking"
    ENEMY_THERE = "enemy_there"
    NO_ENEMY = "no_enemy"
    NEUTRAL = "neutral"
    NOT_ADJACENT = "not_adjacent"
    STRUCK = "struck"
    """The hex was attacked already this turn."""
    NO_MEANS = "no_means"
    """Not enough air or artillery points, boats, car bombs, replacements."""
    NO_ATTACK_SUPPLY = "no_attack_supply"
    WRONG_KIND = "wrong_kind"
    """The unit or the site is not of the kind the order needs."""
    NOT_SUPPLIED = "not_supplied"
    NO_AGREEMENT = "no_agreement"
    NOT_ISOLATED = "not_isolated"
    NOT_RECORDED = "not_recorded"
    """Fixed dice and decrees belong to the replay of the record."""
    BAD_DICE = "bad_dice"
    NOTHING_TO_DO = "nothing_to_do"


@dataclass(frozen=True, slots=True)
class Illegal:
    """A refusal."""

    code: Refusal
    text: str


class IllegalOrder(ValueError):  # noqa: N818 - it reads as what it is
    """Raised by `apply` for an order that `why_illegal` refuses."""

    def __init__(self, illegal: Illegal) -> None:
        super().__init__(illegal.text)
        self.illegal = illegal
