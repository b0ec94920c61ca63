"""Makes one file of a scenario package, with everything that others need to play it."""

from __future__ import annotations

import os
import zipfile
from dataclasses import dataclass
from typing import Final

from game import __version__
from game.scenario import layout
from game.scenario.build import Built, build
from game.scenario.bundle import gather
from game.scenario.problems import Report, ScenarioError, printable
from game.storage.sharing.manifest import NAME, Manifest, hash_of, write
from game.storage.sharing.names import RULES, may_be_shared
from game.storage.sharing.reading import read_parcel
from game.storage.sharing.trouble import SharingError

_NOON_OF_DOS: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every file: the same package gives the same bytes, whenever it is made."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    path: str
    manifest: Manifest
    brought: tuple[str, ...]
    """Scenarios it extends, which it brings along."""
    left_out: tuple[str, ...]
    """Files of the folders that no package holds."""


def export(ref: str, target: str, *, replace: bool = False) -> Exported:
    """Write the package of a scenario, named by id or path, to a file or into a folder.

    Scenarios that it extends go with it, unless they come with the game: those are named with
    their content hash.

    Raises:
        ScenarioError: if the scenario is not there or has errors.
        SharingError: if it cannot be shared, or if the file is there and `replace` is not given.
    """
    built = build(layout.locate(ref), record=True)
    if built.report or built.scenario is None:
        raise ScenarioError(built.report.problems())
    if os.path.dirname(built.bundle.folder) == layout.shipped():
        raise SharingError("this scenario comes with the game: everybody has it")
    files, left_out = _files(built)
    header = built.docs["scenario"]
    brought = [os.path.basename(folder) for folder in _own_folders(built)[1:]]
    manifest = Manifest(
        id=header.id,
        title=header.title.en,
        version=header.version,
        content_hash=built.scenario.content_hash,
        made_with=__version__,
        credits=header.credits,
        rests_on=_rests_on(built),
        files={name: hash_of(data) for name, data in sorted(files.items())},
    )
    path = _path(target, manifest)
    if os.path.lexists(path) and not replace:
        raise SharingError(f"{path} is there already; --replace writes over it")
    _write(path, {NAME: write(manifest), **dict(sorted(files.items()))})
    return Exported(path, manifest, tuple(brought), tuple(left_out))


def _own_folders(built: Built) -> list[str]:
    """The folders that go into the package, that of the scenario itself first."""
    return [f for f in built.bundle.folders if os.path.dirname(f) != layout.shipped()]


def _files(built: Built) -> tuple[dict[str, bytes], list[str]]:
    files: dict[str, bytes] = {}
    left_out: list[str] = []
    for number, folder in enumerate(_own_folders(built)):
        # Others find it by its id, whatever its folder is called here.
        name = built.docs["scenario"].id if number == 0 else os.path.basename(folder)
        if f"{name}/scenario.yaml" in files:
            raise SharingError(f'it extends a scenario of its own name, "{name}"; rename one')
        for file in sorted(os.listdir(folder)):
            path = os.path.join(folder, file)
            if os.path.isfile(path) and may_be_shared(file):
                files[f"{name}/{file}"] = _text(path)
            elif not file.startswith("."):
                left_out.append(f"{name}/{file}")
    rules = built.bundle.rules_file
    if os.path.dirname(os.path.dirname(rules)) != layout.shipped():
        files[f"{RULES}/{os.path.basename(rules)}"] = _text(rules)
    return files, left_out


def _text(path: str) -> bytes:
    with open(path, "rb") as file:
        data = file.read()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise SharingError(f"{layout.shown(path)} is not UTF-8; save it as UTF-8") from None
    return data


def _rests_on(built: Built) -> dict[str, str]:
    """The shipped scenario on which the package rests first, with its content hash."""
    for folder in built.bundle.folders:
        if os.path.dirname(folder) == layout.shipped():
            return {os.path.basename(folder): hash_of_scenario(folder)}
    return {}


def hash_of_scenario(folder: str) -> str:
    """Return the content hash of the scenario in a folder, without checking it."""
    from game.scenario.build import content_hash

    return content_hash(gather(folder, layout.PLAY_FILES, Report()))


def _path(target: str, manifest: Manifest) -> str:
    if not os.path.isdir(target):
        return target
    version = "".join(c if c.isalnum() or c in "._-" else "_" for c in manifest.version)
    return os.path.join(target, f"{manifest.id}-{printable(version, 40)}.zip")


def _write(path: str, files: dict[str, bytes]) -> None:
    """Write the archive aside and move it, so that there is never half of one.

    Nothing is compressed: other versions of the library would pack the same texts differently.
    """
    aside = f"{path}.{os.getpid()}"
    try:
        with zipfile.ZipFile(aside, "x", zipfile.ZIP_STORED) as archive:
            for name, data in files.items():
                entry = zipfile.ZipInfo(name, _NOON_OF_DOS)
                entry.external_attr = 0o644 << 16
                entry.create_system = 3
                archive.writestr(entry, data)
        read_parcel(aside)  # what could not be installed is not handed out
        os.replace(aside, path)
    except OSError as error:
        raise SharingError(f"{path} cannot be written: {error.strerror or error}") from None
    finally:
        if os.path.exists(aside):
            os.unlink(aside)
