"""The commands. Each module imports what it needs when it runs, so that `--help` is quick."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from game import __version__
from game.cli.completion import completion
from game.cli.new import new
from game.cli.play import play
from game.cli.playtest import playtest
from game.cli.replay import replay
from game.cli.scenarios import scenarios
from game.cli.sharing import export, install, uninstall
from game.cli.simulate import simulate
from game.cli.validate import validate


class Commands(click.Group):
    """The group of all commands; a reader that closes the pipe ends any of them quietly."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Python flushes standard output once more on its way out; let that go nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(0) from None
        return result


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 a failure is reported, 2 the input is bad, 130 interrupted.",
)
@click.version_option(__version__, prog_name="furat")
@click.pass_context
def furat(ctx: click.Context) -> None:
    """Furat: the Deir ez-Zor offensive of 2017 as a hex wargame, day by day.

    Without a command it starts the game.
    """
    if ctx.invoked_subcommand is None:
        from game.cli.start import start

        start()


for command in (
    play,
    replay,
    simulate,
    playtest,
    scenarios,
    new,
    validate,
    export,
    install,
    uninstall,
    completion,
):
    furat.add_command(command)
