"""A new scenario package: from nothing, or building on another scenario."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date as Day  # noqa: N812 - as in the documents
from pathlib import Path
from typing import Any, Final

from game.authoring import new_texts
from game.authoring.geojson.laying import Laid
from game.authoring.geojson.writing import on_map
from game.authoring.mending.schema_line import with_schema_line
from game.authoring.yaml_writing import after_key
from game.scenario.layout import NEIGHBOURS, is_name, locate, roots
from game.scenario.problems import ScenarioError, printable
from game.scenario.schema import schema_name
from game.storage.durable import write_whole

LARGEST: Final = 120
SMALLEST: Final = 6


class CannotCreate(Exception):  # noqa: N818 - the answer to a wish, worded for the author
    """A package cannot be made; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class NewPackage:
    """What was made."""

    folder: Path
    files: tuple[Path, ...]
    opens: Path
    """The file to begin with."""
    left_out: tuple[str, ...] = ()
    """What could not be taken over from another scenario, and why."""


def new_package(
    folder: str | os.PathLike[str],
    title: str = "",
    size: tuple[int, int] = (24, 16),
    *,
    title_ar: str = "",
    hex_km: float = 0.5,
) -> NewPackage:
    """Write a small scenario that can be played at once, with comments on what stands where.

    Two sides of one unit each, a road between them and a village in the middle to be taken.

    Args:
        folder: the package; its last name becomes the id. It may exist, but must be empty.
        size: columns and rows of the map, 6 to 120 each.

    Raises:
        CannotCreate: if the folder cannot be used, or the size is out of range.
    """
    target = free_folder(folder)
    for number, what in zip(size, ("wide", "high"), strict=True):
        if not SMALLEST <= number <= LARGEST:
            raise CannotCreate(f"a map is {SMALLEST} to {LARGEST} hexes {what}, not {number}")
    texts = new_texts.package(
        target.name, _title(title or _spoken(target.name), title_ar), size, hex_km
    )
    return _write(target, texts, "scenario")


def imported_package(
    folder: str | os.PathLike[str], laid: Laid, title: str = "", *, title_ar: str = ""
) -> NewPackage:
    """Write a small scenario on a map laid from GeoJSON, to be gone on with.

    Raises:
        CannotCreate: if the folder cannot be used, or the map is too small to be played on.
    """
    target = free_folder(folder)
    grid = laid.frame.grid
    if min(grid.width, grid.height) < SMALLEST:
        raise CannotCreate(
            f"the map is {grid.width} by {grid.height} hexes (at least {SMALLEST} by {SMALLEST}): "
            "make smaller hexes, or the extent larger"
        )
    name = _title(title or _spoken(target.name), title_ar)
    size = grid.width, grid.height
    texts = new_texts.package(target.name, name, size, laid.frame.hex_km)
    return _write(target, {**texts, **on_map(texts, laid)}, "map")


def extending_package(
    folder: str | os.PathLike[str], scenario: str, title: str = "", *, title_ar: str = ""
) -> NewPackage:
    """Write a scenario that starts from another one and holds only what differs.

    Args:
        scenario: id or path of the scenario to start from; it must lie beside the new folder,
            come with the game or be among the player's own.

    Raises:
        CannotCreate: if the folder cannot be used, or there is no such scenario in reach.
    """
    target = free_folder(folder)
    name = os.path.basename(_parent_of(target, scenario))
    texts = new_texts.extending(target.name, name, _title(title or _spoken(target.name), title_ar))
    return _write(target, texts, "scenario")


def opening_of_a_day(
    folder: str | os.PathLike[str], scenario: str, first: Day | None, last: Day | None
) -> NewPackage:
    """Write a scenario that begins on a day of another one, as history had it that morning.

    The record is carried out up to the night before, which takes seconds. Days left out are the
    first and the last of the other scenario.

    Raises:
        CannotCreate: if the folder cannot be used, if there is no such scenario in reach or it has
            errors, if it knows nothing of these days, or if no sound scenario comes of them.
    """
    from game.authoring.loose_ends import cut_off
    from game.history.opening import opening_package
    from game.scenario.package import load_record, load_scenario

    target = free_folder(folder)
    parent = _parent_of(target, scenario)
    try:
        loaded, record = load_scenario(parent), load_record(parent)
    except ScenarioError as error:
        raise CannotCreate(f"{printable(scenario)} cannot be used:\n{error}") from None
    try:
        files = opening_package(
            loaded, record, first or record.header.start, last, name=target.name
        )
    except ValueError as error:
        raise CannotCreate(str(error)) from None
    texts = {name.removesuffix(".yaml"): text for name, text in files.items()}
    texts, cut, problems = cut_off(str(target), texts)
    if problems:
        raise CannotCreate(
            f"no sound scenario comes of these days of {printable(scenario)}; choose others, or "
            f"use --from without days and mend by hand:\n{problems}"
        )
    return replace(_write(target, texts, "scenario"), left_out=tuple(cut))


def _parent_of(target: Path, scenario: str) -> str:
    """Return the folder of the scenario to start from, once a new package finds it by its name."""
    try:
        parent = locate(scenario)
    except ScenarioError as error:
        raise CannotCreate(str(error.problems.items[0].message)) from None
    name = os.path.basename(parent)
    known = [os.path.realpath(os.path.join(root, name)) for root in (target.parent, *roots())]
    if os.path.realpath(parent) not in known:
        raise CannotCreate(
            f"{printable(name)} must lie beside the new folder: make it in "
            f"{printable(os.path.dirname(parent), 200)}"
        )
    return parent


def free_folder(folder: str | os.PathLike[str]) -> Path:
    """Return the whole path of a folder that is not there yet, or is empty.

    Raises:
        CannotCreate: if it cannot hold a new package.
    """
    target = Path(os.path.abspath(folder))
    if not is_name(target.name):
        raise CannotCreate(
            f'"{printable(target.name)}" cannot be the id of a scenario: a folder is named with '
            "letters, digits, _ and -"
        )
    if target.name.lower() in NEIGHBOURS:
        raise CannotCreate(
            f'"{target.name}" is the name of a folder that lies beside scenarios; choose another'
        )
    if target.is_dir():
        try:
            used = next(target.iterdir(), None) is not None
        except OSError as error:
            raise CannotCreate(f"{_shown(target)} cannot be read: {error.strerror}") from None
        if used:
            raise CannotCreate(f"{_shown(target)} is not empty; name a new folder")
    elif target.exists():
        raise CannotCreate(f"{_shown(target)} is a file; name a new folder")
    return target


def _write(target: Path, texts: dict[str, str], first: str) -> NewPackage:
    files = []
    for kind, text in texts.items():
        path = target / f"{kind}.yaml"
        schema = target.parent / "schema" / schema_name(kind)
        # With it, a text editor completes keys and explains them.
        whole = with_schema_line(kind, text) if schema.is_file() else text
        try:
            write_whole(path, whole.encode("utf-8"))
        except OSError as error:
            reason = error.strerror or str(error)
            raise CannotCreate(f"{_shown(path)} cannot be written: {reason}") from None
        files.append(path)
    return NewPackage(target, tuple(files), target / f"{first}.yaml")


def _title(en: str, ar: str) -> str:
    value: dict[str, Any] = {"en": en, **({"ar": ar} if ar else {})}
    return after_key("title", value, 0)


def _spoken(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").capitalize()


def _shown(path: Path) -> str:
    return printable(str(path), 300)
