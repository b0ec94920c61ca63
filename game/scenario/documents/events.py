"""`events.yaml`: what happens when, and the effects it has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - fields are called `date`
from typing import Any, ClassVar, Literal

from game.engine.strict import STRICT
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
    SideOrNobody,
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
    """On this day or later."""
    until: Day | None = None
    """On this day or before."""
    side: SideId = ""
    """With `holds`: the side ..."""
    holds: PlaceId = ""
    """The place that `side` holds ..."""
    percent: Percent = 100
    """... at least so much of."""
    unit: UnitId = ""
    """With `at`: the unit that is there."""
    formation: FormationId = ""
    """With `at`: the formation of which a unit is there."""
    at: Whereabouts = ""
    """The unit, or any unit of the formation, is in this place (or box)."""
    alive: UnitId = ""
    """Unit that is in play."""
    fired: EventId = ""
    """Event that has happened."""
    met: ObjectiveId = ""
    """Objective that has been met."""
    crossing: CrossingId = ""
    """With `state`: the crossing that is in it."""
    state: str = ""
    """State of the crossing."""
    flag: str = ""
    """Flag that is set (to `state`, if given)."""
    all: tuple[ConditionDoc, ...] = ()
    """Conditions that must all hold."""
    any: tuple[ConditionDoc, ...] = ()
    """Conditions of which one must hold."""
    none: tuple[ConditionDoc, ...] = ()
    """Conditions of which none may hold."""


@dataclass(frozen=True, slots=True)
class EffectDoc:
    """One change. `do` names it; which other keys it needs stands in docs/rules.md, 9.2."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    do: Literal[
        "control", "place_unit", "remove_unit", "lose_steps", "suppress", "reveal",
        "lose_leader", "relation", "crossing", "support", "harm", "population",
        "agreement", "flag", "message",
    ]  # fmt: skip
    """What is changed."""
    side: SideOrNobody = ""
    """Id of a side; `control` also takes `nobody`."""
    other: SideId = ""
    """Id of the other side."""
    unit: UnitId = ""
    """Id of a unit."""
    leader: LeaderId = ""
    """Id of a leader."""
    crossing: CrossingId = ""
    """Id of a crossing."""
    flag: str = ""
    """Name of a flag, to be asked for in conditions."""
    hexes: Hexes = ""
    """Hexes, with blanks between them."""
    place: PlaceId = ""
    """Id of a place: all its hexes, or its box."""
    places: tuple[PlaceId, ...] = ()
    """Ids of places."""
    box: BoxId = ""
    """Id of a box."""
    value: str = ""
    """What it becomes; which words are possible depends on `do`."""
    amount: int = 0
    """How much, or how many."""
    days: int = 0
    """For how many days, today included; 0 for today only."""


@dataclass(frozen=True, slots=True)
class EventDoc:
    """Something that happens when its condition holds at the start of a day."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    title: Text
    """Heading."""
    text: Text
    """What players read when it happens."""
    when: ConditionDoc
    """When it happens."""
    effects: tuple[EffectDoc, ...] = ()
    """What it changes; `do: message` only tells."""
    once: bool = True
    """Happens one time only."""
    chance: Percent = 100
    """Percent."""
    grade: Literal["", "A", "B", "C"] = ""
    """A corroborated, B one source, C contested."""
    sources: tuple[SourceRow, ...] = ()
    """Ids of the rows of `sources.yaml` it rests on."""


@dataclass(frozen=True, slots=True)
class EventsDoc:
    """`events.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    events: tuple[EventDoc, ...] = ()
    """In the order in which they are looked at each morning."""
