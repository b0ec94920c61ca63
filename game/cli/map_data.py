"""`furat new --geojson`: a scenario on a map drawn from geographic data."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from game.cli.bad_input import BadInput

if TYPE_CHECKING:
    from game.authoring.geojson import Laid
    from game.authoring.new_package import NewPackage

HEX_KM = 0.5


def read_extent(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[float, float, float, float] | None:
    """Return west, south, east and north of an option such as 40.0,35.2,40.3,35.4."""
    if value is None:
        return None
    try:
        west, south, east, north = (float(part) for part in value.split(","))
    except ValueError:
        message = f"{value!r} is no extent; write WEST,SOUTH,EAST,NORTH in degrees"
        raise click.BadParameter(message, ctx, param) from None
    return west, south, east, north


def on_map_of(
    file: str,
    hex_km: float,
    extent: tuple[float, float, float, float] | None,
    folder: str,
    titles: tuple[str, str],
    *,
    preview: bool,
) -> NewPackage | None:
    """Lay the file on hexes, tell what came of it, and write the package; with `preview` only tell.

    Raises:
        BadInput: if the file is no map.
        CannotCreate: if the package cannot be made.
    """
    from game.authoring.geojson import CannotImport, Extent, lay, read_geojson
    from game.authoring.new_package import imported_package

    try:
        features = read_geojson(file)
        with click.progressbar(
            length=len(features), label="Laying on hexes", file=sys.stderr
        ) as bar:
            laid = lay(
                features, hex_km, Extent(*extent) if extent else None,
                progress=lambda done, _: bar.update(done - bar.pos),
            )  # fmt: skip
    except CannotImport as error:
        raise BadInput(str(error)) from None
    _tell(laid, rows=preview)
    return None if preview else imported_package(folder, laid, titles[0], title_ar=titles[1])


def _tell(laid: Laid, *, rows: bool) -> None:
    grid = laid.frame.grid
    click.echo(f"Map: {grid.width} by {grid.height} hexes of {laid.frame.hex_km:g} km")
    for number, row in enumerate(laid.rows if rows else ()):
        click.echo(" " * (number % 2) + " ".join(row))
    kinds = ", ".join(f"{kind} {count}" for kind, count in laid.terrain.items())
    sides = {river: len(pairs) for river, pairs in laid.rivers.items()}
    rivers = ", ".join(f"{river} {count}" for river, count in sides.items()) or "none"
    click.echo(f"Terrain: {kinds}")
    click.echo(f"River hexsides: {rivers}; roads: {len(laid.roads)}; places: {len(laid.places)}")
    if laid.ignored:
        left = ", ".join(f"{count} {reason}" for reason, count in laid.ignored.items())
        click.echo(f"Left out: {left}")
