import copy
import math
import pickle
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.hexes import OFF_MAP, HexGrid, grid
from tests.hexes import oracle

SIDE = st.integers(1, 9)


@st.composite
def maps_and_pairs(draw: st.DrawFn) -> tuple[HexGrid, int, int]:
    on = grid(draw(SIDE), draw(SIDE))
    hexes = st.integers(0, on.size - 1)
    return on, draw(hexes), draw(hexes)


@given(SIDE, SIDE)
def test_adjacency_is_that_of_cube_coordinates(width: int, height: int) -> None:
    on = grid(width, height)
    assert on.size == width * height
    for i in range(on.size):
        expected = tuple(oracle.neighbour(width, height, i, d) for d in range(6))
        assert on.adjacent[6 * i : 6 * i + 6] == on.around[i] == expected
        assert on.neighbours[i] == tuple(there for there in expected if there >= 0)


def test_directions_on_a_known_map() -> None:
    on = grid(5, 5)
    even, odd = on.index(2, 2), on.index(2, 1)
    assert [on.label(i) for i in on.neighbours[even]] == ["3_2", "2_1", "1_1", "1_2", "1_3", "2_3"]
    assert [on.label(i) for i in on.neighbours[odd]] == ["3_1", "3_0", "2_0", "1_1", "2_2", "3_2"]


def test_a_single_hex_has_no_neighbours() -> None:
    on = grid(1, 1)
    assert on.neighbours == ((),)
    assert on.adjacent == (OFF_MAP,) * 6
    assert on.ring(0, 1) == ()
    assert on.disc(0, 3) == on.line(0, 0) == (0,)


@given(maps_and_pairs())
def test_distance_and_direction(case: tuple[HexGrid, int, int]) -> None:
    on, a, b = case
    assert on.distance(a, b) == oracle.distance(on.width, a, b)
    assert (on.direction(a, b) >= 0) == (on.distance(a, b) == 1)
    if on.distance(a, b) == 1:
        assert on.around[a][on.direction(a, b)] == b
        assert on.hexside(a, b) == on.hexside(b, a) == (min(a, b), max(a, b))
    else:
        with pytest.raises(ValueError, match="not adjacent"):
            on.hexside(a, b)


def test_off_the_map_is_no_direction() -> None:
    assert grid(3, 3).direction(0, OFF_MAP) == -1


@given(maps_and_pairs())
def test_a_line_is_a_shortest_chain_close_to_the_straight_one(
    case: tuple[HexGrid, int, int],
) -> None:
    on, a, b = case
    line = on.line(a, b)
    length = on.distance(a, b)
    assert (line[0], line[-1], len(line)) == (a, b, length + 1)
    assert all(on.distance(i, j) == 1 for i, j in pairwise(line))
    assert line == on.line(b, a)[::-1]
    (ax, ay), (bx, by) = on.centre(a), on.centre(b)
    for step, here in enumerate(line):
        part = step / max(length, 1)
        x, y = ax + (bx - ax) * part, ay + (by - ay) * part
        nearest = min(math.dist((x, y), on.centre(i)) for i in range(on.size))
        level = [i for i in range(on.size) if math.dist((x, y), on.centre(i)) < nearest + 1e-9]
        assert here == min(level)


@given(maps_and_pairs(), st.integers(0, 20))
def test_rings_and_discs(case: tuple[HexGrid, int, int], radius: int) -> None:
    on, centre, _ = case
    away = {i: oracle.distance(on.width, centre, i) for i in range(on.size)}
    ring = on.ring(centre, radius)
    assert sorted(ring) == [i for i in away if away[i] == radius]
    within = sorted((d, i) for i, d in away.items() if d <= radius)
    assert on.disc(centre, radius) == tuple(i for _, i in within)


def test_a_ring_runs_counter_clockwise_from_east() -> None:
    on = grid(9, 9)
    assert on.ring(on.index(4, 4), 1) == on.neighbours[on.index(4, 4)]


@pytest.mark.parametrize("shape", ["ring", "disc"])
def test_a_negative_radius_is_refused(shape: str) -> None:
    with pytest.raises(ValueError, match="negative"):
        getattr(grid(3, 3), shape)(0, -1)


@given(maps_and_pairs())
def test_names_and_places_go_round(case: tuple[HexGrid, int, int]) -> None:
    on, i, _ = case
    col, row = on.col_row(i)
    assert on.index(col, row) == i
    assert on.label(i) == f"{col}_{row}"
    assert on.parse(on.label(i)) == i
    assert on.at_point(*on.centre(i)) == i


@given(maps_and_pairs(), st.floats(0, 0.499), st.floats(0, 2 * math.pi))
def test_every_point_in_the_inner_circle_is_in_the_hex(
    case: tuple[HexGrid, int, int], out: float, bearing: float
) -> None:
    on, i, _ = case
    x, y = on.centre(i)
    assert on.at_point(x + out * math.cos(bearing), y + out * math.sin(bearing)) == i


@given(SIDE, SIDE, st.floats(-3, 12), st.floats(-3, 12))
def test_a_point_belongs_to_the_nearest_centre(width: int, height: int, x: float, y: float) -> None:
    on = grid(width, height)
    found = on.at_point(x, y)
    away = [math.dist((x, y), on.centre(i)) for i in range(on.size)]
    if found == OFF_MAP:
        assert min(away) > 0.5 - 1e-9
    else:
        assert away[found] <= min(min(away), 1 / math.sqrt(3)) + 1e-9


@pytest.mark.parametrize("x", [math.nan, math.inf, -math.inf, 1e300])
def test_no_hex_is_at_a_point_that_is_nowhere(x: float) -> None:
    assert grid(3, 3).at_point(x, 0.0) == grid(3, 3).at_point(0.0, x) == OFF_MAP


def test_neighbouring_centres_are_one_apart() -> None:
    on = grid(5, 5)
    assert on.centre(0) == (0, 0)
    assert on.centre(on.index(0, 1)) == pytest.approx((0.5, math.sqrt(3) / 2))
    middle = on.index(2, 2)
    apart = [math.dist(on.centre(middle), on.centre(i)) for i in on.neighbours[middle]]
    assert apart == pytest.approx([1.0] * 6)


@pytest.mark.parametrize(("col", "row"), [(-1, 0), (0, -1), (4, 0), (0, 3)])
def test_an_index_off_the_map_is_refused_by_name(col: int, row: int) -> None:
    with pytest.raises(ValueError, match=f"{col}_{row} is off the map"):
        grid(4, 3).index(col, row)


@pytest.mark.parametrize("i", [-1, 12])
def test_a_label_off_the_map_is_refused(i: int) -> None:
    with pytest.raises(ValueError, match=f"{i} is off the map"):
        grid(4, 3).label(i)


@pytest.mark.parametrize(
    "text", ["", "1", "1_", "_1", "1-1", "a_1", "1_1_1", "-1_0", " 1_1", "١_١"]
)
def test_a_malformed_label_is_refused_with_help(text: str) -> None:
    with pytest.raises(ValueError, match="write column_row"):
        grid(4, 3).parse(text)


def test_a_label_of_another_map_is_refused() -> None:
    with pytest.raises(ValueError, match="9_2 is off the map: columns run 0 to 3, rows 0 to 2"):
        grid(4, 3).parse("9_2")


@pytest.mark.parametrize(("width", "height"), [(0, 1), (1, 0), (-2, 5)])
def test_a_map_without_hexes_is_refused(width: int, height: int) -> None:
    with pytest.raises(ValueError, match="at least one hex"):
        grid(width, height)


def test_one_map_of_each_size() -> None:
    on = grid(7, 5)
    assert grid(7, 5) is on
    assert HexGrid(7, 5) == on
    assert hash(HexGrid(7, 5)) == hash(on)
    assert grid(5, 7) != on
    assert copy.deepcopy(on) is on
    assert pickle.loads(pickle.dumps(on)) is on


@settings(max_examples=20)
@given(st.integers(1, 40))
def test_a_map_one_hex_wide_is_a_chain(length: int) -> None:
    for on in (grid(1, length), grid(length, 1)):
        assert on.line(0, length - 1) == tuple(range(length))
        assert on.distance(0, length - 1) == length - 1
