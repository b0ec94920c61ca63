"""What a computer commander is: it is shown a view, and gives orders with their reasons."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from game.engine.board import NOWHERE
from game.engine.orders import Order
from game.engine.state import GameState


class Why(StrEnum):
    """What an order is for. Front ends put it into words."""

    CHANCE = "chance"
    """No reason: drawn by lot among the legal orders."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an order is given: a value, worded by the front ends in one line."""

    why: Why
    place: str = ""
    """Place, box or crossing it is about, an id."""
    hex: int = NOWHERE
    """Hex it is about."""
    unit: str = ""
    """Another unit it is for, an id."""

    def written(self) -> str:
        """Return the reason as a save holds it."""
        return " ".join((self.why, self.place or "-", str(self.hex), self.unit or "-"))


def read_reason(text: str) -> Reason | None:
    """Return a reason from a save; None for one that this version does not know."""
    try:
        why, place, h, unit = text.split(" ")
        return Reason(Why(why), place.strip("-"), int(h), unit.strip("-"))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Intent:
    """An order and the reason for it."""

    order: Order
    reason: Reason


Turn: TypeAlias = Generator[Intent, GameState, None]
"""The orders of a turn, one by one. What is sent back after each is the view of then; if it is
the same object as before, the order was refused. When it returns, the turn is ended."""


class Commander(Protocol):
    """Plays a side. It keeps nothing between turns: the same view gives the same orders.

    The view is what `view_for` shows: no hidden enemies, no unfound mines, dice that are not those
    of the game. Whoever needs chance takes it from `view.dice`, so that games can be repeated.
    """

    def turn(self, view: GameState, side: int) -> Turn:
        """Give the orders of one turn of a side."""
        ...
