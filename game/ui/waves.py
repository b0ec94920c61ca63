"""How the cues of the interface sound: waves of one channel, made in code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from game.ui.sounds import RATE, Cue

LOUDEST: Final = 0.2
"""No cue has a higher peak, of 1, even at full volume."""
_SAMPLE: Final = 32767

_Wave = npt.NDArray[np.float64]


def _time(seconds: float) -> _Wave:
    return np.arange(int(RATE * seconds), dtype=np.float64) / RATE


def _tone(pitch: float, seconds: float, fall: float) -> _Wave:
    """Return a soft tone that dies away; `fall` says how many times over its length."""
    t = _time(seconds)
    body = np.sin(2 * np.pi * pitch * t) + 0.2 * np.sin(4 * np.pi * pitch * t)
    return body * np.exp(-fall * t / seconds)


def _knock(pitch: float, seconds: float, seed: int) -> _Wave:
    """Return a knock on wood: a short tone with a dull rustle before it."""
    t = _time(seconds)
    return _tone(pitch, seconds, 7.0) + 2.0 * _rustle(t.size, seed, 90) * np.exp(-60 * t)


def _after(parts: Mapping[float, _Wave]) -> _Wave:
    """Return the sum of waves that begin after so many seconds."""
    starts = {int(RATE * start): wave for start, wave in parts.items()}
    whole = np.zeros(max(start + wave.size for start, wave in starts.items()))
    for start, wave in starts.items():
        whole[start : start + wave.size] += wave
    return whole


def _rustle(length: int, seed: int, dull: int) -> _Wave:
    """Return noise without its highest tones, the same every time."""
    noise = np.random.default_rng(seed).standard_normal(length)
    smooth: _Wave = np.convolve(noise, np.hanning(dull) * 2 / dull, mode="same")
    return smooth


def _paper(seconds: float) -> _Wave:
    """Return the rustle of a leaf."""
    t = _time(seconds)
    swell: _Wave = np.sin(np.pi * t / seconds) ** 2
    return _rustle(t.size, 3, 32) * swell


_MADE: Final[Mapping[Cue, tuple[float, Callable[[], _Wave]]]] = {
    "select": (0.08, lambda: _tone(620, 0.05, 5)),
    "digest": (0.08, lambda: _paper(0.09)),
    "move": (0.14, lambda: _knock(290, 0.10, 1)),
    "dice": (
        0.16,
        lambda: _after({0.0: _knock(480, 0.07, 1), 0.08: _knock(430, 0.07, 2),
                        0.14: _knock(390, 0.11, 4)}),
    ),
    "end_turn": (0.12, lambda: _after({0.0: _tone(330, 0.16, 4), 0.09: _tone(247, 0.19, 4)})),
    "refused": (0.14, lambda: _tone(170, 0.13, 4)),
}  # fmt: skip
"""Peak and wave of each cue."""


def samples(cue: Cue) -> npt.NDArray[np.int16]:
    """Return a cue as samples of one channel; it begins and ends in silence."""
    peak, make = _MADE[cue]
    wave = make()
    soft_in, soft_out = int(0.004 * RATE), int(0.012 * RATE)
    wave[:soft_in] *= np.linspace(0, 1, soft_in)
    wave[-soft_out:] *= np.linspace(1, 0, soft_out)
    wave *= min(peak, LOUDEST) / np.max(np.abs(wave))
    return np.round(wave * _SAMPLE).astype(np.int16)
