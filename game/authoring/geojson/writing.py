"""A map in the making as the text of a `map.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.authoring.geojson.laying import Laid, LaidPlace
from game.authoring.hexes import labels
from game.authoring.names import free_id
from game.authoring.yaml_text import YamlText
from game.hexes import HexGrid

_HEAD = """\
# Made from GeoJSON: areas to terrain, lines to rivers and roads, points to places. Look it over: a
# hex is what most of it is, and rivers run along hexsides.
"""


def map_text(laid: Laid) -> str:
    """Return the text of the map; control, people, boxes and entries are left to the author."""
    return YamlText(_HEAD).turn_into(map_data(laid)).text


def map_data(laid: Laid) -> dict[str, Any]:
    """Return the data of the map."""
    grid, extent = laid.frame.grid, laid.frame.extent
    made: dict[str, Any] = {
        "width": grid.width,
        "height": grid.height,
        "hex_km": laid.frame.hex_km,
        "origin": (
            f"The north-west corner is {extent.west:.4f} E, {extent.north:.4f} N; "
            f"the map reaches to {extent.east:.4f} E, {extent.south:.4f} N."
        ),
        "terrain": {"legend": {}, "rows": rows_text(laid.rows)},
    }
    if laid.rivers:
        made["hexsides"] = [
            {"river": kind, "sides": " ".join(f"{grid.label(a)}|{grid.label(b)}" for a, b in pairs)}
            for kind, pairs in laid.rivers.items()
        ]
    if laid.roads:
        made["roads"] = _roads(laid, grid)
    if laid.places:
        made["places"] = [
            {
                "id": place.id,
                "name": _name(place.name, place.name_ar),
                "kind": place.kind,
                "hexes": labels(grid, place.hexes),
            }
            for place in laid.places
        ]
    return made


def on_map(texts: Mapping[str, str], laid: Laid) -> dict[str, str]:
    """Return the files of a new package that differ once it lies on this map."""
    old = YamlText(texts["map"])
    new = map_data(laid)
    people = "".join("0" if not sign.isspace() else sign for sign in old.plain["population"])
    data = {**old.plain, **new, "population": people}
    made = {"map": old.turn_into(data).text}
    if laid.places:
        side, place = _aim(laid)
        objective = ("objectives", "W1")
        text = {"en": f"Take {place.name}."}
        if place.name_ar:
            text["ar"] = f"سيطر على {place.name_ar}."
        made["objectives"] = (
            YamlText(texts["objectives"])
            .set((*objective, "side"), side)
            .set((*objective, "places"), [place.id])
            .set((*objective, "name"), _name(place.name, place.name_ar))
            .set((*objective, "text"), text)
            .text
        )
    return made


def _aim(laid: Laid) -> tuple[str, LaidPlace]:
    """Return a side of the new package and a place that it does not hold at the start."""
    width = laid.frame.grid.width
    for place in laid.places:
        if any(hex_ % width >= width // 2 for hex_ in place.hexes):
            return "west", place
    return "east", laid.places[0]


def rows_text(rows: tuple[str, ...]) -> str:
    """Return rows of letters as they lie on the map."""
    return "".join(" " * (number % 2) + " ".join(row) + "\n" for number, row in enumerate(rows))


def _roads(laid: Laid, grid: HexGrid) -> list[dict[str, Any]]:
    taken: set[str] = set()
    made = []
    for road in laid.roads:
        name = free_id(taken, f"{road.kind}_1")
        taken.add(name)
        made.append(
            {
                "id": name,
                "name": _name(road.name or road.kind.capitalize(), road.name_ar),
                "kind": road.kind,
                "hexes": labels(grid, road.hexes),
            }
        )
    return made


def _name(name: str, name_ar: str) -> dict[str, str]:
    return {"en": name, **({"ar": name_ar} if name_ar else {})}
