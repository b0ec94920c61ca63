"""The flat arrays the searches are given: what their bytes mean, and whether they fit the map."""

from collections.abc import Iterable
from typing import Final

from game.hexes.hexgrid import HexGrid

Bytes = bytes | bytearray

IMPASSABLE: Final = 255
"""The cost byte of a step that cannot be taken."""

DEAREST: Final = IMPASSABLE - 1
"""The highest cost, in half-points, a step can have."""

FAR: Final = 1 << 62
"""More half-points than any way can cost."""


def check_hexes(grid: HexGrid, hexes: Iterable[int]) -> None:
    """Raise ValueError unless every one of the hexes is on the map."""
    for i in hexes:
        if not 0 <= i < grid.size:
            raise ValueError(f"hex index {i} is off the map: indices run 0 to {grid.size - 1}")


def check_flags(grid: HexGrid, *flags: Bytes | None) -> None:
    """Raise ValueError unless each array given has one byte to a hex."""
    for flag in flags:
        if flag is not None and len(flag) != grid.size:
            raise ValueError(f"{len(flag)} flags for {grid.size} hexes: it takes one to a hex")


def check_steps(grid: HexGrid, steps: Bytes | None) -> None:
    """Raise ValueError unless the array, if given, has six bytes to a hex."""
    if steps is not None and len(steps) != 6 * grid.size:
        raise ValueError(f"{len(steps)} steps for {grid.size} hexes: it takes six to a hex")
