"""Things on the map of a kind the game does not know, or where they mean nothing."""

from __future__ import annotations

from typing import Final

from game.engine.board import River
from game.scenario.problems import nearest, printable
from game.scenario.warnings.look import Look
from game.scenario.wording import did_you_mean, listed

PLACES: Final = (
    "city_district", "city", "town", "village", "island", "landmark", "base", "hill", "bridge",
    "crossing", "airbase",
)  # fmt: skip
"""Kinds of places that are lettered and drawn in a way of their own."""


def unknown_kinds(look: Look) -> None:
    """Warn of places of a kind that the map does not know: they are lettered like landmarks."""
    for number, place in enumerate(look.map.places):
        if place.kind not in PLACES:
            rest = did_you_mean(nearest(place.kind, PLACES)) or f" (there are: {listed([*PLACES])})"
            message = f'no kind of place is called "{printable(place.kind)}"{rest}'
            look.warn("kind", ("map", "places", number, "kind"), message)


def entries_inside(look: Look) -> None:
    """Warn of entries that are not at the edge of the map."""
    grid = look.scenario.board.grid
    for number, entry in enumerate(look.map.entries):
        column, row = (int(part) for part in entry.hex.split("_"))
        if 0 < column < grid.width - 1 and 0 < row < grid.height - 1:
            message = f"{entry.hex} is not at the edge of the map, where roads lead off it"
            look.warn("inside", ("map", "entries", number, "hex"), message)


def waters_without_river(look: Look) -> None:
    """Warn of names of rivers none of whose hexes lies at a river."""
    board = look.scenario.board
    for number, water in enumerate(look.map.waters):
        hexes = [board.grid.parse(label) for label in water.hexes.split()]
        if all(board.rivers[6 * here + way] == River.NONE for here in hexes for way in range(6)):
            message = "no river runs along any of these hexes, so the name stands nowhere"
            look.warn("dry", ("map", "waters", number, "hexes"), message)
