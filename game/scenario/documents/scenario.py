"""`scenario.yaml`: what the scenario is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - fields are called `date`
from typing import Any, ClassVar, Literal

from game.engine.rulebook import STRICT
from game.scenario.documents.meanings import Colour, SideId
from game.scenario.documents.text import Text


@dataclass(frozen=True, slots=True)
class SideDoc:
    """A side. The order of the list is the order of play within a day."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    colour: Colour
    """Palette token: government, isil, sdf, or one of the neutral ones: a, b, c."""
    boats: bool = False
    """May take leg units over the main river in boats of its own."""
    agent: str = "normal"


@dataclass(frozen=True, slots=True)
class RelationDoc:
    """How two sides stand to each other."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    between: tuple[SideId, SideId]
    are: Literal["hostile", "neutral", "allied"]


@dataclass(frozen=True, slots=True)
class HeaderDoc:
    """`scenario.yaml`: what the scenario is."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    format: Literal[1]
    id: str
    title: Text
    kind: Literal["historical", "counterfactual", "training"]
    start: Day
    end: Day
    summary: Text
    sides: tuple[SideDoc, ...]
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
    focus: str = ""
    """Places or hexes on which the map opens; the middle of the own units if empty."""
    version: str = "1"
    credits: tuple[str, ...] = ()
