"""The ground at one fixed resolution, in square tiles made when they are first needed.

No edge of terrain follows a hexside: the hex under each pixel is looked up at a place displaced
by noise, and the masks are smoothed. Everything is anchored to the sheet, so tiles meet exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.engine.board import Board
from game.ui.map.geometry import ROW, Floats, Ints, nearest_hex
from game.ui.map.looks import Look
from game.ui.map.noise import blurred, chance, eased, noise
from game.ui.map.palette import Colour, Palette

PER_HEX: Final = 16
"""Pixels of a tile to a hex."""
MARGIN: Final = 1.0
"""Hexes of ground drawn beyond the outer centres."""
TILE: Final = 512
_OVERLAP: Final = 24
_CELL: Final = 2.2
"""Hexes from one block of fields to the next."""

Bytes = NDArray[np.uint8]
Reals = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class GroundTile:
    """Arrays of one tile, as [x, y, channel]."""

    colour: Bytes
    """Red, green, blue."""
    cover: Bytes
    """Share of fields, share of bare ground."""
    cells: Bytes
    """Direction of the block of fields (256 = a full turn), number of the block."""
    strokes: Reals
    """Hachures on the slopes: x, y, dx, dy, strength (negative in the light), rank 0-1."""


class GroundMaker:
    """Makes tiles of one board with one palette."""

    def __init__(
        self, board: Board, terrain_looks: tuple[Look, ...], palette: Palette, flow: Floats
    ) -> None:
        """`flow` are points along the main rivers in order; fields turn with them."""
        self._grid = board.grid
        self._palette = palette
        self.width = int((board.grid.width - 0.5 + 2 * MARGIN) * PER_HEX)
        self.height = int(((board.grid.height - 1) * ROW + 2 * MARGIN) * PER_HEX)
        self._flow = flow[::3]
        step = np.gradient(self._flow, axis=0) if len(self._flow) > 1 else np.zeros_like(self._flow)
        self._turn = np.arctan2(step[:, 1], step[:, 0]) if len(step) else np.zeros(0)
        by_hex = [terrain_looks[t] for t in board.terrain]
        self._farm = _green(board, by_hex)
        self._masks = {
            name: np.array([getattr(look, name) for look in by_hex], np.float32)
            for name in ("built", "hill", "wood", "base", "airfield")
        }

    def make(self, i: int, j: int) -> GroundTile:
        """Draw the tile in column i and row j."""
        x0, y0 = i * TILE - _OVERLAP, j * TILE - _OVERLAP
        width = min(TILE, self.width - i * TILE) + 2 * _OVERLAP
        height = min(TILE, self.height - j * TILE) + 2 * _OVERLAP
        x = ((np.arange(x0, x0 + width) + 0.5) / PER_HEX - MARGIN).astype(np.float32)[:, None]
        y = ((np.arange(y0, y0 + height) + 0.5) / PER_HEX - MARGIN).astype(np.float32)[None]
        n1 = noise(x0, y0, width, height, 14, 1)
        n2 = noise(x0, y0, width, height, 14, 2)
        n3 = noise(x0, y0, width, height, 90, 3, 6)

        def at(sway: float) -> Ints:
            return nearest_hex(self._grid, x + sway * n1, y + sway * n2)

        far, mid, near = at(0.6), at(0.55), at(0.2)
        farm = eased(blurred(self._farm[far], 5) + 0.19 * n1, 0.3, 0.72)
        built = self._soft("built", near, 4)
        rise = np.clip(1 + 0.9 * n2 + 0.5 * n1, 0.25, 1.8)
        hill = np.asarray(self._soft("hill", mid, 7) * rise)
        height_field = 15 * hill + (1.5 * n3 + 0.5 * n1) * (1 - farm)
        slope_x, slope_y = (np.asarray(a) for a in np.gradient(blurred(height_field, 1)))
        light = np.asarray(np.clip((slope_x + slope_y) * 0.62, -1, 1))  # from the north-west

        ink = _Wash(width, height, self._palette.desert)
        ink.lay(np.clip(0.5 + 1.1 * n3, 0, 1), self._palette.desert2)
        ink.lay(np.clip(hill * 0.8, 0, 0.75), self._palette.hill)
        ink.lay(farm * 0.92, self._palette.farm)
        ink.lay(farm * np.clip(0.35 + 1.1 * n3 + 0.5 * n1, 0, 0.8), self._palette.farm2)
        ink.lay(self._soft("wood", far, 4) * 0.9, self._palette.wood)
        ink.lay(self._soft("base", near, 3) * 0.8, self._palette.base)
        ink.lay(self._soft("airfield", near, 4) * 0.8, self._palette.airfield)
        ink.lay(np.clip(built * 0.95, 0, 0.9), self._palette.town)
        ink.lay(np.clip(light, 0, 1) * 0.55, self._palette.sun)
        ink.lay(np.clip(-light, 0, 1) * 0.42, self._palette.shade)

        fields = np.asarray(farm * (1 - np.clip(built * 1.6, 0, 1)))
        bare = np.asarray(np.clip(1 - farm - built, 0, 1))
        core = (slice(_OVERLAP, width - _OVERLAP), slice(_OVERLAP, height - _OVERLAP))
        cover = (np.clip(np.stack([fields[core], bare[core]], -1), 0, 1) * 255).astype(np.uint8)
        cells = self._cells(x[core[0]] + 0.3 * n1[core], y[:, core[1]] + 0.3 * n2[core])
        strokes = _strokes(
            x[core[0], 0],
            y[0, core[1]],
            slope_x[core],
            slope_y[core],
            hill[core],
            (i * TILE, j * TILE),
        )
        return GroundTile(ink.bytes()[core], cover, cells, strokes)

    def _soft(self, name: str, lookup: Ints, radius: int) -> Reals:
        mask = self._masks[name][lookup]
        return blurred(mask, radius) if mask.any() else mask

    def _cells(self, x: Reals, y: Reals) -> Bytes:
        """Voronoi blocks of fields round jittered points, each with its own direction."""
        best = np.full(x.shape, 1e9, np.float32)
        cells = np.zeros((*x.shape, 2), np.uint8)
        columns = np.arange(int(np.floor(x.min() / _CELL)) - 1, int(np.floor(x.max() / _CELL)) + 2)
        rows = np.arange(int(np.floor(y.min() / _CELL)) - 1, int(np.floor(y.max() / _CELL)) + 2)
        i, j = np.meshgrid(columns, rows, indexing="ij")
        spot_x = (i + chance(i, j, 71)) * _CELL
        spot_y = (j + chance(i, j, 72)) * _CELL
        turn = self._turn_at(spot_x, spot_y) + 0.55 * (chance(i, j, 73) - 0.5)
        turn_byte = (np.mod(turn, 2 * np.pi) * (256 / (2 * np.pi))).astype(np.uint8)
        number = (chance(i, j, 74) * 256).astype(np.uint8)
        left, top = float(x[0, 0]), float(y[0, 0])
        for k in np.ndindex(i.shape):
            sx, sy = float(spot_x[k]), float(spot_y[k])
            a, b = (max(0, int((sx - left + d) * PER_HEX)) for d in (-3.9, 3.9))
            c, d = (max(0, int((sy - top + e) * PER_HEX)) for e in (-3.9, 3.9))
            part = (slice(a, b), slice(c, d))
            distance = (x[part] - np.float32(sx)) ** 2 + (y[part] - np.float32(sy)) ** 2
            closer = distance < best[part]
            best[part][closer] = distance[closer]
            cells[part][closer] = (turn_byte[k], number[k])
        return cells

    def _turn_at(self, x: Floats, y: Floats) -> Floats:
        if not len(self._flow):
            return np.zeros(x.shape)
        spots = np.c_[x.ravel(), y.ravel()]
        away = ((spots[:, None] - self._flow[None]) ** 2).sum(-1)
        return np.asarray(self._turn[away.argmin(1)].reshape(x.shape))


class _Wash:
    """Colour laid over colour."""

    def __init__(self, width: int, height: int, ground: Colour) -> None:
        self._a = np.empty((width, height, 3), np.float32)
        self._a[:] = ground

    def lay(self, share: Floats, colour: Colour) -> None:
        if not share.any():
            return
        for channel in range(3):
            layer = self._a[..., channel]
            layer += (np.float32(colour[channel]) - layer) * share

    def bytes(self) -> Bytes:
        return np.asarray(np.clip(self._a, 0, 255).astype(np.uint8))


def _green(board: Board, by_hex: list[Look]) -> Reals:
    """Farmland, and the villages within it."""
    farm = np.array([look.farm for look in by_hex], np.float32)
    green = farm.copy()
    for i, look in enumerate(by_hex):
        if look.settled:
            green[i] = sum(farm[n] for n in board.grid.neighbours[i]) >= 2
    return green


def _strokes(
    x: Reals, y: Reals, slope_x: Reals, slope_y: Reals, hill: Reals, origin: tuple[int, int]
) -> Reals:
    """Short strokes down the slopes of the hills, on a shaken lattice."""
    gap = 0.095 * PER_HEX
    i0, j0 = (int(np.ceil(start / gap)) for start in origin)
    columns = np.arange(i0, int(np.ceil((origin[0] + len(x)) / gap)))
    rows = np.arange(j0, int(np.ceil((origin[1] + len(y)) / gap)))
    i, j = np.meshgrid(columns, rows, indexing="ij")
    px = (i + chance(i, j, 81) - 0.5) * gap - origin[0]
    py = (j + chance(i, j, 82) - 0.5) * gap - origin[1]
    a = np.clip(px.astype(int), 0, len(x) - 1)
    b = np.clip(py.astype(int), 0, len(y) - 1)
    dx, dy = slope_x[a, b], slope_y[a, b]
    steep = np.hypot(dx, dy)
    on_slope = (steep > 0.2) & (hill[a, b] > 0.1) & (hill[a, b] < 0.86)
    long = np.minimum(0.17, 0.06 + 0.08 * steep) / np.maximum(steep, 1e-6)
    strokes = np.stack(
        [
            x[0] + px / PER_HEX,
            y[0] + py / PER_HEX,
            -dx * long,
            -dy * long,
            np.sign(dx + dy) * steep,
            chance(i, j, 83),
        ],
        -1,
    )
    return np.asarray(strokes[on_slope].astype(np.float32))
