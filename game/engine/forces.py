"""Order of battle: who is there, what they start with, when they come. Fixed for the game."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.engine.board import NOWHERE


class Relation(StrEnum):
    """How two sides stand to each other."""

    HOSTILE = "hostile"
    NEUTRAL = "neutral"
    ALLIED = "allied"


@dataclass(frozen=True, slots=True)
class Side:
    """A side of the battle."""

    id: str
    name: str
    name_ar: str
    colour: str
    """Token of the palette, e.g. `government`."""
    boats: bool = False
    """May take leg units over the main river in boats of its own."""
    agent: str = "normal"
    """Suggested computer commander."""


@dataclass(frozen=True, slots=True)
class UnitCard:
    """One counter of the order of battle."""

    id: str
    name: str
    name_ar: str
    side: int
    type: int
    """Index into `Rulebook.unit_types`."""
    formation: int
    steps: int
    """Steps at full strength."""
    start_steps: int
    hex: int = NOWHERE
    box: int = NOWHERE
    arrives: int = 0
    """Turn of arrival, 0 = at the start."""
    hidden: bool = False
    stand_fast: bool = False
    suppressed: int = 0
    """Steps suppressed at the start."""
    cut_days: int = 0
    """Days without supply before the start."""
    echelon: str = "battalion"
    strength: tuple[int, int] = (0, 0)
    """Men, low and high estimate; (0, 0) = not known."""
    certainty: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Formation:
    """A named group of units for orders, the order of battle and the computer commanders."""

    id: str
    name: str
    name_ar: str
    side: int
    colour: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader, attached to a unit of the formation."""

    id: str
    name: str
    name_ar: str
    side: int
    formation: int
    unit: str
    """Unit id the leader starts with, or empty while off the map."""
    from_turn: int = 1
    to_turn: int = 0
    """Last turn present, 0 = to the end."""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SupportPeriod:
    """Points a side has on every day from `first` to `last` (turns, inclusive)."""

    side: int
    first: int
    last: int
    air: int = 0
    artillery: int = 0
    car_bombs: int = 0
    """Car bombs added to the stock on the first day."""
    replacements: int = 0
    """Replacement steps added to the stock on the first day."""
    attacks: int = 0
    """Attacks added to the stock on the first day (rule 4.7)."""
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Belt:
    """A belt of mines and improvised explosives, hidden until found."""

    id: str
    hex: int
    side: int
    source: str = ""
    known: bool = False
    """Found before the start."""


@dataclass(frozen=True, slots=True)
class Tunnel:
    """A linked pair of hexes under ground."""

    id: str
    a: int
    b: int
    side: int
    source: str = ""
    known: bool = False
    """Found before the start."""


@dataclass(frozen=True, slots=True)
class OrderOfBattle:
    """Everything both sides bring."""

    sides: tuple[Side, ...]
    formations: tuple[Formation, ...]
    units: tuple[UnitCard, ...]
    leaders: tuple[Leader, ...]
    support: tuple[SupportPeriod, ...]
    belts: tuple[Belt, ...]
    tunnels: tuple[Tunnel, ...]
    relations: tuple[tuple[Relation, ...], ...]
    """Relation by [side][side] at the start."""
    side_index: dict[str, int]
    unit_index: dict[str, int]
    formation_index: dict[str, int]
    leader_index: dict[str, int]
