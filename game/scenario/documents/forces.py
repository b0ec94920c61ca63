"""`forces.yaml`: the order of battle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - fields are called `date`
from typing import Any, ClassVar, Literal

from game.engine.rulebook import STRICT
from game.scenario.documents.text import Text


@dataclass(frozen=True, slots=True)
class FormationDoc:
    """A named group of units."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    side: str
    colour: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitDoc:
    """A unit. Exactly one of `at` and `box` says where it starts or arrives."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    formation: str
    type: str
    """Unit type id of the rules."""
    steps: int
    at: str = ""
    """Hex."""
    box: str = ""
    arrives: Day | None = None
    """Day of arrival; absent = there from the start."""
    start_steps: int | None = None
    """Steps at the start, if not at full strength."""
    hidden: bool = False
    stand_fast: bool = False
    echelon: Literal["none", "company", "battalion", "brigade"] = "battalion"
    strength: tuple[int, int] = (0, 0)
    """Men, low and high estimate."""
    certainty: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""
    suppressed: int = 0
    """Steps that are suppressed at the start."""
    cut_off: int = 0
    """Days the unit has been without supply when the scenario begins."""


@dataclass(frozen=True, slots=True)
class LeaderDoc:
    """A leader, attached to a unit."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    formation: str
    unit: str
    since: Day | None = None
    until: Day | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SupportDoc:
    """Points a side has every day of a period."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    side: str
    since: Day | None = None
    until: Day | None = None
    air: int = 0
    artillery: int = 0
    car_bombs: int = 0
    """Added to the stock on the first day."""
    replacements: int = 0
    """Steps added to the stock on the first day."""
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class BeltDoc:
    """A hidden belt of mines."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    side: str
    hex: str
    known: bool = False
    """Found by the others before the start."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class TunnelDoc:
    """A tunnel between two hexes not more than three apart."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    side: str
    ends: tuple[str, str]
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
