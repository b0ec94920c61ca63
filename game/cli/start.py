"""Furat without a command: the game."""

from __future__ import annotations

import os
import sys

import click

from game.cli.bad_input import load
from game.cli.replay import DEFAULT_SCENARIO

_NO_DISPLAY = (
    "No display found: neither DISPLAY nor WAYLAND_DISPLAY is set. For a window start Furat from a "
    "desktop session (this release has none yet); the replay follows as text."
)
_NO_WINDOW = "This release has no window yet; the replay follows as text."


def start() -> None:
    """Play back the default scenario in the terminal."""
    click.echo(_NO_WINDOW if _has_display() else _NO_DISPLAY)
    scenario, record = load(DEFAULT_SCENARIO)
    from game.history.chronicle import Chronicle
    from game.history.fidelity import Fidelity
    from game.text.replay import show

    show(Chronicle(scenario, record), Fidelity(record))


def _has_display() -> bool:
    """Whether a window could be opened; only on Linux and the BSDs is that a question."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
