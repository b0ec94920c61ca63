"""Road numbers on shields, and the names of the sides on the ground they hold."""

from __future__ import annotations

import math
from collections import deque
from typing import Final

import numpy as np
import pygame

from game.engine.board import Board
from game.engine.forces import Side
from game.ui.map.courses import Courses
from game.ui.map.geometry import Floats
from game.ui.map.lettering import Hand, line
from game.ui.map.palette import Palette
from game.ui.map.river_names import Glyph

SIDE_NAMES_BELOW: Final = 30
"""Zoom below which the sides' names stand on their ground."""
_DEEPEST: Final = 5
"""Hexes from its edge that an area needs to be named."""
_SHIELD_SPACING: Final = 7.0
"""Hexes from one shield to the next with the same number."""
_NAME_SPACING: Final = 13.0
"""Hexes from one name of a side to the next within an area."""
_SHIELD_INK: Final = (250, 246, 236)


def shields(courses: Courses, busy: Floats, w: float, palette: Palette) -> list[Glyph]:
    """Draw the numbers of the highways on their roads."""
    out = []
    spots = busy if len(busy) else np.array([(-99.0, -99.0)])
    done: list[tuple[str, float, float]] = []
    for road in courses.roads:
        if road.kind != "highway" or not road.number or len(road.points) < 31:
            continue
        for share in (0.5,) if w < 40 else (0.16, 0.4, 0.62, 0.85):
            spot = road.points[int(share * (len(road.points) - 1))]
            if ((spots - spot) ** 2).sum(1).min() < 0.6:
                continue
            near = (math.dist(spot, (x, y)) for tag, x, y in done if tag == road.number)
            if min(near, default=99.0) < _SHIELD_SPACING:
                continue
            done.append((road.number, float(spot[0]), float(spot[1])))
            image = _shield(road.number, 9 if w < 40 else 11, palette)
            x, y = spot * w
            out.append(
                Glyph(image, round(x - image.get_width() / 2), round(y - image.get_height() / 2))
            )
    return out


def _shield(number: str, size: int, palette: Palette) -> pygame.Surface:
    text = line(number, Hand(size, _SHIELD_INK, "bold"))
    image = pygame.Surface((text.get_width() + 8, text.get_height() + 6), pygame.SRCALPHA, 32)
    pygame.draw.rect(image, palette.highway_case, image.get_rect(), border_radius=3)
    pygame.draw.rect(image, _SHIELD_INK, image.get_rect().inflate(-2, -2), 1, border_radius=2)
    image.blit(text, (4, 3))
    return image


def side_name(side: Side, number: int, palette: Palette, lang: str) -> pygame.Surface:
    """Letter the name of a side for its ground."""
    arabic = lang == "ar" and bool(side.name_ar)
    text = side.name_ar.split(" (")[0] if arabic else _short(side.name).upper()
    hand = Hand(
        15,
        palette.side(side.colour, number).line,
        "semibold",
        palette.halo,
        halo_alpha=150,
        tracking=0 if arabic else 7,
    )
    image = line(text, hand, "ar" if arabic else "en").copy()
    image.set_alpha(190)
    return image


def _short(name: str) -> str:
    return name.removesuffix(" forces")


def deep_spots(
    board: Board, control: bytes, courses: Courses, taken: Floats
) -> list[tuple[int, int]]:
    """Return (side, hex) for each area worth a name, away from names, rivers and what is taken."""
    grid = board.grid
    depth = _depths(board, control)
    named = [grid.centre(place.label_hex) for place in board.places if place.hexes]
    far = [(-99.0, -99.0)]
    busy = np.array([*far, *named, *taken.tolist(), *courses.water()[::9].tolist()])
    seen: set[int] = set()
    found = []
    for start in sorted(depth, key=lambda i: -depth[i]):
        if start in seen or depth[start] < _DEEPEST:
            continue
        area, todo = {start}, [start]
        for i in todo:
            for n in grid.neighbours[i]:
                if n not in area and control[n] == control[start]:
                    area.add(n)
                    todo.append(n)
        seen |= area
        inner = [i for i in area if depth[i] >= min(4, depth[start]) and _off_rim(board, i)]
        for _ in range(min(4, 1 + len(area) // 1300)):
            if not inner:
                break
            spots = np.array([grid.centre(i) for i in inner])
            away = np.full(len(inner), 6.0)
            for x, y in busy:
                away = np.minimum(away, np.hypot((spots[:, 0] - x) / 2, spots[:, 1] - y))
            best = int(np.argmax([0.3 * depth[i] + a for i, a in zip(inner, away, strict=True)]))
            x, y = spots[best]
            found.append((control[start], inner[best]))
            clear = np.hypot(spots[:, 0] - x, spots[:, 1] - y) > _NAME_SPACING
            inner = [i for i, keep in zip(inner, clear, strict=True) if keep]
    return found


def _off_rim(board: Board, i: int) -> bool:
    row, col = divmod(i, board.grid.width)
    return 4 < col < board.grid.width - 5 and 1 < row < board.grid.height - 2


def _depths(board: Board, control: bytes) -> dict[int, int]:
    """Return how many hexes each hex lies from ground of another."""
    grid = board.grid
    depth: dict[int, int] = {}
    todo: deque[int] = deque()
    for i in range(grid.size):
        if any(control[n] != control[i] for n in grid.neighbours[i]):
            depth[i] = 0
            todo.append(i)
    if not todo:
        middle = grid.index(grid.width // 2, grid.height // 2)
        return {middle: max(_DEEPEST, math.isqrt(grid.size) // 4)}
    while todo:
        i = todo.popleft()
        for n in grid.neighbours[i]:
            if n not in depth:
                depth[n] = depth[i] + 1
                todo.append(n)
    return depth
