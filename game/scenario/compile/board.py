"""From `map.yaml` to the board."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from game.engine.board import NO_SIDE, NOWHERE, Board, Earth, Water
from game.engine.rulebook import Rulebook
from game.hexes import HexGrid, grid, opposite
from game.scenario.compile.desk import TOLD_PER_TEXT, Desk
from game.scenario.compile.places import read_boxes, read_crossings, read_places
from game.scenario.compile.rivers import read_landmass, read_rivers
from game.scenario.compile.rows import check_legend, read_lettered, read_population
from game.scenario.documents import EarthDoc, LevelDoc, MapDoc, Rows
from game.scenario.problems import Path

LARGEST: Final = 512
"""Hexes a map may be wide or high."""
_MOST_RUBBLE: Final = 9
_NORTHMOST: Final = 85
"""Degrees from the equator up to which a map with north up makes sense."""


@dataclass(frozen=True, slots=True)
class _Roads:
    flags: bytes
    chains: tuple[tuple[str, str, tuple[int, ...]], ...]


def compile_board(doc: MapDoc, rules: Rulebook, sides: dict[str, int], desk: Desk) -> Board | None:
    """Return the board, or None if the map has no usable size; mistakes go to the desk.

    `sides` is the number of each side by id.
    """
    size = [
        desk.within(value, 1, LARGEST, ("map", name))
        for name, value in (("width", doc.width), ("height", doc.height))
    ]
    if size != [doc.width, doc.height]:
        return None
    if not 0 < doc.hex_km <= 1000:
        desk.say(("map", "hex_km"), f"should be more than 0 and at most 1000, not {doc.hex_km:g}")
    hexes = grid(*size)
    landmass, landmass_names = read_landmass(doc, hexes, desk)
    rivers = read_rivers(doc, hexes, landmass, landmass_names, desk)
    roads = _read_roads(doc, hexes, desk)
    boxes, box_index = read_boxes(doc, hexes, sides, desk)
    places, place_index = read_places(doc, hexes, box_index, desk)
    crossings, crossing_index = read_crossings(doc, hexes, rivers, sides, desk)
    population = bytes(hexes.size)
    if doc.population:
        population = read_population(doc.population, hexes, desk, ("map", "population"))
    return Board(
        grid=hexes,
        hex_km=doc.hex_km,
        terrain=_read_terrain(doc.terrain, rules, hexes, desk),
        rivers=rivers,
        roads=roads.flags,
        start_control=_read_control(doc.control, sides, hexes, desk),
        population=population,
        landmass=landmass,
        landmass_names=landmass_names,
        road_chains=roads.chains,
        crossings=crossings,
        places=places,
        boxes=boxes,
        place_index=place_index,
        crossing_index=crossing_index,
        box_index=box_index,
        waters=_read_waters(doc, hexes, desk),
        earth=_read_earth(doc.earth, hexes, desk),
        start_works=_read_levels("works", doc.works, rules.ground.works_max, hexes, desk),
        start_rubble=_read_levels("rubble", doc.rubble, _MOST_RUBBLE, hexes, desk),
    )


def _read_levels(
    key: str, levels: tuple[LevelDoc, ...], most: int, hexes: HexGrid, desk: Desk
) -> bytes:
    """Return a level per hex; empty if there is none anywhere."""
    found = bytearray(hexes.size if levels else 0)
    for number, entry in enumerate(levels):
        path: Path = ("map", key, number)
        level = desk.within(entry.level, 1, most, (*path, "level"))
        for hex_ in desk.hexes(hexes, entry.hexes, (*path, "hexes")):
            found[hex_] = level
    return bytes(found)


def _read_waters(doc: MapDoc, hexes: HexGrid, desk: Desk) -> tuple[Water, ...]:
    return tuple(
        Water(
            water.name.en,
            water.name.ar,
            tuple(desk.hexes(hexes, water.hexes, ("map", "waters", number, "hexes"))),
        )
        for number, water in enumerate(doc.waters)
    )


def _read_earth(doc: EarthDoc | None, hexes: HexGrid, desk: Desk) -> Earth | None:
    if doc is None:
        return None
    for name, value, most in (("east", doc.east, 180), ("north", doc.north, _NORTHMOST)):
        if not -most <= value <= most:
            desk.say(("map", "earth", name), f"should be -{most} to {most}, not {value:g}")
            return None
    return Earth(desk.hex(hexes, doc.hex, ("map", "earth", "hex")), doc.east, doc.north)


def _read_terrain(rows: Rows, rules: Rulebook, hexes: HexGrid, desk: Desk) -> bytes:
    path: Path = ("map", "terrain")
    check_legend(rows, desk, path)
    numbers = {terrain.id: number for number, terrain in enumerate(rules.terrains)}
    meanings = {terrain.letter: number for number, terrain in enumerate(rules.terrains)}
    for letter, name in rows.legend.items():
        meanings[letter] = max(0, desk.pick("terrain", name, numbers, (*path, "legend", letter)))
    return read_lettered(rows, meanings, hexes, desk, path)


def _read_control(rows: Rows | None, sides: dict[str, int], hexes: HexGrid, desk: Desk) -> bytes:
    if rows is None:
        return bytes([NO_SIDE]) * hexes.size
    path: Path = ("map", "control")
    check_legend(rows, desk, path)
    meanings = {".": NO_SIDE}
    for letter, name in rows.legend.items():
        number = desk.pick("side", name, sides, (*path, "legend", letter)) if name else NO_SIDE
        meanings[letter] = NO_SIDE if number == NOWHERE else number
    return read_lettered(rows, meanings, hexes, desk, path)


def _read_roads(doc: MapDoc, hexes: HexGrid, desk: Desk) -> _Roads:
    desk.index("road", [road.id for road in doc.roads], ("map", "roads"))
    flags = bytearray(6 * hexes.size)
    chains: list[tuple[str, str, tuple[int, ...]]] = []
    for number, road in enumerate(doc.roads):
        path: Path = ("map", "roads", number, "hexes")
        spots = desk.spots(hexes, road.hexes, path)
        if len(spots) < 2:
            desk.say(path, "a road needs two hexes at least")
        bad = 0
        # Where a hex between two others is bad, that they are no neighbours follows from it.
        whole = len(spots) == len(road.hexes.split())
        for (a, _), (b, offset) in pairwise(spots):
            direction = hexes.direction(a, b)
            if direction >= 0:
                flags[6 * a + direction] = flags[6 * b + opposite(direction)] = 1
            elif whole and bad < TOLD_PER_TEXT:
                bad += 1
                pair = f"{hexes.label(a)} and {hexes.label(b)}"
                desk.say(path, f"{pair} follow each other but are not neighbours", offset=offset)
        chains.append((road.name.en, road.kind, tuple(hex_ for hex_, _ in spots)))
    return _Roads(bytes(flags), tuple(chains))
