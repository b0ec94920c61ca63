"""Roads: chains of neighbouring hexes, drawn on and cut."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from game.authoring.draft import Draft
from game.authoring.edit import Edit
from game.authoring.hexes import grid_of, labels
from game.authoring.names import free_id
from game.authoring.units import ids
from game.authoring.yaml_text import CannotEdit
from game.hexes import HexGrid


def draw(road: Mapping[str, Any], chain: Sequence[int]) -> Edit:
    """Add a road along hexes; `road` gives its name, kind and, if wanted, its id."""

    def change(draft: Draft) -> None:
        grid = grid_of(draft)
        _check(grid, chain)
        taken = ids(draft, "map", "roads")
        name = free_id(taken, str(road.get("id") or "road_1"))
        rest = {key: value for key, value in road.items() if key not in ("id", "hexes")}
        draft.insert("map", ("roads",), {"id": name, **rest, "hexes": labels(grid, chain)})

    return Edit("road.draw", change, (str(road.get("kind", "")),))


def draw_on(road: str, chain: Sequence[int]) -> Edit:
    """Lead a road on from the end the chain begins at."""

    def change(draft: Draft) -> None:
        grid = grid_of(draft)
        _check(grid, chain)
        known = _hexes(grid, draft, road)
        if chain[0] == known[-1]:
            whole = [*known, *chain[1:]]
        elif chain[0] == known[0]:
            whole = [*reversed(chain[1:]), *known]
        else:
            raise CannotEdit(f"{grid.label(chain[0])} is no end of road {road}")
        draft.set("map", ("roads", road, "hexes"), labels(grid, whole))

    return Edit("road.draw_on", change, (road,))


def erase(hexes: Iterable[int]) -> Edit:
    """Take hexes out of every road; a road cut in two becomes two roads."""
    gone = frozenset(hexes)

    def change(draft: Draft) -> None:
        grid = grid_of(draft)
        roads = draft.get("map", ("roads",)) or []
        taken = {str(road.get("id")) for road in roads}
        made: list[dict[str, Any]] = []
        for road in roads:
            known = _hexes(grid, draft, str(road["id"]))
            parts = [part for part in _parts(known, gone) if len(part) > 1]
            if len(parts) == 1 and len(parts[0]) == len(known):
                made.append(road)
                continue
            for number, part in enumerate(parts):
                name = str(road["id"])
                if number:
                    name = free_id(taken, name)
                    taken.add(name)
                made.append({**road, "id": name, "hexes": labels(grid, part)})
        if len(made) != len(roads) or made != roads:
            draft.set("map", ("roads",), made)

    return Edit("road.erase", change)


def _parts(chain: Sequence[int], gone: frozenset[int]) -> list[list[int]]:
    parts: list[list[int]] = [[]]
    for hex_ in chain:
        if hex_ in gone:
            parts.append([])
        else:
            parts[-1].append(hex_)
    return parts


def _check(grid: HexGrid, chain: Sequence[int]) -> None:
    if len(chain) < 2:
        raise CannotEdit("a road needs two hexes at least")
    for a, b in pairwise(chain):
        if grid.direction(a, b) < 0:
            raise CannotEdit(f"{grid.label(a)} and {grid.label(b)} are not neighbours")


def _hexes(grid: HexGrid, draft: Draft, road: str) -> list[int]:
    text = draft.get("map", ("roads", road, "hexes"))
    if not isinstance(text, str):
        raise CannotEdit(f'there is no road "{road}"')
    try:
        return [grid.parse(label) for label in text.split()]
    except ValueError as error:
        raise CannotEdit(f"road {road}: {error}") from None
