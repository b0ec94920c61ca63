import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.hexes import UNREACHED, field, grid
from tests.hexes import oracle
from tests.hexes.grounds import Ground, costs_of, grounds


@settings(max_examples=60)
@given(grounds(), st.booleans(), st.booleans(), st.data())
def test_field_is_dijkstra_from_the_nearest_source(
    ground: Ground, reverse: bool, limited: bool, data: st.DataObject
) -> None:
    sources = data.draw(st.lists(st.integers(0, ground.on.size - 1), max_size=4))
    steps = ground.steps()
    if reverse:
        turned: dict[int, dict[int, int]] = {i: {} for i in steps}
        for here, targets in steps.items():
            for there, step in targets.items():
                turned[there][here] = step
        steps = turned
    limit = ground.budget if limited else None
    found = field(ground.on, ground.costs, sources, ground.closed, limit, reverse)
    cheapest = oracle.dijkstra(steps, sources, lambda _: True, ground.may_enter)
    most = 100_000 if limit is None else limit
    assert list(found) == [
        cheapest[i] if i in cheapest and cheapest[i] <= most else UNREACHED
        for i in range(ground.on.size)
    ]


def test_off_map_bytes_are_never_looked_at() -> None:
    on = grid(2, 2)
    costs = bytes(0 if there < 0 else 3 for there in on.adjacent)
    assert list(field(on, costs, [0])) == [0, 3, 3, 6]
    assert list(field(on, costs, [3], reverse=True)) == [6, 3, 3, 0]


def test_no_sources_reach_nothing() -> None:
    on = grid(3, 2)
    assert list(field(on, costs_of(on, 2), [])) == [UNREACHED] * 6


def test_misfits_are_refused() -> None:
    on = grid(3, 3)
    with pytest.raises(ValueError, match="off the map"):
        field(on, costs_of(on, 2), [0, 9])
    with pytest.raises(ValueError, match="one to a hex"):
        field(on, costs_of(on, 2), [0], bytes(10))
    with pytest.raises(ValueError, match="six to a hex"):
        field(on, bytes(55), [0])
