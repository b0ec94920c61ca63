from hypothesis import given, settings
from hypothesis import strategies as st

from game.hexes import Marked, grid, marked, reach, reach_again
from tests.hexes.grounds import Ground, grounds


def flags(ground: Ground) -> st.SearchStrategy[bytes]:
    few = st.lists(st.sampled_from([0, 0, 0, 0, 1]), min_size=ground.on.size)
    return few.map(lambda found: bytes(found[: ground.on.size]))


@settings(max_examples=60)
@given(grounds(), st.data())
def test_what_is_kept_is_what_would_be_found(ground: Ground, data: st.DataObject) -> None:
    on, costs = ground.on, ground.costs
    for _ in range(4):
        stop = data.draw(st.none() | flags(ground))
        closed = data.draw(flags(ground))
        avoid = frozenset(data.draw(st.sets(st.sampled_from(range(on.size)), max_size=2)))
        halts = None if stop is None else marked(stop)
        again = reach_again(on, costs, ground.start, ground.budget, halts, marked(closed), avoid)
        anew = reach(on, costs, ground.start, ground.budget, stop, closed, avoid)
        assert again.cost == anew.cost
        assert again.came == anew.came


def test_what_changes_far_away_is_not_looked_at() -> None:
    on = grid(30, 3)
    costs = bytes([2]) * (6 * on.size)
    free = marked(bytes(on.size))
    far = Marked(free.flags[:-1] + b"\x01", 1 << on.size - 1)
    near = Marked(b"\x00\x01" + free.flags[2:], 2)
    first = reach_again(on, costs, 0, 6, None, free)
    assert reach_again(on, costs, 0, 6, None, far) is first
    assert reach_again(on, costs, 0, 6, None, near) is not first
