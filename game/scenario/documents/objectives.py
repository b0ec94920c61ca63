"""`objectives.yaml`: what the sides fight for, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - fields are called `date`
from typing import Any, ClassVar, Literal

from game.engine.strict import STRICT
from game.scenario.documents.meanings import Percent, PlaceId, SideId, SourceRow
from game.scenario.documents.text import Text


@dataclass(frozen=True, slots=True)
class ObjectiveDoc:
    """A dated objective."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    side: SideId
    """Id of the side."""
    name: Text
    """Name as players read it."""
    text: Text
    """What is to be done, in one sentence."""
    places: tuple[PlaceId, ...]
    """Ids of the places it is about."""
    condition: Literal["all_hexes", "majority", "percent", "ring_closed", "linked", "surrendered"]
    """How it is judged; rule 8.1."""
    earliest: Day
    """First day of the window; for a holder, of the first score."""
    latest: Day
    """Last day of the window; for a holder, of the full score."""
    percent: Percent = 100
    """For `percent`: at least so much of the places' hexes."""
    historical: Day | None = None
    """When it was reached (or lost, for a holder)."""
    weight: int = 1
    """How much it counts, 0 to 100."""
    phase: str = ""
    """Heading under which objectives are grouped."""
    hold: bool = False
    """The side holds it at the start and must still hold it on the dates."""
    keep: bool = False
    """Must also stand at the end of the game."""
    negated: bool = False
    """The condition must be false."""
    sources: tuple[SourceRow, ...] = ()
    """Ids of the rows of `sources.yaml` it rests on."""


@dataclass(frozen=True, slots=True)
class ObjectivesDoc:
    """`objectives.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    objectives: tuple[ObjectiveDoc, ...] = ()
    """In the order in which players see them."""
