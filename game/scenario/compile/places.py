"""Named places, off-map boxes and crossings of a map."""

from __future__ import annotations

import re

from game.engine.board import (
    NO_SIDE,
    NOWHERE,
    Board,
    Box,
    Crossing,
    CrossingKind,
    CrossingState,
    Place,
    River,
)
from game.hexes import HexGrid
from game.scenario.compile.desk import Desk
from game.scenario.documents import HeaderDoc, MapDoc, PlaceDoc
from game.scenario.problems import Path

Sides = dict[str, int]
_LONGEST_WAY = 99
"""Days from a box to anywhere."""
_LONGEST_WORK = 99


def read_boxes(
    doc: MapDoc, grid: HexGrid, sides: Sides, desk: Desk
) -> tuple[tuple[Box, ...], dict[str, int]]:
    """Return the boxes and the number of each by id; links hold both ways."""
    index = desk.index("box", [box.id for box in doc.boxes], ("map", "boxes"))
    entries = _read_entries(doc, grid, index, desk)
    links = _read_links(doc, index, desk)
    boxes: list[Box] = []
    for number, box in enumerate(doc.boxes):
        path: Path = ("map", "boxes", number)
        control = NO_SIDE
        if box.control:
            found = desk.pick("side", box.control, sides, (*path, "control"))
            control = NO_SIDE if found == NOWHERE else found
        supplies = [
            desk.pick("side", name, sides, (*path, "supplies", at))
            for at, name in enumerate(box.supplies)
        ]
        boxes.append(
            Box(
                id=box.id,
                name=box.name.en,
                name_ar=box.name.ar,
                entries=tuple(entries[number]),
                entry_days=desk.within(box.entry_days, 0, _LONGEST_WAY, (*path, "entry_days")),
                links=tuple(sorted(links[number].items())),
                start_control=control,
                sources=tuple(side for side in supplies if side != NOWHERE),
            )
        )
    return tuple(boxes), index


def _read_entries(doc: MapDoc, grid: HexGrid, index: dict[str, int], desk: Desk) -> list[list[int]]:
    desk.index("entry", [entry.id for entry in doc.entries], ("map", "entries"))
    found: list[list[int]] = [[] for _ in doc.boxes]
    for number, entry in enumerate(doc.entries):
        path: Path = ("map", "entries", number)
        place = desk.hex(grid, entry.hex, (*path, "hex"))
        box = desk.pick("box", entry.box, index, (*path, "box"))
        if NOWHERE not in (place, box) and place not in found[box]:
            found[box].append(place)
    return found


def _read_links(doc: MapDoc, index: dict[str, int], desk: Desk) -> list[dict[int, int]]:
    found: list[dict[int, int]] = [{} for _ in doc.boxes]
    for number, box in enumerate(doc.boxes):
        for at, link in enumerate(box.links):
            path: Path = ("map", "boxes", number, "links", at)
            other = desk.pick("box", link.to, index, (*path, "to"))
            days = desk.within(link.days, 0, _LONGEST_WAY, (*path, "days"))
            if other == number:
                desk.say((*path, "to"), "a box cannot be linked to itself")
            elif other != NOWHERE:
                known = found[number].setdefault(other, days)
                found[other].setdefault(number, days)
                if known != days:
                    message = f"the way between {box.id} and {link.to} is {known} days elsewhere"
                    desk.say((*path, "days"), message)
    return found


def read_places(
    doc: MapDoc, grid: HexGrid, boxes: dict[str, int], desk: Desk
) -> tuple[tuple[Place, ...], dict[str, int]]:
    """Return the places and the number of each by id."""
    index = desk.index("place", [place.id for place in doc.places], ("map", "places"))
    places = [
        _read_place(place, grid, boxes, desk, ("map", "places", number))
        for number, place in enumerate(doc.places)
    ]
    return tuple(places), index


def _read_place(
    doc: PlaceDoc, grid: HexGrid, boxes: dict[str, int], desk: Desk, path: Path
) -> Place:
    hexes = tuple(dict.fromkeys(desk.hexes(grid, doc.hexes, (*path, "hexes"))))
    box = desk.pick("box", doc.box, boxes, (*path, "box")) if doc.box else NOWHERE
    if bool(doc.hexes.strip()) == bool(doc.box):
        both = "one of them, not both" if doc.box else "one of them"
        desk.say(path, f'a place has "hexes" or lies in a "box": give {both}')
    label = hexes[0] if hexes else NOWHERE
    if doc.label:
        label = desk.hex(grid, doc.label, (*path, "label"))
    return Place(
        id=doc.id,
        name=doc.name.en,
        name_ar=doc.name.ar,
        kind=doc.kind,
        hexes=hexes,
        label_hex=label,
        box=box,
        source=doc.source,
        confidence=doc.confidence,
    )


def read_crossings(
    doc: MapDoc, grid: HexGrid, rivers: bytes, sides: Sides, desk: Desk
) -> tuple[tuple[Crossing, ...], dict[str, int]]:
    """Return the crossings and the number of each by id; each must lie on a river hexside."""
    index = desk.index("crossing", [site.id for site in doc.crossings], ("map", "crossings"))
    crossings: list[Crossing] = []
    for number, site in enumerate(doc.crossings):
        path: Path = ("map", "crossings", number)
        a, b = (
            desk.hex(grid, text, (*path, "between", end)) for end, text in enumerate(site.between)
        )
        if NOWHERE not in (a, b):
            direction = grid.direction(a, b)
            if direction < 0:
                message = f"{site.between[0]} and {site.between[1]} are not neighbours"
                desk.say((*path, "between"), message)
            elif rivers[6 * a + direction] == River.NONE:
                message = f"no river runs between {site.between[0]} and {site.between[1]}"
                desk.say((*path, "between"), message)
        owner = desk.pick("side", site.owner, sides, (*path, "owner")) if site.owner else NOWHERE
        crossings.append(
            Crossing(
                id=site.id,
                name=site.name.en,
                name_ar=site.name.ar,
                kind=CrossingKind(site.kind),
                a=a,
                b=b,
                start=CrossingState(site.state),
                owner=NO_SIDE if owner == NOWHERE else owner,
                source=site.source,
                start_work=desk.within(site.work, 0, _LONGEST_WORK, (*path, "work")),
            )
        )
    return tuple(crossings), index


def read_focus(header: HeaderDoc, board: Board, desk: Desk) -> tuple[int, ...]:
    """Return the hexes on which the map opens, of the places and hexes the header names."""
    found: list[int] = []
    path: Path = ("scenario", "focus")
    for word in re.finditer(r"\S+", header.focus):
        name = word[0]
        if name in board.place_index:
            found.extend(board.place(name).hexes)
        elif "_" in name and name.replace("_", "").isdigit():
            hex_ = desk.hex(board.grid, name, path, word.start())
            found.extend([hex_] if hex_ != NOWHERE else [])
        else:
            desk.unknown("place", name, board.place_index, path, word.start())
    return tuple(dict.fromkeys(found))
