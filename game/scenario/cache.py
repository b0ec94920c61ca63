"""Keeps what was read and found right, so that starting a game needs neither YAML nor pydantic.

One file per package and purpose in the user's cache folder (`FURAT_CACHE_DIR` names another). An
entry counts only while every byte it was made from, and the program itself, are unchanged. A cache
that cannot be read or written is as good as none and never an error.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any, Final

from game import __version__
from game.scenario import layout

FORMAT: Final = 2
_SETTLED: Final = 2.0
"""Seconds after which a file that changes again has another date, on any file system."""
_UNREADABLE: Final = (OSError, ValueError, TypeError, LookupError, AttributeError)


def fetch(folder: str, purpose: str, files: Iterable[str]) -> Any | None:
    """Return the plain data kept for a package, or None if there are none or they are stale.

    `purpose` tells the entries of a package apart; `files` names the YAML files that count.
    """
    return _valid(folder, purpose, files).get("data")


def valid_stamp(folder: str, purpose: str, files: Iterable[str]) -> str:
    """Return a digest of all that an entry was made from, empty if there is none or it is stale."""
    return str(_valid(folder, purpose, files).get("stamp", ""))


def _valid(folder: str, purpose: str, files: Iterable[str]) -> dict[str, Any]:
    """Return an entry, nothing in it if there is none or it is stale."""
    try:
        with open(_entry(folder, purpose), encoding="utf-8") as file:
            kept: dict[str, Any] = json.load(file)
        if kept["stamp"] == _stamp(kept["folders"], kept["rules"], files):
            return kept
    except _UNREADABLE:
        pass
    return {}


def keep(
    folder: str, purpose: str, files: Iterable[str], folders: list[str], rules: str, data: Any
) -> None:
    """Keep plain data made from the named files of the folders and from the rules file."""
    try:
        path = _entry(folder, purpose)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        stamp = _stamp(folders, rules, files)
        kept = {"stamp": stamp, "folders": folders, "rules": rules, "data": data}
        # Written aside and moved, so that another process never reads half an entry.
        aside = f"{path}.{os.getpid()}"
        with open(aside, "w", encoding="utf-8") as file:
            json.dump(kept, file, separators=(",", ":"))
        os.replace(aside, path)
    except _UNREADABLE:
        pass


def _entry(folder: str, purpose: str) -> str:
    name = blake2b(folder.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
    return os.path.join(cache_folder(), f"{purpose}-{name}.json")


def cache_folder() -> str:
    """Return the folder for what can be made again: `FURAT_CACHE_DIR`, or the user's own."""
    named = os.environ.get("FURAT_CACHE_DIR")
    if named:
        return named
    if sys.platform == "linux":
        # What platformdirs answers, without the 12 ms that importing it takes.
        base = os.environ.get("XDG_CACHE_HOME", "").strip()
        base = base or os.path.join(os.path.expanduser("~"), ".cache")
        return os.path.join(base, "furat", "scenarios")
    from platformdirs import user_cache_dir

    return os.path.join(user_cache_dir("furat", appauthor=False), "scenarios")


def _stamp(folders: list[str], rules: str, files: Iterable[str]) -> str:
    """Return a digest of the program, the names of all YAML files and the bytes of those named."""
    digest = blake2b(f"{FORMAT} {__version__} {_program()}".encode(), digest_size=16)
    wanted = [f"{name}.yaml" for name in files]
    for folder in folders:
        names = layout.yaml_names(folder)
        digest.update(repr((folder, names)).encode("utf-8", "surrogatepass"))
        for name in names:
            if name in wanted:
                _feed(digest, os.path.join(folder, name))
    if rules:
        _feed(digest, rules)
    return digest.hexdigest()


def _feed(digest: blake2b, path: str) -> None:
    state = os.stat(path)
    read = _settled_file if time.time() - state.st_mtime > _SETTLED else _file
    name, size = os.path.basename(path), state.st_size
    digest.update(f"{name} {size} ".encode("utf-8", "surrogatepass"))
    digest.update(read(path, size, state.st_mtime_ns, state.st_ino))


def _file(path: str, *_state: int) -> bytes:
    """Return a digest of the bytes of a file."""
    with open(path, "rb") as file:
        return blake2b(file.read(), digest_size=16).digest()


_settled_file = lru_cache(maxsize=512)(_file)
"""The same, read once: packages that extend another are many, and a menu lists them all."""


@cache
def _program() -> list[tuple[str, int, int]]:
    """Return size and date of the modules that decide what a scenario compiles to.

    Between two releases the version stands still while these change under the developer.
    """
    here = os.path.dirname(os.path.abspath(__file__))
    engine = os.path.join(os.path.dirname(here), "engine")
    return modules(here, os.path.join(here, "compile"), engine)


def modules(*folders: str) -> list[tuple[str, int, int]]:
    """Return name, size and date of the Python modules in some folders."""
    found: list[tuple[str, int, int]] = []
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    state = entry.stat()
                    found.append((entry.name, state.st_size, state.st_mtime_ns))
    return sorted(found)
