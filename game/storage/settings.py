"""The settings of a player: a JSON file, every field checked, never in the way of a start."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

from game.storage.durable import set_aside, write_whole
from game.storage.folders import config_folder
from game.storage.notice import Notice, StorageError

FILE: Final = "settings.json"

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "language": ("en", "ar"),
    "skin": ("dark", "light", "high_contrast"),
    "symbols": ("app6", "alike", "plain"),
    "animation": ("off", "slow", "normal", "fast"),
    "tooltips": ("short", "long", "key"),
    "digits": ("western", "arabic_indic"),
}
"""The values that each choice may have."""

RANGES: Final[Mapping[str, tuple[int, int]]] = {
    "scale": (75, 250),
    "volume": (0, 100),
    "window_width": (640, 16384),
    "window_height": (360, 16384),
}
"""Lowest and highest value of each number."""

SCALE_STEP: Final = 25
AS_THE_SCREEN: Final = 0
"""Value of `scale` that leaves the size to the screen."""


@dataclass
class Settings:
    """All settings. Set them and `save`."""

    language: str = "en"
    digits: str = "western"
    scale: int = AS_THE_SCREEN
    """Size of everything in percent, 75 to 250 in steps of 25; 0 = as suits the screen."""
    skin: str = "dark"
    symbols: str = "app6"
    animation: str = "normal"
    tooltips: str = "short"
    sounds: bool = True
    volume: int = 70
    speak: bool = False
    """Write what changes to the terminal, for a screen reader."""
    note_seen: bool = False
    """The note about the subject has been shown."""
    tour_done: bool = False
    """The guided first turn has been played or skipped."""
    full_screen: bool = False
    window_width: int = 1280
    window_height: int = 720
    keys: dict[str, list[str]] = field(default_factory=dict)
    """Keys by action, for the actions whose keys are not the usual ones."""
    unknown: dict[str, Any] = field(default_factory=dict, repr=False)
    """What a newer version has written; kept, so that nothing is lost by an older one."""

    @property
    def window(self) -> tuple[int, int]:
        """Width and height of the window when it is not full screen."""
        return self.window_width, self.window_height

    @property
    def motion(self) -> str:
        """`less` if nothing should slide or fade, else `full`."""
        return "less" if self.animation == "off" else "full"

    def save(self, folder: Path | None = None) -> None:
        """Write the settings; raises StorageError if the disk refuses."""
        path = (folder or config_folder()) / FILE
        written = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "unknown"}
        document = {**self.unknown, **written}
        text = json.dumps(document, indent=2, sort_keys=True) + "\n"
        try:
            write_whole(path, text.encode("utf-8"))
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise StorageError(
                Notice(
                    "settings_unwritable",
                    f"The settings could not be saved in {path}: {why}.",
                    {"path": str(path), "why": why},
                )
            ) from error


def load(folder: Path | None = None) -> tuple[Settings, Notice | None]:
    """Read the settings; never fails.

    What cannot be read has its default; the file is then kept beside under a name that ends in
    `.broken`, and one notice says so.
    """
    path = (folder or config_folder()) / FILE
    try:
        text = path.read_bytes().decode("utf-8")
        found = json.loads(text)
        if not isinstance(found, dict):
            raise ValueError("not an object")
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        why = error.strerror or type(error).__name__
        return Settings(), Notice(
            "settings_unreadable",
            f"The settings in {path} cannot be read ({why}). The defaults are used.",
            {"path": str(path), "why": why},
        )
    except (ValueError, RecursionError):
        return Settings(), _broken(path, ())
    settings, wrong = _from(found)
    if not wrong:
        return settings, None
    notice = _broken(path, wrong)
    with suppress(StorageError):
        settings.save(path.parent)  # else every start would keep another copy
    return settings, notice


def _from(found: dict[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """The settings of a document, and the names of the fields that were wrong."""
    known = {f.name for f in fields(Settings)} - {"unknown"}
    good = {name: value for name, value in found.items() if name in known and _fits(name, value)}
    wrong = tuple(sorted(name for name in found if name in known and name not in good))
    settings = Settings(unknown={name: v for name, v in found.items() if name not in known})
    return replace(settings, **good), wrong


def _fits(name: str, value: Any) -> bool:
    """Whether a value may stand in a field."""
    if name in CHOICES:
        return value in CHOICES[name]
    if name in RANGES:
        low, high = RANGES[name]
        if name == "scale" and value == AS_THE_SCREEN:
            return type(value) is int
        if type(value) is not int or not low <= value <= high:
            return False
        return name != "scale" or value % SCALE_STEP == 0
    if name == "keys":
        return isinstance(value, dict) and all(
            isinstance(held, list) and all(isinstance(key, str) for key in held)
            for held in value.values()
        )
    return isinstance(value, bool)


def _broken(path: Path, wrong: tuple[str, ...]) -> Notice:
    """Keep a broken file beside; the notice about it."""
    kept = path
    with suppress(OSError):
        kept = set_aside(path, ".broken", keep=bool(wrong))
    if not wrong:
        text = f"The settings could not be read, so the defaults are used. They are in {kept}."
        return Notice("settings_broken", text, {"kept": str(kept)})
    names = ", ".join(wrong)
    text = f"These settings were not valid and have their defaults: {names}. They are in {kept}."
    return Notice("settings_invalid", text, {"kept": str(kept), "names": names})
