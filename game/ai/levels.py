"""Commanders by name."""

from __future__ import annotations

from typing import Final

from game.ai.by_lot import ByLot
from game.ai.character import CHARACTERS
from game.ai.commander import Commander
from game.ai.general import General
from game.ai.historian import Historian
from game.scenario.record import Record

LEVELS: Final = ("easy", "normal", "hard")
"""What a player is offered first."""

NAMES: Final = ("random", *CHARACTERS, "historian")
"""All names."""


def commander(name: str, record: Record | None = None) -> Commander:
    """Return the commander of a name; KeyError if there is none.

    `record` is that of the scenario to be played, for the historian to follow.
    """
    if name == "historian":
        return Historian(record, General(CHARACTERS["steady"]))
    return ByLot() if name == "random" else General(CHARACTERS[name])
