"""Furat without a command: the game."""

from __future__ import annotations

import os
import sys

import click

from game.cli.bad_input import load
from game.cli.replay import DEFAULT_SCENARIO

_NO_DISPLAY = (
    "No display found: neither DISPLAY nor WAYLAND_DISPLAY is set. For the window start Furat from "
    "a desktop session; the replay follows as text."
)


def start() -> None:
    """Open the window; where none can be opened, say so and play the record as text.

    Raises:
        click.exceptions.Exit: with the code the window ended with, if it is not 0.
    """
    if not has_display():
        _as_text(_NO_DISPLAY)
        return
    from game.ui import run
    from game.ui.failure import WindowError

    try:
        code = run()
    except WindowError as error:
        _as_text(f"{error} The replay follows as text.")
        return
    if code:
        raise click.exceptions.Exit(code)


def has_display() -> bool:
    """Whether a window could be opened; only on Linux and the BSDs is that a question."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _as_text(why: str) -> None:
    """Play back the default scenario in the terminal."""
    click.echo(why)
    scenario, record = load(DEFAULT_SCENARIO)
    from game.history.chronicle import Chronicle
    from game.history.fidelity import Fidelity
    from game.text.replay import show

    show(Chronicle(scenario, record), Fidelity(record))
