"""Coordinates along a line: for each pixel the distance, the side and the place along it.

One field gives clean edges, banks, dashes and teeth alike, without parallel curves.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.ui.map.geometry import SAMPLES, Floats, is_closed
from game.ui.map.window import Window


@dataclass(frozen=True, slots=True)
class Segments:
    """Straight pieces of lines, in hexes."""

    a: Floats
    b: Floats
    half_a: Floats
    """Half-width at the start."""
    half_b: Floats
    along_a: Floats
    """Coordinate along the line at the start, in the measure of the caller."""
    along_b: Floats

    turn_a: Floats
    """Which way is across at the start: between this segment and the one before it."""
    turn_b: Floats

    @staticmethod
    def join(lines: list[tuple[Floats, Floats, Floats]]) -> Segments:
        """Make segments of lines given as (points, half-widths, coordinates along)."""
        if not lines:
            none, pairs = np.zeros(0), np.zeros((0, 2))
            return Segments(pairs, pairs, none, none, none, none, pairs, pairs)
        turns = [_turns(p) for p, _, _ in lines]
        return Segments(
            np.vstack([p[:-1] for p, _, _ in lines]),
            np.vstack([p[1:] for p, _, _ in lines]),
            np.concatenate([h[:-1] for _, h, _ in lines]),
            np.concatenate([h[1:] for _, h, _ in lines]),
            np.concatenate([s[:-1] for _, _, s in lines]),
            np.concatenate([s[1:] for _, _, s in lines]),
            np.vstack([t[:-1] for t in turns]),
            np.vstack([t[1:] for t in turns]),
        )


def _turns(points: Floats) -> Floats:
    """Return at each point the sum of the normals of the two segments that meet there."""
    step = np.diff(points, axis=0)
    long = np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-9)[:, None]
    normal = np.c_[step[:, 1], -step[:, 0]] / long
    before, after = np.vstack([normal[:1], normal]), np.vstack([normal, normal[-1:]])
    if is_closed(points):
        before[0] = after[-1] = (normal[0] + normal[-1]) / 2
        after[0] = before[-1] = before[0]
    return np.asarray(before + after)


@dataclass(frozen=True, slots=True)
class StripField:
    """What `strip_field` finds, as [x, y]."""

    distance: NDArray[np.float32]
    """Pixels from the edge of the nearest line, negative within it, 1e6 where none is near."""
    who: NDArray[np.int32]
    """Twice the number of the nearest segment, plus 1 on its right side; -1 where none is near."""
    along: NDArray[np.float32]


def stride(w: float, pixels: float = 8.0) -> int:
    """Return how many points of a spline to go on at once, for steps of some pixels."""
    return next((n for n in (1, 2) if n * w / (2 * SAMPLES) >= pixels), 3)


def strip_field(
    window: Window,
    segments: Segments,
    reach: float,
    least: Floats | float = 0.0,
    extra: float = 0.0,
) -> StripField:
    """Measure a window against lines, `reach` pixels around them.

    Half-widths are made `extra` pixels wider and are `least` pixels at least.
    """
    size = window.size
    distance = np.full(size, 1e6, np.float32)
    who = np.full(size, -1, np.int32)
    along = np.zeros(size, np.float32)
    field = StripField(distance, who, along)
    if not len(segments.a):
        return field
    w = window.w
    corner = np.array([window.x + 0.5, window.y + 0.5])
    a, b = segments.a * w - corner, segments.b * w - corner
    half_a = np.maximum(segments.half_a * w + extra, least)
    half_b = np.maximum(segments.half_b * w + extra, least)
    wide = (reach + np.maximum(half_a, half_b))[:, None]
    low = np.maximum(0, np.floor(np.minimum(a, b) - wide)).astype(int)
    high = np.minimum(size, np.ceil(np.maximum(a, b) + wide).astype(int) + 1)
    step = b - a
    length = np.hypot(step[:, 0], step[:, 1])
    gx = np.arange(size[0], dtype=np.float32)[:, None]
    gy = np.arange(size[1], dtype=np.float32)[None]
    chosen = np.nonzero((low < high).all(1) & (length > 1e-9))[0]
    rows = zip(
        chosen.tolist(),
        low[chosen].tolist(),
        high[chosen].tolist(),
        a[chosen].tolist(),
        length[chosen].tolist(),
        (step[chosen] / length[chosen, None]).tolist(),
        half_a[chosen].tolist(),
        ((half_b - half_a)[chosen] / length[chosen]).tolist(),
        segments.along_a[chosen].tolist(),
        ((segments.along_b - segments.along_a)[chosen] / length[chosen]).tolist(),
        strict=True,
    )
    turn_a, turn_b = segments.turn_a.tolist(), segments.turn_b.tolist()
    for n, (left, top), (right, bottom), (x0, y0), long, (ux, uy), half, widen, start, rise in rows:
        x, y = gx[left:right] - x0, gy[:, top:bottom] - y0
        ahead = x * ux + y * uy
        across = x * uy - y * ux
        t = np.clip(ahead, 0, long)
        ahead -= t
        q = np.sqrt(across * across + ahead * ahead)
        q -= half + widen * t
        part = (slice(left, right), slice(top, bottom))
        closer = q < distance[part]
        if closer.any():
            np.copyto(distance[part], q, where=closer)
            np.copyto(along[part], start + rise * t, where=closer)
            right_side = across < 0
            # beyond an end the sides are parted by the line between the two segments there
            (ax, ay), (bx, by) = turn_a[n], turn_b[n]
            np.less(x * ax + y * ay, 0, out=right_side, where=ahead < 0)
            x, y = x - long * ux, y - long * uy
            np.less(x * bx + y * by, 0, out=right_side, where=ahead > 0)
            np.copyto(who[part], 2 * n + right_side, where=closer)
    return field
