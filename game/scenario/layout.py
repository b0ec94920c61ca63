"""Where scenarios lie and which files make one up.

Kept free of YAML and pydantic, since it runs on every start of a game.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from game.folders import scenarios_path
from game.scenario.problems import Problem, Problems, ScenarioError, nearest, printable

if TYPE_CHECKING:
    from pathlib import Path

PLAY_FILES: Final = ("scenario", "map", "forces", "rules", "events", "objectives")
"""Files needed to play, without `.yaml`."""
RECORD_FILES: Final = ("briefing", "sources", "journal", "history", "control")
"""Files needed to read about the battle and to replay it."""
FILES: Final = PLAY_FILES + RECORD_FILES
REQUIRED: Final = ("scenario", "map", "forces")
NEIGHBOURS: Final = ("rules", "schema")
"""Folders that lie beside those of scenarios, and so are the id of none."""


def is_name(text: str) -> bool:
    """True for a text that can be the id of a scenario: it cannot lead out of its folder."""
    bare = text.replace("_", "").replace("-", "")
    return bare.isalnum() and bare.isascii() and len(text) <= 100 and text[0] not in "_-"


def data_folder() -> str:
    """Return the folder which holds `scenarios/` and `assets/`, as a text."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "_data")
    return installed if os.path.isdir(installed) else os.path.dirname(package)


def data_root() -> Path:
    """Return the folder which holds `scenarios/` and `assets/`.

    It is `game/_data` in an installed copy, the root of the repository otherwise.
    """
    from pathlib import Path

    return Path(data_folder())


def shipped() -> str:
    """Return the folder of the scenarios that come with the game."""
    return os.path.join(data_folder(), "scenarios")


def roots() -> tuple[str, str]:
    """Return the folders in which scenarios are found by id: the shipped ones, the player's own."""
    return shipped(), scenarios_path()


def known() -> list[str]:
    """Return the ids by which scenarios can be named, sorted."""
    return sorted({name for root in roots() for name in ids(root)})


def ids(root: str) -> list[str]:
    """Return the ids of the scenario folders below a root, sorted; none if there is no root."""
    try:
        names = os.listdir(root)
    except OSError:
        return []
    return sorted(
        name
        for name in names
        if is_name(name) and os.path.isfile(os.path.join(root, name, "scenario.yaml"))
    )


def locate(ref: str | os.PathLike[str]) -> str:
    """Return the folder of a scenario named by id or by path (of it or of a file in it).

    An id means a scenario that comes with the game, or else one of the player's own.

    Raises:
        ScenarioError: if there is no such scenario, with the nearest id.
    """
    text = os.fspath(ref)
    if is_name(text):
        for root in roots():
            folder = os.path.join(root, text)
            if os.path.isdir(folder):
                return folder
    if "\0" not in text:
        if os.path.isdir(text):
            return os.path.abspath(text)
        if os.path.isfile(text) and text.endswith((".yaml", ".yml")):
            return os.path.dirname(os.path.abspath(text))
    is_path = os.sep in text or text.startswith(".")
    near = "" if is_path else nearest(text, known())
    hint = f', did you mean "{near}"?' if near else ""
    what = "folder" if is_path else "scenario"
    message = f'there is no {what} "{printable(text, 200)}"{hint}'
    raise ScenarioError(Problems((Problem(printable(text, 200), 1, 1, "", message, "", 0, near),)))


def shown(path: str) -> str:
    """Return a path as messages show it: relative when it lies below the working folder."""
    try:
        short = os.path.relpath(path)
    except (ValueError, OSError):
        short = path
    return printable(path if short.startswith(os.pardir) else short, 4096)


def yaml_names(folder: str) -> list[str]:
    """Return the names of the YAML files in a folder, sorted; none if it cannot be read."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return sorted(n for n in names if n.endswith((".yaml", ".yml")) and not n.startswith("."))
