"""The files of a package on the disk: read with care, written whole, never over somebody's work."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from game.authoring.shelf import encoded
from game.scenario.layout import FILES
from game.scenario.problems import printable
from game.storage.durable import sync_folder, write_whole


class CannotSave(Exception):  # noqa: N818 - the answer to a wish, worded for the author
    """Files cannot be written; the message says why."""


class ChangedOnDisk(CannotSave):
    """Files were changed by another program since they were read.

    `files` are their names without `.yaml`. Nothing has been written.
    """

    def __init__(self, files: Iterable[str]) -> None:
        self.files = tuple(files)
        names = ", ".join(f"{name}.yaml" for name in self.files)
        super().__init__(
            f"changed on the disk since it was opened: {names}; reload, or save over it"
        )


Prints = Mapping[str, str]
"""A fingerprint of each file there is."""


def read_texts(folder: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the texts of the files of a package there are, and their fingerprints.

    Bytes that are no UTF-8 are kept so that writing the text gives them back. Files that cannot
    be read at all are left out.
    """
    texts: dict[str, str] = {}
    prints: dict[str, str] = {}
    for kind in FILES:
        data = _read(_path(folder, kind))
        if data is not None:
            texts[kind] = data.decode("utf-8", "surrogateescape")
            prints[kind] = fingerprint(data)
    return texts, prints


def changed(folder: str, prints: Prints) -> tuple[str, ...]:
    """Return the files that are not on the disk as they were read, by name."""
    now = read_texts(folder)[1]
    return tuple(kind for kind in FILES if now.get(kind) != prints.get(kind))


def write_texts(folder: str, old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """Write the files that differ, each whole or not at all; take away those that are gone.

    Raises:
        CannotSave: if the disk refuses; files written before that stay written.
    """
    for kind in FILES:
        if new.get(kind) == old.get(kind):
            continue
        path = _path(folder, kind)
        try:
            if kind in new:
                write_whole(path, encoded(new[kind]))
            else:
                path.unlink(missing_ok=True)
                sync_folder(path.parent)
        except OSError as error:
            reason = error.strerror or str(error)
            raise CannotSave(f"{printable(str(path), 300)} cannot be written: {reason}") from None


def fingerprint(data: bytes) -> str:
    """Return a short text that tells these bytes from all others."""
    return blake2b(data, digest_size=16).hexdigest()


def _path(folder: str, kind: str) -> Path:
    return Path(folder) / f"{kind}.yaml"


def _read(path: Path) -> bytes | None:
    try:
        # Opening a pipe would wait for ever.
        return path.read_bytes() if os.path.isfile(path) else None
    except OSError:
        return None
