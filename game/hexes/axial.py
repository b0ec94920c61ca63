"""Axial coordinates (q, r), in which distance, lines and rings are plain arithmetic.

``r`` is the row; ``q`` counts hexes along it from the slanting axis that runs south-east through
hex 0. The third cube coordinate is always ``-q - r``.
"""

from collections.abc import Iterator

from game.hexes.directions import AXIAL_STEPS, NORTH_WEST

Axial = tuple[int, int]


def from_offset(col: int, row: int) -> Axial:
    """Return the axial coordinates of the hex in column ``col`` and row ``row``."""
    return col - (row >> 1), row


def to_offset(q: int, r: int) -> tuple[int, int]:
    """Return (col, row) of an axial hex; either may lie off any map."""
    return q + (r >> 1), r


def nearest(q: float, r: float) -> Axial:
    """Return the hex that holds the fractional axial point (q, r), both finite."""
    s = -q - r
    near_q, near_r, near_s = round(q), round(r), round(s)
    off_q, off_r, off_s = abs(near_q - q), abs(near_r - r), abs(near_s - s)
    if off_q > off_r and off_q > off_s:
        return -near_r - near_s, near_r
    if off_r > off_s:
        return near_q, -near_q - near_s
    return near_q, near_r


def line(a: Axial, b: Axial) -> Iterator[tuple[Axial, Axial]]:
    """Yield, from a to b inclusive, the hexes the straight line between the centres samples.

    One item to each hex of distance, in whole-number arithmetic. Where the line runs exactly along
    a hexside the two hexes of the item are the two sharing it; everywhere else they are the same.
    Whichever of a pair is taken, consecutive hexes are adjacent.
    """
    q, r = a
    dq, dr = b[0] - q, b[1] - r
    ds = -dq - dr
    length = max(abs(dq), abs(dr), abs(ds))
    if length == 0:
        yield a, a
        return
    for step in range(length + 1):
        # One coordinate at least is whole at every sample; of the others, halves go both ways.
        down_q, up_q = _halves(dq * step, length)
        if abs(ds) == length:
            s = ds * step // length
            down_r, up_r = -s - down_q, -s - up_q
        else:
            down_r, up_r = _halves(dr * step, length)
        yield (q + down_q, r + down_r), (q + up_q, r + up_r)


def _halves(part: int, whole: int) -> tuple[int, int]:
    """Return part/whole rounded to the nearest integer, a half rounded down and rounded up."""
    return (2 * part + whole - 1) // (2 * whole), (2 * part + whole) // (2 * whole)


def ring(centre: Axial, radius: int) -> Iterator[Axial]:
    """Yield the hexes at exactly ``radius`` (>= 1), counter-clockwise from due east."""
    q, r = centre[0] + radius, centre[1]
    for side in range(6):
        dq, dr = AXIAL_STEPS[(NORTH_WEST + side) % 6]
        for _ in range(radius):
            yield q, r
            q, r = q + dq, r + dr
