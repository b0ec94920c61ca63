"""Writing so that neither a crash nor another reader ever sees half a file."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file aside, bring it to the disk, and move it into place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(aside)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_data(handle: int) -> None:
    """Bring what was written to an open file to the disk."""
    if sys.platform == "linux":
        os.fdatasync(handle)
    else:
        os.fsync(handle)


def set_aside(path: Path, ending: str, *, keep: bool = False) -> Path:
    """Rename a file, or copy it (`keep`), to a free name with this ending; return the name."""
    other = path.with_name(path.name + ending)
    number = 2
    while other.exists():
        other = path.with_name(f"{path.name}{ending}{number}")
        number += 1
    if keep:
        write_whole(other, path.read_bytes())
    else:
        os.replace(path, other)
    return other
