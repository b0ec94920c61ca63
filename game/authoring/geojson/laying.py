"""Features laid on hexes: what a map would be, before anything is written."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from game.authoring.geojson import ground, lines
from game.authoring.geojson.frame import Extent, Frame
from game.authoring.geojson.reading import CannotImport, Feature
from game.authoring.geojson.tags import PLACES, RIVERS, ROADS, Tagging, meaning
from game.authoring.names import free_id
from game.authoring.yaml_text import YamlText
from game.scenario.layout import shipped
from game.scenario.problems import nearest, printable

BARE: Final = "desert"
"""Terrain of hexes that no area covers."""

Progress = Callable[[int, int], None]
"""Told after each feature how many of how many are done; what it raises ends the work."""


@dataclass(frozen=True, slots=True)
class LaidRoad:
    """A road along hexes."""

    name: str
    name_ar: str
    kind: str
    hexes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LaidPlace:
    """A named place on hexes."""

    id: str
    name: str
    name_ar: str
    kind: str
    hexes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A map in the making."""

    frame: Frame
    rows: tuple[str, ...]
    """The letters of the terrain, row by row."""
    terrain: Mapping[str, int]
    """Hexes of each kind."""
    rivers: Mapping[str, tuple[tuple[int, int], ...]]
    """Hexsides of the main river and of channels."""
    roads: tuple[LaidRoad, ...]
    places: tuple[LaidPlace, ...]
    ignored: Mapping[str, int]
    """Features that were left out, by reason."""


def lay(
    features: Sequence[Feature],
    hex_km: float,
    extent: Extent | None = None,
    tagging: Tagging | None = None,
    *,
    letters: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Laid:
    """Lay features on hexes of `hex_km` from flat to flat.

    Args:
        extent: the stretch to be drawn; that of the features if left out.
        tagging: how their properties are read; tags of OpenStreetMap if left out.
        letters: letter of each terrain id; those of the standard rules if left out.

    Raises:
        CannotImport: if the map would be too large or empty, a terrain is unknown, or the library
            of shapes is missing.
    """
    ground.shapes()
    known = letters if letters is not None else standard_letters()
    reading = tagging or Tagging()
    _check_terrains(reading, known)
    frame = Frame(extent or Extent.of(features), hex_km)
    work = _Laying(frame, reading, known)
    for number, feature in enumerate(features):
        work.take(feature)
        if progress is not None:
            progress(number + 1, len(features))
    return work.laid()


def standard_letters() -> dict[str, str]:
    """Return the letter of each terrain of the standard rules."""
    with open(f"{shipped()}/rules/standard.yaml", encoding="utf-8") as file:
        rules = YamlText(file.read()).plain
    return {terrain["id"]: terrain["letter"] for terrain in rules["terrains"]}


def _check_terrains(tagging: Tagging, letters: Mapping[str, str]) -> None:
    for terrain in (*tagging.terrain.values(), BARE):
        if terrain not in letters:
            near = nearest(terrain, letters)
            hint = f', did you mean "{near}"?' if near else f" (there are: {', '.join(letters)})"
            raise CannotImport(f'there is no terrain "{printable(terrain)}"{hint}')


class _Laying:
    def __init__(self, frame: Frame, tagging: Tagging, letters: Mapping[str, str]) -> None:
        self.frame, self.tagging, self.letters = frame, tagging, letters
        self.areas: list[tuple[Any, str]] = []
        self.rivers: dict[lines.Side, str] = {}
        self.parts: dict[tuple[str, str, str], list[list[int]]] = {}
        self.places: dict[str, LaidPlace] = {}
        self.ignored: Counter[str] = Counter()
        self._banks: lines.Banks | None = None
        _ = frame.grid  # too large a map is refused before any work

    def take(self, feature: Feature) -> None:
        """Work in one feature."""
        {"Polygon": self._area, "LineString": self._line, "Point": self._point}[feature.shape](
            feature
        )

    def _area(self, feature: Feature) -> None:
        tags = feature.tags
        if tags.get("natural") == "water" or tags.get("waterway") == "riverbank":
            # The river never fills a hex.
            self.ignored["water areas (draw the river as a line)"] += 1
            return
        area = ground.area_of(feature, self.frame)
        if area is None:
            self.ignored["areas without extent"] += 1
            return
        terrain = self.tagging.ground(feature)
        if terrain in self.letters:
            self.areas.append((area, terrain))
        kind = meaning(PLACES, feature)
        if kind and any(self.tagging.names(feature)):
            full = self.frame.hex_km**2 * 3**0.5 / 2
            shares = ground.shares(self.frame, area)
            hexes = [hex_ for hex_, share in shares if share >= full / 2]
            if not hexes:
                middle = area.representative_point()
                hexes = [self.frame.hex_at((middle.x, middle.y))]
            self._place(feature, kind, hexes)
        elif terrain not in self.letters:
            self.ignored["areas without a meaning"] += 1

    def _line(self, feature: Feature) -> None:
        line = [self.frame.point(position) for position in feature.rings[0]]
        river, road = meaning(RIVERS, feature), meaning(ROADS, feature)
        if len(line) < 2:
            self.ignored["lines of a single point"] += 1
        elif river:
            if self._banks is None:
                self._banks = lines.Banks(self.frame)
            for side in self._banks.along(line):
                if self.rivers.get(side) != "main":
                    self.rivers[side] = river
        elif road:
            found = lines.chains(self.frame, line)
            self.parts.setdefault((*self.tagging.names(feature), road), []).extend(found)
            self.ignored["roads within one hex or off the map"] += not found
        else:
            self.ignored["lines without a meaning"] += 1

    def _point(self, feature: Feature) -> None:
        kind = meaning(PLACES, feature)
        if not kind or not any(self.tagging.names(feature)):
            self.ignored["points without a name or a meaning"] += 1
            return
        self._place(feature, kind, [self.frame.hex_at(self.frame.point(feature.rings[0][0]))])

    def _place(self, feature: Feature, kind: str, hexes: Iterable[int]) -> None:
        on_map = tuple(sorted({hex_ for hex_ in hexes if hex_ >= 0}))
        if not on_map:
            self.ignored["places off the map"] += 1
            return
        name, name_ar = self.tagging.names(feature)
        like = _slug(name)
        known = self.places.get(like)
        if known is not None and (known.name, known.name_ar) == (name, name_ar):
            # A place is often there twice, as an area and as a point.
            if len(on_map) > len(known.hexes):
                self.places[like] = LaidPlace(like, name, name_ar, kind, on_map)
            return
        free = free_id(self.places, like)
        self.places[free] = LaidPlace(free, name or name_ar, name_ar, kind, on_map)

    def laid(self) -> Laid:
        """Return what came of it."""
        grid = self.frame.grid
        found = ground.terrain_of(self.frame, self.areas)
        kinds = [found.get(hex_, BARE) for hex_ in range(grid.size)]
        signs = [self.letters[kind] for kind in kinds]
        rows = [signs[row * grid.width : (row + 1) * grid.width] for row in range(grid.height)]
        sides: dict[str, list[tuple[int, int]]] = {"main": [], "channel": []}
        for side, river in self.rivers.items():
            one, other = sorted(side)
            sides[river].append((one, other))
        roads = [
            LaidRoad(name, name_ar, kind, tuple(chain))
            for (name, name_ar, kind), parts in self.parts.items()
            for chain in lines.joined(_apart(parts))
        ]
        return Laid(
            frame=self.frame,
            rows=tuple("".join(row) for row in rows),
            terrain=dict(Counter(kinds).most_common()),
            rivers={river: tuple(sorted(pairs)) for river, pairs in sides.items() if pairs},
            roads=tuple(roads),
            places=tuple(self.places.values()),
            ignored={reason: count for reason, count in self.ignored.items() if count},
        )


def _apart(parts: list[list[int]]) -> list[list[int]]:
    """Return chains without those that are there twice, as the lanes of a highway are."""
    found: dict[tuple[int, ...], list[int]] = {}
    for part in parts:
        if tuple(part[::-1]) not in found:
            found.setdefault(tuple(part), part)
    return list(found.values())


def _slug(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", bare.lower())
    return "_".join(words)[:40] or "place_1"
