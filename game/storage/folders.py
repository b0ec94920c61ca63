"""Where things are kept, on this system and for this user; `game.folders` says how it is found."""

from __future__ import annotations

from pathlib import Path

from game.folders import config_path, data_path


def config_folder() -> Path:
    """Return the folder of the settings; it need not be there yet."""
    return Path(config_path())


def data_folder() -> Path:
    """Return the folder of what the player makes; it need not be there yet."""
    return Path(data_path())


def saves_folder() -> Path:
    """Return the folder of the saves; it need not be there yet."""
    return data_folder() / "saves"
