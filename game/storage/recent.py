"""Folders of scenarios that were opened outside the own one, the latest first."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from game.storage.durable import write_whole
from game.storage.folders import data_folder

MOST: Final = 8
_FILE: Final = "authored.json"


def own_scenarios() -> Path:
    """Return the folder in which the user keeps scenarios; it need not be there yet."""
    return data_folder() / "scenarios"


def recent_folders() -> list[Path]:
    """Return the folders that are still there."""
    try:
        kept = json.loads((data_folder() / _FILE).read_text(encoding="utf-8"))
        named = [Path(text) for text in kept["folders"] if isinstance(text, str)]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
    return [folder for folder in named[:MOST] if folder.is_dir()]


def note_folder(folder: Path) -> None:
    """Remember a folder as the latest; one among the own scenarios is found without that."""
    folder = folder.resolve()
    if folder.parent == own_scenarios().resolve():
        return
    folders = [folder, *(known for known in recent_folders() if known != folder)]
    text = json.dumps({"folders": [str(path) for path in folders[:MOST]]}, indent=2) + "\n"
    with suppress(OSError):
        write_whole(data_folder() / _FILE, text.encode("utf-8", "surrogateescape"))
