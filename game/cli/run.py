"""Runs a command and turns what goes wrong into an exit code and one plain message.

0 done, 1 the run found a failure it reports, 2 the input is bad, 130 interrupted.
"""

from __future__ import annotations

import io
import os
import sys
from typing import Final, NoReturn

from game.cli.start import has_display, start

FAILED: Final = 1
INTERRUPTED: Final = 130
_PLAIN: Final = "\x1b[0m"
_COMPLETE: Final = "_FURAT_COMPLETE"


def main() -> NoReturn:
    """Run the command that the arguments name, and end the program with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Names may have letters that the terminal lacks; a question mark is better than an end.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command; returns the exit code."""
    try:
        if not arguments and _COMPLETE not in os.environ and has_display():
            return start()  # the window, without what reads command lines
        return _command(arguments)
    except (KeyboardInterrupt, EOFError):
        return _interrupted()
    except Exception as error:
        import click

        if isinstance(error, click.ClickException):
            error.show()
            return error.exit_code
        if isinstance(error, click.Abort):
            return _interrupted()
        if os.environ.get("FURAT_DEBUG"):
            raise
        return _unexpected(error)


def _command(arguments: list[str]) -> int:
    from game.cli.commands import furat

    code = furat.main(
        arguments, prog_name=_program(), complete_var=_COMPLETE, standalone_mode=False
    )
    # What click returns is the exit code of `ctx.exit`, or what the command returned.
    return code if isinstance(code, int) else 0


def _program() -> str:
    """How the user called the program, for the usage lines."""
    name = os.path.basename(sys.argv[0]) if sys.argv else ""
    return "python main.py" if name == "main.py" else "furat"


def _interrupted() -> int:
    """Leave the terminal as it was found, colours and all."""
    import click

    if sys.stdout.isatty():
        click.echo(_PLAIN, nl=False)
    click.echo("Interrupted.", err=True)
    return INTERRUPTED


def _unexpected(error: Exception) -> int:
    import click

    what = " ".join(str(error).split())
    click.echo(
        f"Error: {type(error).__name__}: {what}. This is a mistake in Furat: please report it with "
        "the command you gave; FURAT_DEBUG=1 shows where it happened.",
        err=True,
    )
    return FAILED
