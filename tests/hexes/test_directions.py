from game.hexes import DIRECTION_NAMES, DIRECTIONS, EAST, WEST, grid, opposite


def test_opposite_leads_straight_back() -> None:
    assert opposite(EAST) == WEST
    on = grid(5, 5)
    for direction in DIRECTIONS:
        there = on.around[12][direction]
        assert on.around[there][opposite(direction)] == 12
        assert opposite(opposite(direction)) == direction
    assert len(DIRECTION_NAMES) == len(DIRECTIONS)
