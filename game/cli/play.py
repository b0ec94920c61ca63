"""`play`: a game at once, without the title."""

from __future__ import annotations

import click

from game.cli.bad_input import BadInput, load
from game.cli.replay import DEFAULT_SCENARIO, complete_scenario
from game.cli.seats import read_seats
from game.cli.start import has_display


@click.command(short_help="Play a game.")
@click.argument("scenario", default=DEFAULT_SCENARIO, shell_complete=complete_scenario)
@click.option(
    "--side",
    "sides",
    multiple=True,
    metavar="SIDE",
    help="Side you play; more than one take turns.",
)
@click.option(
    "--ai", "commanders", multiple=True, metavar="SIDE=LEVEL", help="Computer that plays a side."
)
@click.option("--seed", type=click.IntRange(min=0), metavar="N", help="What the dice begin with.")
def play(
    scenario: str, sides: tuple[str, ...], commanders: tuple[str, ...], seed: int | None
) -> None:
    """Play SCENARIO (an id or a path) in the window.

    With --side or --ai the game begins at once: sides that neither names are played by computers.
    Without them you are asked who plays which side.
    """
    loaded, _ = load(scenario)
    seats = read_seats(loaded, sides, commanders)
    if seats is not None and all(seat.kind != "human" for seat in seats.values()):
        raise BadInput("nobody would play: leave a side to yourself with --side.")
    if not has_display():
        raise BadInput("there is no display for the window; start this from a desktop session.")
    from game.ui import run
    from game.ui.failure import WindowError

    try:
        code = run(scenario, "play", seats=seats, seed=seed)
    except WindowError as error:
        raise BadInput(str(error)) from None
    if code:
        raise click.exceptions.Exit(code)
