"""Areas to terrain: a hex is what most of it is."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any, Final

from game.authoring.geojson.frame import Frame
from game.authoring.geojson.reading import CannotImport, Feature
from game.authoring.geojson.tags import BUILT_UP

LEAST_SHARE: Final = 0.3
"""Share of a hex that areas must cover to make it what they are."""


def shapes() -> Any:
    """Return the library of shapes.

    Raises:
        CannotImport: if it is not installed.
    """
    try:
        return import_module("shapely")
    except ImportError:
        raise CannotImport(
            "reading GeoJSON needs the library shapely: pip install 'furat[geo]'"
        ) from None


def area_of(feature: Feature, frame: Frame) -> Any:
    """Return a polygon in kilometres, mended if it crosses itself; None if nothing is left."""
    shapely = shapes()
    rings = [[frame.point(position) for position in ring] for ring in feature.rings]
    rings = [ring for ring in rings if len(ring) >= 3]
    if not rings:
        return None
    made = shapely.make_valid(shapely.Polygon(rings[0], rings[1:]))
    return None if made.is_empty or made.area == 0 else made


def terrain_of(frame: Frame, areas: Iterable[tuple[Any, str]]) -> dict[int, str]:
    """Return the terrain of the hexes that areas cover; each is given with its terrain.

    Of several kinds in a hex the largest share wins. A built-up area too small for that is put on
    the hex of its middle.
    """
    covered: dict[int, dict[str, float]] = {}
    homes: list[tuple[int, str]] = []
    full = shapes().Polygon(frame.corners(0)).area
    for area, terrain in areas:
        for hex_, share in shares(frame, area):
            kinds = covered.setdefault(hex_, {})
            kinds[terrain] = kinds.get(terrain, 0.0) + share
        if terrain in BUILT_UP:
            middle = area.representative_point()
            homes.append((frame.hex_at((middle.x, middle.y)), terrain))
    found: dict[int, str] = {}
    for hex_, kinds in covered.items():
        if sum(kinds.values()) >= LEAST_SHARE * full:
            found[hex_] = max(kinds, key=lambda kind: kinds[kind])
    for home, terrain in homes:
        if home >= 0 and found.get(home) not in BUILT_UP:
            found[home] = terrain
    return found


def shares(frame: Frame, area: Any) -> list[tuple[int, float]]:
    """Return the hexes an area touches, each with the square kilometres it covers there."""
    shapely = shapes()
    left, top, right, bottom = area.bounds
    grid = frame.grid
    row_km = frame.hex_km * 3**0.5 / 2
    rows = range(max(0, int(top / row_km) - 1), min(grid.height, int(bottom / row_km) + 2))
    first = max(0, int(left / frame.hex_km) - 1)
    last = min(grid.width, int(right / frame.hex_km) + 2)
    hexes = [grid.index(col, row) for row in rows for col in range(first, last)]
    if not hexes:
        return []
    shapely.prepare(area)
    cells = shapely.polygons([frame.corners(hex_) for hex_ in hexes])
    touched = shapely.intersects(area, cells)
    near = [(hex_, cell) for hex_, cell, yes in zip(hexes, cells, touched, strict=True) if yes]
    if not near:
        return []
    sizes = shapely.area(shapely.intersection(area, [cell for _, cell in near]))
    return [(hex_, float(size)) for (hex_, _), size in zip(near, sizes, strict=True) if size > 0]
