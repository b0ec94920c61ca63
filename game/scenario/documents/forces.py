"""`forces.yaml`: the order of battle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - fields are called `date`
from typing import Any, ClassVar, Literal

from game.engine.rulebook import STRICT
from game.scenario.documents.meanings import (
    BoxId,
    Days,
    FormationId,
    Hex,
    Men,
    Points,
    Prose,
    SideId,
    SourceRow,
    Steps,
    UnitId,
    UnitTypeId,
)
from game.scenario.documents.text import Text


@dataclass(frozen=True, slots=True)
class FormationDoc:
    """A named group of units."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    side: SideId
    colour: str = ""
    note: Prose = ""
    sources: tuple[SourceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitDoc:
    """A unit. Exactly one of `at` and `box` says where it starts or arrives."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    formation: FormationId
    type: UnitTypeId
    """Unit type id of the rules."""
    steps: Steps
    at: Hex = ""
    """Hex."""
    box: BoxId = ""
    arrives: Day | None = None
    """Day of arrival; absent = there from the start."""
    start_steps: Steps | None = None
    """Steps at the start, if not at full strength."""
    hidden: bool = False
    stand_fast: bool = False
    echelon: Literal["none", "company", "battalion", "brigade"] = "battalion"
    strength: tuple[Men, Men] = (0, 0)
    """Men, low and high estimate."""
    certainty: str = ""
    sources: tuple[SourceRow, ...] = ()
    note: Prose = ""
    suppressed: int = 0
    """Steps that are suppressed at the start."""
    cut_off: Days = 0
    """Days the unit has been without supply when the scenario begins."""


@dataclass(frozen=True, slots=True)
class LeaderDoc:
    """A leader, attached to a unit."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    formation: FormationId
    unit: UnitId
    since: Day | None = None
    until: Day | None = None
    sources: tuple[SourceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class SupportDoc:
    """Points a side has every day of a period."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    side: SideId
    since: Day | None = None
    until: Day | None = None
    air: Points = 0
    artillery: Points = 0
    car_bombs: Points = 0
    """Added to the stock on the first day."""
    replacements: Points = 0
    """Steps added to the stock on the first day."""
    sources: tuple[SourceRow, ...] = ()
    note: Prose = ""


@dataclass(frozen=True, slots=True)
class BeltDoc:
    """A hidden belt of mines."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    side: SideId
    hex: Hex
    known: bool = False
    """Found by the others before the start."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class TunnelDoc:
    """A tunnel between two hexes not more than three apart."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    side: SideId
    ends: tuple[Hex, Hex]
    known: bool = False
    """Found by the others before the start."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ForcesDoc:
    """`forces.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    formations: tuple[FormationDoc, ...]
    units: tuple[UnitDoc, ...]
    leaders: tuple[LeaderDoc, ...] = ()
    support: tuple[SupportDoc, ...] = ()
    belts: tuple[BeltDoc, ...] = ()
    tunnels: tuple[TunnelDoc, ...] = ()
