"""Where the files of packages are read from: the disk, or whatever an editor holds instead."""

from __future__ import annotations

import os
from typing import Any, Final

from game.scenario.check import check
from game.scenario.layout import shown
from game.scenario.problems import Report
from game.scenario.reader import Node, load_source, read_tree

_KEPT: Final = 2_000_000
"""Letters of the files whose trees are kept."""


class Shelf:
    """The files on the disk.

    Packages that extend another share most of its files, so the trees and documents of what was
    read last are kept, each for the very text it was made from. Nobody changes a tree.
    """

    def __init__(self) -> None:
        self._read: dict[tuple[str, str], tuple[str, Node | None, Report]] = {}
        self._checked: dict[tuple[str, int], tuple[Node, Any | None, Report]] = {}

    def holds(self, path: str) -> bool:
        """True if there is something at a path, even if it cannot be read."""
        return os.path.lexists(path)

    def tree(self, path: str, report: Report) -> Node | None:
        """Return the tree of a file, or None with the reasons reported."""
        name = shown(path)
        source = load_source(path, name, report)
        if source is None:
            return None
        kept = self._read.pop((path, name), None)
        if kept is None or kept[0] != source.text:
            own = Report()
            kept = source.text, read_tree(source, own), own
        self._read[path, name] = kept
        self._make_room()
        report.take(kept[2])
        return kept[1]

    def document(self, kind: str, tree: Node, report: Report) -> Any | None:
        """Return the document in a tree, or None with every mistake reported."""
        kept = self._checked.get((kind, id(tree)))
        if kept is None:
            own = Report()
            kept = tree, check(kind, tree, own), own
            if any(tree is read for _, read, _ in self._read.values()):
                self._checked[kind, id(tree)] = kept
        report.take(kept[2])
        return kept[1]

    def forget(self) -> None:
        """Let go of all that is kept."""
        self._read.clear()
        self._checked.clear()

    def _make_room(self) -> None:
        """Let go of what was read longest ago if there is too much."""
        size = sum(len(text) for text, _, _ in self._read.values())
        while size > _KEPT and len(self._read) > 1:
            text, gone, _ = self._read.pop(next(iter(self._read)))
            size -= len(text)
            self._checked = {
                key: kept for key, kept in self._checked.items() if kept[0] is not gone
            }


DISK = Shelf()
