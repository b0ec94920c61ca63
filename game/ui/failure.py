"""What keeps the window from opening. Free of pygame, so that the command line can name it."""

from __future__ import annotations


class WindowError(Exception):
    """The window cannot be opened; the text says why and what to do, in one or two lines."""
