"""Painting hexes: terrain, landmass, control and population.

Each of these is rows of letters on the map; the brush takes a meaning (a terrain id, a side) and
finds or makes its letter. `stroke` joins what one pull of the brush does to one step of undo.
"""

from __future__ import annotations

import string
from collections.abc import Hashable, Iterable
from typing import Final

from game.authoring.draft import Draft
from game.authoring.edit import Edit
from game.authoring.hexes import cells, grid_of
from game.authoring.yaml_text import CannotEdit

NOBODY: Final = "."
MAINLAND: Final = "mainland"
"""The landmass of all hexes when the first other one is painted."""
LAYERS: Final = ("terrain", "landmass", "control", "population")
"""What a brush can lay on hexes."""


def paint(layer: str, hexes: Iterable[int], meaning: str, *, stroke: Hashable = None) -> Edit:
    """Give hexes a terrain, a landmass, a side ("" for nobody) or a level of population "0".."3".

    The rows are made if the map has none yet; the letter is put into the legend if it is new.
    """
    numbers = tuple(dict.fromkeys(hexes))

    def change(draft: Draft) -> None:
        letter = letter_for(draft, layer, meaning)
        spots = cells(grid_of(draft), numbers)
        draft.set_letters("map", rows_path(layer), dict.fromkeys(spots, letter))

    return Edit(f"ground.{layer}", change, (meaning,), stroke and (layer, stroke))


def fill(layer: str, hex_: int, meaning: str) -> Edit:
    """Paint all hexes of one kind that hang together with a hex."""

    def change(draft: Draft) -> None:
        area = same_area(draft, layer, hex_)
        letter = letter_for(draft, layer, meaning)
        draft.set_letters(
            "map", rows_path(layer), dict.fromkeys(cells(grid_of(draft), area), letter)
        )

    return Edit("ground.fill", change, (layer, meaning))


def same_area(draft: Draft, layer: str, hex_: int) -> list[int]:
    """Return the hexes of one letter that hang together with a hex, itself among them."""
    grid = grid_of(draft)
    letters = "".join(str(draft.get("map", rows_path(layer)) or "").split())
    if len(letters) != grid.size:
        if letters:
            raise CannotEdit(f"the rows of {layer} do not fit the map; mend them first")
        return list(range(grid.size))
    found, front = {hex_}, [hex_]
    while front:
        here = front.pop()
        for other in grid.adjacent[6 * here : 6 * here + 6]:
            if other >= 0 and other not in found and letters[other] == letters[hex_]:
                found.add(other)
                front.append(other)
    return sorted(found)


def rows_path(layer: str) -> tuple[str, ...]:
    """Return where the rows of a layer stand in `map.yaml`."""
    return ("population",) if layer == "population" else (layer, "rows")


def letter_for(draft: Draft, layer: str, meaning: str) -> str:
    """Return the letter of a meaning, put into the legend if need be; rows are made if missing."""
    if layer == "population":
        if meaning not in ("0", "1", "2", "3"):
            raise CannotEdit(f'a level of population is a digit from 0 to 3, not "{meaning}"')
        if not draft.get("map", ("population",)):
            draft.set("map", ("population",), blank_rows(draft, "0"))
        return meaning
    legend: dict[str, str] = draft.get("map", (layer, "legend")) or {}
    if layer == "control" and not draft.get("map", ("control",)):
        draft.set("map", ("control",), {"legend": {}, "rows": blank_rows(draft, NOBODY)})
    if layer == "control" and not meaning:
        return NOBODY
    if layer == "landmass" and not draft.get("map", ("landmass",)):
        legend = {"M": MAINLAND}
        made = {"legend": legend, "rows": blank_rows(draft, "M")}
        draft.set("map", ("landmass",), made)
    for letter, known in legend.items():
        if known == meaning and len(letter) == 1:
            return str(letter)
    taken = "".join(legend)
    if layer == "terrain":
        for terrain in draft.get("rules", ("terrains",), []):
            letter = str(terrain.get("letter", ""))
            if terrain.get("id") == meaning and letter and legend.get(letter, meaning) == meaning:
                return letter
        taken += "".join(str(t.get("letter", "")) for t in draft.get("rules", ("terrains",), []))
    letter = _free(taken + NOBODY, meaning)
    draft.set("map", (layer, "legend"), {**legend, letter: meaning})
    return letter


def blank_rows(draft: Draft, letter: str) -> str:
    """Return rows of one letter for the whole map, laid out as it lies."""
    grid = grid_of(draft)
    return "".join(
        " " * (row % 2) + " ".join(letter * grid.width) + "\n" for row in range(grid.height)
    )


def _free(taken: str, meaning: str) -> str:
    """Return a letter not taken, of the meaning's own if there is one."""
    for sign in meaning.lower() + meaning.upper() + string.ascii_letters + string.digits:
        if sign.isascii() and sign.isalnum() and sign not in taken:
            return sign
    raise CannotEdit("all letters are taken")
