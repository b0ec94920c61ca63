"""Writes what was mended, and keeps the files as they were."""

from __future__ import annotations

import shutil
from pathlib import Path

from game.authoring.keeping import write_texts
from game.authoring.mending.mend import Mended
from game.storage.folders import data_folder


def save(mended: Mended) -> str:
    """Write the texts that differ; return the folder in which the old ones are kept.

    Raises:
        CannotSave: if the disk refuses.
        OSError: if the old ones cannot be kept; then nothing is written.
    """
    folder = Path(mended.folder)
    shelf = data_folder() / "replaced"
    number = 1
    while (shelf / f"{folder.name}.{number}").exists():
        number += 1
    kept = shelf / f"{folder.name}.{number}"
    kept.mkdir(parents=True)
    for kind, text in mended.before.items():
        if mended.after.get(kind) != text:
            shutil.copy2(folder / f"{kind}.yaml", kept / f"{kind}.yaml")
    write_texts(mended.folder, mended.before, mended.after)
    return str(kept)
