"""Reads a shared package with distrust: nothing is written, and nothing is taken at its word."""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from game.scenario.problems import printable
from game.scenario.reader.source import MAX_BYTES
from game.storage.sharing import manifest as manifests
from game.storage.sharing.manifest import Manifest, hash_of
from game.storage.sharing.names import check_name
from game.storage.sharing.trouble import SharingError

MOST_FILES: Final = 200
MOST_IN_ALL: Final = 40_000_000
MOST_PACKED: Final = 60_000_000
_RATIO: Final = 200
"""Times as large as packed; texts reach 10."""
_RATIO_FROM: Final = 100_000
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED: Final = 0x1
_CUT: Final = "it is damaged or cut short; get it again"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A shared package in memory: its manifest, and its files by name."""

    manifest: Manifest
    files: dict[str, bytes]

    @property
    def folders(self) -> list[str]:
        """The folders it brings, sorted."""
        return sorted({name.partition("/")[0] for name in self.files})


def read_parcel(path: str) -> Parcel:
    """Return the package in a file.

    Raises:
        SharingError: if it cannot be read, breaks a limit or a rule, or is not what its own
            manifest says.
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise SharingError("it is not a file")
        if os.path.getsize(path) > MOST_PACKED:
            raise SharingError(f"it is too large (at most {MOST_PACKED:,} bytes)")
        with zipfile.ZipFile(path) as archive:
            files = _read_all(archive)
    except FileNotFoundError:
        raise SharingError("there is no such file") from None
    except zipfile.BadZipFile:
        empty = os.path.getsize(path) == 0
        raise SharingError(
            "it is empty" if empty else f"it is no zip file, or {_CUT[6:]}"
        ) from None
    except (EOFError, zlib.error, ValueError):
        raise SharingError(_CUT) from None
    except (NotImplementedError, RuntimeError):
        raise SharingError("it is packed in a way that packages are not") from None
    except OSError as error:
        raise SharingError(f"it cannot be read: {error.strerror or error}") from None
    return _checked(files)


def _read_all(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise SharingError(f"it holds {len(entries):,} files (at most {MOST_FILES})")
    seen: dict[str, str] = {}
    files: dict[str, bytes] = {}
    left = MOST_IN_ALL
    for entry in entries:
        if entry.is_dir() and entry.file_size == 0:
            continue
        _check(entry)
        double = seen.setdefault(entry.filename.casefold(), entry.filename)
        if entry.filename in files:
            raise SharingError(f'it holds "{printable(entry.filename, 80)}" twice')
        if double != entry.filename:
            raise SharingError(
                f'it holds "{double}" and "{entry.filename}", which are the same file on some '
                "systems"
            )
        files[entry.filename] = _read(archive, entry, left)
        left -= len(files[entry.filename])
    return files


def _check(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if entry.orig_filename != name:
        raise SharingError(f'it holds a name with a zero in it: "{printable(name, 80)}"')
    if name != manifests.NAME:
        check_name(name)
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise SharingError(f'"{name}" is a link or a device, not a file')
    if entry.flag_bits & _ENCRYPTED:
        raise SharingError("it is locked with a password")
    if entry.compress_type not in _METHODS:
        raise SharingError(f'"{name}" is packed in a way that packages are not')
    most = manifests.MOST_BYTES if name == manifests.NAME else MAX_BYTES
    if entry.file_size > most:
        raise SharingError(f'"{name}" is too large (at most {most:,} bytes)')
    if entry.file_size > max(_RATIO_FROM, _RATIO * entry.compress_size):
        raise SharingError(f'"{name}" is packed far more tightly than any text can be')


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    """Return the bytes of a file, never more than its own header admits."""
    if entry.file_size > left:
        raise SharingError(f"its files are too large together (at most {MOST_IN_ALL:,} bytes)")
    with archive.open(entry) as file:
        data = file.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise SharingError(_CUT)
    return data


def _checked(files: dict[str, bytes]) -> Parcel:
    """Hold the files against the manifest."""
    if manifests.NAME not in files:
        raise SharingError(
            f"it has no {manifests.NAME}; a package to be installed is made with `furat export`"
        )
    manifest = manifests.read(files.pop(manifests.NAME))
    missing = sorted(set(manifest.files) - set(files))
    if missing:
        raise SharingError(f'"{printable(missing[0], 80)}" is missing in it')
    for name, data in files.items():
        if name not in manifest.files:
            raise SharingError(f'it holds "{name}", which its {manifests.NAME} does not name')
        if hash_of(data) != manifest.files[name]:
            raise SharingError(f'"{name}" has been changed since the package was made')
    if f"{manifest.id}/scenario.yaml" not in files:
        raise SharingError(f'"{manifest.id}/scenario.yaml" is missing in it')
    return Parcel(manifest, files)
