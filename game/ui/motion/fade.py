"""One panel giving way to another."""

from __future__ import annotations

import pygame

from game.ui.motion.tempo import FADE_MS, Tempo


class Fade:
    """The old picture of a panel, laid over the new one and getting fainter."""

    def __init__(self) -> None:
        self._old: pygame.Surface | None = None
        self._place = pygame.Rect(0, 0, 0, 0)
        self._spent = 0
        self._whole = 1

    def begin(self, surface: pygame.Surface, rect: pygame.Rect, tempo: Tempo) -> None:
        """Keep what a part of the screen looks like now."""
        place = rect.clip(surface.get_rect())
        self._whole = tempo.ms(FADE_MS)
        if self._whole and place.w and place.h:
            self._old, self._place, self._spent = surface.subsurface(place).copy(), place, 0

    def update(self, dt_ms: int) -> bool:
        """Let time pass; True if something has to be drawn again."""
        if self._old is None:
            return False
        self._spent += dt_ms
        if self._spent >= self._whole:
            self._old = None
        return True

    def draw(self, surface: pygame.Surface) -> None:
        """Draw what is left of the old picture."""
        if self._old is not None:
            self._old.set_alpha(255 - 255 * self._spent // self._whole)
            surface.blit(self._old, self._place)
