"""Small random maps with costs, stops and closed hexes, for the tests of the searches."""

from dataclasses import dataclass

from hypothesis import strategies as st

from game.hexes import IMPASSABLE, HexGrid, grid
from tests.hexes import oracle

COST = st.sampled_from([1, 1, 2, 2, 3, 4, 7, 254, IMPASSABLE])


@dataclass(frozen=True, slots=True)
class Ground:
    on: HexGrid
    costs: bytes
    stop: bytes | None
    closed: bytes | None
    start: int
    goal: int
    budget: int

    def steps(self) -> dict[int, dict[int, int]]:
        found: dict[int, dict[int, int]] = {i: {} for i in range(self.on.size)}
        for i, direction, there in oracle.edges(self.on.width, self.on.height):
            if self.costs[6 * i + direction] != IMPASSABLE:
                found[i][there] = self.costs[6 * i + direction]
        return found

    def may_leave(self, i: int) -> bool:
        return self.stop is None or not self.stop[i]

    def may_enter(self, i: int) -> bool:
        return self.closed is None or not self.closed[i]

    def cheapest(self) -> dict[int, int]:
        return oracle.dijkstra(self.steps(), [self.start], self.may_leave, self.may_enter)


@st.composite
def grounds(draw: st.DrawFn) -> Ground:
    on = grid(draw(st.integers(1, 7)), draw(st.integers(1, 7)))
    flags = st.none() | st.lists(
        st.sampled_from([0, 0, 0, 1, 9]), min_size=on.size, max_size=on.size
    ).map(bytes)
    hexes = st.integers(0, on.size - 1)
    size = 6 * on.size
    return Ground(
        on,
        bytes(draw(st.lists(COST, min_size=size, max_size=size))),
        draw(flags),
        draw(flags),
        draw(hexes),
        draw(hexes),
        draw(st.integers(0, 30) | st.integers(250, 600)),
    )


def costs_of(on: HexGrid, cost: int) -> bytes:
    return bytes([cost]) * (6 * on.size)
