"""Who holds the ground: tint, hatching along the fronts, and the front lines themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from game.hexes import HexGrid
from game.ui.map.fronts import Fronts
from game.ui.map.geometry import nearest_hex
from game.ui.map.palette import Palette, Pattern, SideInk, weights
from game.ui.map.strips import StripField, stride, strip_field
from game.ui.map.window import Window

_HEXSIDE: Final = 0.52
"""Length of a drawn hexside of a front, on average, in hexes."""

Pixels = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Holding:
    """Control of a moment, with its fronts drawn."""

    control: bytes
    fronts: Fronts


class ControlPainter:
    """Paints control on windows of one board."""

    def __init__(self, grid: HexGrid, inks: Sequence[SideInk], palette: Palette) -> None:
        self._grid = grid
        self._inks = tuple(inks)
        self._palette = palette
        nobody = (palette.desert,)
        self._tints = np.array([*(ink.tint for ink in inks), *nobody], np.float32)
        self._lines = np.array([*(ink.line for ink in inks), *nobody], np.float32)

    def tint(
        self, land: NDArray[np.float32], dry: NDArray[np.float32], window: Window, holding: Holding
    ) -> None:
        """Lay tint and hatching over the land; water stays water. Sizes must be even."""
        nobody = len(self._inks)
        half = Window(
            window.w / 2, window.x // 2, window.y // 2, window.width // 2, window.height // 2
        ).grown(1)
        x, y = half.axes()
        owner = np.minimum(np.frombuffer(holding.control, np.uint8), nobody)
        side = owner[nearest_hex(self._grid, x, y)]
        field, owners = self._field(half, holding, 0.85 * window.w / 2, stride(half.w))
        found = field.who >= 0
        if not found.any():
            self._plain_tint(land, dry, side)
            return
        own = owners[np.where(found, field.who, 0)]
        other = owners[np.where(found, field.who ^ 1, 0)]
        side = np.where(found, own, side)
        hot = found & (own < nobody) & (other < nobody)
        distance = np.clip(field.distance * 2, 0, 999)
        edge = np.float32(0.25) * np.exp(distance * np.float32(-1 / (0.30 * window.w + 2))) * hot
        alpha = (side < nobody) * (np.float32(0.055) + edge)
        near = np.clip(1 - distance / (0.62 * window.w), 0, 1) * hot
        layers = np.empty((*side.shape, 5), np.float32)
        layers[..., :3] = self._tints[side] * alpha[..., None]
        layers[..., 3] = alpha
        layers[..., 4] = near
        full = _doubled(layers)
        full *= dry[..., None]
        land *= 1 - full[..., 3:4]
        land += full[..., :3]
        self._hatch(land, full[..., 4], side[1:-1, 1:-1], window)

    def lines(self, pixels: NDArray[np.uint8], window: Window, holding: Holding) -> None:
        """Draw the front lines, each side's on its own bank of a narrow band."""
        nobody = len(self._inks)
        w = weights(window.w).front
        field, owners = self._field(window, holding, 3 * w + 2, stride(window.w))
        i, j = np.nonzero((field.who >= 0) & (field.distance < 3 * w + 2) & (field.distance > -2.5))
        who = field.who[i, j]
        own, other = owners[who], owners[who ^ 1]
        hot = (own < nobody) & (other < nobody)
        i, j, own, who = i[hot], j[hot], own[hot], who[hot]
        if not len(i):
            return
        away = field.distance[i, j] - (w / 2 + 0.4)
        along = field.along[i, j]
        line = np.zeros(len(i), np.float32)
        for n, ink in enumerate(self._inks):
            mine = own == n
            if mine.any():
                line[mine] = _line(ink.pattern, away[mine], along[mine], w, window.w)
        halo = np.clip(w / 2 + 1.6 - abs(away), 0, 1) * 0.55
        colour = pixels[i, j].astype(np.float32)
        colour += (np.array(self._palette.halo, np.float32) - colour) * halo[:, None]
        colour += (self._lines[own] - colour) * line[:, None]
        pixels[i, j] = colour.astype(np.uint8)

    def _field(
        self, window: Window, holding: Holding, reach: float, n: int
    ) -> tuple[StripField, NDArray[np.uint8]]:
        segments, owners = holding.fronts.segments[n], holding.fronts.owners[n]
        extra = weights(window.w).front * 0.3
        return strip_field(window, segments, reach, 0.0, extra), owners

    def _plain_tint(
        self, land: NDArray[np.float32], dry: NDArray[np.float32], side: NDArray[np.uint8]
    ) -> None:
        nobody = len(self._inks)
        first = int(side[0, 0])
        if (side == first).all():
            if first < nobody:
                alpha = (0.055 * dry)[..., None]
                land += (self._tints[first] - land) * alpha
            return
        layers = np.empty((*side.shape, 4), np.float32)
        layers[..., 3] = (side < nobody) * 0.055
        layers[..., :3] = self._tints[side] * layers[..., 3:4]
        full = _doubled(layers) * dry[..., None]
        land *= 1 - full[..., 3:4]
        land += full[..., :3]

    def _hatch(
        self,
        land: NDArray[np.float32],
        near: NDArray[np.float32],
        side: NDArray[np.uint8],
        window: Window,
    ) -> None:
        i, j = (a.astype(np.int32) for a in np.nonzero(near > 0.02))
        if not len(i):
            return
        own = side[i // 2, j // 2]
        x, y = i + np.int32(window.x), j + np.int32(window.y)
        share = np.zeros(len(i), np.float32)
        for n, ink in enumerate(self._inks):
            mine = own == n
            if mine.any():
                share[mine] = _hatching(ink.pattern, x[mine], y[mine], window.w)
        share *= near[i, j] ** 0.7 * 0.5
        keep = share > 0.01
        i, j, own, share = i[keep], j[keep], own[keep], share[keep]
        colour = land[i, j]
        land[i, j] = colour + (self._lines[own] - colour) * share[:, None]


def _doubled(a: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scale [x, y, layer] up twice; the rim of one pixel around it is used up."""
    near, far = np.float32(0.75), np.float32(0.25)
    wide = np.empty((2 * (a.shape[0] - 2), *a.shape[1:]), np.float32)
    middle = a[1:-1] * near
    wide[0::2] = middle + a[:-2] * far
    wide[1::2] = middle + a[2:] * far
    out = np.empty((wide.shape[0], 2 * (a.shape[1] - 2), a.shape[2]), np.float32)
    middle = wide[:, 1:-1] * near
    out[:, 0::2] = middle + wide[:, :-2] * far
    out[:, 1::2] = middle + wide[:, 2:] * far
    return out


def _hatching(pattern: Pattern, x: Pixels, y: Pixels, w: float) -> Pixels:
    """Share of ink at pixels of the map: strokes one way or the other, or a screen of dots."""
    period = max(5, round(0.115 * w))
    k = max(0.35, 0.0085 * w)

    def ridge(v: Pixels, width: float) -> Pixels:
        rest = np.mod(v, period, dtype=np.float32)
        return np.asarray(np.clip(width - np.minimum(rest, period - rest) + 0.5, 0, 1))

    if pattern == "teeth":
        return ridge((x + y) * np.float32(0.7071), k)
    if pattern == "dash":
        return ridge((x - y) * np.float32(0.7071), k * 0.9)
    if pattern == "dash_dot":
        return ridge(x * np.float32(1), k * 0.9)
    odd = y // period % 2
    u = (x + odd * period // 2) % period - period / 2
    v = y % period - period / 2
    return np.asarray(np.clip(k * 2.1 + 0.5 - np.hypot(u, v), 0, 1))


def _line(pattern: Pattern, away: Pixels, along: Pixels, w: float, hex_width: float) -> Pixels:
    """Share of ink of a front line; `away` is measured from its middle, toward the own side."""
    solid = np.clip(w / 2 + 0.5 - abs(away), 0, 1)
    if pattern == "teeth":
        u = abs(_beat(along, 5.4 * w, hex_width))
        tooth = np.clip((1.0 * w - (away - w * 0.4) * 0.62) - u + 0.5, 0, 1)
        tooth *= (away > 0) & (away < 2.1 * w)
        return np.asarray(np.maximum(solid, tooth))
    if pattern == "dots":
        u = _beat(along, 2.1 * w, hex_width)
        return np.asarray(np.clip(w * 0.62 + 0.5 - np.hypot(u, away), 0, 1))
    if pattern == "dash_dot":
        u = abs(_beat(along, 6.2 * w, hex_width))
        dash = np.clip(1.5 * w - u + 0.5, 0, 1)
        dot = np.clip(w * 0.55 + 0.5 - abs(u - 3.1 * w), 0, 1)
        return np.asarray(solid * np.maximum(dash, dot))
    u = abs(_beat(along, 4.4 * w, hex_width))
    return np.asarray(solid * np.clip(1.5 * w - u + 0.5, 0, 1))


def _beat(along: Pixels, period: float, hex_width: float) -> Pixels:
    """Pixels from the middle of the nearest beat; a whole number of beats fits on a hexside.

    So the pattern does not depend on where a front begins, and a change of it far away does not
    shift the dashes here.
    """
    length = _HEXSIDE * hex_width
    beats = max(1, round(length / period))
    part = along * beats
    return np.asarray((part - np.floor(part) - 0.5) * (length / beats))
