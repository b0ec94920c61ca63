"""A hex and what lies around it, in sentences."""

from __future__ import annotations

from typing import Final

from game.engine.board import River
from game.engine.rules.civilians import corridor_open
from game.engine.rules.ground import crossings_at, river_between, terrain_at
from game.engine.rules.presence import hostile, side_of, stacks, units_at
from game.engine.rules.zoc import enemy_zone
from game.engine.state import GameState
from game.hexes import DIRECTION_NAMES
from game.text.names import Names
from game.text.page import counted, listed
from game.text.play.units import unit_line

_WATER: Final = {River.MAIN: "the main river", River.CHANNEL: "a channel"}
_PEOPLE: Final = ("", "few people", "many people", "very many people")


def hex_page(names: Names, view: GameState, h: int, side: int) -> list[str]:
    """Return what a side knows about a hex, its units, and its six neighbours."""
    board = names.scenario.board
    places = [place.name for place in board.places if h in place.hexes]
    head = f"{board.grid.label(h)}: {listed(places) if places else 'open ground'}."
    told = [head, f"{terrain_at(view, h).name}, held by {names.side(view.control[h])}."]
    told += _details(names, view, h, side)
    here = units_at(view, h)
    told += [f"{names.side(side_of(view, n))}: {unit_line(names, view, n)}." for n in here]
    if not here:
        told.append("No unit is known to be here.")
    return told + [_beside(names, view, h, direction) for direction in range(6)]


def _details(names: Names, view: GameState, h: int, side: int) -> list[str]:
    board, told = names.scenario.board, []
    if view.works[h]:
        told.append(f"Prepared position of level {view.works[h]}.")
    if view.rubble[h]:
        told.append(f"Rubble of level {view.rubble[h]}.")
    if view.population[h]:
        told.append(f"{_PEOPLE[view.population[h]].capitalize()} live here.")
    if corridor_open(view, h):
        told.append("A way out for civilians is open today; nobody may fire here.")
    for number in crossings_at(view.scenario, h):
        site = board.crossings[number]
        other = site.b if site.a == h else site.a
        state = view.crossings[number].state.value.replace("_", " ")
        told.append(f"Crossing {site.id}, {site.name}, to {names.where(other)}: {state}.")
    for number, belt in enumerate(names.scenario.oob.belts):
        if belt.hex == h and not view.belts[number].gone:
            told.append("Mines are known to be here.")
    told += [f"Way off the map to {box.name}." for box in board.boxes if h in box.entries]
    if enemy_zone(view, side)[h]:
        told.append("In an enemy zone of control.")
    return told


def _beside(names: Names, view: GameState, h: int, direction: int) -> str:
    """What lies beyond one hexside."""
    board = names.scenario.board
    way = DIRECTION_NAMES[direction].replace("_", "-")
    there = board.grid.around[h][direction]
    if there < 0:
        return f"{way}: the edge of the map."
    parts = [f"{names.where(there)}, {terrain_at(view, there).name.lower()}"]
    water = _WATER.get(river_between(view, h, there))
    if water:
        parts.append(f"beyond {water}")
    if board.roads[6 * h + direction]:
        parts.append("by road")
    parts.append(f"held by {names.side(view.control[there])}")
    units = units_at(view, there)
    if units:
        ids = [view.scenario.oob.units[n].id for n in units]
        parts.append(f"units {listed(ids)} of {names.side(side_of(view, units[0]))}")
    return f"{way}: {', '.join(parts)}."


def nearest_enemies(names: Names, view: GameState, h: int, side: int, most: int = 5) -> list[str]:
    """Return the known enemy stacks nearest to a hex, with distance and direction."""
    grid, found = view.scenario.board.grid, []
    for there, units in stacks(view).items():
        if hostile(view, side, side_of(view, units[0])):
            found.append((grid.distance(h, there), there, units))
    return [
        f"{counted(far, 'hex', 'hexes')} {bearing(view, h, there)}, {names.where(there)}: "
        f"{listed([unit_line(names, view, n) for n in units], '; ')}."
        for far, there, units in sorted(found)[:most]
    ]


def bearing(view: GameState, h: int, there: int) -> str:
    """Return the direction from one hex to another in words: north-west."""
    grid = view.scenario.board.grid
    (x, y), (to_x, to_y) = grid.centre(h), grid.centre(there)
    across, down = to_x - x, to_y - y
    north = "" if abs(down) < abs(across) * 0.41 else "south" if down > 0 else "north"
    west = "" if abs(across) < abs(down) * 0.41 else "east" if across > 0 else "west"
    return "-".join(part for part in (north, west) if part) or "here"
