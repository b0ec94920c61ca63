from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.hexes import IMPASSABLE, grid, path, reach
from tests.hexes.grounds import Ground, costs_of, grounds


@settings(max_examples=60)
@given(grounds())
def test_reach_is_dijkstra_within_the_budget(ground: Ground) -> None:
    found = reach(ground.on, ground.costs, ground.start, ground.budget, ground.stop, ground.closed)
    cheapest = ground.cheapest()
    assert found.cost == {i: cost for i, cost in cheapest.items() if cost <= ground.budget}
    steps = ground.steps()
    came = {
        i: min(
            before
            for before, cost in found.cost.items()
            if (before == ground.start or ground.may_leave(before))
            and cost + steps[before].get(i, 10_000) == found.cost[i]
        )
        for i in found.cost
        if i != ground.start
    }
    assert found.came == came
    for to in found.cost:
        way = found.path(to)
        assert (way[0], way[-1]) == (ground.start, to)
        assert all(came[there] == here for here, there in pairwise(way))


@settings(max_examples=60)
@given(grounds())
def test_path_is_that_of_reach(ground: Ground) -> None:
    start, goal = ground.start, ground.goal
    cheapest = ground.cheapest().get(goal)
    whole = reach(ground.on, ground.costs, start, 100_000, ground.stop, ground.closed)
    way = path(ground.on, ground.costs, start, goal, ground.stop, ground.closed)
    if cheapest is None:
        assert way is None
        return
    assert way == whole.path(goal)
    limited = path(ground.on, ground.costs, start, goal, ground.stop, ground.closed, ground.budget)
    assert limited == (way if cheapest <= ground.budget else None)


def test_an_unreached_hex_has_no_path() -> None:
    on = grid(9, 9)
    found = reach(on, costs_of(on, 2), 0, 4)
    with pytest.raises(KeyError):
        found.path(on.size - 1)
    assert len(found.path(2)) == 3


def test_a_negative_budget_reaches_the_start_alone() -> None:
    on = grid(3, 3)
    assert reach(on, costs_of(on, 1), 4, -1).cost == {4: 0}
    assert path(on, costs_of(on, 1), 4, 4, limit=-1) is None
    assert path(on, costs_of(on, 1), 4, 4) == (4,)


def test_the_start_may_be_left_though_closed_and_a_stop() -> None:
    on = grid(3, 1)
    assert reach(on, costs_of(on, 2), 0, 4, b"\1\0\0", b"\1\0\0").cost == {0: 0, 1: 2, 2: 4}
    assert reach(on, costs_of(on, 2), 0, 4, b"\0\1\0").cost == {0: 0, 1: 2}
    assert reach(on, costs_of(on, 2), 0, 4, None, b"\0\1\0").cost == {0: 0}


@settings(max_examples=60)
@given(grounds(), st.sets(st.integers(0, 5)))
def test_neighbours_to_avoid_are_reached_by_other_ways_only(
    ground: Ground, directions: set[int]
) -> None:
    """It is as if the steps from the start to them were barred."""
    on, start = ground.on, ground.start
    barred = bytearray(ground.costs)
    for direction in directions:
        barred[6 * start + direction] = IMPASSABLE
    avoid = frozenset(on.around[start][direction] for direction in directions) - {-1}
    arrays = (ground.stop, ground.closed)
    found = reach(on, ground.costs, start, ground.budget, *arrays, avoid=avoid)
    expected = reach(on, bytes(barred), start, ground.budget, *arrays)
    assert (found.cost, found.came) == (expected.cost, expected.came)


@settings(max_examples=60)
@given(grounds())
def test_small_and_large_budgets_agree(ground: Ground) -> None:
    """Small ones are searched in another way than large ones."""
    arrays = (ground.stop, ground.closed)
    small = reach(ground.on, ground.costs, ground.start, 200, *arrays)
    large = reach(ground.on, ground.costs, ground.start, 300, *arrays)
    assert small.cost == {i: cost for i, cost in large.cost.items() if cost <= 200}


def test_a_result_outlives_changes_of_the_arrays() -> None:
    on = grid(4, 4)
    costs, stop = bytearray(costs_of(on, 2)), bytearray(on.size)
    found = reach(on, costs, 0, 40, stop)
    way = found.path(15)
    costs[:] = costs_of(on, IMPASSABLE)
    stop[:] = b"\1" * on.size
    assert found.path(15) == way
    assert reach(on, costs, 0, 40).cost == {0: 0}


@settings(max_examples=60)
@given(grounds(), st.sampled_from([2, 3]))
def test_free_steps_are_taken_and_never_go_round_in_circles(ground: Ground, free: int) -> None:
    costs = ground.costs.replace(bytes([free]), b"\0").replace(b"\1", b"\0")
    ground = replace(ground, costs=costs)
    cheapest = ground.cheapest()
    found = reach(ground.on, costs, ground.start, ground.budget, ground.stop, ground.closed)
    assert found.cost == {i: cost for i, cost in cheapest.items() if cost <= ground.budget}
    steps = ground.steps()
    for to, cost in found.cost.items():
        way = found.path(to)
        assert way[0] == ground.start
        assert sum(steps[here][there] for here, there in pairwise(way)) == cost
    goal = ground.goal
    whole = path(ground.on, costs, ground.start, goal, ground.stop, ground.closed, ground.budget)
    assert whole == (found.path(goal) if goal in found.cost else None)


@pytest.mark.parametrize("start", [-1, 9])
def test_a_start_off_the_map_is_refused(start: int) -> None:
    on = grid(3, 3)
    costs = costs_of(on, 2)
    for search in (
        lambda: reach(on, costs, start, 4),
        lambda: path(on, costs, start, 0),
        lambda: path(on, costs, 0, start),
    ):
        with pytest.raises(ValueError, match="off the map"):
            search()


def test_arrays_of_another_map_are_refused() -> None:
    on = grid(3, 3)
    with pytest.raises(ValueError, match="six to a hex"):
        reach(on, bytes([2]) * 53, 0, 4)
    with pytest.raises(ValueError, match="one to a hex"):
        reach(on, costs_of(on, 2), 0, 4, bytes(8))
