"""The files a scenario is read from, as they lie on the disk now."""

from __future__ import annotations

import os
from collections.abc import Iterable

from game.scenario import layout
from game.scenario.bundle import gather
from game.scenario.problems import Report

Stamp = tuple[tuple[str, int, int], ...]
"""Path, time of the last change and size of every file."""


def own_folders(folder: str) -> tuple[str, ...]:
    """Return the folders a scenario is read from that are not shipped with the game.

    Its own, those of the scenarios it extends, and those in which it may find its rules.
    """
    line = gather(folder, ("scenario",), Report()).folders or [folder]
    wide = [*line, *(os.path.join(os.path.dirname(each), "rules") for each in line)]
    shipped = os.path.join(os.path.realpath(layout.shipped()), "")
    found = dict.fromkeys(os.path.realpath(each) for each in wide)
    return tuple(each for each in found if not os.path.join(each, "").startswith(shipped))


def stamp(folders: Iterable[str]) -> Stamp:
    """Return what tells a changed file of some folders from an unchanged one."""
    found: list[tuple[str, int, int]] = []
    for folder in folders:
        for name in layout.yaml_names(folder):
            path = os.path.join(folder, name)
            try:
                facts = os.stat(path)
            except OSError:
                continue
            found.append((path, facts.st_mtime_ns, facts.st_size))
    return tuple(found)


def changed(before: Stamp, after: Stamp) -> tuple[str, ...]:
    """Return the paths of the files that are new, gone or different."""
    old = {path: rest for path, *rest in before}
    new = {path: rest for path, *rest in after}
    return tuple(sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path)))
