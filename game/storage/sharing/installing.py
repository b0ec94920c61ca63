"""Puts a shared package among the player's own scenarios, checked first, and takes it out again."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from game.folders import data_path, scenarios_path
from game.scenario import layout
from game.scenario.build import build
from game.scenario.problems import Problems, ScenarioError
from game.storage.sharing.exporting import hash_of_scenario
from game.storage.sharing.names import RULES
from game.storage.sharing.reading import Parcel, read_parcel
from game.storage.sharing.trouble import SharingError


@dataclass(frozen=True, slots=True)
class Installed:
    """What was installed."""

    id: str
    title: str
    version: str
    path: str
    fresh: bool = True
    """False if all of it was there already."""
    kept: tuple[str, ...] = ()
    """Where what it replaced is kept."""
    notes: tuple[str, ...] = ()


def install(path: str, *, replace: bool = False) -> Installed:
    """Install the package in a file.

    Nothing is written before all of it has been read and checked, and a scenario of the same name
    is kept aside, never lost.

    Raises:
        SharingError: if the package may not be installed, or if something of another content is
            there and `replace` is not given.
        ScenarioError: if the scenario in it has errors.
    """
    parcel = read_parcel(path)
    _refuse_shipped(parcel)
    root = scenarios_path()
    try:
        os.makedirs(root, exist_ok=True)
        with _staged(parcel, root) as stage:
            notes = _check(parcel, stage)
            wanted = [name for name in _pieces(parcel) if not _same(stage, root, name)]
            there = [name for name in wanted if os.path.lexists(os.path.join(root, name))]
            if there and not replace:
                raise SharingError(_there_already(parcel, root, there))
            kept = _move_in(stage, root, wanted, there)
    except OSError as error:
        raise SharingError(f"it cannot be installed: {error.strerror or error}") from None
    manifest = parcel.manifest
    folder = os.path.join(root, manifest.id)
    return Installed(
        manifest.id, manifest.title, manifest.version, folder, bool(wanted), kept, notes
    )


def uninstall(name: str) -> str:
    """Take one of the player's own scenarios out of the list; return where it is kept.

    Raises:
        SharingError: if there is none of that name, or if others extend it.
    """
    root = scenarios_path()
    folder = os.path.join(root, name)
    if name not in layout.ids(root):
        own = ", ".join(layout.ids(root)) or "none"
        raise SharingError(f'there is no scenario "{name}" among your own (there are: {own})')
    heirs = [other for other in layout.ids(root) if other != name and _extends(root, other, folder)]
    if heirs:
        raise SharingError(f"{', '.join(heirs)} build on it; take them out first")
    try:
        return _put_aside(folder)
    except OSError as error:
        raise SharingError(f"it cannot be moved: {error.strerror or error}") from None


def _extends(root: str, name: str, folder: str) -> bool:
    from game.scenario.bundle import gather
    from game.scenario.problems import Report

    return folder in gather(os.path.join(root, name), ("scenario",), Report()).folders


def _refuse_shipped(parcel: Parcel) -> None:
    shipped = layout.ids(layout.shipped())
    for name in parcel.folders:
        if name in shipped:
            raise SharingError(
                f'"{name}" is a scenario that comes with the game; its author has to give it '
                "another id"
            )


@contextmanager
def _staged(parcel: Parcel, root: str) -> Iterator[str]:
    """Write the files into a folder beside the others that no list shows, for the time being."""
    stage = tempfile.mkdtemp(prefix=".install-", dir=root)
    try:
        for name, data in parcel.files.items():
            file = os.path.join(stage, *name.split("/"))
            os.makedirs(os.path.dirname(file), exist_ok=True)
            with open(file, "xb") as out:
                out.write(data)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _check(parcel: Parcel, stage: str) -> tuple[str, ...]:
    """Check the scenario as it will be; return what the player should know."""
    manifest = parcel.manifest
    built = build(os.path.join(stage, manifest.id), record=True)
    if built.report or built.scenario is None:
        raise ScenarioError(_within(built.report.problems(), stage))
    if built.docs["scenario"].id != manifest.id:
        raise SharingError("its scenario has another id than its folder")
    others = []
    for name, content in manifest.rests_on.items():
        folder = os.path.join(layout.shipped(), name)
        if os.path.isdir(folder) and hash_of_scenario(folder) != content:
            others.append(
                f"It was made for another state of {name} than yours. It has been checked against "
                "yours and can be played; a save from elsewhere may not fit."
            )
    if not others and built.scenario.content_hash != manifest.content_hash:
        others.append(
            "The rules or scenarios that come with your game are not those it was made with. It "
            "has been checked against yours and can be played; a save from elsewhere may not fit."
        )
    return tuple(others)


def _within(problems: Problems, stage: str) -> Problems:
    """Name the files as in the package; where they lie for the time being says nothing."""
    shown = layout.shown(os.path.join(stage, "x"))[:-1]
    items = tuple(replace(item, file=item.file.removeprefix(shown)) for item in problems)
    return Problems(items, problems.more)


def _pieces(parcel: Parcel) -> list[str]:
    """What is put in place as a whole: folders of scenarios, single files of rules."""
    rules = [name for name in parcel.files if name.startswith(f"{RULES}/")]
    return [*(name for name in parcel.folders if name != RULES), *rules]


def _same(stage: str, root: str, name: str) -> bool:
    return _content(os.path.join(stage, name)) == _content(os.path.join(root, name))


def _content(path: str) -> dict[str, bytes] | None:
    """The files of a folder, or the one file, by name; None if there is nothing."""
    if not os.path.lexists(path):
        return None
    names = sorted(os.listdir(path)) if os.path.isdir(path) else [""]
    found = {}
    for name in names:
        file = os.path.join(path, name) if name else path
        if os.path.isfile(file):
            with open(file, "rb") as data:
                found[name] = data.read()
    return found


def _there_already(parcel: Parcel, root: str, there: list[str]) -> str:
    named = ", ".join(there)
    text = f"you have another {named}"
    folder = os.path.join(root, parcel.manifest.id)
    if parcel.manifest.id in there:
        header = build(folder, record=False).docs.get("scenario")
        if header is not None:
            text += f" (version {header.version}; this is version {parcel.manifest.version})"
    return f"{text}; --replace puts this one in its place and keeps yours aside"


def _move_in(stage: str, root: str, wanted: list[str], there: list[str]) -> tuple[str, ...]:
    """Move the pieces in; put everything back if one of them cannot be moved."""
    aside: list[tuple[str, str]] = []
    placed: list[str] = []
    try:
        for name in wanted:
            place = os.path.join(root, name)
            if name in there:
                aside.append((place, _put_aside(place)))
            os.makedirs(os.path.dirname(place), exist_ok=True)
            os.replace(os.path.join(stage, name), place)
            placed.append(place)
    except OSError:
        for place in placed:
            os.replace(place, os.path.join(stage, os.path.basename(place) + ".undone"))
        for place, kept in aside:
            os.replace(kept, place)
        raise
    return tuple(kept for _, kept in aside)


def _put_aside(path: str) -> str:
    """Move what is replaced to a place of its own, and return it."""
    shelf = os.path.join(data_path(), "replaced")
    os.makedirs(shelf, exist_ok=True)
    name, number = os.path.basename(path), 1
    while os.path.lexists(os.path.join(shelf, f"{name}.{number}")):
        number += 1
    kept = os.path.join(shelf, f"{name}.{number}")
    os.replace(path, kept)
    return kept
