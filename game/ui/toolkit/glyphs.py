"""Lines of Latin letters set at fractions of a pixel.

SDL moves every letter to a whole pixel, which tears small words apart. Here letters are taken
from a picture many times larger and brought to size: sideways as they are, at the pace of their
outlines; upright so that the base line and the tops of x, H and d fall on whole pixels and stay
sharp.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, Final

import numpy as np
import pygame

from game.ui.toolkit.fonts import opened
from game.ui.toolkit.theme import Colour

LARGEST: Final = 32
"""Pixels of height above which whole pixels do no harm."""

_LOADED: Final = pygame.surfarray.pixels_alpha
"""pygame loads `surfarray` at its first use, which must not happen in two threads at once."""
_EM: Final = 512
_PARTS: Final = 4
_Real = np.ndarray[Any, np.dtype[np.float64]]
_Grey = np.ndarray[Any, np.dtype[np.uint16]]
_FINE: Final = 8
_FIRMER: Final = (255 * (np.arange(256) / 255) ** 0.85).round().astype(np.uint8)
"""Thin stems look paler than they are; this makes up for it."""


def width_of(name: str, pixels: int, text: str) -> int:
    """Return the width of a line in pixels."""
    if pixels > LARGEST:
        return opened(name, pixels).size(text)[0]
    places = _places(name, text)
    return round(places[-1] * pixels / _EM)


def set_line(name: str, pixels: int, text: str, colour: Colour) -> pygame.Surface:
    """Return a picture of a line; its height and its base line are those of the typeface."""
    face = opened(name, pixels)
    if pixels > LARGEST or not text:
        return face.render(text, True, colour)
    places = _places(name, text)
    margin = 2
    wide = round(places[-1] * pixels / _EM)
    high = face.get_height()
    grey: _Grey = np.zeros((wide + 2 * margin + 2 * pixels, high), dtype=np.uint16)
    for char, place in zip(text, places, strict=False):
        if char == " ":
            continue
        step = round(place * pixels * _PARTS / _EM)
        image, left = _letter(name, pixels, char, step % _PARTS)
        x = margin + step // _PARTS + left
        room = grey[x : x + image.shape[0], : image.shape[1]]
        room += image[: room.shape[0], : room.shape[1]]
    picture = pygame.Surface((wide, high), pygame.SRCALPHA)
    picture.fill((*colour[:3], 0))
    alpha = pygame.surfarray.pixels_alpha(picture)
    alpha[:] = _FIRMER[np.minimum(grey[margin : margin + wide], 255)]
    del alpha
    return picture


@lru_cache(maxsize=8000)
def _letter(name: str, pixels: int, char: str, part: int) -> tuple[_Grey, int]:
    """Return how dark a letter is, moved right by some parts of a pixel, and where it begins."""
    tall, origin = _tall_letter(name, pixels, char)
    columns = (np.arange(tall.shape[0] + 1) + origin) / _FINE + part / _PARTS
    left = math.floor(columns[0])
    across = _shares(columns - left, math.ceil(columns[-1]) - left)
    return np.rint(across @ tall).astype(np.uint16), left


@lru_cache(maxsize=2000)
def _tall_letter(name: str, pixels: int, char: str) -> tuple[_Real, int]:
    """Return a letter that is as high as it should be and still too wide, and where it begins."""
    face = opened(name, pixels * _FINE)
    large = pygame.surfarray.array_alpha(face.render(char, True, (255, 255, 255)))
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
    face = opened(name, _EM)
    x, cap, tall, round_x, round_cap = (
        float(metrics[3]) if (metrics := face.metrics(char)[0]) is not None else 0.0
        for char in "xHdoO"
    )
    to_px = pixels / _EM
    flat = x * to_px
    whole_x = max(1, math.floor(flat + (0.81 if pixels <= 14 else 0.625)))
    more = whole_x / flat if flat else 1.0
    whole_cap, whole_tall = round(cap * to_px * more), round(tall * to_px * more)
    over = max(1.0, round_x - x)
    source = [-2.0 * _EM, -over, 0, x, x + over, cap, max(cap, round_cap), max(tall, round_cap + 1),
              2.0 * _EM]  # fmt: skip
    steps = to_px * more
    target = [(-2 * _EM + over) * steps, 0, 0, whole_x, whole_x, whole_cap, whole_cap, whole_tall,
              whole_tall + (2 * _EM - tall) * steps]  # fmt: skip
    heights: _Real = np.interp(fine * (_EM / (pixels * _FINE)), source, target)
    return heights


@lru_cache(maxsize=20000)
def _places(name: str, text: str) -> tuple[int, ...]:
    """Return where every letter of a line begins, and where the line ends, at the size `_EM`."""
    at = 0
    places = [0]
    for i, char in enumerate(text):
        at += _advance(name, char)
        if i + 1 < len(text):
            at += _kern(name, char, text[i + 1])
        places.append(at)
    return tuple(places)


@lru_cache(maxsize=4000)
def _advance(name: str, char: str) -> int:
    metrics = opened(name, _EM).metrics(char)[0]
    return metrics[4] if metrics is not None else 0


@lru_cache(maxsize=20000)
def _kern(name: str, first: str, second: str) -> int:
    """Return by how much two letters stand closer than their own widths say."""
    face = opened(name, _EM)
    pair = face.size("H" + first + second + "H")[0]
    return (
        pair
        - face.size("H" + first + "H")[0]
        - face.size("H" + second + "H")[0]
        + (face.size("HH")[0])
    )
