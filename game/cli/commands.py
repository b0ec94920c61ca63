"""The commands. Each module imports what it needs when it runs, so that `--help` is quick."""

from __future__ import annotations

from typing import Any

import click

from game import __version__
from game.cli.completion import completion
from game.cli.new import new
from game.cli.pipes import unread
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
        with unread():
            return super().invoke(ctx)
        raise click.exceptions.Exit(0)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 a failure is reported, 2 the input is bad, 130 interrupted.",
)
@click.version_option(__version__, prog_name="furat")
@click.pass_context
def furat(ctx: click.Context) -> int:
    """Furat: the Deir ez-Zor offensive of 2017 as a hex wargame, day by day.

    Without a command it starts the game.
    """
    if ctx.invoked_subcommand is None:
        from game.cli.start import start

        return start()
    return 0


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
