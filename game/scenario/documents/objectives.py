"""`objectives.yaml`: what the sides fight for, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - fields are called `date`
from typing import Any, ClassVar, Literal

from game.engine.rulebook import STRICT
from game.scenario.documents.meanings import Percent, PlaceId, SideId, SourceRow
from game.scenario.documents.text import Text


@dataclass(frozen=True, slots=True)
class ObjectiveDoc:
    """A dated objective."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    side: SideId
    name: Text
    text: Text
    places: tuple[PlaceId, ...]
    condition: Literal["all_hexes", "majority", "percent", "ring_closed", "linked", "surrendered"]
    earliest: Day
    latest: Day
    percent: Percent = 100
    """For `percent`: at least so much of the places' hexes."""
    historical: Day | None = None
    """When it was reached (or lost, for a holder)."""
    weight: int = 1
    phase: str = ""
    hold: bool = False
    """The side holds it at the start and must still hold it on the dates."""
    keep: bool = False
    """Must also stand at the end of the game."""
    negated: bool = False
    sources: tuple[SourceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectivesDoc:
    """`objectives.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    objectives: tuple[ObjectiveDoc, ...] = ()
