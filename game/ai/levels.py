"""Commanders by name."""

from __future__ import annotations

from typing import Final

from game.ai.by_lot import ByLot
from game.ai.character import CHARACTERS
from game.ai.commander import Commander
from game.ai.general import General

LEVELS: Final = ("easy", "normal", "hard")
"""What a player is offered first."""

NAMES: Final = ("random", *CHARACTERS)
"""All names."""


def commander(name: str) -> Commander:
    """Return the commander of a name; KeyError if there is none."""
    return ByLot() if name == "random" else General(CHARACTERS[name])
