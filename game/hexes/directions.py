"""The six directions of a pointy-top hex, counter-clockwise from east."""

from typing import Final

EAST: Final = 0
NORTH_EAST: Final = 1
NORTH_WEST: Final = 2
WEST: Final = 3
SOUTH_WEST: Final = 4
SOUTH_EAST: Final = 5

DIRECTIONS: Final = (EAST, NORTH_EAST, NORTH_WEST, WEST, SOUTH_WEST, SOUTH_EAST)
DIRECTION_NAMES: Final = ("E", "NE", "NW", "W", "SW", "SE")

AXIAL_STEPS: Final = ((1, 0), (1, -1), (0, -1), (-1, 0), (-1, 1), (0, 1))
"""The change of the axial coordinates (q, r) of one step, by direction."""


def opposite(direction: int) -> int:
    """Return the direction (0..5) that leads straight back from ``direction`` (0..5)."""
    return (direction + 3) % 6
