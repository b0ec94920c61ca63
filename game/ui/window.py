"""The window of the desktop: opened, resized, filled and remembered."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Final

import pygame

from game.ui.failure import WindowError

SMALLEST: Final = (960, 540)
"""Smaller than this the screens cannot be laid out at 100 percent."""
USUAL: Final = (1280, 720)
_UNSEEN: Final = ("offscreen", "dummy", "evdev")
"""Drivers nobody sees; wanted only by those who name them in SDL_VIDEODRIVER."""
SCALES: Final = tuple(range(75, 251, 25))
"""Sizes of everything on the screen, in percent."""


def guessed_scale(height: int) -> int:
    """Return the scale in percent that suits a screen of this height, if nobody has chosen one.

    What the desktop says in GDK_SCALE counts more than the height.
    """
    told = os.environ.get("GDK_SCALE", "")
    if told.isdigit() and 1 <= int(told) <= 2:
        return int(told) * 100
    for least, scale in ((2000, 200), (1600, 150), (1400, 125)):
        if height >= least:
            return scale
    return 100


class Window:
    """The window. Its surface is drawn on and then shown as a whole."""

    def __init__(
        self, size: tuple[int, int], full_screen: bool, title: str, *, exact: bool = False
    ) -> None:
        """Open it; `exact` even if it is larger than the desktop.

        Raises:
            WindowError: if there is no screen to open it on.
        """
        try:
            pygame.display.init()
            pygame.font.init()
            desktops = pygame.display.get_desktop_sizes()
        except pygame.error as error:
            raise WindowError(f"No window can be opened: {error}.") from None
        if pygame.display.get_driver() in _UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
            # SDL falls back on drivers that draw into nothing rather than fail.
            pygame.display.quit()
            raise WindowError("No window can be opened: no display answers.")
        self.desktop: tuple[int, int] = desktops[0] if desktops else USUAL
        pygame.display.set_caption(title)
        pygame.key.set_repeat(350, 40)
        self._windowed = size if exact else self._fitting(size)
        self.full_screen = full_screen
        self._open()

    def _fitting(self, size: tuple[int, int]) -> tuple[int, int]:
        width, height = self.desktop
        return (
            max(SMALLEST[0], min(size[0], width)),
            max(SMALLEST[1], min(size[1], height)),
        )

    def _open(self) -> None:
        try:
            if self.full_screen:
                pygame.display.set_mode(self.desktop, pygame.FULLSCREEN)
            else:
                pygame.display.set_mode(self._windowed, pygame.RESIZABLE)
        except pygame.error as error:
            raise WindowError(f"No window can be opened: {error}.") from None

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on."""
        surface = pygame.display.get_surface()
        if surface is None:
            raise WindowError("The window is closed.")
        return surface

    @property
    def windowed_size(self) -> tuple[int, int]:
        """Its size while it does not fill the screen, to be remembered."""
        return self._windowed

    def resized(self) -> None:
        """Take note of the size somebody has pulled it to."""
        if not self.full_screen:
            self._windowed = self.surface.get_size()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        self.full_screen = not self.full_screen
        self._open()

    def show(self, areas: Sequence[pygame.Rect] = ()) -> None:
        """Show what was drawn: everything, or some parts."""
        if areas:
            pygame.display.update(areas)
        else:
            pygame.display.flip()

    def close(self) -> None:
        """Close it for good."""
        pygame.display.quit()
