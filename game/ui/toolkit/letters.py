"""How a Latin letter is made: from a picture many times larger, brought to size.

Sideways it is brought to size as it is; upright so that the base line and the tops of x, H and d
fall on whole pixels and stay sharp.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, Final

import numpy as np

from game.ui.surface_arrays import surfarray
from game.ui.toolkit.fonts import opened

EM: Final = 512
"""Size at which letters are measured."""
PARTS: Final = 4
"""Parts of a pixel by which a letter can be moved to the right."""
_Real = np.ndarray[Any, np.dtype[np.float64]]
_FINE: Final = 8
_FIRMER: Final = (255 * (np.arange(256) / 255) ** 0.85).round().astype(np.uint8)
"""Thin stems look paler than they are; this makes up for it."""

Letter = tuple[int, int, int, int, bytes]
"""Left edge from where it is set, top edge, width, height, and how opaque it is, row by row."""


def made(name: str, pixels: int, char: str, part: int) -> Letter:
    """Return a letter moved right by some parts of a pixel; its height may be 0, as of a blank."""
    tall, origin = _tall_letter(name, pixels, char)
    columns = (np.arange(tall.shape[0] + 1) + origin) / _FINE + part / PARTS
    left = math.floor(columns[0])
    across = _shares(columns - left, math.ceil(columns[-1]) - left)
    grey = _FIRMER[np.minimum(np.rint(across @ tall), 255).astype(np.uint8)].T
    inked = np.flatnonzero(grey.any(axis=1))
    if not inked.size:
        return left, 0, 0, 0, b""
    top, bottom = int(inked[0]), int(inked[-1]) + 1
    return left, top, grey.shape[1], bottom - top, grey[top:bottom].tobytes()


@lru_cache(maxsize=2000)
def _tall_letter(name: str, pixels: int, char: str) -> tuple[_Real, int]:
    """Return a letter that is as high as it should be and still too wide, and where it begins."""
    face = opened(name, pixels * _FINE)
    large = surfarray.array_alpha(face.render(char, True, (255, 255, 255)))
    metrics = face.metrics(char)[0]
    origin = min(0, metrics[0]) if metrics is not None else 0
    shares = _rows(name, pixels, face.get_ascent(), large.shape[1])
    tall: _Real = large.astype(np.float64) @ shares
    return tall, origin


@lru_cache(maxsize=200)
def _rows(name: str, pixels: int, ascent: int, count: int) -> _Real:
    """Return which rows of the large picture make up each row of the small one."""
    small = opened(name, pixels)
    rows = small.get_ascent() - _heights(name, pixels, ascent - np.arange(count + 1.0))
    return _shares(rows, small.get_height()).T


def _shares(edges: _Real, count: int) -> _Real:
    """Return how much of every pixel each of the strips between some edges covers."""
    pixel = np.arange(count)[:, None]
    start = np.maximum(edges[None, :-1], pixel)
    end = np.minimum(edges[None, 1:], pixel + 1)
    share: _Real = np.maximum(end - start, 0.0)
    return share


def _heights(name: str, pixels: int, fine: _Real) -> _Real:
    """Return the heights above the base line at which heights in the large picture are drawn.

    The tops of x, H and d come to whole pixels, round tops to the same ones. As small type is
    easier to read with tall small letters, x is rounded up up to a size of 14.
    """
    face = opened(name, EM)
    x, cap, tall, round_x, round_cap = (
        float(metrics[3]) if (metrics := face.metrics(char)[0]) is not None else 0.0
        for char in "xHdoO"
    )
    to_px = pixels / EM
    flat = x * to_px
    whole_x = max(1, math.floor(flat + (0.81 if pixels <= 14 else 0.625)))
    more = whole_x / flat if flat else 1.0
    whole_cap, whole_tall = round(cap * to_px * more), round(tall * to_px * more)
    over = max(1.0, round_x - x)
    source = [-2.0 * EM, -over, 0, x, x + over, cap, max(cap, round_cap), max(tall, round_cap + 1),
              2.0 * EM]  # fmt: skip
    steps = to_px * more
    target = [(-2 * EM + over) * steps, 0, 0, whole_x, whole_x, whole_cap, whole_cap, whole_tall,
              whole_tall + (2 * EM - tall) * steps]  # fmt: skip
    heights: _Real = np.interp(fine * (EM / (pixels * _FINE)), source, target)
    return heights
