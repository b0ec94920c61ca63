"""Commanders by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.ai.by_lot import ByLot
from game.ai.commander import Commander

LEVELS: Final[tuple[str, ...]] = ()
"""What a player is offered first."""

_MAKERS: Final[Mapping[str, Callable[[], Commander]]] = {"random": ByLot}

NAMES: Final = tuple(_MAKERS)
"""All names."""


def commander(name: str) -> Commander:
    """Return the commander of a name; KeyError if there is none."""
    return _MAKERS[name]()
