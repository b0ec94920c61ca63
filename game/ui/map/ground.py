"""The land of a window: blended terrain, paper grain, stipple of the desert, strips of fields."""

from __future__ import annotations

import threading
from typing import Final

import numpy as np
from numpy.typing import NDArray

from game.engine.board import Board
from game.ui.map.geometry import Floats
from game.ui.map.looks import Look
from game.ui.map.palette import Palette
from game.ui.map.store import Store
from game.ui.map.terrain_tiles import MARGIN, PER_HEX, TILE, GroundMaker, GroundTile
from game.ui.map.window import Window

_GRAIN: Final = 512
"""Pixels after which grain and stipple repeat; windows need not start there."""


class Ground:
    """The terrain of a board, painted for any window; tiles are kept once made."""

    def __init__(
        self,
        board: Board,
        terrain_looks: tuple[Look, ...],
        palette: Palette,
        flow: Floats,
        store: Store | None = None,
    ) -> None:
        self._maker = GroundMaker(board, terrain_looks, palette, flow)
        self._store = store
        self._tiles: dict[tuple[int, int], GroundTile] = {}
        self._lock = threading.Lock()
        self._last = (self._maker.width - 1) // TILE, (self._maker.height - 1) // TILE
        self._grain, self._dots = _texture()

    def tile(self, i: int, j: int) -> GroundTile:
        """Return a tile: from memory, from disk, or made now."""
        with self._lock:
            found = self._tiles.get((i, j))
            if found is None:
                found = self._fetch(i, j)
                self._tiles[i, j] = found
            return found

    def strokes(self, window: Window) -> NDArray[np.float32]:
        """Return the hachures that may touch a window."""
        left, top, right, bottom = window.bounds(0.3)
        parts = []
        for i in self._span(left, right, 0):
            for j in self._span(top, bottom, 1):
                s = self.tile(i, j).strokes
                inside = (s[:, 0] > left) & (s[:, 0] < right) & (s[:, 1] > top) & (s[:, 1] < bottom)
                parts.append(s[inside])
        return np.vstack(parts) if parts else np.zeros((0, 6), np.float32)

    def paint(self, window: Window) -> NDArray[np.float32]:
        """Return the colours of a window, as [x, y, channel] in 0..255."""
        x, y = window.axes()
        u = np.clip((x[:, 0] + MARGIN) * PER_HEX - 0.5, 0, self._maker.width - 1.001)
        v = np.clip((y[0] + MARGIN) * PER_HEX - 0.5, 0, self._maker.height - 1.001)
        i, j = u.astype(np.int32), v.astype(np.int32)
        colour, cover, cells = self._gather(i[0], i[-1] + 1, j[0], j[-1] + 1)
        raster = np.concatenate([colour, cover], -1).astype(np.float32)
        out = _bilinear(raster, i - i[0], j - j[0], u - i, v - j)
        near_i, near_j = np.rint(u).astype(np.int32) - i[0], np.rint(v).astype(np.int32) - j[0]
        light = self._texture(window, out[..., 4])
        self._fields(window, out[..., 3], cells[near_i][:, near_j], light)
        painted: NDArray[np.float32] = out[..., :3] * light[..., None]
        return painted

    def _fetch(self, i: int, j: int) -> GroundTile:
        name = f"ground-{i}-{j}"
        kept = self._store.load(name) if self._store else None
        if kept is not None:
            return GroundTile(kept["colour"], kept["cover"], kept["cells"], kept["strokes"])
        made = self._maker.make(i, j)
        if self._store:
            self._store.save(
                name, colour=made.colour, cover=made.cover, cells=made.cells, strokes=made.strokes
            )
        return made

    def _span(self, low: float, high: float, axis: int) -> range:
        first = int((low + MARGIN) * PER_HEX) // TILE
        last = int((high + MARGIN) * PER_HEX) // TILE
        return range(max(0, first), min(self._last[axis], last) + 1)

    def _gather(
        self, x0: int, x1: int, y0: int, y1: int
    ) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
        """Cut a piece out of the tiles, both ends included."""
        shape = (x1 - x0 + 1, y1 - y0 + 1)
        parts = [np.empty((*shape, n), np.uint8) for n in (3, 2, 2)]
        for i in range(x0 // TILE, x1 // TILE + 1):
            for j in range(y0 // TILE, y1 // TILE + 1):
                tile = self.tile(i, j)
                a, b = max(x0, i * TILE), min(x1 + 1, (i + 1) * TILE)
                c, d = max(y0, j * TILE), min(y1 + 1, (j + 1) * TILE)
                source = (slice(a - i * TILE, b - i * TILE), slice(c - j * TILE, d - j * TILE))
                target = (slice(a - x0, b - x0), slice(c - y0, d - y0))
                for part, whole in zip(parts, (tile.colour, tile.cover, tile.cells), strict=True):
                    part[target] = whole[source]
        return parts[0], parts[1], parts[2]

    def _texture(self, window: Window, bare: NDArray[np.float32]) -> NDArray[np.float32]:
        i = np.arange(window.x, window.x + window.width) % _GRAIN
        j = np.arange(window.y, window.y + window.height) % _GRAIN
        light = 1 + self._grain[i][:, j]
        if window.w > 30:
            light += self._dots[i][:, j] * (bare * np.float32(1 / 255))
        return light

    def _fields(
        self,
        window: Window,
        fields: NDArray[np.float32],
        cells: NDArray[np.uint8],
        light: NDArray[np.float32],
    ) -> None:
        """Strips that run away from the bank, each with a tone of its own."""
        green = fields > 25
        i, j = np.nonzero(green)
        if not len(i):
            return
        x, y = window.axes()
        px, py = x[i, 0], y[0, j]
        number = cells[..., 1][green].astype(np.float32)
        turns = np.arange(256, dtype=np.float32) * np.float32(2 * np.pi / 256)
        turn = cells[..., 0][green]
        cos, sin = np.cos(turns)[turn], np.sin(turns)[turn]
        u = (px * cos + py * sin) * np.float32(5.2)
        column = np.floor(u)
        v = (py * cos - px * sin) * np.float32(2.1) + np.float32(0.37) * column
        row = np.floor(v)
        tone = np.sin(column * 12.9898 + row * 78.233 + number * 3.7) * 43758.547
        tone -= np.floor(tone)
        strength = fields[green] * np.float32(1 / 255)
        change = (tone - 0.5) * np.float32(0.085 if window.w > 30 else 0.06)
        if window.w > 40:
            u -= column
            v -= row
            rim = np.minimum(np.minimum(u, 1 - u) / 5.2, np.minimum(v, 1 - v) / 2.1)
            change -= np.float32(0.07) * np.clip(1.1 - rim * np.float32(window.w), 0, 1)
        light[green] += strength * change


def _bilinear(
    raster: NDArray[np.float32],
    i: NDArray[np.int32],
    j: NDArray[np.int32],
    u: Floats,
    v: Floats,
) -> NDArray[np.float32]:
    rows = raster[i] + (raster[i + 1] - raster[i]) * u[:, None, None].astype(np.float32)
    left = rows[:, j]
    out: NDArray[np.float32] = left + (rows[:, j + 1] - left) * v[None, :, None].astype(np.float32)
    return out


def _texture() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Paper grain and the stipple of bare ground, each a square that repeats."""
    rng = np.random.default_rng(5)
    rough = rng.normal(0, 1, (_GRAIN, _GRAIN)).astype(np.float32)
    soft = rough + np.roll(rough, 1, 0) + np.roll(rough, 1, 1) + np.roll(rough, (1, 1), (0, 1))
    dots = (rng.random((_GRAIN, _GRAIN)) > 0.9965).astype(np.float32)
    stipple = dots + 0.6 * np.roll(dots, 1, 0) + 0.3 * np.roll(dots, 1, 1)
    return (soft * np.float32(0.00425)), (stipple * np.float32(-0.085))
