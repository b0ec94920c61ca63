"""`furat simulate`: many games between commanders, without a screen."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

import click

from game.cli.bad_input import BadInput, load
from game.cli.replay import complete_scenario

if TYPE_CHECKING:
    from game.study import Progress, Study

PLAIN_EVERY_S: Final = 10.0
"""Between two lines of progress where standard error is no terminal."""
_CLEAR: Final = "\r\x1b[K"


def processors() -> int:
    """Return how many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@click.command(short_help="Play many games between commanders.")
@click.argument("scenario", shell_complete=complete_scenario)
@click.option("--runs", type=click.IntRange(1, 1_000_000), required=True, help="Games to play.")
@click.option(
    "--seed",
    type=click.IntRange(0, 2**62),
    default=1,
    show_default=True,
    help="Seed of the first game; each following game has the next one.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    help="Processes that play; the result does not depend on it. All processors if left out.",
)
@click.option(
    "--ai",
    "words",
    metavar="SIDE=LEVEL",
    multiple=True,
    help="Who plays a side: a level, a commander by name, or script.py or script.py:Name.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def simulate(
    ctx: click.Context,
    scenario: str,
    runs: int,
    seed: int,
    jobs: int | None,
    words: tuple[str, ...],
    as_json: bool,
) -> None:
    """Play SCENARIO (an id or a path) many times, computer against computer.

    Tells how each side fared, on which dates objectives were reached beside the dates of history,
    losses and harm. Progress goes to standard error. Ctrl-C keeps what is finished and reports
    it; the exit code is then 130.
    """
    from game.study import RosterError, ScriptError, read_roster, run

    loaded, record = load(scenario)
    try:
        roster = read_roster(loaded, words)
    except (RosterError, ScriptError) as error:
        raise BadInput(f"--ai: {error}") from None
    if "historian" in roster.values() and not record.history.days:
        click.echo(
            f"{loaded.id} has no historical orders: the historian plays as steady.", err=True
        )
    shown = Shown()
    study = run(scenario, runs, seed, jobs or processors(), roster, shown.show)
    shown.clear()
    _print(study, as_json)
    end_with(ctx, study)


def _print(study: Study, as_json: bool) -> None:
    if as_json:
        import json

        from game.study.report import report

        click.echo(json.dumps(report(study), ensure_ascii=False))
        return
    from game.text.study import pages

    click.echo("\n".join(pages(study)))


def end_with(ctx: click.Context, study: Study) -> None:
    """End with the exit code of the study."""
    from game.cli.run import FAILED, INTERRUPTED
    from game.study import End

    if study.end is End.INTERRUPTED:
        click.echo("Interrupted.", err=True)
        ctx.exit(INTERRUPTED)
    if study.end is End.SCRIPT_FAILED:
        raise BadInput(study.problem)
    if study.end is End.FAILED:
        click.echo(f"Error: {study.problem}", err=True)
        ctx.exit(FAILED)


class Shown:
    """Progress on standard error: one living line in a terminal, a line now and then elsewhere."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._last = -PLAIN_EVERY_S

    def show(self, progress: Progress) -> None:
        """Show how far it is."""
        from game.text.study import progress_line

        if self._live:
            click.echo(f"{_CLEAR}{progress_line(progress)}", nl=False, err=True)
        elif progress.done >= 1 and (
            progress.seconds - self._last >= PLAIN_EVERY_S or progress.done == progress.asked
        ):
            self._last = progress.seconds
            click.echo(progress_line(progress), err=True)

    def clear(self) -> None:
        """Take the living line away."""
        if self._live:
            click.echo(_CLEAR, nl=False, err=True)
