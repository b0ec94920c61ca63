"""`furat completion`: the script with which a shell completes commands and scenarios."""

from __future__ import annotations

import click

_INSTALL = {
    "bash": 'Put into ~/.bashrc:  eval "$(furat completion bash)"',
    "zsh": 'Put into ~/.zshrc:  eval "$(furat completion zsh)"',
    "fish": "Run once:  furat completion fish > ~/.config/fish/completions/furat.fish",
}


@click.command(short_help="Print a script for shell completion.")
@click.argument("shell", type=click.Choice(sorted(_INSTALL)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that makes a SHELL complete `furat`; its first line says where it goes."""
    from click.shell_completion import ShellComplete, get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise click.BadParameter(f"no completion for {shell}")
    made = kind(ctx.find_root().command, {}, "furat", "_FURAT_COMPLETE")
    click.echo(f"# {_INSTALL[shell]}")
    # The classes for single shells look the shell up first, which printing a text does not need.
    click.echo(ShellComplete.source(made))
