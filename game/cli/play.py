"""`play`: a game at once, without the title."""

from __future__ import annotations

import click

from game.cli.bad_input import BadInput, load
from game.cli.replay import DEFAULT_SCENARIO
from game.cli.start import has_display


@click.command()
@click.argument("scenario", default=DEFAULT_SCENARIO)
def play(scenario: str) -> None:
    """Open SCENARIO (an id or a path) in the window and choose a side."""
    load(scenario)
    if not has_display():
        raise BadInput("there is no display for the window; start this from a desktop session.")
    from game.ui import run
    from game.ui.failure import WindowError

    try:
        code = run(scenario, "play")
    except WindowError as error:
        raise BadInput(str(error)) from None
    if code:
        raise click.exceptions.Exit(code)
