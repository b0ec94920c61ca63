"""Pictures for chunks that are not built yet, cut out of coarser ones."""

from __future__ import annotations

from typing import Final

import pygame

from game.ui.map.chunks import CHUNK, Chunks, Key
from game.ui.map.palette import ZOOMS

_KEPT: Final = 48
_A_FRAME: Final = 5
"""Pictures made with care in one frame; the others are made roughly and again in the next."""


class Stopgap:
    """Makes do with what is there: a coarser zoom, or the glance at the whole sheet."""

    def __init__(self, chunks: Chunks) -> None:
        self._chunks = chunks
        self._made: dict[Key, tuple[int, pygame.Surface]] = {}
        self._left = _A_FRAME
        self.rough = False
        """Set if a picture will be better in the next frame."""

    def begin(self) -> None:
        """Begin a frame."""
        self._left = _A_FRAME

    def image(self, key: Key) -> pygame.Surface | None:
        """Return a picture for a missing chunk, if there is anything to make it of."""
        made = self._made.get(key)
        if made is not None and made[0] == self._chunks.built // 8:
            return made[1]
        if self._left <= 0:
            self.rough = True
            return made[1] if made is not None else self._from_glance(key, smooth=False)
        self._left -= 1
        picture = self._made_of(key)
        if picture is not None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            self._made[key] = (self._chunks.built // 8, picture)
        return picture

    def _made_of(self, key: Key) -> pygame.Surface | None:
        parts, whole = self._coarser(key)
        if whole:
            picture = pygame.Surface((CHUNK, CHUNK), 0, 32)
        else:
            found = self._from_glance(key)
            if found is None:
                return None
            picture = found
        picture.fblits(parts)
        return picture

    def _from_glance(self, key: Key, smooth: bool = True) -> pygame.Surface | None:
        found = self._chunks.glance()
        if found is None:
            return None
        glance, w = found
        step, i, j = key
        left, top = self._chunks.sheet.bounds(w).topleft
        left, top = left - left % 2, top - top % 2
        return _scaled(glance, w / ZOOMS[step], i * CHUNK, j * CHUNK, left, top, smooth)

    def _coarser(self, key: Key) -> tuple[list[tuple[pygame.Surface, tuple[int, int]]], bool]:
        """Return what the next coarser zoom with anything here has, and whether it is all."""
        step, i, j = key
        for coarse in range(step - 1, -1, -1):
            k = ZOOMS[coarse] / ZOOMS[step]
            columns, rows = _span(i, k), _span(j, k)
            parts, missing = [], False
            for a in columns:
                for b in rows:
                    chunk = self._chunks.get((coarse, a, b))
                    if chunk is None:
                        missing = True
                        continue
                    part = _part(chunk, k, i * CHUNK, j * CHUNK, a * CHUNK, b * CHUNK)
                    if part is not None:
                        parts.append(part)
            if parts:
                return parts, not missing
        return [], False


def _span(i: int, k: float) -> range:
    """Return the coarser chunks that one chunk touches, one way."""
    return range(int(i * CHUNK * k // CHUNK), int(((i + 1) * CHUNK * k - 1) // CHUNK) + 1)


def _scaled(
    source: pygame.Surface, k: float, x: int, y: int, left: int, top: int, smooth: bool
) -> pygame.Surface:
    """Return the 512 px square at (x, y) out of a picture that is k times as large."""
    picture = pygame.Surface((CHUNK, CHUNK), 0, 32)
    picture.fill(source.get_at((0, 0)))
    part = _part(source, k, x, y, left, top, smooth)
    if part is not None:
        picture.blit(*part)
    return picture


def _part(
    source: pygame.Surface, k: float, x: int, y: int, left: int, top: int, smooth: bool = True
) -> tuple[pygame.Surface, tuple[int, int]] | None:
    area = pygame.Rect(
        int(x * k // 1) - left - 1,
        int(y * k // 1) - top - 1,
        int(CHUNK * k) + 3,
        int(CHUNK * k) + 3,
    ).clip(source.get_rect())
    if not area.w or not area.h:
        return None
    size = max(1, round(area.w / k)), max(1, round(area.h / k))
    scale = pygame.transform.smoothscale if smooth else pygame.transform.scale
    grown = scale(source.subsurface(area), size)
    return grown, (round((area.x + left) / k - x), round((area.y + top) / k - y))
