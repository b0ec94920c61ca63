import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.hexes import flags_of, flood_edges, gathered, grid, hexes_of, hops, set_of, strides
from tests.hexes.test_spread import Plain, plains


@settings(max_examples=60)
@given(plains())
def test_a_set_floods_as_going_from_hex_to_hex_does(plain: Plain) -> None:
    on = plain.on
    found = strides(on, plain.barred).flood(gathered(plain.sources), set_of(plain.allowed))
    assert flags_of(found, on.size) == flood_edges(on, plain.sources, plain.allowed, plain.barred)


@settings(max_examples=60)
@given(plains(), st.integers(0, 4))
def test_a_flood_ends_after_so_many_steps(plain: Plain, limit: int) -> None:
    found = strides(plain.on).flood(gathered(plain.sources), set_of(plain.allowed), limit)
    assert hexes_of(found, plain.on.size) == sorted(
        hops(plain.on, plain.sources, limit, plain.allowed)
    )


@given(st.binary(max_size=40))
def test_flags_become_a_set_and_flags_again(flags: bytes) -> None:
    found = set_of(flags)
    here = [i for i, flag in enumerate(flags) if flag]
    assert found == gathered(here)
    if flags:
        assert flags_of(found, len(flags)) == bytes(bool(flag) for flag in flags)
        assert hexes_of(found, len(flags)) == here


def test_a_step_leads_to_all_neighbours() -> None:
    on = grid(4, 4)
    for i in range(on.size):
        assert hexes_of(strides(on).beyond(1 << i), on.size) == sorted(on.neighbours[i])


def test_bars_of_another_map_are_refused() -> None:
    with pytest.raises(ValueError, match="six to a hex"):
        strides(grid(3, 3), bytes(53))
