"""The texture of built-up ground: a lattice of houses, turned along the nearest road."""

from __future__ import annotations

import math
import threading
import zlib
from dataclasses import dataclass
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.engine.board import Board
from game.ui.map.courses import Courses, districts
from game.ui.map.geometry import Floats, centres, meander, nearest_hex
from game.ui.map.looks import Lattice, Look
from game.ui.map.palette import Palette
from game.ui.map.pen import Pen, ink
from game.ui.map.window import Window

_PATCH: Final = 16
"""Settlements are cut into patches of this many columns and rows at most."""
_CLEAR_OF: Final = ((True, 0.27), (False, 0.16))
"""Distance of houses from the middle of the main rivers and of channels."""
_TONES: Final = 9


@dataclass(frozen=True, slots=True)
class Houses:
    """The houses of one patch: four corners each, in hexes, and a shade -9..9."""

    corners: NDArray[np.float32]
    shade: NDArray[np.int8]
    tone: str
    hexes: NDArray[np.intp]
    """The hex each stands in."""
    holds: NDArray[np.float32]
    """Share of rubble in its hex, 0 to 1, from which a house is broken."""


@dataclass(frozen=True, slots=True)
class _Patch:
    hexes: tuple[int, ...]
    lattice: Lattice
    seed: int
    box: tuple[float, float, float, float]


class Blocks:
    """All houses of a board; a patch is laid out when a window first sees it."""

    def __init__(self, board: Board, terrain_looks: tuple[Look, ...], courses: Courses) -> None:
        self._grid = board.grid
        self._roads = courses.ways()
        step = np.gradient(self._roads, axis=0) if len(self._roads) else self._roads
        self._road_turn = np.arctan2(step[:, 1], step[:, 0])
        self._water = [(courses.water(main)[::2], clear) for main, clear in _CLEAR_OF]
        self._patches = _patches(board, terrain_looks)
        self._boxes = np.array([patch.box for patch in self._patches]).reshape(-1, 4)
        self._laid: dict[int, Houses] = {}
        self._lock = threading.Lock()

    def paint(self, pen: Pen, palette: Palette) -> None:
        """Draw the houses of a window."""
        alpha = 255 if pen.w > 30 else 215
        for houses in self.seen(pen.window):
            base = getattr(palette, houses.tone)
            inks = [
                ink(tuple(max(0, min(255, v + d)) for v in base), alpha)
                for d in range(-_TONES, _TONES + 1)
            ]
            quads = pen.at(houses.corners)
            limit = np.array(pen.surface.get_size()) + 8
            middle = quads[:, 0]
            reach = 0.4 * pen.w
            inside = ((middle > -8 - reach) & (middle < limit + reach)).all(1)
            shades = houses.shade[inside].tolist()
            for quad, shade in zip(quads[inside].tolist(), shades, strict=True):
                pygame.draw.polygon(pen.surface, inks[shade + _TONES], quad)

    def seen(self, window: Window) -> list[Houses]:
        """Return the houses of the patches that touch a window."""
        left, top, right, bottom = window.bounds()
        box = self._boxes
        touching = (
            (box[:, 0] < right) & (box[:, 2] > left) & (box[:, 1] < bottom) & (box[:, 3] > top)
        )
        return [self._houses(n) for n in np.nonzero(touching)[0].tolist()]

    def _houses(self, n: int) -> Houses:
        with self._lock:
            if n not in self._laid:
                self._laid[n] = self._lay_out(self._patches[n])
            return self._laid[n]

    def _lay_out(self, patch: _Patch) -> Houses:
        lattice, hexes = patch.lattice, patch.hexes
        rng = np.random.default_rng(patch.seed)
        middles = centres(self._grid, hexes)
        middle = middles.mean(0)
        turn = self._turn(middle, rng)
        cos, sin = math.cos(turn), math.sin(turn)
        spots = _lattice_points(middles - middle, lattice, turn) + middle
        swayed = meander(spots, 0.045, 2.2)
        mine = np.isin(nearest_hex(self._grid, swayed[:, 0], swayed[:, 1]), hexes)
        on_map = (swayed[:, 0] > -0.6) & (swayed[:, 1] > -0.6)
        spots = spots[mine & on_map]
        clear = np.ones(len(spots), bool)
        for water, distance in self._water:
            clear &= _away(spots, water) > distance
        share = np.full(len(spots), lattice.share)
        if not lattice.close:
            share *= np.clip(1.35 - 0.55 * _away(spots, self._roads), 0.35, 1.3)
        spots = spots[clear & (rng.random(len(spots)) < share)]
        n = len(spots)
        least = (0.9, 0.88) if lattice.tone == "dense" else (0.72, 0.7)
        half = np.c_[
            (lattice.along - lattice.gap) / 2 * rng.uniform(least[0], 1, n),
            (lattice.across - lattice.gap) / 2 * rng.uniform(least[1], 1, n),
        ]
        signs = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
        local = half[:, None] * signs[None] + rng.normal(0, 0.005, (n, 4, 2))
        quads = np.stack(
            [local[..., 0] * cos - local[..., 1] * sin, local[..., 0] * sin + local[..., 1] * cos],
            -1,
        )
        shade = rng.integers(-_TONES, _TONES + 1, n).astype(np.int8)
        return Houses(
            (quads + spots[:, None]).astype(np.float32),
            shade,
            lattice.tone,
            nearest_hex(self._grid, spots[:, 0], spots[:, 1]).astype(np.intp),
            rng.random(n).astype(np.float32),
        )

    def _turn(self, middle: Floats, rng: np.random.Generator) -> float:
        """The direction of the streets: along the nearest road, loosely where it is far."""
        if not len(self._roads):
            return float(rng.uniform(-0.7, 0.7))
        away = ((self._roads - middle) ** 2).sum(1)
        i = int(away.argmin())
        return float(self._road_turn[i] + rng.normal(0, 0.1 if away[i] < 16 else 0.5))


def paint_hachures(pen: Pen, strokes: NDArray[np.float32], palette: Palette) -> None:
    """Draw the short strokes on the slopes, heavier on the side away from the light."""
    fine = pen.w > 40
    if not fine:
        strokes = strokes[strokes[:, 5] < 0.3]
    starts = pen.at(strokes[:, :2])
    ends = pen.at(strokes[:, :2] + strokes[:, 2:4])
    lit, dark = ink(palette.stone, 70), ink(palette.stone, 135)
    for a, b, strength in zip(starts.tolist(), ends.tolist(), strokes[:, 4].tolist(), strict=True):
        shadow = strength < 0
        width = max(0.5, 0.011 * pen.w * (1.2 if shadow else 0.8))
        pen.stroke((a, b), width, dark if shadow else lit)


def _patches(board: Board, terrain_looks: tuple[Look, ...]) -> list[_Patch]:
    owner = districts(board)
    groups: dict[tuple[object, ...], list[int]] = {}
    for i, terrain in enumerate(board.terrain):
        if terrain_looks[terrain].lattice is not None:
            row, col = divmod(i, board.grid.width)
            place: object = owner.get(i, i)
            groups.setdefault((place, terrain, col // _PATCH, row // _PATCH), []).append(i)
    patches = []
    for key, hexes in groups.items():
        lattice = terrain_looks[board.terrain[hexes[0]]].lattice
        assert lattice is not None
        middles = centres(board.grid, hexes)
        (x0, y0), (x1, y1) = middles.min(0) - 0.8, middles.max(0) + 0.8
        patches.append(
            _Patch(tuple(hexes), lattice, zlib.crc32(repr(key).encode()), (x0, y0, x1, y1))
        )
    return patches


def _lattice_points(middles: Floats, lattice: Lattice, turn: float) -> Floats:
    """Points of a turned lattice that covers some hexes."""
    cos, sin = math.cos(turn), math.sin(turn)
    u = middles @ np.array([cos, sin])
    v = middles @ np.array([-sin, cos])
    columns = np.arange(
        math.floor((u.min() - 0.8) / lattice.along), math.ceil((u.max() + 0.8) / lattice.along)
    )
    rows = np.arange(
        math.floor((v.min() - 0.8) / lattice.across), math.ceil((v.max() + 0.8) / lattice.across)
    )
    along, across = np.meshgrid(columns * lattice.along, rows * lattice.across, indexing="ij")
    along = along + 0.07 * lattice.along * np.sin(across * 9 + turn)
    x = along * cos - across * sin
    y = along * sin + across * cos
    return np.asarray(np.c_[x.ravel(), y.ravel()])


def _away(spots: Floats, others: Floats) -> Floats:
    """Distance of each spot to the nearest of others, at most 4."""
    if not len(spots):
        return np.zeros(0)
    low, high = spots.min(0) - 4, spots.max(0) + 4
    near = others[((others > low) & (others < high)).all(1)]
    if not len(near):
        return np.full(len(spots), 4.0)
    best = np.full(len(spots), 16.0)
    for start in range(0, len(near), 256):
        part = near[start : start + 256]
        best = np.minimum(best, ((spots[:, None] - part[None]) ** 2).sum(-1).min(1))
    return np.asarray(np.sqrt(best))
