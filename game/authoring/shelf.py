"""The files of a package as its editor holds them, read and checked once for each text."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from game.scenario.check import check
from game.scenario.layout import FILES, shown
from game.scenario.problems import Report
from game.scenario.reader import Node, read_tree
from game.scenario.reader.source import decode
from game.scenario.shelf import DISK, Shelf

Texts = Mapping[str, str]
"""The text of each file of a package by its name without `.yaml`; no entry for no file."""


def encoded(text: str) -> bytes:
    """Return the bytes of a file; those that were no UTF-8 come back as they were."""
    return text.encode("utf-8", "surrogateescape")


class DraftShelf(Shelf):
    """Lends out the texts of one package, and everything else from the disk.

    What was read and checked is kept until its text changes, so that after an edit only the file
    that was edited costs time.
    """

    def __init__(self, folder: str, texts: Texts) -> None:
        super().__init__()
        self.folder = folder
        self.texts = texts
        self._trees: dict[str, tuple[object, Node | None, Report]] = {}
        self._documents: dict[str, tuple[Node, Any | None, Report]] = {}

    def holds(self, path: str) -> bool:
        kind = self._kind(path)
        return kind in self.texts or _no_file(path) if kind else super().holds(path)

    def tree(self, path: str, report: Report) -> Node | None:
        kind = self._kind(path)
        text = self.texts.get(kind) if kind else None
        stamp = _stamp(path) if text is None else text
        kept = self._trees.get(path)
        if kept is None or stamp is None or kept[0] != stamp:
            own = Report()
            if text is None:
                tree = DISK.tree(path, own)
            else:
                source = decode(encoded(text), shown(path), own)
                tree = read_tree(source, own) if source else None
            kept = self._trees[path] = (stamp, tree, own)
        report.take(kept[2])
        return kept[1]

    def document(self, kind: str, tree: Node, report: Report) -> Any | None:
        kept = self._documents.get(kind)
        if kept is None or kept[0] is not tree:
            own = Report()
            kept = self._documents[kind] = (tree, check(kind, tree, own), own)
        report.take(kept[2])
        return kept[1]

    def _kind(self, path: str) -> str:
        folder, name = os.path.split(path)
        kind = name.removesuffix(".yaml")
        return kind if folder == self.folder and kind in FILES else ""


def _no_file(path: str) -> bool:
    """Whether there is something in the place of a file that cannot be one, such as a folder."""
    return os.path.lexists(path) and not os.path.isfile(path)


def _stamp(path: str) -> object | None:
    try:
        state = os.stat(path)
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size
