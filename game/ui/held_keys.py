"""Keys that are held down: their repeats are marked, and those that come too late are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import pygame

_ONCE: Final = frozenset({pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_ESCAPE})
"""Keys that do something once for a press, however long it is, unless one is writing."""


class HeldKeys:
    """Knows which keys are down.

    pygame makes repeats in a thread of its own, even for a key that was let go while the program
    was busy, and does not say that they are repeats.
    """

    def __init__(self, still_down: Callable[[int], bool] | None = None) -> None:
        """`still_down` tells of a key whether it is down now; by default the keyboard does."""
        self._still_down = still_down or (lambda key: pygame.key.get_pressed()[key])
        self._down: set[int] = set()

    def sift(
        self, events: Iterable[pygame.event.Event], writing: bool = False
    ) -> list[pygame.event.Event]:
        """Return the events with repeats marked, at most one of a key, none of one let go."""
        kept: list[pygame.event.Event] = []
        repeated: set[int] = set()
        for event in events:
            if event.type == pygame.KEYDOWN:
                if event.key not in self._down:
                    self._down.add(event.key)
                elif (
                    event.key in repeated
                    or (event.key in _ONCE and not writing)
                    or not self._still_down(event.key)
                ):
                    continue
                else:
                    repeated.add(event.key)
                    event = pygame.event.Event(pygame.KEYDOWN, {**event.dict, "repeat": True})
            elif event.type == pygame.KEYUP:
                self._down.discard(event.key)
            elif event.type == pygame.WINDOWFOCUSLOST:
                self._down.clear()
            kept.append(event)
        return kept
