"""What the properties of features mean: as the author says, or as OpenStreetMap has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from game.authoring.geojson.reading import Feature

Rules = tuple[tuple[str, tuple[str, ...], str], ...]
"""Key, values (none for any), and what they mean; the first that fits counts."""

TERRAIN: Final[Rules] = (
    ("aeroway", ("aerodrome",), "airbase"),
    ("military", (), "base"),
    ("landuse", ("military",), "base"),
    ("landuse", ("industrial", "railway", "port"), "industrial"),
    ("man_made", ("petroleum_well", "works", "storage_tank"), "oilgas"),
    ("industrial", ("oil", "gas", "refinery", "wellsite"), "oilgas"),
    ("place", ("city", "town", "quarter", "neighbourhood", "suburb"), "urban"),
    ("landuse", ("commercial", "retail"), "urban"),
    ("place", ("village", "hamlet", "isolated_dwelling"), "village"),
    ("landuse", ("residential", "construction"), "suburb"),
    (
        "landuse",
        ("farmland", "orchard", "vineyard", "meadow", "farmyard", "allotments"),
        "farmland",
    ),
    ("natural", ("scrub", "grassland", "wood", "wetland"), "farmland"),
    ("landuse", ("forest", "grass"), "farmland"),
    ("natural", ("bare_rock", "scree", "cliff", "ridge", "hill", "peak"), "hills"),
    ("natural", ("sand", "desert", "heath"), "desert"),
)
RIVERS: Final[Rules] = (
    ("waterway", ("river", "riverbank"), "main"),
    ("waterway", ("canal", "stream", "ditch", "drain"), "channel"),
)
ROADS: Final[Rules] = (
    ("highway", ("motorway", "trunk", "motorway_link", "trunk_link"), "highway"),
    ("highway", ("primary", "secondary", "primary_link", "secondary_link"), "road"),
    ("highway", ("tertiary", "residential", "living_street", "unclassified", "tertiary_link"),
     "street"),
    ("highway", ("track", "service", "path", "road"), "track"),
)  # fmt: skip
PLACES: Final[Rules] = (
    ("place", ("city", "town"), "town"),
    ("place", ("village", "hamlet", "isolated_dwelling", "locality"), "village"),
    ("place", ("quarter", "neighbourhood", "suburb"), "city_district"),
    ("place", ("island", "islet"), "island"),
    ("aeroway", ("aerodrome",), "airbase"),
    ("military", (), "base"),
    ("natural", ("peak", "hill"), "hill"),
    ("bridge", (), "bridge"),
)
BUILT_UP: Final = frozenset({"village", "suburb", "urban", "dense_urban", "industrial", "airbase",
                             "base", "oilgas"})  # fmt: skip
"""Terrain that is put on one hex at least, however small its area."""


@dataclass(frozen=True, slots=True)
class Tagging:
    """How to read the properties of a file.

    `key` names a property and `terrain` what its values mean, e.g. `landcover`,
    `{"crop": "farmland"}`; where they do not answer, tags of OpenStreetMap are understood.
    """

    key: str = ""
    terrain: Mapping[str, str] = field(default_factory=dict)
    name: str = "name"
    """The property with the name of a place or road."""
    name_ar: str = "name:ar"

    def ground(self, feature: Feature) -> str:
        """Return the id of the terrain of an area; empty if it says nothing of it."""
        return self.terrain.get(feature.tags.get(self.key, ""), "") or meaning(TERRAIN, feature)

    def names(self, feature: Feature) -> tuple[str, str]:
        """Return the names of a feature in English and Arabic, empty where it has none."""
        tags = feature.tags
        plain = tags.get(self.name, "").strip()
        arabic = tags.get(self.name_ar, "").strip()
        english = tags.get("name:en", tags.get("int_name", "")).strip()
        if not arabic and any("\u0600" <= sign <= "\u06ff" for sign in plain):
            arabic = plain
        return english or plain, arabic


def meaning(rules: Rules, feature: Feature) -> str:
    """Return what the first rule that fits says; empty if none does."""
    for key, values, means in rules:
        value = feature.tags.get(key, "")
        if value and value != "no" and (not values or value in values):
            return means
    return ""
