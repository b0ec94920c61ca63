"""Landmasses, and the rivers between them."""

from __future__ import annotations

import re
from typing import Final

from game.engine.board import NOWHERE, River
from game.hexes import HexGrid, opposite
from game.scenario.compile.desk import TOLD_PER_TEXT, Desk
from game.scenario.compile.rows import check_legend, read_lettered
from game.scenario.documents import HexsidesDoc, MapDoc
from game.scenario.problems import Path, printable

_WORD: Final = re.compile(r"\S+")
_KINDS: Final = {"main": River.MAIN, "channel": River.CHANNEL, "none": River.NONE}


def read_landmass(doc: MapDoc, grid: HexGrid, desk: Desk) -> tuple[bytes, tuple[str, ...]]:
    """Return the landmass number of each hex and the names; all 0 on a map without any."""
    rows = doc.landmass
    if rows is None:
        return bytes(grid.size), ("",)
    path: Path = ("map", "landmass")
    check_legend(rows, desk, path)
    names = tuple(dict.fromkeys(rows.legend.values()))
    if len(names) > 100:
        desk.say((*path, "legend"), "there are more than 100 landmasses")
        return bytes(grid.size), ("",)
    numbers = {name: number for number, name in enumerate(names)}
    meanings = {letter: numbers[name] for letter, name in rows.legend.items()}
    return read_lettered(rows, meanings, grid, desk, path), names or ("",)


def read_rivers(
    doc: MapDoc, grid: HexGrid, landmass: bytes, names: tuple[str, ...], desk: Desk
) -> bytes:
    """Return the `River` per 6*hex+direction: between landmasses, then as `hexsides` says."""
    channels = _read_channels(doc, names, desk)
    rivers = bytearray(6 * grid.size)
    for side, other in enumerate(grid.adjacent):
        here = landmass[side // 6]
        if other != NOWHERE and landmass[other] != here:
            pair = frozenset((here, landmass[other]))
            rivers[side] = River.CHANNEL if pair in channels else River.MAIN
    for number, hexsides in enumerate(doc.hexsides):
        path: Path = ("map", "hexsides", number, "sides")
        for a, direction in _read_sides(hexsides, grid, desk, path):
            b = grid.adjacent[6 * a + direction]
            rivers[6 * a + direction] = rivers[6 * b + opposite(direction)] = _KINDS[hexsides.river]
    return bytes(rivers)


def _read_channels(doc: MapDoc, names: tuple[str, ...], desk: Desk) -> set[frozenset[int]]:
    index = {name: number for number, name in enumerate(names)}
    found: set[frozenset[int]] = set()
    for number, channel in enumerate(doc.channels):
        path: Path = ("map", "channels", number, "between")
        pair = [
            desk.pick("landmass", name, index, (*path, end))
            for end, name in enumerate(channel.between)
        ]
        if pair[0] == pair[1] != NOWHERE:
            desk.say(path, "a channel lies between two different landmasses")
        found.add(frozenset(pair))
    return found


def _read_sides(doc: HexsidesDoc, grid: HexGrid, desk: Desk, path: Path) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    bad = 0
    for word in _WORD.finditer(doc.sides):
        if bad >= TOLD_PER_TEXT:
            break
        first, bar, second = word[0].partition("|")
        if not bar:
            message = f'"{printable(word[0])}" is no hexside: write two hexes, as in 10_0|11_0'
            desk.say(path, message, offset=word.start())
            bad += 1
            continue
        a = desk.hex(grid, first, path, word.start())
        b = desk.hex(grid, second, path, word.start() + len(first) + bar.count("|"))
        if NOWHERE in (a, b):
            bad += 1
            continue
        direction = grid.direction(a, b)
        if direction < 0:
            desk.say(path, f"{first} and {second} are not neighbours", offset=word.start())
            bad += 1
            continue
        found.append((a, direction))
    return found
