"""What goes wrong when packages are shared."""

from __future__ import annotations


class SharingError(Exception):
    """A package cannot be exported or installed; the text says why and what to do."""
