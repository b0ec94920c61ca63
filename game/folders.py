"""Where things are kept, on this system and for this user, as texts.

`FURAT_CONFIG_DIR` and `FURAT_DATA_DIR` name other folders. Kept free of pathlib, since it runs on
every start of a game.
"""

from __future__ import annotations

import os
import sys


def config_path() -> str:
    """Return the folder of the settings; it need not be there yet."""
    return _folder("FURAT_CONFIG_DIR", "XDG_CONFIG_HOME", ".config", "user_config_dir")


def data_path() -> str:
    """Return the folder of what the player makes; it need not be there yet."""
    return _folder("FURAT_DATA_DIR", "XDG_DATA_HOME", ".local/share", "user_data_dir")


def scenarios_path() -> str:
    """Return the folder of the player's own scenarios; it need not be there yet."""
    return os.path.join(data_path(), "scenarios")


def _folder(named: str, base: str, usual: str, platform_name: str) -> str:
    folder = os.environ.get(named)
    if folder:
        return folder
    if sys.platform == "linux":
        # What platformdirs answers, without the time that importing it takes.
        root = os.environ.get(base, "").strip() or os.path.join(os.path.expanduser("~"), usual)
        return os.path.join(root, "furat")
    import platformdirs

    find = getattr(platformdirs, platform_name)
    return str(find("furat", appauthor=False))
