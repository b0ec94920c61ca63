"""`map.yaml`: the ground, its roads, crossings and places, and the boxes off the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from game.engine.strict import STRICT
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
    """The rows of letters."""


@dataclass(frozen=True, slots=True)
class ChannelDoc:
    """The river between two landmasses is a small channel, not the main river."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    between: tuple[Landmass, Landmass]
    """Names of the two landmasses."""


@dataclass(frozen=True, slots=True)
class HexsidesDoc:
    """River hexsides one by one, beside or instead of landmass rows."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    river: Literal["main", "channel", "none"]
    """What runs there; `none` takes a river away."""
    sides: Hexsides
    """Pairs of neighbouring hexes: `10_0|11_0 10_0|10_1`."""


@dataclass(frozen=True, slots=True)
class RoadDoc:
    """A road as a chain of neighbouring hexes."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    name: Text
    """Name as players read it."""
    kind: Literal["highway", "road", "street", "track"]
    """How it is drawn; for movement all are roads."""
    hexes: Hexes
    """Neighbouring hexes in sequence, with blanks between them."""
    source: str = ""
    """Where it is from: a row of `sources.yaml`, or a few words."""


@dataclass(frozen=True, slots=True)
class CrossingDoc:
    """A crossing site on a river hexside."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    name: Text
    """Name as players read it."""
    kind: Literal["bridge", "causeway", "ferry", "pontoon_site"]
    """What the site is by nature."""
    between: tuple[Hex, Hex]
    """The two hexes."""
    state: Literal["intact", "destroyed", "open_site", "ferry", "pontoon", "heavy", "broken"]
    """What can pass at the start."""
    owner: SideId = ""
    """Side whose boats they are, for a ferry."""
    work: Days = 0
    """Days of work already done toward the next state."""
    source: str = ""
    """Where it is from: a row of `sources.yaml`, or a few words."""
    confidence: str = ""
    """How sure it is, in a word: high, medium, low."""


@dataclass(frozen=True, slots=True)
class PlaceDoc:
    """A named place on the map, or in an off-map box."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    name: Text
    """Name as players read it."""
    kind: str
    """city_district, town, village, island, landmark, base, hill, bridge, crossing, airbase."""
    hexes: Hexes = ""
    """Its hexes, with blanks between them."""
    label: Hex = ""
    """Hex of the label; the first hex if empty."""
    box: BoxId = ""
    """Off-map box it lies in (instead of hexes)."""
    aliases: tuple[str, ...] = ()
    """Other spellings, for search."""
    source: str = ""
    """Where it is from: a row of `sources.yaml`, or a few words."""
    confidence: str = ""
    """How sure its position is, in a word: exact, approx, inferred."""


@dataclass(frozen=True, slots=True)
class WaterDoc:
    """The name of a river, lettered in its water on the map."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    name: Text
    """Name as players read it."""
    hexes: Hexes
    """One or more hexes on its banks."""


@dataclass(frozen=True, slots=True)
class EntryDoc:
    """A map-edge hex joined to a box."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    name: Text
    """Name as players read it."""
    hex: Hex
    """Hex at the edge of the map."""
    box: BoxId
    """Id of the box."""


@dataclass(frozen=True, slots=True)
class BoxLinkDoc:
    """A way from a box to another."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    to: BoxId
    """Id of the other box."""
    days: Days
    """Days of the way."""


@dataclass(frozen=True, slots=True)
class BoxDoc:
    """An off-map area."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    name: Text
    """Name as players read it."""
    control: SideId
    """Side that holds it at the start."""
    entry_days: Days = 1
    """Days from the box to its entry hexes; 0 = the same day."""
    links: tuple[BoxLinkDoc, ...] = ()
    """Ways to other boxes, written once for both directions."""
    supplies: tuple[SideId, ...] = ()
    """Sides that draw supply from it while they hold it."""
    note: Prose = ""
    """Anything to be remembered; players see it."""


@dataclass(frozen=True, slots=True)
class LevelDoc:
    """A level, and the hexes that have it at the start."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    level: Level
    """The level."""
    hexes: Hexes
    """Hexes, with blanks between them."""


@dataclass(frozen=True, slots=True)
class EarthDoc:
    """Where the map lies on the earth; north is up."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    hex: Hex
    """A hex whose middle is known."""
    east: float
    """Its longitude in degrees, negative in the west."""
    north: float
    """Its latitude in degrees, negative in the south."""


@dataclass(frozen=True, slots=True)
class MapDoc:
    """`map.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    width: MapSide
    """Columns, 1 to 120."""
    height: MapSide
    """Rows, 1 to 120."""
    hex_km: float
    """Kilometres across a hex."""
    terrain: Rows
    """The ground of every hex."""
    landmass: Rows | None = None
    """Every hexside between two different landmasses is a river."""
    channels: tuple[ChannelDoc, ...] = ()
    """Rivers that are small."""
    hexsides: tuple[HexsidesDoc, ...] = ()
    """Rivers hexside by hexside, over what the landmasses give."""
    control: Rows | None = None
    """Who holds each hex at the start."""
    population: Letters = ""
    """Rows of digits 0-3, like the rows of terrain."""
    works: tuple[LevelDoc, ...] = ()
    """Prepared positions at the start."""
    rubble: tuple[LevelDoc, ...] = ()
    """Rubble at the start; two levels make ruins."""
    roads: tuple[RoadDoc, ...] = ()
    """Roads."""
    crossings: tuple[CrossingDoc, ...] = ()
    """Bridges, ferries and sites for pontoons."""
    places: tuple[PlaceDoc, ...] = ()
    """Named places."""
    waters: tuple[WaterDoc, ...] = ()
    """Names of rivers."""
    entries: tuple[EntryDoc, ...] = ()
    """Hexes at the edge that are joined to boxes."""
    boxes: tuple[BoxDoc, ...] = ()
    """Areas off the map."""
    earth: EarthDoc | None = None
    """Where it lies on the earth, for the degrees at its edge; none on an invented map."""
    origin: Prose = ""
    """Where column 0, row 0 lies on the earth, for the record."""
