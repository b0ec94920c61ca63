"""Who holds the places of a map at a moment, and how much of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.engine.board import NO_SIDE
from game.engine.draft import Position
from game.engine.rules.shares import ground_of
from game.engine.scenario import Scenario

CONTESTED: Final = "contested"
"""Stands where a side would, for a place of which no side holds all."""
CITY: Final = "city"
"""Name of all city districts together."""
DISTRICT: Final = "city_district"


def holder(p: Position, places: tuple[int, ...]) -> str | None:
    """Return the side that holds all of the places, `contested`, or None if nobody has any."""
    owners = set(_owners(p, places))
    if len(owners) > 1:
        return CONTESTED
    side = next(iter(owners), NO_SIDE)
    return None if side == NO_SIDE else p.scenario.oob.sides[side].id


def holders(p: Position) -> dict[str, str | None]:
    """Return the holder of every place by its id."""
    places = p.scenario.board.places
    return {place.id: holder(p, (number,)) for number, place in enumerate(places)}


def shares(p: Position, places: tuple[int, ...]) -> dict[str, float]:
    """Return the percentage of the places' hexes each side holds; sides without any are left out.

    Every hex counts once, and a place off the map as one hex.
    """
    owners = list(_owners(p, places))
    counts = [(side.id, owners.count(number)) for number, side in enumerate(p.scenario.oob.sides)]
    return {side: round(100 * count / len(owners), 1) for side, count in counts if count}


def city_districts(scenario: Scenario) -> tuple[int, ...]:
    """Return the places that make up the city; none on a map without a city."""
    places = scenario.board.places
    return tuple(number for number, place in enumerate(places) if place.kind == DISTRICT)


def all_shares(p: Position) -> dict[str, dict[str, float]]:
    """Return the shares of every place of several hexes, and of the city if there is one."""
    places = p.scenario.board.places
    found = {
        place.id: shares(p, (number,))
        for number, place in enumerate(places)
        if len(place.hexes) > 1
    }
    districts = city_districts(p.scenario)
    if districts:
        found[CITY] = shares(p, districts)
    return found


def _owners(p: Position, places: tuple[int, ...]) -> Iterable[int]:
    hexes, boxes = ground_of(p, places)
    return [p.control[h] for h in hexes] + [p.boxes[box] for box in boxes]
