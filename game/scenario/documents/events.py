"""`events.yaml`: what happens when, and the effects it has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - fields are called `date`
from typing import Any, ClassVar, Literal

from game.engine.rulebook import STRICT
from game.scenario.documents.meanings import (
    BoxId,
    CrossingId,
    EventId,
    FormationId,
    Hexes,
    LeaderId,
    ObjectiveId,
    Percent,
    PlaceId,
    SideId,
    SourceRow,
    UnitId,
    Whereabouts,
)
from game.scenario.documents.text import Text


@dataclass(frozen=True, slots=True)
class ConditionDoc:
    """When an event happens. Every key that is given must hold."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    on: Day | None = None
    """On this day."""
    since: Day | None = None
    until: Day | None = None
    side: SideId = ""
    holds: PlaceId = ""
    """The place that `side` holds ..."""
    percent: Percent = 100
    """... at least so much of."""
    unit: UnitId = ""
    formation: FormationId = ""
    at: Whereabouts = ""
    """The unit, or any unit of the formation, is in this place (or box)."""
    alive: UnitId = ""
    """Unit that is in play."""
    fired: EventId = ""
    """Event that has happened."""
    met: ObjectiveId = ""
    """Objective that has been met."""
    crossing: CrossingId = ""
    state: str = ""
    """State of the crossing."""
    flag: str = ""
    """Flag that is set (to `state`, if given)."""
    all: tuple[ConditionDoc, ...] = ()
    any: tuple[ConditionDoc, ...] = ()
    none: tuple[ConditionDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class EffectDoc:
    """One change. `do` names it; which other keys it needs stands in docs/rules.md, 9.2."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    do: Literal[
        "control", "place_unit", "remove_unit", "lose_steps", "suppress", "reveal",
        "lose_leader", "relation", "crossing", "support", "harm", "population",
        "agreement", "flag", "message",
    ]  # fmt: skip
    side: SideId = ""
    """Id of a side; `control` also takes `nobody`."""
    other: SideId = ""
    unit: UnitId = ""
    leader: LeaderId = ""
    crossing: CrossingId = ""
    flag: str = ""
    hexes: Hexes = ""
    place: PlaceId = ""
    places: tuple[PlaceId, ...] = ()
    box: BoxId = ""
    value: str = ""
    amount: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class EventDoc:
    """Something that happens when its condition holds at the start of a day."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    title: Text
    text: Text
    when: ConditionDoc
    effects: tuple[EffectDoc, ...] = ()
    once: bool = True
    chance: Percent = 100
    """Percent."""
    grade: Literal["", "A", "B", "C"] = ""
    sources: tuple[SourceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class EventsDoc:
    """`events.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    events: tuple[EventDoc, ...] = ()
