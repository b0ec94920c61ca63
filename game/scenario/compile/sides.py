"""The sides of a scenario and how they stand to each other."""

from __future__ import annotations

from typing import Final

from game.engine.board import NOWHERE
from game.engine.forces import Relation, Side
from game.scenario.compile.desk import Desk
from game.scenario.documents import HeaderDoc
from game.scenario.problems import Path

_MOST: Final = 8
COLOURS: Final = ("government", "isil", "sdf", "a", "b", "c")
"""Tokens for which every palette of the game has a colour and a pattern."""
_RESERVED: Final = ("contested", "nobody")


def read_sides(header: HeaderDoc, desk: Desk) -> tuple[tuple[Side, ...], dict[str, int]]:
    """Return the sides in the order of play and the number of each by id."""
    path: Path = ("scenario", "sides")
    index = desk.index("side", [side.id for side in header.sides], path)
    if not header.title.en.strip():
        desk.say(("scenario", "title", "en"), "the title is empty; menus show it")
    if not 1 <= len(header.sides) <= _MOST:
        desk.say(path, f"a scenario has 1 to {_MOST} sides, not {len(header.sides)}")
    for number, side in enumerate(header.sides):
        if side.id in _RESERVED:
            desk.say((*path, number, "id"), f'"{side.id}" has a meaning of its own; use another id')
        desk.choice("colour", side.colour, COLOURS, (*path, number, "colour"))
    sides = tuple(
        Side(side.id, side.name.en, side.name.ar, side.colour, side.boats, side.agent)
        for side in header.sides
    )
    return sides, index


def read_relations(
    header: HeaderDoc, sides: dict[str, int], desk: Desk
) -> tuple[tuple[Relation, ...], ...]:
    """Return the relation by [side][side]: a side is its own ally, pairs not named are hostile."""
    count = len(header.sides)
    table = [[Relation.HOSTILE] * count for _ in range(count)]
    for own in range(count):
        table[own][own] = Relation.ALLIED
    named: set[tuple[int, int]] = set()
    for number, relation in enumerate(header.relations):
        path: Path = ("scenario", "relations", number, "between")
        a, b = sorted(
            desk.pick("side", name, sides, (*path, end))
            for end, name in enumerate(relation.between)
        )
        if NOWHERE in (a, b):
            continue
        if a == b:
            desk.say(path, "a relation is between two different sides")
            continue
        if (a, b) in named:
            desk.say(path, "the relation of these two sides is given already")
        named.add((a, b))
        table[a][b] = table[b][a] = Relation(relation.are)
    return tuple(tuple(row) for row in table)


def read_graded(header: HeaderDoc, sides: dict[str, int], desk: Desk) -> int:
    """Return the side whose dials are graded in full: the one named, else the first."""
    if not header.graded:
        return 0
    return max(0, desk.pick("side", header.graded, sides, ("scenario", "graded")))
