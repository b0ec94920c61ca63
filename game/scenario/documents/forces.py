"""`forces.yaml`: the order of battle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - fields are called `date`
from typing import Any, ClassVar, Literal

from game.engine.strict import STRICT
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
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    name: Text
    """Name as players read it."""
    side: SideId
    """Id of the side its units fight for."""
    colour: str = ""
    """Kept for a colour of its own; nothing shows it yet."""
    note: Prose = ""
    """Anything to be remembered; players see it."""
    sources: tuple[SourceRow, ...] = ()
    """Ids of the rows of `sources.yaml` it rests on."""


@dataclass(frozen=True, slots=True)
class UnitDoc:
    """A unit. Exactly one of `at` and `box` says where it starts or arrives."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    name: Text
    """Name as players read it."""
    formation: FormationId
    """Id of its formation, which gives its side."""
    type: UnitTypeId
    """Unit type id of the rules."""
    steps: Steps
    """Steps at full strength, 1 to 8."""
    at: Hex = ""
    """Hex."""
    box: BoxId = ""
    """Id of the off-map box it starts or arrives in."""
    arrives: Day | None = None
    """Day of arrival; absent = there from the start."""
    start_steps: Steps | None = None
    """Steps at the start, if not at full strength."""
    hidden: bool = False
    """Not seen by the enemy at first."""
    stand_fast: bool = False
    """Does not give ground at first; the player may change it."""
    echelon: Literal["none", "company", "battalion", "brigade"] = "battalion"
    """Size mark on the counter."""
    strength: tuple[Men, Men] = (0, 0)
    """Men, low and high estimate."""
    certainty: str = ""
    """How sure the strength is, in a few words."""
    sources: tuple[SourceRow, ...] = ()
    """Ids of the rows of `sources.yaml` it rests on."""
    note: Prose = ""
    """Anything to be remembered; players see it."""
    suppressed: int = 0
    """Steps that are suppressed at the start."""
    cut_off: Days = 0
    """Days the unit has been without supply when the scenario begins."""


@dataclass(frozen=True, slots=True)
class LeaderDoc:
    """A leader, attached to a unit."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    name: Text
    """Name as players read it."""
    formation: FormationId
    """Id of the formation led."""
    unit: UnitId
    """Id of the unit the leader is with at first."""
    since: Day | None = None
    """First day present; left out, the start."""
    until: Day | None = None
    """Last day present; left out, the end."""
    sources: tuple[SourceRow, ...] = ()
    """Ids of the rows of `sources.yaml` it rests on."""


@dataclass(frozen=True, slots=True)
class SupportDoc:
    """Points a side has every day of a period."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    side: SideId
    """Id of the side."""
    since: Day | None = None
    """First day; left out, the start."""
    until: Day | None = None
    """Last day; left out, the end."""
    air: Points = 0
    """Points of air support each day."""
    artillery: Points = 0
    """Points of artillery each day."""
    car_bombs: Points = 0
    """Added to the stock on the first day."""
    replacements: Points = 0
    """Steps added to the stock on the first day."""
    attacks: Points = 0
    """Attacks added to the stock on the first day (rule 4.7). A side that has none in any entry
    attacks as often as it can."""
    sources: tuple[SourceRow, ...] = ()
    """Ids of the rows of `sources.yaml` it rests on."""
    note: Prose = ""
    """Anything to be remembered; players see it."""


@dataclass(frozen=True, slots=True)
class BeltDoc:
    """A hidden belt of mines."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    side: SideId
    """Id of the side that laid it."""
    hex: Hex
    """Hex it lies in."""
    known: bool = False
    """Found by the others before the start."""
    source: str = ""
    """Where it is from: a row of `sources.yaml`, or a few words."""


@dataclass(frozen=True, slots=True)
class TunnelDoc:
    """A tunnel between two hexes not more than three apart."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    side: SideId
    """Id of the side that uses it."""
    ends: tuple[Hex, Hex]
    """The two hexes."""
    known: bool = False
    """Found by the others before the start."""
    source: str = ""
    """Where it is from: a row of `sources.yaml`, or a few words."""


@dataclass(frozen=True, slots=True)
class ForcesDoc:
    """`forces.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    formations: tuple[FormationDoc, ...]
    """Named groups of units."""
    units: tuple[UnitDoc, ...]
    """The counters."""
    leaders: tuple[LeaderDoc, ...] = ()
    """Leaders, each with a unit."""
    support: tuple[SupportDoc, ...] = ()
    """Points of air, artillery and stocks, by period; entries add up."""
    belts: tuple[BeltDoc, ...] = ()
    """Hidden belts of mines."""
    tunnels: tuple[TunnelDoc, ...] = ()
    """Tunnels."""
