"""What a screen is to the app.

The app calls, in this order: `enter` once, `layout` at once and again whenever size, scale, skin
or language changed, then `handle` for every event, `update` for time passing, `draw` when
something changed. A scene never looks at a clock and never waits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui.toolkit.controls import ControlList

if TYPE_CHECKING:
    from game.ui.app import App

Picture = Callable[["App"], None]


class Scene:
    """A screen; subclasses override what they need."""

    contexts: tuple[str, ...] = ("everywhere",)
    """Groups of the key table that are alive here; of two that use a key the first named wins."""

    app: App

    def __init__(self) -> None:
        self.controls = ControlList()

    def enter(self, app: App) -> None:
        """Come onto the app for the first time."""
        self.app = app

    def resume(self) -> None:
        """Come back to the top, because the scene above went away."""

    def leave(self) -> None:
        """Go away for good: stop threads, drop big surfaces."""

    def layout(self, app: App) -> None:
        """Build the controls anew for the size, scale, skin and language of the app."""

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event; True if it was used.

        A key press that was not used comes back as `act` with the action the key table names.
        """
        return self.controls.handle(event)

    def act(self, action: str) -> bool:
        """Do what a key of the key table asks for; True if this scene knows the action."""
        return False

    def back(self) -> bool:
        """Esc: close what is open inside this scene; False lets the app leave the scene."""
        return False

    def update(self, dt_ms: int) -> bool:
        """Let time pass; True while something moves and must be drawn again."""
        return False

    def moving_areas(self) -> Sequence[pygame.Rect]:
        """Where the picture changes while `update` says that something moves; none = everywhere."""
        return ()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw everything; what lies outside the surface's limit may be left out."""
