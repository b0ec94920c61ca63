"""A GeoJSON file of unknown origin as features, or one clear message."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from game.scenario.problems import printable

MOST_BYTES: Final = 100_000_000
_SIMPLE: Final = ("Point", "LineString", "Polygon")
_DEGREES: Final = (180.0, 85.0)
"""Greatest longitude and latitude, either way."""

Position = tuple[float, float]
"""Longitude and latitude."""


class CannotImport(Exception):  # noqa: N818 - the answer to a wish, worded for the author
    """A file cannot be made a map; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One shape with its properties; a shape of several parts becomes several features."""

    shape: str
    """Point, LineString or Polygon."""
    rings: tuple[tuple[Position, ...], ...]
    """The points of a line; of an area its outer ring, then its holes."""
    tags: Mapping[str, str]
    number: int
    """Place in the file, from 0."""


def read_geojson(path: str | os.PathLike[str]) -> list[Feature]:
    """Return the features of a GeoJSON file (a FeatureCollection in degrees, as the format asks).

    Raises:
        CannotImport: if it cannot be read, is no such file, holds nothing, or is not in degrees.
    """
    name = printable(os.path.basename(os.fspath(path)), 100)
    try:
        if os.path.getsize(path) > MOST_BYTES:
            raise CannotImport(f"{name} is too large (at most {MOST_BYTES // 1_000_000} MB)")
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotImport(f"{name} cannot be read: {error.strerror or error}") from None
    return features(data, name)


def features(data: bytes, name: str) -> list[Feature]:
    """Return the features of the bytes of a file; `name` is for messages."""
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise CannotImport(f"{name} is not a text in UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise CannotImport(f"{name} is not JSON: {error}") from None
    if not isinstance(whole, dict) or whole.get("type") != "FeatureCollection":
        kind = whole.get("type", "no type") if isinstance(whole, dict) else "not an object"
        raise CannotImport(
            f"{name} is not a GeoJSON FeatureCollection but {printable(str(kind))}; "
            "export it as one"
        )
    listed = whole.get("features")
    if not isinstance(listed, list) or not listed:
        raise CannotImport(f"{name} holds no features")
    found: list[Feature] = []
    for number, item in enumerate(listed):
        if not isinstance(item, dict):
            raise CannotImport(f"{name}: features[{number}] is not a feature")
        geometry = item.get("geometry")
        tags = _tags(item.get("properties"))
        if isinstance(geometry, dict):
            try:
                found += _parts(geometry, tags, number)
            except (TypeError, ValueError, LookupError, RecursionError) as error:
                reason = (
                    str(error) if isinstance(error, _GeometryError) else "its geometry is broken"
                )
                raise CannotImport(f"{name}: features[{number}]: {reason}") from None
    if not found:
        raise CannotImport(f"{name} holds no points, lines or areas")
    return found


class _GeometryError(ValueError):
    """A geometry cannot be used, for the reason given."""


def _tags(properties: Any) -> dict[str, str]:
    """Return properties as texts; nested ones (`tags` of some exports) are lifted up."""
    found: dict[str, str] = {}
    for key, value in properties.items() if isinstance(properties, dict) else ():
        if isinstance(value, dict):
            found.update({str(k): str(v) for k, v in value.items() if not isinstance(v, dict)})
        elif value is not None:
            found[str(key)] = str(value)
    return found


def _parts(geometry: dict[str, Any], tags: dict[str, str], number: int) -> Iterator[Feature]:
    kind = geometry["type"]
    if kind == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _parts(part, tags, number)
        return
    at = geometry["coordinates"]
    single = kind.removeprefix("Multi")
    if single not in _SIMPLE:
        raise _GeometryError(f'unknown geometry "{printable(str(kind))}"')
    for part in at if kind != single else [at]:
        if single == "Point":
            rings: tuple[tuple[Position, ...], ...] = ((_position(part),),)
        elif single == "LineString":
            rings = (tuple(_position(point) for point in part),)
        else:
            rings = tuple(tuple(_position(point) for point in ring) for ring in part)
        if rings and rings[0]:
            yield Feature(single, rings, tags, number)


def _position(point: Any) -> Position:
    lon, lat = float(point[0]), float(point[1])
    if not (abs(lon) <= _DEGREES[0] and abs(lat) <= _DEGREES[1]):
        raise _GeometryError(
            f"coordinates out of range ({lon:g}, {lat:g}): GeoJSON is in degrees of longitude and "
            "latitude (WGS 84); export it in EPSG:4326"
        )
    return lon, lat
