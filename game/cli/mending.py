"""`furat validate --fix`: slips of form put right, or shown as they would be."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from game.cli.bad_input import BadInput

if TYPE_CHECKING:
    from game.authoring.mending import Mended
    from game.scenario.problems import Problems


def fix(path: str, *, quiet: bool) -> None:
    """Put right what can be put right in the package at a path, and tell each change.

    Raises:
        BadInput: for a scenario of the game, or if the files cannot be written.
    """
    from game.authoring.keeping import CannotSave
    from game.authoring.mending.saving import save
    from game.authoring.mending.schema_line import put_schemas_beside

    mended = _mended(path)
    if mended is None or not mended.changes:
        return
    try:
        kept = save(mended)
    except (CannotSave, OSError) as error:
        raise BadInput(f"{path} cannot be mended: {error}") from None
    if any("schema" in change.what for change in mended.changes):
        put_schemas_beside(mended.folder)
    for change in mended.changes:
        click.echo(f"fixed {change}", err=quiet)
    click.echo(f"The files as they were are kept in {kept}", err=True)


def show(path: str) -> Problems | None:
    """Print what `fix` would change, as a difference of texts; return the errors it would leave.

    None if there is no package at the path.
    """
    from difflib import unified_diff

    from game.scenario.layout import shown

    mended = _mended(path)
    if mended is None:
        return None
    for kind, new in mended.after.items():
        old = mended.before[kind]
        name = shown(f"{mended.folder}/{kind}.yaml")
        rows = unified_diff(_lines(old), _lines(new), name, name, lineterm="")
        for row in rows:
            click.echo(row)
    return mended.problems


def _lines(text: str) -> list[str]:
    """The lines of a text as a terminal can show them; bytes that are no text as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8").splitlines()


def _mended(path: str) -> Mended | None:
    from game.authoring.mending import mend
    from game.scenario.layout import locate, shipped
    from game.scenario.problems import ScenarioError

    try:
        folder = locate(path)
    except ScenarioError:
        return None  # validating says so
    if os.path.dirname(folder) == shipped():
        raise BadInput(f"{path} comes with the game: mend a copy of it (`furat new --from`)")
    return mend(folder)
