"""Lines of Latin letters set at fractions of a pixel.

SDL moves every letter to a whole pixel, which tears small words apart. Here letters are put beside
each other at quarters of a pixel, at the pace of their outlines. How a letter is made tells
`game.ui.toolkit.letters`, which is imported only for letters that no earlier start has kept
(`game.ui.toolkit.letter_cases`).
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import Final

import pygame

from game.ui.toolkit.fonts import opened
from game.ui.toolkit.letter_cases import case
from game.ui.toolkit.theme import Colour

LARGEST: Final = 32
"""Pixels of height above which whole pixels do no harm."""

_EM: Final = 512
_PARTS: Final = 4


def width_of(name: str, pixels: int, text: str) -> int:
    """Return the width of a line in pixels."""
    if pixels > LARGEST or not text:
        return opened(name, pixels).size(text)[0]
    paces = _paces(name)
    whole = sum(map(paces.__getitem__, pairwise(text))) + paces.advance(text[-1])
    return round(whole * pixels / _EM)


def set_line(name: str, pixels: int, text: str, colour: Colour) -> pygame.Surface:
    """Return a picture of a line; its height and its base line are those of the typeface."""
    face = opened(name, pixels)
    if pixels > LARGEST or not text:
        return face.render(text, True, colour)
    paces = _paces(name)
    steps = accumulate(map(paces.__getitem__, pairwise(text)), initial=0)
    set_: list[tuple[pygame.Surface, tuple[int, int]]] = []
    for char, place in zip(text, steps, strict=True):
        if char == " ":
            continue
        step = round(place * pixels * _PARTS / _EM)
        image, left, top = _letter(name, pixels, char, step % _PARTS)
        set_.append((image, (step // _PARTS + left, top)))
    picture = pygame.Surface((width_of(name, pixels, text), face.get_height()), pygame.SRCALPHA)
    picture.fill((*colour[:3], 0))
    picture.fblits(set_, pygame.BLEND_RGBA_ADD)
    return picture


@lru_cache(maxsize=8000)
def _letter(name: str, pixels: int, char: str, part: int) -> tuple[pygame.Surface, int, int]:
    """Return a letter without colour, moved right by some parts of a pixel; its left and top."""
    left, top, wide, high, opaque = case(name, pixels).letter(char, part)
    if not wide or not high:  # a blank that is none, such as one that keeps two words together
        return pygame.Surface((1, 1), pygame.SRCALPHA), left, top
    pixels_ = bytearray(4 * len(opaque))
    pixels_[3::4] = opaque
    return pygame.image.frombytes(bytes(pixels_), (wide, high), "RGBA"), left, top


class _Paces(dict[tuple[str, str], int]):
    """How far after a letter the next one begins, by both, at the size `_EM`; found on demand."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._face = opened(name, _EM)
        self._advances: dict[str, int] = {}
        self._between: dict[str, int] = {}

    def advance(self, char: str) -> int:
        """Return the width of a letter that none follows."""
        found = self._advances.get(char)
        if found is None:
            metrics = self._face.metrics(char)[0]
            found = self._advances[char] = metrics[4] if metrics is not None else 0
        return found

    def __missing__(self, pair: tuple[str, str]) -> int:
        first, second = pair
        wide = self._wide
        kern = wide(first + second) - wide(first) - wide(second) + wide("")
        found = self[pair] = self.advance(first) + kern
        return found

    def _wide(self, text: str) -> int:
        """Return the width of some letters between two H; kerning is what it has too little."""
        found = self._between.get(text)
        if found is None:
            found = self._between[text] = self._face.size(f"H{text}H")[0]
        return found


@cache
def _paces(name: str) -> _Paces:
    return _Paces(name)
