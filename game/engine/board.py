"""The ground on which a scenario is played: hexes, rivers, roads, crossings, places, boxes.

All of it is fixed for the whole game; what changes (control, works, rubble, the state of a
crossing) lives in `GameState`. Per-hex data are byte strings indexed by the dense hex index,
per-hexside data byte strings indexed `6 * hex + direction`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from game.hexes import HexGrid

NOWHERE: Final = -1
NO_SIDE: Final = 255


class River(IntEnum):
    """What runs along a hexside."""

    NONE = 0
    CHANNEL = 1
    """A canal or small branch: leg +1, vehicles +2 movement points."""
    MAIN = 2
    """The main river: only by bridge, ferry, pontoon or boat."""


class CrossingKind(StrEnum):
    """What a crossing site is by nature."""

    BRIDGE = "bridge"
    CAUSEWAY = "causeway"
    FERRY = "ferry"
    PONTOON_SITE = "pontoon_site"


class CrossingState(StrEnum):
    """What can pass a crossing now."""

    INTACT = "intact"
    DESTROYED = "destroyed"
    OPEN_SITE = "open_site"
    """Nothing built: assault boats only."""
    FERRY = "ferry"
    PONTOON = "pontoon"
    HEAVY = "heavy"
    BROKEN = "broken"
    """A ferry or pontoon hit and out of use until repaired."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A site on a river hexside."""

    id: str
    name: str
    kind: CrossingKind
    a: int
    """Hex at one end."""
    b: int
    """Hex at the other end."""
    start: CrossingState
    owner: int = NO_SIDE
    """Side that alone may use its boats (ferries); NO_SIDE = whoever holds both ends."""
    source: str = ""
    start_work: int = 0
    """Days of work already done toward the next state."""
    name_ar: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A named place: one or more hexes of the map, or a part of an off-map box."""

    id: str
    name: str
    name_ar: str
    kind: str
    hexes: tuple[int, ...]
    label_hex: int
    box: int = NOWHERE
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Water:
    """A named river, for the map to letter; the rules do not ask for it."""

    name: str
    name_ar: str
    hexes: tuple[int, ...]
    """Hexes on its banks that tell it from other rivers."""


@dataclass(frozen=True, slots=True)
class Box:
    """An off-map area joined to entry hexes and to other boxes."""

    id: str
    name: str
    name_ar: str
    entries: tuple[int, ...]
    """Entry hexes of the map."""
    entry_days: int
    """Days from the box to an entry hex (0 = the same day)."""
    links: tuple[tuple[int, int], ...]
    """(other box, days)."""
    start_control: int
    sources: tuple[int, ...] = ()
    """Sides that draw supply from the box while they hold it."""


@dataclass(frozen=True, slots=True)
class Earth:
    """Where the map lies on the earth, for the degrees at its edge; the rules do not ask."""

    hex: int
    """A hex whose middle is known."""
    east: float
    """Its longitude in degrees, negative in the west."""
    north: float
    """Its latitude in degrees, negative in the south."""


@dataclass(frozen=True, slots=True)
class Board:
    """The map. `terrain` holds indices into `Rulebook.terrains`."""

    grid: HexGrid
    hex_km: float
    terrain: bytes
    rivers: bytes
    """`River` per 6*hex+direction, the same from both sides."""
    roads: bytes
    """1 where a road runs over the hexside, per 6*hex+direction."""
    start_control: bytes
    population: bytes
    """Level 0-3 per hex."""
    landmass: bytes
    """Number of the landmass per hex (all 0 on a map without rivers)."""
    landmass_names: tuple[str, ...]
    road_chains: tuple[tuple[str, str, tuple[int, ...]], ...]
    """(name, class, hexes): for drawing; `roads` is what the rules use."""
    crossings: tuple[Crossing, ...]
    places: tuple[Place, ...]
    boxes: tuple[Box, ...]
    place_index: dict[str, int]
    crossing_index: dict[str, int]
    box_index: dict[str, int]
    waters: tuple[Water, ...] = ()
    start_works: bytes = b""
    """Level of prepared position per hex at the start; empty = none anywhere."""
    start_rubble: bytes = b""
    """The same for rubble."""
    earth: Earth | None = None

    def place(self, place_id: str) -> Place:
        """The place with this id; KeyError if there is none."""
        return self.places[self.place_index[place_id]]
