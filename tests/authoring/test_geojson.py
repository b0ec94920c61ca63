"""Maps drawn from GeoJSON, and clear words for what is none."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from game.authoring.geojson import (
    CannotImport,
    Extent,
    Laid,
    Tagging,
    lay,
    map_text,
    read_geojson,
)
from game.authoring.geojson.frame import Frame
from game.authoring.new_package import CannotCreate, imported_package
from game.authoring.yaml_text import YamlText
from game.scenario.package import examine, load_scenario

WEST, NORTH = 40.0, 35.5
KM = 1 / 110.574
"""A kilometre in degrees of latitude."""
KM_EAST = 1 / (111.32 * 0.8141)
"""... and of longitude, near enough, at this latitude."""


def at(x: float, y: float) -> list[float]:
    """The position so many kilometres east and south of the corner."""
    return [WEST + x * KM_EAST, NORTH - y * KM]


def feature(kind: str, points: list[list[float]], **tags: Any) -> dict[str, Any]:
    shaped: Any = {"Point": points[0], "LineString": points, "Polygon": [[*points, points[0]]]}[
        kind
    ]
    return {
        "type": "Feature",
        "properties": {key.replace("__", ":"): value for key, value in tags.items()},
        "geometry": {"type": kind, "coordinates": shaped},
    }


def box(x0: float, y0: float, x1: float, y1: float) -> list[list[float]]:
    return [at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1)]


COUNTRY = [
    feature("Polygon", box(0, 0, 20, 5), landuse="farmland"),
    feature("Polygon", box(8, 8, 12, 12), landuse="residential", name="Suburb"),
    feature("Polygon", box(3.0, 3.0, 3.1, 3.1), place="village", name="Tiny", name__ar="صغيرة"),
    feature("Polygon", box(0, 14, 1, 15), natural="water"),
    feature("LineString", [at(10, -1), at(10, 16)], waterway="river", name="River"),
    feature("LineString", [at(0, 10), at(6, 10)], highway="primary", name="M1"),
    feature("LineString", [at(6, 10), at(19.9, 10)], highway="primary", name="M1"),
    feature("LineString", [at(0, 2), at(4, 2)], waterway="stream"),
    feature("Point", [at(15.2, 3.2)], place="town", name="المدينة", name__en="The Town"),
    feature("Point", [at(15.2, 3.2)], amenity="cafe"),
    feature("LineString", [at(0, 0), at(1, 1)], power="line"),
]
HERE = Extent(WEST, NORTH - 15 * KM, WEST + 20 * KM_EAST, NORTH)


def write(folder: Path, features: Any, **over: Any) -> Path:
    file = folder / "data.geojson"
    whole = {"type": "FeatureCollection", "features": features, **over}
    file.write_text(json.dumps(whole), encoding="utf-8")
    return file


@pytest.fixture
def laid(tmp_path: Path) -> Laid:
    return lay(read_geojson(write(tmp_path, COUNTRY)), 1.0, HERE)


def test_areas_become_terrain(laid: Laid) -> None:
    assert (laid.frame.grid.width, laid.frame.grid.height) == (20, 18)
    assert laid.rows[0] == "f" * 20
    assert laid.rows[17] == "d" * 20
    assert "sss" in laid.rows[11]
    assert "v" in laid.rows[3], "a village is on one hex at least"
    assert sum(laid.terrain.values()) == 20 * 18
    assert laid.ignored == {
        "water areas (draw the river as a line)": 1,
        "points without a name or a meaning": 1,
        "lines without a meaning": 1,
    }


def test_a_river_runs_unbroken_along_hexsides(laid: Laid) -> None:
    grid = laid.frame.grid
    main = [frozenset(pair) for pair in laid.rivers["main"]]
    assert len(main) > 17
    for a, b in main:
        assert grid.direction(a, b) >= 0
        assert all(abs(laid.frame.centre(hex_)[0] - 10) < 1.6 for hex_ in (a, b))
    banks = {hex_ for side in main for hex_ in side}
    west = {hex_ for hex_ in range(grid.size) if laid.frame.centre(hex_)[0] < 8}
    reached, front = set(west), list(west)
    while front:
        here = front.pop()
        for other in grid.adjacent[6 * here : 6 * here + 6]:
            if other >= 0 and other not in reached and frozenset((here, other)) not in main:
                reached.add(other)
                front.append(other)
    east = {hex_ for hex_ in range(grid.size) if laid.frame.centre(hex_)[0] > 12}
    assert not reached & east, "nobody comes over without crossing it"
    assert banks
    assert laid.rivers["channel"]


def test_lines_become_roads_and_parts_are_joined(laid: Laid) -> None:
    (road,) = laid.roads
    assert (road.name, road.kind) == ("M1", "road")
    grid = laid.frame.grid
    assert len(road.hexes) >= 19
    assert all(grid.distance(a, b) == 1 for a, b in zip(road.hexes, road.hexes[1:], strict=False))


def test_places_are_named_in_both_languages(laid: Laid) -> None:
    by_id = {place.id: place for place in laid.places}
    assert by_id["the_town"].name_ar == "المدينة"
    assert by_id["the_town"].hexes == (laid.frame.hex_at(laid.frame.point((*at(15.2, 3.2),))),)
    assert by_id["tiny"].name_ar == "صغيرة"


def test_the_text_is_a_map(laid: Laid, tmp_path: Path) -> None:
    text = map_text(laid)
    assert text.startswith("# Made from GeoJSON")
    data = YamlText(text).plain
    assert data["terrain"]["rows"].split() == list("".join(laid.rows))
    made = imported_package(tmp_path / "from_data", laid, "From data")
    # Names are still to be given, and a crossing of the river to the town.
    codes = {problem.code for problem in examine(made.folder)}
    assert codes == {"no-arabic", "unreachable"}
    scenario = load_scenario(made.folder)
    assert scenario.board.place_index["the_town"] >= 0
    assert sum(1 for river in scenario.board.rivers if river) == 2 * sum(
        len(pairs) for pairs in laid.rivers.values()
    )


def test_an_own_property_says_what_an_area_is(tmp_path: Path) -> None:
    listed = [
        feature("Polygon", box(0, 0, 5, 5), cover="rocks"),
        feature("Polygon", box(5, 0, 9.9, 5), cover="else", landuse="industrial"),
    ]
    found = lay(
        read_geojson(write(tmp_path, listed)), 1.0,
        tagging=Tagging(key="cover", terrain={"rocks": "hills"}),
    )  # fmt: skip
    assert set(found.rows[0]) == {"h", "i"}
    with pytest.raises(CannotImport, match='no terrain "hill", did you mean "hills"'):
        lay(read_geojson(write(tmp_path, listed)), 1.0, tagging=Tagging("cover", {"rocks": "hill"}))


def test_every_hex_finds_itself() -> None:
    frame = Frame(HERE, 0.5)
    for hex_ in range(frame.grid.size):
        assert frame.hex_at(frame.centre(hex_)) == hex_
        for number, corner in enumerate(frame.corners(hex_)):
            near = frame.corners(hex_)[number - 1]
            assert (corner[0] - near[0]) ** 2 + (corner[1] - near[1]) ** 2 == pytest.approx(
                0.5**2 / 3
            )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"not json", "is not JSON"),
        (b"\xff\xfe\x00", "not a text in UTF-8"),
        (b"[]", "not a GeoJSON FeatureCollection but not an object"),
        (b'{"type": "Topology"}', "FeatureCollection but Topology; export it as one"),
        (b'{"type": "FeatureCollection", "features": []}', "holds no features"),
        (b'{"type": "FeatureCollection", "features": [{"geometry": null}]}', "no points, lines"),
        (b'{"type": "FeatureCollection", "features": [3]}', r"features\[0\] is not a feature"),
        (
            b'{"type": "FeatureCollection", "features": [{"geometry": '
            b'{"type": "Point", "coordinates": [438000, 3920000]}}]}',
            r"features\[0\]: coordinates out of range \(438000, 3.92e\+06\).*EPSG:4326",
        ),
        (
            b'{"type": "FeatureCollection", "features": [{"geometry": '
            b'{"type": "Polygon", "coordinates": [1, 2]}}]}',
            "its geometry is broken",
        ),
        (
            b'{"type": "FeatureCollection", "features": [{"geometry": '
            b'{"type": "Curve", "coordinates": [1, 2]}}]}',
            'unknown geometry "Curve"',
        ),
    ],
)
def test_files_that_are_none(tmp_path: Path, data: bytes, message: str) -> None:
    file = tmp_path / "x.geojson"
    file.write_bytes(data)
    with pytest.raises(CannotImport, match=message):
        read_geojson(file)


def test_what_cannot_be_laid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CannotImport, match="cannot be read"):
        read_geojson(tmp_path / "nothing.geojson")
    features = read_geojson(write(tmp_path, COUNTRY))
    with pytest.raises(CannotImport, match=r"at most 120 by 120\): make hexes of at least 0\.1"):
        lay(features, 0.05, HERE)
    with pytest.raises(CannotImport, match="the extent is empty"):
        lay(features, 1.0, Extent(41, 35, 40, 36))
    with pytest.raises(CannotImport, match="more than 0"):
        lay(features, 0.0, HERE)
    with pytest.raises(CannotCreate, match="at least 6 by 6"):
        imported_package(tmp_path / "small", lay(features, 5.0, HERE))
    monkeypatch.setitem(sys.modules, "shapely", None)
    with pytest.raises(CannotImport, match=r"pip install 'furat\[geo\]'"):
        lay(features, 1.0, HERE)


def test_long_work_tells_how_far_it_is_and_can_be_ended(tmp_path: Path) -> None:
    features = read_geojson(write(tmp_path, COUNTRY))
    told: list[tuple[int, int]] = []
    lay(features, 1.0, HERE, progress=lambda done, whole: told.append((done, whole)))
    assert told[-1] == (len(features), len(features))

    class Enough(Exception):  # noqa: N818
        pass

    def stop(done: int, whole: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        lay(features, 1.0, HERE, progress=stop)
