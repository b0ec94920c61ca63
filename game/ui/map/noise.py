"""Noise that is alike wherever one starts to draw, and the smoothing of masks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.ui.map.geometry import Floats, Ints

_MIX_X = np.uint32(0x9E3779B1)
_MIX_Y = np.uint32(0x85EBCA77)
_MIX_SEED = 0xC2B2AE3D


def chance(x: Ints, y: Ints, seed: int) -> NDArray[np.float32]:
    """Return a number in 0..1 for each pair of whole numbers, always the same one."""
    h = x.astype(np.uint32) * _MIX_X
    h = h ^ (y.astype(np.uint32) * _MIX_Y) ^ np.uint32(seed * _MIX_SEED & 0xFFFFFFFF)
    h ^= h >> np.uint32(15)
    h *= np.uint32(0x2C1B3C6D)
    h ^= h >> np.uint32(12)
    h *= np.uint32(0x297A2D39)
    h ^= h >> np.uint32(15)
    return (h >> np.uint32(8)).astype(np.float32) / np.float32(1 << 24)


def noise(
    x0: int, y0: int, width: int, height: int, cell: float, seed: int, octaves: int = 4
) -> NDArray[np.float32]:
    """Return value noise of a window of an endless raster, about -1..1, arrays as [x, y]."""
    out = np.zeros((width, height), np.float32)
    size, amplitude = float(cell), 1.0
    for octave in range(octaves):
        x = (np.arange(x0, x0 + width) / size).astype(np.float32)
        y = (np.arange(y0, y0 + height) / size).astype(np.float32)
        i, j = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
        u, v = (x - i)[:, None].astype(np.float32), (y - j)[None].astype(np.float32)
        u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
        nodes_x, nodes_y = np.arange(i[0], i[-1] + 2), np.arange(j[0], j[-1] + 2)
        lattice = chance(nodes_x[:, None], nodes_y[None], seed * 16 + octave) - np.float32(0.5)
        i, j = i - i[0], j - j[0]
        along = lattice[i] * (1 - u) + lattice[i + 1] * u
        out += np.float32(amplitude) * (along[:, j] * (1 - v) + along[:, j + 1] * v)
        amplitude *= 0.5
        size = max(size / 2, 1.0)
    return out


def blurred(a: NDArray[np.float32], radius: int) -> NDArray[np.float32]:
    """Smooth by three box passes each way, nearly a gaussian."""
    radius = max(1, radius)
    width = 2 * radius + 1
    for _ in range(2):
        for _ in range(3):
            rim = np.pad(a, ((radius + 1, radius), (0, 0)), mode="edge")
            sums = np.cumsum(rim, 0, dtype=np.float32)
            a = (sums[width:] - sums[:-width]) * np.float32(1 / width)
        a = np.ascontiguousarray(a.T)
    return a


def eased(a: Floats, low: float, high: float) -> Floats:
    """Return 0 below `low`, 1 above `high` and a smooth step between."""
    t = np.clip((a - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))
