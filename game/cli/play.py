"""`play`: a game at once, without the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from game.cli.bad_input import BadInput, load
from game.cli.replay import DEFAULT_SCENARIO, complete_scenario
from game.cli.seats import default_seats, read_seats
from game.cli.start import has_display

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.scenario.record import Record
    from game.session import Seat


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
    "--ai",
    "commanders",
    multiple=True,
    metavar="SIDE=LEVEL",
    help="Who plays a side: a level, a commander by name, or script.py or script.py:Name.",
)
@click.option("--seed", type=click.IntRange(min=0), metavar="N", help="What the dice begin with.")
@click.option("--text", is_flag=True, help="Play in the terminal, by typing.")
def play(
    scenario: str,
    sides: tuple[str, ...],
    commanders: tuple[str, ...],
    seed: int | None,
    text: bool,
) -> None:
    """Play SCENARIO (an id or a path) in the window, or in the terminal.

    With --side or --ai the game begins at once: sides that neither names are played by computers.
    Without them the window asks who plays which side; the terminal gives you the graded side.
    """
    loaded, record = load(scenario)
    seats = read_seats(loaded, sides, commanders)
    if seats is not None and all(seat.kind != "human" for seat in seats.values()):
        raise BadInput("nobody would play: leave a side to yourself with --side.")
    if text:
        in_terminal(scenario, loaded, record, seats or default_seats(loaded), seed)
        return
    if not has_display():
        raise BadInput(
            "there is no display for the window; start this from a desktop session, or play in "
            "the terminal with --text."
        )
    from game.ui import run
    from game.ui.failure import WindowError

    try:
        code = run(scenario, "play", seats=seats, seed=seed)
    except WindowError as error:
        raise BadInput(str(error)) from None
    if code:
        raise click.exceptions.Exit(code)


def in_terminal(
    ref: str, scenario: Scenario, record: Record, seats: dict[str, Seat], seed: int | None
) -> None:
    """Play a game by typing; it is kept order by order, as in the window."""
    import secrets
    import sys

    from game.session import Session, begin_autosave
    from game.study.script import ScriptError
    from game.text.play import Console, TextGame

    known_by_id = ref == scenario.id
    chosen = secrets.randbits(31) if seed is None else seed
    session = Session.new(scenario, chosen, seats, ref="" if known_by_id else ref)
    begin_autosave(session)
    try:
        TextGame(session, record.briefing, Console(sys.stdin, sys.stdout)).play()
    except ScriptError as error:
        raise BadInput(f"{error}\nThe game is saved up to here.") from None
