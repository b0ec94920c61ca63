"""Who plays a side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from game.ai.commander import Commander
from game.ai.levels import NAMES
from game.ai.levels import commander as commander_named

SeatKind: TypeAlias = Literal["human", "computer", "none"]


@dataclass(frozen=True, slots=True)
class Seat:
    """Who plays a side; `none`, and a computer of an unknown level, only end its turn."""

    kind: SeatKind = "human"
    level: str = "normal"
    own: Commander | None = field(default=None, compare=False, repr=False)
    """A commander other than that of the level; a save does not hold it."""

    @property
    def commander(self) -> Commander | None:
        """Who gives the orders of a computer's seat."""
        if self.kind != "computer":
            return None
        return self.own or (commander_named(self.level) if self.level in NAMES else None)

    def written(self) -> dict[str, str]:
        """Return the seat as a save holds it; who commands is found again by its level."""
        return {"kind": self.kind, "level": self.level}


def computer_seat(agent: str = "") -> Seat:
    """Return the seat of a computer: of the level a scenario suggests, else of the usual one."""
    return Seat("computer", agent if agent in NAMES else Seat().level)
