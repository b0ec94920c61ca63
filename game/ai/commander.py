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
    """What an order is for. Front ends put it into words.

    In brackets: which fields of the reason are filled; a field not named is empty.
    """

    CHANCE = "chance"
    """No reason: drawn by lot among the legal orders."""
    RECORD = "record"
    """As it was ordered in history, or what comes nearest to it (hex)."""
    TAKE = "take"
    """Take an objective, or come nearer to it (place, hex)."""
    OPEN_WAY = "open_way"
    """Beat an enemy who bars the way to an objective (place, hex)."""
    CLOSE_RING = "close_ring"
    """Take what is missing of a ring (place, hex)."""
    REDUCE = "reduce"
    """Reduce a pocket that is cut off (place, hex)."""
    FIX = "fix"
    """Keep a pocket shut in (place, hex)."""
    SOFTEN = "soften"
    """Fire that prepares an attack or keeps an enemy down (place, hex)."""
    RACE = "race"
    """Take ground that nobody defends before others do (place, hex)."""
    RELIEVE = "relieve"
    """Open the way to a unit that is cut off (unit, hex)."""
    GUARD = "guard"
    """Hold ground that is worth something and that the enemy can reach (place, hex)."""
    GUARD_CROSSING = "guard_crossing"
    """Hold the end of a crossing (place: crossing)."""
    BRIDGE = "bridge"
    """Engineers build, mend or widen a crossing, or go there (place: crossing)."""
    CROSS = "cross"
    """Go over the river, or to the bank where it will be crossed (place: crossing, or hex)."""
    DENY_CROSSING = "deny_crossing"
    """Put a crossing of the enemy out of use (place: crossing)."""
    WITHDRAW = "withdraw"
    """Leave before being cut off (hex left)."""
    STAND = "stand"
    """Hold to the last: set or lift the posture of standing fast (place, hex)."""
    DIG = "dig"
    """Prepare the position (place, hex)."""
    REST = "rest"
    """Rest, rally or take replacements."""
    RESERVE = "reserve"
    """Wait behind the front as a reserve, or go there (hex)."""
    SPARE = "spare"
    """Let civilians out of a hex before it is fought over (place, hex)."""
    RELIEF = "relief"
    """Send relief to people who can be reached (place)."""
    TERMS = "terms"
    """Offer a way out to people who are cut off (place, hex)."""
    LEAD = "lead"
    """A leader joins the unit that needs him (unit)."""
    CLEAR = "clear"
    """Clear mines or a tunnel (hex)."""
    BOX = "box"
    """Go to, fight for or hold an area off the map (place: box)."""
    ENTER = "enter"
    """Come onto the map (place, hex)."""
    AGREED = "agreed"
    """Carry out an agreement (place)."""
    GIVE_UP = "give_up"
    """Lay down arms where nothing is left to hold out for (hex)."""


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
