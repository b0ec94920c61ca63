"""`furat new`: a scenario to start from."""

from __future__ import annotations

import re
from datetime import date as Day  # noqa: N812 - as in the documents
from typing import TYPE_CHECKING

import click

from game.cli.bad_input import BadInput
from game.cli.map_data import HEX_KM, on_map_of, read_extent
from game.cli.replay import complete_scenario, read_day

if TYPE_CHECKING:
    from game.authoring.new_package import NewPackage

_DEFAULT_SIZE = "24x16"


def read_size(ctx: click.Context, param: click.Parameter, value: str) -> tuple[int, int]:
    """Return columns and rows of an option such as 24x16."""
    found = re.fullmatch(r"(\d{1,4})x(\d{1,4})", value)
    if found is None:
        raise click.BadParameter(f"{value!r} is no size; write it as {_DEFAULT_SIZE}", ctx, param)
    return int(found[1]), int(found[2])


@click.command(short_help="Make a scenario to start from.")
@click.argument("folder", metavar="DIR")
@click.option(
    "--from",
    "parent",
    metavar="SCENARIO",
    shell_complete=complete_scenario,
    help="Scenario to start from; the new one holds only what differs.",
)
@click.option(
    "--day", "first", metavar="DATE", callback=read_day, help="With --from: begin as that morning."
)
@click.option(
    "--until", "last", metavar="DATE", callback=read_day, help="With --from: end on that day."
)
@click.option("--title", default="", metavar="TEXT", help="Title; else the name of the folder.")
@click.option("--title-ar", default="", metavar="TEXT", help="Title in Arabic.")
@click.option(
    "--size",
    default=_DEFAULT_SIZE,
    show_default=True,
    metavar="WxH",
    callback=read_size,
    help="Columns and rows of the map.",
)
@click.option(
    "--geojson",
    metavar="FILE",
    type=click.Path(),
    help="Draw the map from a FeatureCollection (needs the extra geo).",
)
@click.option(
    "--hex-km",
    default=HEX_KM,
    show_default=True,
    metavar="KM",
    help="With --geojson: a hex from flat to flat.",
)
@click.option(
    "--extent",
    metavar="W,S,E,N",
    callback=read_extent,
    help="With --geojson: the stretch to draw, in degrees; all of the data if left out.",
)
@click.option("--preview", is_flag=True, help="With --geojson: show the map and write nothing.")
def new(
    folder: str,
    parent: str | None,
    first: Day | None,
    last: Day | None,
    title: str,
    title_ar: str,
    size: tuple[int, int],
    geojson: str | None,
    hex_km: float,
    extent: tuple[float, float, float, float] | None,
    preview: bool,
) -> None:
    """Make a scenario in the new folder DIR, whose name becomes its id.

    Without options a small battle that can be played at once, with comments on what stands where.
    With --from a scenario that starts from another; with --day besides, one that begins as history
    had it on that morning; with --geojson a small battle on a map drawn from geographic data. A
    folder that holds anything is refused.
    """
    from game.authoring.mending.schema_line import put_schemas_beside
    from game.authoring.new_package import (
        CannotCreate,
        extending_package,
        new_package,
        opening_of_a_day,
    )

    dated = first is not None or last is not None
    if dated and parent is None:
        raise click.UsageError("--day and --until need --from, the scenario whose days they are")
    if dated and (title or title_ar):
        raise click.UsageError("--title cannot go with a day: the title tells the day")
    if geojson is None and (extent is not None or preview):
        raise click.UsageError("--extent and --preview need --geojson, the file to draw from")
    if geojson is not None and parent is not None:
        raise click.UsageError("--geojson cannot go with --from, which has a map already")
    try:
        if geojson is not None:
            laid = on_map_of(geojson, hex_km, extent, folder, (title, title_ar), preview=preview)
            if laid is None:
                return
            made = laid
        elif parent is None:
            made = new_package(folder, title, size, title_ar=title_ar)
        elif dated:
            click.echo("Carrying out the history up to that day ...", err=True)
            made = opening_of_a_day(folder, parent, first, last)
        else:
            made = extending_package(folder, parent, title, title_ar=title_ar)
    except CannotCreate as error:
        raise BadInput(str(error)) from None
    schemas = put_schemas_beside(folder)
    _add_schema_lines(made)
    _tell(folder, made, schemas)


def _add_schema_lines(made: NewPackage) -> None:
    """Name the schemas, which were not there when the files were written."""
    from game.authoring.mending.schema_line import with_schema_line
    from game.storage.durable import write_whole

    for path in made.files:
        text = path.read_text(encoding="utf-8")
        whole = with_schema_line(path.stem, text)
        if whole != text:
            write_whole(path, whole.encode("utf-8"))


def _tell(folder: str, made: NewPackage, schemas: str | None) -> None:
    from game.scenario.layout import shown
    from game.scenario.package import examine
    from game.text.page import counted

    program = click.get_current_context().find_root().info_name
    names = ", ".join(path.name for path in made.files)
    click.echo(f"{folder}: {counted(len(made.files), 'file')} ({names})")
    for line in made.left_out:
        click.echo(f"Left out, since it cannot be here: {line}", err=True)
    problems = examine(folder)
    if problems:
        told = [counted(problems.errors, "problem")] if problems.errors else []
        told += [counted(problems.warnings, "warning")] if problems.warnings else []
        click.echo(f"To be looked at: {' and '.join(told)}; see `{program} validate {folder}`.")
    click.echo(f"Open next: {shown(str(made.opens))}")
    if schemas:
        click.echo(f"With {shown(schemas)} beside it, an editor completes keys and explains them.")
    click.echo(f"Check it:  {program} validate {folder}")
    click.echo(f"Play it:   {program} play {folder}")
