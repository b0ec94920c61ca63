"""Quiet cues of the interface: made in code, never loud, never of reward, none at harm.

A cue answers a hand: something was chosen, given, refused. What comes of it, good or bad, sounds
the same. Without a device that can be heard there is silence and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pygame

from game.storage.settings import Settings

Cue = Literal["select", "digest", "move", "dice", "end_turn", "refused"]

RATE: Final = 44100
LOUDEST: Final = 0.2
"""No cue has a higher peak, of 1, even at full volume."""
_SAMPLE: Final = 32767
_FORMAT: Final = (RATE, -16, 1)
_BUFFER: Final = 1024
_STDERR: Final = 2

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
"""Peak and wave of each cue. Of several at once the last of this table is heard."""

CUES: Final[tuple[Cue, ...]] = tuple(_MADE)


def samples(cue: Cue) -> npt.NDArray[np.int16]:
    """Return a cue as samples of one channel; it begins and ends in silence."""
    peak, make = _MADE[cue]
    wave = make()
    soft_in, soft_out = int(0.004 * RATE), int(0.012 * RATE)
    wave[:soft_in] *= np.linspace(0, 1, soft_in)
    wave[-soft_out:] *= np.linspace(1, 0, soft_out)
    wave *= min(peak, LOUDEST) / np.max(np.abs(wave))
    return np.round(wave * _SAMPLE).astype(np.int16)


class Sounds:
    """Plays cues. The device is opened for the first one and let go of by `close`."""

    def __init__(self) -> None:
        self._open: bool | None = None
        """None until it was tried; False if nothing can be heard."""
        self._made: dict[Cue, pygame.mixer.Sound] = {}
        self._wanted: Cue | None = None

    def want(self, cue: Cue) -> None:
        """Have a cue heard with the next `play`; of several the one that says most."""
        if self._wanted is None or CUES.index(cue) > CUES.index(self._wanted):
            self._wanted = cue

    def play(self, settings: Settings) -> Cue | None:
        """Play what is wanted, if sounds are on; returns what can be heard."""
        cue, self._wanted = self._wanted, None
        if not settings.sounds:
            self.close()
            return None
        if cue is None or not settings.volume or not self._ready():
            return None
        try:
            return self._start(cue, settings.volume / 100)
        except pygame.error:
            self._open = False
            return None

    def _start(self, cue: Cue, volume: float) -> Cue | None:
        sound = self._made.get(cue)
        if sound is None:
            sound = self._made[cue] = pygame.mixer.Sound(buffer=samples(cue).tobytes())
        if sound.get_num_channels():
            return None  # a key held down must not make it louder
        sound.set_volume(volume)
        return cue if sound.play() is not None else None

    def _ready(self) -> bool:
        if self._open is None:
            self._open = _opened()
        return self._open

    def close(self) -> None:
        """Let go of the device; the next cue opens it again."""
        if self._open:
            self._made.clear()
            with suppress(pygame.error):
                pygame.mixer.quit()
        self._open = None


def _opened() -> bool:
    """Open the device; False if there is none, or it cannot play what is made here."""
    try:
        with _hushed():
            pygame.mixer.init(*_FORMAT, _BUFFER, allowedchanges=0)
        return bool(pygame.mixer.get_init() == _FORMAT)
    except (pygame.error, NotImplementedError, ImportError):
        return False


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep the libraries of the system from writing to the terminal, as ALSA does."""
    try:
        kept = os.dup(_STDERR)
    except OSError:  # there is no terminal to write to
        yield
        return
    try:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), _STDERR)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)
