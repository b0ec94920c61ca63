"""Who plays a side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from game.engine.orders import Order
from game.engine.state import GameState

SeatKind: TypeAlias = Literal["human", "computer", "none"]

Commander: TypeAlias = Callable[[GameState, int], Iterable[Order]]
"""Gives orders for a side, from what that side can see.

It is asked again after its orders were carried out, with the view of then, until it has none that
is legal, or ends the turn itself. It may thus give one order at a time, or all at once.
"""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who plays a side; `none`, and a computer without commander, only end its turn."""

    kind: SeatKind = "human"
    level: str = "normal"
    commander: Commander | None = field(default=None, compare=False, repr=False)

    def written(self) -> dict[str, str]:
        """Return the seat as a save holds it; who commands is found again by its level."""
        return {"kind": self.kind, "level": self.level}
