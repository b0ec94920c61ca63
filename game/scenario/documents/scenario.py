"""`scenario.yaml`: what the scenario is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - fields are called `date`
from typing import Any, ClassVar, Literal

from game.engine.strict import STRICT
from game.scenario.documents.meanings import Colour, Focus, SideId
from game.scenario.documents.text import Text


@dataclass(frozen=True, slots=True)
class SideDoc:
    """A side. The order of the list is the order of play within a day."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    name: Text
    """Name as players read it."""
    colour: Colour
    """Palette token: government, isil, sdf, or one of the neutral ones: a, b, c."""
    boats: bool = False
    """May take leg units over the main river in boats of its own."""
    agent: str = "normal"
    """Computer commander suggested for it."""


@dataclass(frozen=True, slots=True)
class RelationDoc:
    """How two sides stand to each other."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    between: tuple[SideId, SideId]
    """Ids of the two sides."""
    are: Literal["hostile", "neutral", "allied"]
    """How they stand to each other at first."""


@dataclass(frozen=True, slots=True)
class HeaderDoc:
    """`scenario.yaml`: what the scenario is."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    format: Literal[1]
    """Version of the format of these files."""
    id: str
    """Name of the folder: letters, digits, `_` and `-`."""
    title: Text
    """Title as menus show it."""
    kind: Literal["historical", "counterfactual", "training"]
    """What it claims to be."""
    start: Day
    """First day; turn 1."""
    end: Day
    """Last day."""
    summary: Text
    """Two or three sentences for the choice of a side, and for the menu if there is no question."""
    sides: tuple[SideDoc, ...]
    """The sides, in the order of play within a day."""
    question: Text | None = None
    """What it asks, in one line under the title in the menu; the dates stand there anyway."""
    relations: tuple[RelationDoc, ...] = ()
    """Pairs not named are hostile."""
    reading: str = ""
    """Which reading of the history it follows, if any (seed, research)."""
    extends: str = ""
    """Id of the scenario whose files this one starts from."""
    rules: str = "standard"
    """Name of a rules file under `scenarios/rules/`, or of `rules.yaml` in the package: `own`."""
    graded: SideId = ""
    """Side whose three dials are graded in full; the first side if empty."""
    focus: Focus = ""
    """Places or hexes on which the map opens; the middle of the own units if empty."""
    version: str = "1"
    """Version of the package, for those who share it."""
    credits: tuple[str, ...] = ()
    """Whom to thank: data, maps, helpers, with their licences."""
