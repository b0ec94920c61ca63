"""How much of some places a side holds (rule 8.1)."""

from __future__ import annotations

from game.engine.board import NOWHERE
from game.engine.draft import Position


def ground_of(p: Position, places: tuple[int, ...]) -> tuple[list[int], list[int]]:
    """Hexes of the places, each once, and the boxes of those off the map, one for each."""
    hexes: dict[int, None] = {}
    boxes: list[int] = []
    for number in places:
        place = p.scenario.board.places[number]
        if place.box != NOWHERE:
            boxes.append(place.box)
        else:
            hexes.update(dict.fromkeys(place.hexes))
    return list(hexes), boxes


def share(p: Position, places: tuple[int, ...], side: int) -> tuple[int, int]:
    """Hexes of the places a side holds, and all of them; a place in a box counts as one hex."""
    hexes, boxes = ground_of(p, places)
    held = sum(p.control[h] == side for h in hexes) + sum(p.boxes[b] == side for b in boxes)
    return held, len(hexes) + len(boxes)


def wholly_held(p: Position, places: tuple[int, ...], side: int) -> bool:
    """Whether a side holds all of the places; nothing is not held."""
    held, every = share(p, places, side)
    return 0 < every == held
