"""Where things are kept, on this system and for this user.

`FURAT_CONFIG_DIR` and `FURAT_DATA_DIR` name other folders.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def config_folder() -> Path:
    """Return the folder of the settings; it need not be there yet."""
    return _folder("FURAT_CONFIG_DIR", "XDG_CONFIG_HOME", ".config", "user_config_dir")


def data_folder() -> Path:
    """Return the folder of what the player makes; it need not be there yet."""
    return _folder("FURAT_DATA_DIR", "XDG_DATA_HOME", ".local/share", "user_data_dir")


def saves_folder() -> Path:
    """Return the folder of the saves; it need not be there yet."""
    return data_folder() / "saves"


def _folder(named: str, base: str, usual: str, platform_name: str) -> Path:
    folder = os.environ.get(named)
    if folder:
        return Path(folder)
    if sys.platform == "linux":
        # What platformdirs answers, without the time that importing it takes.
        root = os.environ.get(base, "").strip() or os.path.join(os.path.expanduser("~"), usual)
        return Path(root) / "furat"
    import platformdirs

    find = getattr(platformdirs, platform_name)
    return Path(find("furat", appauthor=False))
