"""Where the files of packages are read from: the disk, or whatever an editor holds instead."""

from __future__ import annotations

import os
from typing import Any

from game.scenario.check import check
from game.scenario.layout import shown
from game.scenario.problems import Report
from game.scenario.reader import Node, load_source, read_tree


class Shelf:
    """The files on the disk, read and checked anew each time."""

    def holds(self, path: str) -> bool:
        """True if there is something at a path, even if it cannot be read."""
        return os.path.lexists(path)

    def tree(self, path: str, report: Report) -> Node | None:
        """Return the tree of a file, or None with the reasons reported."""
        source = load_source(path, shown(path), report)
        return read_tree(source, report) if source else None

    def document(self, kind: str, tree: Node, report: Report) -> Any | None:
        """Return the document in a tree, or None with every mistake reported."""
        return check(kind, tree, report)


DISK = Shelf()
