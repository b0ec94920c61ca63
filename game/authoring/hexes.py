"""Hexes as files write them: labels such as `14_13`, and lists of them."""

from __future__ import annotations

from collections.abc import Iterable

from game.authoring.draft import Draft
from game.authoring.yaml_text import CannotEdit
from game.hexes import HexGrid, grid


def grid_of(draft: Draft) -> HexGrid:
    """Return the grid of the map.

    Raises:
        CannotEdit: if the map has no size.
    """
    width, height = draft.get("map", ("width",)), draft.get("map", ("height",))
    if not all(isinstance(side, int) and 0 < side <= 512 for side in (width, height)):
        raise CannotEdit("the map has no width and height")
    return grid(width, height)


def hex_at(hexes: HexGrid, label: str) -> int:
    """Return the hex with a label.

    Raises:
        CannotEdit: if it is none, or lies off the map.
    """
    try:
        return hexes.parse(label)
    except ValueError as error:
        raise CannotEdit(str(error)) from None


def labels(hexes: HexGrid, numbers: Iterable[int]) -> str:
    """Return hexes as one text with blanks."""
    return " ".join(hexes.label(number) for number in numbers)


def cells(hexes: HexGrid, numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return column and row of each hex."""
    return [(number % hexes.width, number // hexes.width) for number in numbers]
