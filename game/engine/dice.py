"""Dice as a value: the same seed and the same number of draws always give the same face.

`Dice` is part of the game state. It holds the seed, how many dice have been drawn, and the
results that a historical order has fixed for itself (`fixed`), which are used before any draw.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

_MASK: Final = (1 << 64) - 1


class Purpose(StrEnum):
    """What a roll is for."""

    ATTACK = "attack"
    BOMBARD = "bombard"
    BELT = "belt"
    CAR_BOMB = "car_bomb"
    HARM = "harm"
    SURRENDER = "surrender"
    ATTRITION = "attrition"
    RALLY = "rally"
    STRIKE = "strike"
    DEMOLISH = "demolish"
    COLLAPSE = "collapse"
    WITHDRAW = "withdraw"
    EVENT = "event"


_DIE: Final = (1, 6)
_PAIR: Final = (2, 6)
THROWN: Final[Mapping[Purpose, tuple[int, int]]] = {
    Purpose.ATTACK: _PAIR,
    Purpose.BOMBARD: _PAIR,
    Purpose.BELT: _DIE,
    Purpose.CAR_BOMB: _DIE,
    Purpose.HARM: _PAIR,
    Purpose.SURRENDER: _PAIR,
    Purpose.ATTRITION: _DIE,
    Purpose.RALLY: _DIE,
    Purpose.STRIKE: _DIE,
    Purpose.DEMOLISH: _DIE,
    Purpose.COLLAPSE: _DIE,
    Purpose.WITHDRAW: _DIE,
    Purpose.EVENT: (1, 100),
}
"""How many dice are thrown for each purpose, and of how many sides."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A result fixed in advance: the next roll for this purpose and subject totals `total`."""

    purpose: Purpose
    subject: str
    """Unit, hex or event the roll is about; empty = any."""
    total: int


@dataclass(frozen=True, slots=True)
class Dice:
    """Seeded dice."""

    seed: int
    drawn: int = 0
    fixed: tuple[Fixed, ...] = ()

    def roll(self, purpose: Purpose, subject: str) -> tuple[Dice, tuple[int, ...]]:
        """Throw the dice of a purpose; returns the dice afterwards and the faces.

        Raises ValueError if a fixed total cannot be shown by these dice (see `can_show`).
        """
        count, sides = THROWN[purpose]
        for place, fixed in enumerate(self.fixed):
            if fixed.purpose is purpose and fixed.subject in ("", subject):
                rest = self.fixed[:place] + self.fixed[place + 1 :]
                return replace(self, fixed=rest), faces_of(fixed.total, count, sides)
        faces = tuple(_draw(self.seed, self.drawn + k, sides) for k in range(count))
        return replace(self, drawn=self.drawn + count), faces


def can_show(purpose: Purpose, total: int) -> bool:
    """Whether the dice of a purpose can come up with a total."""
    return total in ways(*THROWN[purpose])


def faces_of(total: int, count: int, sides: int) -> tuple[int, ...]:
    """Faces that add up to `total`, as even as they can be; ValueError if there are none."""
    if not count <= total <= count * sides:
        raise ValueError(f"{count}d{sides} cannot show {total}")
    low, more = divmod(total, count)
    return tuple(low + (k >= count - more) for k in range(count))


@lru_cache(maxsize=64)
def ways(count: int, sides: int) -> dict[int, int]:
    """In how many of the `sides ** count` equal cases each total comes up."""
    table = {0: 1}
    for _ in range(count):
        following: dict[int, int] = {}
        for total, number in table.items():
            for face in range(1, sides + 1):
                following[total + face] = following.get(total + face, 0) + number
        table = following
    return table


def chance_at_least(target: int, count: int, sides: int) -> tuple[int, int]:
    """Chance of a total of at least `target`, as (favourable, all) cases."""
    table = ways(count, sides)
    return sum(n for total, n in table.items() if total >= target), sides**count


def _draw(seed: int, number: int, sides: int) -> int:
    """Face of die `number`: splitmix64 of seed and number, so no state has to be carried."""
    x = (seed * 0x9E3779B97F4A7C15 + (number + 1) * 0xBF58476D1CE4E5B9) & _MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & _MASK
    x ^= x >> 31
    return x % sides + 1
