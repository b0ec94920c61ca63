"""`furat export`, `install` and `uninstall`: scenarios from one player to another."""

from __future__ import annotations

import click

from game.cli.bad_input import BadInput
from game.cli.replay import complete_scenario


@click.command(short_help="Make one file of a scenario, to share it.")
@click.argument("scenario", shell_complete=complete_scenario)
@click.argument("target", metavar="[FILE.zip]", default=".")
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
def export(scenario: str, target: str, replace: bool) -> None:
    """Make one file of SCENARIO (an id or a path) that others install with `furat install`.

    The file holds the texts of the package, its version and credits, and a hash of every file; the
    same package always gives the same bytes. A scenario of yours that it extends goes with it, one
    that comes with the game is named with its hash. A folder in place of the file gets
    ID-VERSION.zip.
    """
    from game.scenario.problems import ScenarioError
    from game.storage.sharing import SharingError
    from game.storage.sharing import export as write
    from game.text.page import counted

    try:
        done = write(scenario, target, replace=replace)
    except SharingError as error:
        raise BadInput(f"{scenario} cannot be exported: {error}") from None
    except ScenarioError as error:
        raise BadInput(f"{scenario} cannot be exported:\n{error}") from None
    manifest = done.manifest
    click.echo(f"{done.path}: {manifest.title}, version {manifest.version}")
    click.echo(f"  {counted(len(manifest.files), 'file')}, content {manifest.content_hash}")
    for name in done.brought:
        click.echo(f"  with {name}, which it extends")
    for name, content in manifest.rests_on.items():
        click.echo(f"  builds on {name}, which comes with the game (content {content})")
    if not manifest.credits:
        click.echo("  no credits: `credits:` in scenario.yaml says whom to thank")
    for name in done.left_out:
        click.echo(f"  left out: {name}", err=True)


@click.command(short_help="Install a scenario somebody has shared.")
@click.argument("files", metavar="FILE.zip...", nargs=-1, required=True)
@click.option("--replace", is_flag=True, help="Replace one of the same name, which is kept aside.")
def install(files: tuple[str, ...], replace: bool) -> None:
    """Install scenarios from files that `furat export` made.

    A file is read with distrust (no programs, no paths out of its folder, limits on number and
    size, every hash compared) and its scenario checked before anything is written.
    """
    from game.authoring.mending.schema_line import put_schemas_beside
    from game.scenario.problems import ScenarioError
    from game.storage.sharing import SharingError
    from game.storage.sharing import install as put

    for path in files:
        try:
            done = put(path, replace=replace)
        except SharingError as error:
            raise BadInput(f"{path} cannot be installed: {error}") from None
        except ScenarioError as error:
            raise BadInput(
                f"{path} cannot be installed, its scenario is broken:\n{error}"
            ) from None
        if not done.fresh:
            click.echo(f"{done.id}: installed already, version {done.version}")
            continue
        put_schemas_beside(done.path)  # for whoever opens it in an editor
        click.echo(f"{done.id}: {done.title}, version {done.version}")
        click.echo(f"  in {done.path}")
        for kept in done.kept:
            click.echo(f"  what it replaces is kept in {kept}")
        for note in done.notes:
            click.echo(f"  {note}", err=True)
        click.echo(f"  Play it with `furat play {done.id}`, or from the title screen.")


@click.command(short_help="Take one of your own scenarios out of the list.")
@click.argument("scenario", metavar="ID")
def uninstall(scenario: str) -> None:
    """Take one of your own scenarios out of the list. It is kept aside, not deleted."""
    from game.storage.sharing import SharingError
    from game.storage.sharing import uninstall as take_out

    try:
        kept = take_out(scenario)
    except SharingError as error:
        raise BadInput(str(error)) from None
    click.echo(f"{scenario}: taken out, and kept in {kept}")
