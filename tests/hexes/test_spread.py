from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.hexes import HexGrid, components, flood, flood_edges, grid, hops
from tests.hexes import oracle


@dataclass(frozen=True, slots=True)
class Plain:
    on: HexGrid
    allowed: bytes
    barred: bytes
    sources: list[int]

    def hops(self, sources: list[int], barred: bytes | None) -> dict[int, int]:
        steps: dict[int, dict[int, int]] = {i: {} for i in range(self.on.size)}
        for i, direction, there in oracle.edges(self.on.width, self.on.height):
            if barred is None or not barred[6 * i + direction]:
                steps[i][there] = 1
        sources = [i for i in sources if self.allowed[i]]
        return oracle.dijkstra(steps, sources, lambda _: True, lambda i: bool(self.allowed[i]))


@st.composite
def plains(draw: st.DrawFn) -> Plain:
    on = grid(draw(st.integers(1, 7)), draw(st.integers(1, 7)))

    def flags(values: list[int], size: int) -> bytes:
        return bytes(draw(st.lists(st.sampled_from(values), min_size=size, max_size=size)))

    return Plain(
        on,
        flags([0, 1, 1, 7], on.size),
        flags([0, 0, 1, 7], 6 * on.size),
        draw(st.lists(st.integers(0, on.size - 1), max_size=4)),
    )


def flags_of(hexes: dict[int, int], on: HexGrid) -> bytearray:
    return bytearray(i in hexes for i in range(on.size))


@settings(max_examples=60)
@given(plains())
def test_floods(plain: Plain) -> None:
    on, allowed, sources = plain.on, plain.allowed, plain.sources
    assert flood(on, sources, allowed) == flags_of(plain.hops(sources, None), on)
    wet = flood_edges(on, sources, bytearray(allowed), plain.barred)
    assert wet == flags_of(plain.hops(sources, plain.barred), on)


@settings(max_examples=60)
@given(plains(), st.integers(-1, 8), st.booleans())
def test_hops(plain: Plain, limit: int, bar: bool) -> None:
    barred = plain.barred if bar else None
    found = hops(plain.on, plain.sources, limit, plain.allowed, barred)
    expected = plain.hops(plain.sources, barred)
    assert found == {i: steps for i, steps in expected.items() if steps <= limit}
    assert list(found.values()) == sorted(found.values())


@settings(max_examples=60)
@given(plains(), st.booleans())
def test_components(plain: Plain, bar: bool) -> None:
    barred = bytearray(plain.barred)
    for i, direction, there in oracle.edges(plain.on.width, plain.on.height):
        if plain.barred[6 * i + direction]:
            barred[6 * there + (direction + 3) % 6] = 1
    whole = bytes(barred) if bar else None
    expected = {
        tuple(sorted(plain.hops([i], whole))) for i in range(plain.on.size) if plain.allowed[i]
    }
    assert components(plain.on, plain.allowed, plain.barred if bar else None) == sorted(expected)


def test_allowed_is_left_as_it_was() -> None:
    allowed = bytearray(b"\1\1\0\1")
    assert flood(grid(4, 1), [0], allowed) == b"\1\1\0\0"
    assert components(grid(4, 1), allowed) == [(0, 1), (3,)]
    assert allowed == b"\1\1\0\1"


def test_a_source_off_the_map_is_refused() -> None:
    with pytest.raises(ValueError, match="off the map"):
        flood(grid(2, 2), [-1], bytes(4))
    with pytest.raises(ValueError, match="off the map"):
        hops(grid(2, 2), [4], 3, bytes(4))


def test_arrays_of_another_map_are_refused() -> None:
    with pytest.raises(ValueError, match="one to a hex"):
        flood(grid(2, 2), [0], bytes(5))
    with pytest.raises(ValueError, match="six to a hex"):
        components(grid(2, 2), bytes(4), bytes(23))
