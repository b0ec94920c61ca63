"""`furat replay`: history in the terminal, or as JSON."""

from __future__ import annotations

import re
from datetime import date as Day  # noqa: N812 - as in the documents
from math import isfinite
from typing import TYPE_CHECKING, Final

import click

from game.cli.bad_input import BadInput, load

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from game.engine.scenario import Scenario
    from game.scenario.record import Record

DEFAULT_SCENARIO: Final = "deir_ez_zor_2017"


def read_day(ctx: click.Context, param: click.Parameter, value: str | None) -> Day | None:
    """Return the date of an option, None if it was not given."""
    if value is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            raise ValueError
        return Day.fromisoformat(value)
    except ValueError:
        message = f"{value!r} is not a date; write it as 2017-09-14"
        raise click.BadParameter(message, ctx, param) from None


def read_speed(ctx: click.Context, param: click.Parameter, value: float | None) -> float | None:
    """Return the speed of an option, None if it was not given."""
    if value is not None and not (isfinite(value) and value > 0):
        raise click.BadParameter("it should be greater than 0", ctx, param)
    return value


def complete_scenario(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the ids that begin as the word does; if none does, the shell completes folders."""
    from click.shell_completion import CompletionItem

    from game.scenario.layout import known

    found = [CompletionItem(name) for name in known() if name.startswith(incomplete)]
    return found or [CompletionItem(incomplete, type="dir")]


@click.command(short_help="Play history back.")
@click.argument("scenario", default=DEFAULT_SCENARIO, shell_complete=complete_scenario)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a day, never waiting.")
@click.option(
    "--from", "first", metavar="DATE", callback=read_day, help="First day to show, as 2017-10-17."
)
@click.option(
    "--until", "last", metavar="DATE", callback=read_day, help="Last day; the replay ends there."
)
@click.option(
    "--speed",
    type=float,
    metavar="N",
    callback=read_speed,
    help="Days a second. Without it one a second in a terminal, no waiting elsewhere.",
)
@click.pass_context
def replay(
    ctx: click.Context,
    scenario: str,
    as_json: bool,
    first: Day | None,
    last: Day | None,
    speed: float | None,
) -> None:
    """Play back the record of SCENARIO (an id or a path): every order, and what came of it.

    The replay always begins on the first day; --from only leaves out what comes before. At the
    end stands how true the replay is to the record. Exit code 1 if an order of the record was
    refused, or if control was not as the record has it.
    """
    loaded, record = load(scenario)
    if not record.history.days:
        raise BadInput(f"{loaded.id} has no history to play back; `furat play` plays it.")
    _check_days(loaded, record, first, last)
    from game.history.chronicle import Chronicle
    from game.history.fidelity import Fidelity

    chronicle, fidelity = Chronicle(loaded, record), Fidelity(record)
    if as_json:
        from game.history.lines import lines

        for line in lines(chronicle, fidelity, first, last):
            click.echo(line)
    else:
        from game.text.replay import show

        show(chronicle, fidelity, first, last, speed)
    ctx.exit(0 if fidelity.sound else 1)


def _check_days(scenario: Scenario, record: Record, first: Day | None, last: Day | None) -> None:
    header = record.header
    for day, name in ((first, "--from"), (last, "--until")):
        if day is not None and not header.start <= day <= header.end:
            message = f"{scenario.id} runs from {header.start} to {header.end}, not on {day}"
            raise click.BadParameter(message, param_hint=name)
    if first and last and first > last:
        raise click.UsageError(f"--from {first} comes after --until {last}")
