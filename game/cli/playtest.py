"""`furat playtest`: how a scenario plays, for its author."""

from __future__ import annotations

import click

from game.cli.bad_input import load
from game.cli.replay import complete_scenario


@click.command(short_help="Play a scenario against itself and tell how balanced it is.")
@click.argument("scenario", shell_complete=complete_scenario)
@click.option(
    "--runs", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Games to play."
)
@click.option("--seed", type=click.IntRange(0, 2**62), default=1, show_default=True)
@click.option(
    "--jobs", type=click.IntRange(1, 256), help="Processes that play; all processors if left out."
)
@click.pass_context
def playtest(ctx: click.Context, scenario: str, runs: int, seed: int, jobs: int | None) -> None:
    """Play SCENARIO (an id or a path) computer against computer, and tell what its author may mend.

    The table is that of `furat simulate`; below it stands what is out of balance: a side that
    hardly ever wins, an objective that everybody or nobody reaches, history that is rare. It is a
    measure of the computer commanders as much as of the scenario.
    """
    from game.cli.simulate import Shown, end_with, processors
    from game.study import read_roster, run
    from game.text.playtest import remarks
    from game.text.study import pages

    loaded, _ = load(scenario)
    shown = Shown()
    study = run(scenario, runs, seed, jobs or processors(), read_roster(loaded, ()), shown.show)
    shown.clear()
    click.echo("\n".join([*pages(study), *remarks(study)]))
    end_with(ctx, study)
