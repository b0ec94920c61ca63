"""Brings pygame in, or says plainly which package is missing."""

from __future__ import annotations

import os
from typing import Final

from game.ui.failure import WindowError

_MISSING: Final = (
    "The window needs pygame-ce, which is not installed. Run: python -m pip install pygame-ce"
)
_PLAIN: Final = (
    "The window needs pygame-ce, but plain pygame is installed, and only one of the two can be. "
    "Run: python -m pip uninstall pygame, then: python -m pip install pygame-ce"
)


def prepare() -> None:
    """Set what SDL reads when it starts, then import pygame and check that it is pygame-ce.

    Raises:
        WindowError: if pygame-ce is not there.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # Real pixels on Windows: text is scaled by us and not by the desktop.
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_VIDEO_ALLOW_SCREENSAVER", "1")
    try:
        import pygame
    except ImportError:
        raise WindowError(_MISSING) from None
    if not getattr(pygame, "IS_CE", False):
        raise WindowError(_PLAIN)
