"""`map.yaml`: the ground, its roads, crossings and places, and the boxes off the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from game.engine.rulebook import STRICT
from game.scenario.documents.meanings import (
    BoxId,
    Days,
    Hex,
    Hexes,
    Hexsides,
    Landmass,
    Letters,
    Level,
    MapSide,
    Prose,
    SideId,
)
from game.scenario.documents.text import Text


@dataclass(frozen=True, slots=True)
class Rows:
    """Letters, one per hex, row by row from the north. Blanks between letters are ignored."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    legend: dict[str, str]
    """Letter -> terrain id, landmass name or side id; the letter `.` may mean nobody (empty)."""
    rows: Letters


@dataclass(frozen=True, slots=True)
class ChannelDoc:
    """The river between two landmasses is a small channel, not the main river."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    between: tuple[Landmass, Landmass]


@dataclass(frozen=True, slots=True)
class HexsidesDoc:
    """River hexsides one by one, beside or instead of landmass rows."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    river: Literal["main", "channel", "none"]
    sides: Hexsides
    """Pairs of neighbouring hexes: `10_0|11_0 10_0|10_1`."""


@dataclass(frozen=True, slots=True)
class RoadDoc:
    """A road as a chain of neighbouring hexes."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    kind: Literal["highway", "road", "street", "track"]
    hexes: Hexes
    source: str = ""


@dataclass(frozen=True, slots=True)
class CrossingDoc:
    """A crossing site on a river hexside."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    kind: Literal["bridge", "causeway", "ferry", "pontoon_site"]
    between: tuple[Hex, Hex]
    """The two hexes."""
    state: Literal["intact", "destroyed", "open_site", "ferry", "pontoon", "heavy", "broken"]
    owner: SideId = ""
    """Side whose boats they are, for a ferry."""
    work: Days = 0
    """Days of work already done toward the next state."""
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class PlaceDoc:
    """A named place on the map, or in an off-map box."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    kind: str
    """city_district, town, village, island, landmark, base, hill, bridge, crossing, airbase."""
    hexes: Hexes = ""
    label: Hex = ""
    """Hex of the label; the first hex if empty."""
    box: BoxId = ""
    """Off-map box it lies in (instead of hexes)."""
    aliases: tuple[str, ...] = ()
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class WaterDoc:
    """The name of a river, lettered in its water on the map."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    name: Text
    hexes: Hexes
    """One or more hexes on its banks."""


@dataclass(frozen=True, slots=True)
class EntryDoc:
    """A map-edge hex joined to a box."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    hex: Hex
    box: BoxId


@dataclass(frozen=True, slots=True)
class BoxLinkDoc:
    """A way from a box to another."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    to: BoxId
    days: Days


@dataclass(frozen=True, slots=True)
class BoxDoc:
    """An off-map area."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    name: Text
    control: SideId
    """Side that holds it at the start."""
    entry_days: Days = 1
    """Days from the box to its entry hexes; 0 = the same day."""
    links: tuple[BoxLinkDoc, ...] = ()
    supplies: tuple[SideId, ...] = ()
    """Sides that draw supply from it while they hold it."""
    note: Prose = ""


@dataclass(frozen=True, slots=True)
class LevelDoc:
    """A level, and the hexes that have it at the start."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    level: Level
    hexes: Hexes


@dataclass(frozen=True, slots=True)
class MapDoc:
    """`map.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    width: MapSide
    height: MapSide
    hex_km: float
    terrain: Rows
    landmass: Rows | None = None
    """Every hexside between two different landmasses is a river."""
    channels: tuple[ChannelDoc, ...] = ()
    hexsides: tuple[HexsidesDoc, ...] = ()
    control: Rows | None = None
    population: Letters = ""
    """Rows of digits 0-3, like the rows of terrain."""
    works: tuple[LevelDoc, ...] = ()
    """Prepared positions at the start."""
    rubble: tuple[LevelDoc, ...] = ()
    """Rubble at the start; two levels make ruins."""
    roads: tuple[RoadDoc, ...] = ()
    crossings: tuple[CrossingDoc, ...] = ()
    places: tuple[PlaceDoc, ...] = ()
    waters: tuple[WaterDoc, ...] = ()
    entries: tuple[EntryDoc, ...] = ()
    boxes: tuple[BoxDoc, ...] = ()
    origin: Prose = ""
    """Where column 0, row 0 lies on the earth, for the record."""
