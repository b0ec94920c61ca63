"""Quiet cues of the interface: made in code, never loud, never of reward, none at harm.

A cue answers a hand: something was chosen, given, refused. What comes of it, good or bad, sounds
the same. Without a device that can be heard there is silence and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final, Literal, get_args

import pygame

from game.storage.settings import Settings

Cue = Literal["select", "digest", "move", "dice", "end_turn", "refused"]
CUES: Final[tuple[Cue, ...]] = get_args(Cue)
"""Of several at once the last of these is heard."""

RATE: Final = 44100
_FORMAT: Final = (RATE, -16, 1)
_BUFFER: Final = 1024
_STDERR: Final = 2


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
            from game.ui.waves import samples  # the first cue brings numpy in, not the start

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
