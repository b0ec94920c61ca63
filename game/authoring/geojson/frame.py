"""From degrees to hexes: a flat frame around the middle of the map."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from game.authoring.geojson.reading import CannotImport, Feature, Position
from game.hexes import HexGrid, grid

LARGEST: Final = 120
"""Hexes a map made from data may be wide or high."""
_KM_PER_DEGREE: Final = 111.32
_ROW: Final = math.sqrt(3) / 2

Point = tuple[float, float]
"""Kilometres east and south of the north-west corner."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of the earth, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def of(cls, features: Iterable[Feature]) -> Extent:
        """Return the least that holds all features."""
        points = [point for f in features for ring in f.rings for point in ring]
        lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
        return cls(min(lons), min(lats), max(lons), max(lats))


@dataclass(frozen=True)
class Frame:
    """Hexes laid over an extent: pointy-top, `hex_km` from flat to flat, odd rows to the right.

    Distances are true in the middle of the map; at 60 km from it the error is about half a percent.
    """

    extent: Extent
    hex_km: float

    @cached_property
    def grid(self) -> HexGrid:
        """The grid.

        Raises:
            CannotImport: if the extent is empty, or asks for too many hexes.
        """
        extent = self.extent
        if not (extent.west <= extent.east and extent.south <= extent.north):
            raise CannotImport("the extent is empty: give west, south, east, north in degrees")
        if not 0 < self.hex_km <= 1000:
            raise CannotImport(
                f"a hex measures more than 0 and at most 1000 km, not {self.hex_km:g}"
            )
        x, y = self.point((extent.east, extent.south))
        width = max(1, math.ceil(x / self.hex_km - 0.5 + 1e-9))
        height = max(1, math.ceil(y / (self.hex_km * _ROW) + 1e-9))
        if width > LARGEST or height > LARGEST:
            least = max(x / (LARGEST + 0.5), y / (LARGEST * _ROW))
            raise CannotImport(
                f"the map would be {width} by {height} hexes (at most {LARGEST} by {LARGEST}): "
                f"make hexes of at least {math.ceil(least * 100) / 100:g} km, or the extent smaller"
            )
        return grid(width, height)

    def point(self, position: Position) -> Point:
        """Return a position in kilometres from the north-west corner."""
        lon, lat = position
        middle = math.radians((self.extent.north + self.extent.south) / 2)
        east = (lon - self.extent.west) * _KM_PER_DEGREE * math.cos(middle)
        return east, (self.extent.north - lat) * 110.574

    def centre(self, hex_: int) -> Point:
        """Return the middle of a hex."""
        col, row = self.grid.col_row(hex_)
        return (col + 0.5 + (row % 2) / 2) * self.hex_km, (row + 0.5) * self.hex_km * _ROW

    def hex_at(self, point: Point) -> int:
        """Return the hex at a point, -1 if it lies off the map."""
        x, y = point
        near = round(y / (self.hex_km * _ROW) - 0.5)
        best, least = -1, math.inf
        for row in (near - 1, near, near + 1):
            col = round(x / self.hex_km - 0.5 - (row % 2) / 2)
            cx = (col + 0.5 + (row % 2) / 2) * self.hex_km
            cy = (row + 0.5) * self.hex_km * _ROW
            far = (cx - x) ** 2 + (cy - y) ** 2
            if far < least:
                least = far
                inside = 0 <= col < self.grid.width and 0 <= row < self.grid.height
                best = self.grid.index(col, row) if inside else -1
        return best

    def corners(self, hex_: int) -> list[Point]:
        """Return the six corners of a hex, from the north-east on, against the clock."""
        x, y = self.centre(hex_)
        half, high = self.hex_km / 2, self.hex_km / math.sqrt(3)
        return [
            (x + half, y - high / 2), (x, y - high), (x - half, y - high / 2),
            (x - half, y + high / 2), (x, y + high), (x + half, y + high / 2),
        ]  # fmt: skip
