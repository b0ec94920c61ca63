"""Beats being shown, one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from game.ui.map.overlays import Overlay, Zone
from game.ui.motion.beats import Beat
from game.ui.motion.marks import Walkers


class Reel:
    """What is shown now, and what comes after it. Nothing waits for it."""

    def __init__(self) -> None:
        self._waiting: deque[Beat] = deque()
        self._spent = 0
        self.now: Beat | None = None
        """The beat that is shown."""
        self.begun = False
        """True until somebody has asked `fresh`: another beat is shown."""

    @property
    def active(self) -> bool:
        """Whether anything is shown."""
        return self.now is not None

    def play(self, beats: Iterable[Beat]) -> None:
        """Show beats after those that are waiting."""
        self._waiting.extend(beats)
        if self.now is None:
            self._next()

    def finish(self) -> bool:
        """Stop at once: the present is shown; False if nothing was to be stopped."""
        was = self.active
        self._waiting.clear()
        self.now, self._spent = None, 0
        self.begun = self.begun or was
        return was

    def update(self, dt_ms: int) -> bool:
        """Let time pass; True if something has to be drawn again."""
        if self.now is None:
            return False
        still = self.now.still
        self._spent += dt_ms
        if self._spent >= self.now.ms:
            self._next()
            return True
        return not still

    def fresh(self) -> bool:
        """Whether another beat, or none, is shown since this was asked last."""
        was, self.begun = self.begun, False
        return was

    def overlays(self) -> list[Overlay]:
        """Return what lies over the map in this moment."""
        now = self.now
        if now is None:
            return []
        share = min(1.0, self._spent / max(1, now.ms))
        found: list[Overlay] = []
        if now.outline:
            found.append(Zone(now.outline, "changed"))
        if now.walks:
            found.append(Walkers(now.walks, share))
        if now.dice is not None:
            rolling = now.dice.share < 1
            found.append(replace(now.dice, share=min(share, 0.99)) if rolling else now.dice)
        return found

    def _next(self) -> None:
        self._spent = 0
        self.now = self._waiting.popleft() if self._waiting else None
        self.begun = True
