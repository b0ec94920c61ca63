"""Furat without a command: the game."""

from __future__ import annotations

import os
import sys

from game.cli.pipes import unread

_NO_DISPLAY = (
    "No display found: neither DISPLAY nor WAYLAND_DISPLAY is set. For the window start Furat from "
    "a desktop session; the replay follows as text."
)


def start() -> int:
    """Open the window; where none can be opened, say so and play the record as text.

    Returns the exit code. What reads commands is imported only where there is no window.
    """
    if not has_display():
        return _as_text(_NO_DISPLAY)
    from game.ui import run
    from game.ui.failure import WindowError

    try:
        return run()
    except WindowError as error:
        return _as_text(f"{error} The replay follows as text.")


def has_display() -> bool:
    """Whether a window could be opened; only on Linux and the BSDs is that a question."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _as_text(why: str) -> int:
    """Play back the default scenario in the terminal, until it is read or nobody reads on."""
    import click

    from game.cli.bad_input import load
    from game.cli.replay import DEFAULT_SCENARIO
    from game.history.chronicle import Chronicle
    from game.history.fidelity import Fidelity
    from game.text.replay import show

    with unread():
        click.echo(why)
        scenario, record = load(DEFAULT_SCENARIO)
        show(Chronicle(scenario, record), Fidelity(record))
    return 0
