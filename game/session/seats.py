"""Who plays a side."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, TypeAlias

from game.ai.commander import Commander, Turn
from game.ai.levels import NAMES
from game.ai.levels import commander as commander_named
from game.engine.state import GameState
from game.scenario.package import load_record
from game.scenario.problems import ScenarioError
from game.study.script import is_script, load_script

SeatKind: TypeAlias = Literal["human", "computer", "none"]
HISTORIAN = "historian"


@dataclass(frozen=True, slots=True)
class Seat:
    """Who plays a side; `none`, and a computer of an unknown level, only end its turn."""

    kind: SeatKind = "human"
    level: str = "normal"
    """Of a computer: a name of `game.ai.NAMES`, or the path of a player's script."""
    own: Commander | None = field(default=None, compare=False, repr=False)
    """A commander other than that of the level; a save does not hold it."""

    @property
    def commander(self) -> Commander | None:
        """Who gives the orders of a computer's seat; a historian has no record here."""
        if self.kind != "computer":
            return None
        if self.own is None and is_script(self.level):
            return _scripted(self.level)
        return self.own or (commander_named(self.level) if self.level in NAMES else None)

    def written(self) -> dict[str, str]:
        """Return the seat as a save holds it; who commands is found again by its level."""
        return {"kind": self.kind, "level": self.level}


def computer_seat(agent: str = "") -> Seat:
    """Return the seat of a computer: of the level a scenario suggests, else of the usual one."""
    return Seat("computer", agent if agent in NAMES else Seat().level)


def historian(ref: str) -> Commander:
    """Return the commander who follows the record of a scenario, an id or a path.

    Where there is none that can be read he has nothing to follow.
    """
    try:
        return commander_named(HISTORIAN, load_record(ref))
    except ScenarioError:
        return commander_named(HISTORIAN)


class _Scripted:
    """A script that is read when its side is to play, so that a bad one is told then."""

    def __init__(self, spec: str) -> None:
        self._spec = spec
        self._own: Commander | None = None

    def turn(self, view: GameState, side: int) -> Turn:
        """Give the orders of one turn; ScriptError if there is no such script, or it fails."""
        if self._own is None:
            self._own = load_script(self._spec)
        yield from self._own.turn(view, side)


@lru_cache(maxsize=8)
def _scripted(spec: str) -> _Scripted:
    return _Scripted(spec)
