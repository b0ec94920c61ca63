"""Which names a file in a shared package may have. Everything else is refused.

A name is `FOLDER/FILE`, where the folder is the id of a scenario or `rules`. That leaves no way out
of the folder, on any system.
"""

from __future__ import annotations

import re
from typing import Final

from game.scenario.layout import FILES, NEIGHBOURS, is_name
from game.scenario.problems import printable
from game.storage.sharing.trouble import SharingError

RULES: Final = "rules"
KINDS: Final = (".yaml", ".md", ".txt")
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
_LONGEST: Final = 100


def check_name(name: str) -> None:
    """Refuse a name that a file of a package cannot have.

    Raises:
        SharingError: says what is wrong with it.
    """
    why = _why_not(name)
    if why:
        raise SharingError(f'it holds "{printable(name, 80)}": {why}')


def may_be_shared(name: str) -> bool:
    """Whether a file with this bare name goes into a package."""
    return not _why_not_file(name)


def _why_not(name: str) -> str:
    if "\\" in name or ":" in name or name.startswith("/"):
        return "a path that leads out of the package"
    parts = name.split("/")
    if ".." in parts or "." in parts or "" in parts:
        return "a path that leads out of the package"
    if len(parts) != 2:
        return "a file stands in the folder of a scenario, no higher and no deeper"
    folder, file = parts
    if folder != RULES and (not is_name(folder) or folder.lower() in NEIGHBOURS):
        return "no folder of a scenario has such a name"
    if folder.lower() in _DEVICES:
        return "a name that some systems keep for a device"
    if folder == RULES and not file.endswith(".yaml"):
        return "among rules stand .yaml files only"
    return _why_not_file(file, any_yaml=folder == RULES)


def _why_not_file(file: str, *, any_yaml: bool = False) -> str:
    if not file.isascii():
        return "names of files are plain letters, so that they are the same on every system"
    if not _PLAIN.fullmatch(file) or len(file) > _LONGEST:
        return "no file of a scenario has such a name"
    stem, dot, _ = file.rpartition(".")
    if file.partition(".")[0].lower() in _DEVICES:
        return "a name that some systems keep for a device"
    if not dot or not file.endswith(KINDS):
        return f"a package holds {', '.join(KINDS)} only"
    if file.endswith(".yaml") and not any_yaml and stem not in FILES:
        return "no file of a scenario is called so"
    return ""
