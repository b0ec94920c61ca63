"""The finished picture of the map in squares, each painted once and shown until it is spoilt.

A square is in the pixels of the map at one zoom, so that dragging the map about costs only blits.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Final

import pygame

SQUARE: Final = 256
"""Edge in pixels; even, so that a half pixel is rounded alike in every square."""
_SPARE: Final = 48
"""Squares kept beyond those on the screen, 256 KiB each."""
_SPARSE: Final = 0.6
"""Share of a block of squares that must be missing for it to be painted in one go."""
Spot = tuple[int, int]
"""Column and row of a square."""
Paint = Callable[[pygame.Surface, pygame.Rect], bool]
"""Paints a part of the map, given in its pixels; False if it will look better soon."""


class Squares:
    """Painted squares of one zoom."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._done: OrderedDict[Spot, pygame.Surface] = OrderedDict()
        self._rough: set[Spot] = set()
        self._board: pygame.Surface | None = None
        """What blocks are painted on before they are cut."""

    def spoil_all(self) -> None:
        """Forget everything: another zoom, skin or size."""
        self._done.clear()
        self._rough.clear()

    def spoil(self, areas: Iterable[pygame.Rect]) -> None:
        """Have some parts of the map painted again."""
        for area in areas:
            for spot in _spots(area):
                self._done.pop(spot, None)

    def spoil_rough(self) -> bool:
        """Have painted again what was painted roughly; True if there was anything."""
        for spot in self._rough:
            self._done.pop(spot, None)
        found = bool(self._rough)
        self._rough.clear()
        return found

    def show(self, surface: pygame.Surface, area: pygame.Rect, at: tuple[int, int]) -> None:
        """Blit a part of the map to a point of the screen; paints what is missing."""
        wanted = _spots(area)
        for block in _blocks([spot for spot in wanted if spot not in self._done]):
            self._paint_block(block)
        dx, dy = at[0] - area.x, at[1] - area.y
        surface.fblits([(self._done[i, j], (i * SQUARE + dx, j * SQUARE + dy)) for i, j in wanted])
        for spot in wanted:
            self._done.move_to_end(spot)
        while len(self._done) > len(wanted) + _SPARE:
            self._done.popitem(last=False)

    def _paint_block(self, block: pygame.Rect) -> None:
        """Paint a block of squares, measured in squares, and cut it up."""
        area = pygame.Rect(*(SQUARE * n for n in block))
        board = self._board
        if board is None or board.get_width() < area.w or board.get_height() < area.h:
            size = (area.w, area.h)
            if board is not None:
                size = max(area.w, board.get_width()), max(area.h, board.get_height())
            board = self._board = pygame.Surface(size, 0, 32)
        board.set_clip((0, 0, area.w, area.h))
        fine = self._paint(board, area)
        for i in range(block.w):
            for j in range(block.h):
                spot = block.x + i, block.y + j
                square = self._done.get(spot) or pygame.Surface((SQUARE, SQUARE), 0, 32)
                square.blit(board, (0, 0), (i * SQUARE, j * SQUARE, SQUARE, SQUARE))
                self._done[spot] = square
                if not fine:
                    self._rough.add(spot)


def _spots(area: pygame.Rect) -> list[Spot]:
    """Return the squares that an area of the map touches."""
    if area.w <= 0 or area.h <= 0:
        return []
    return [
        (i, j)
        for j in range(area.top // SQUARE, (area.bottom - 1) // SQUARE + 1)
        for i in range(area.left // SQUARE, (area.right - 1) // SQUARE + 1)
    ]


def _blocks(spots: list[Spot]) -> list[pygame.Rect]:
    """Return blocks that cover some squares, with few others: one for all, or strips."""
    if not spots:
        return []
    block = _around(spots)
    if len(spots) >= _SPARSE * block.w * block.h:
        return [block]
    wide = block.w >= block.h
    lines: dict[int, list[Spot]] = {}
    for spot in spots:
        lines.setdefault(spot[0 if wide else 1], []).append(spot)
    found: list[pygame.Rect] = []
    for line in lines.values():
        run: list[Spot] = []
        for spot in sorted(line):
            if run and abs(spot[0] - run[-1][0]) + abs(spot[1] - run[-1][1]) > 1:
                found.append(_around(run))
                run = []
            run.append(spot)
        found.append(_around(run))
    return found


def _around(spots: list[Spot]) -> pygame.Rect:
    left, top = min(i for i, _ in spots), min(j for _, j in spots)
    right, bottom = max(i for i, _ in spots), max(j for _, j in spots)
    return pygame.Rect(left, top, right - left + 1, bottom - top + 1)
