"""The tree of a file: plain values, each with the place it was written at.

Files that extend each other are merged as trees, so that a value still knows its file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Final, Literal

from game.scenario.problems import Path, Problem, Report, spell
from game.scenario.reader.scalars import Scalar
from game.scenario.reader.source import Source

_SOLID: Final = re.compile(r"\S")
_WORD: Final = re.compile(r"\S+")
_LONGEST_SEARCH: Final = 60_000


@dataclass(slots=True)
class Node:
    """A value of a file: scalar, list or mapping. Line and column count from 1."""

    source: Source
    line: int
    col: int
    value: Scalar | list[Node] | dict[str, Node]
    style: str = ""
    """How a text is written: bare (empty), quoted (' or ") or a block (| or >)."""
    keys: dict[str, tuple[Source, int, int]] = field(default_factory=dict)
    """Where each key of a mapping stands."""

    def plain(self) -> Any:
        """Return the bare data: dicts, lists, texts, numbers, true, false, None."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def child(self, part: str | int) -> Node | None:
        """Return the value under a key or index, if there is one."""
        if isinstance(self.value, dict) and isinstance(part, str):
            return self.value.get(part)
        if isinstance(self.value, list) and isinstance(part, int) and part < len(self.value):
            return self.value[part]
        return None

    def spot(self, path: Path, *, key: bool = False) -> tuple[Source, int, int]:
        """Return file, line and column of the value at the path, or of its key.

        Where the path leads nowhere, the last value on the way there counts: a missing key is
        reported at the mapping that lacks it.
        """
        node = self
        for number, part in enumerate(path):
            if key and number == len(path) - 1 and isinstance(part, str) and part in node.keys:
                return node.keys[part]
            below = node.child(part)
            if below is None:
                break
            node = below
        return node.source, node.line, node.col

    def at(self, path: Path) -> Node | None:
        """Return the value at the path, if there is one."""
        node: Node | None = self
        for part in path:
            node = node.child(part) if node else None
        return node

    def problem(
        self,
        path: Path,
        message: str,
        *,
        key: bool = False,
        offset: int | None = None,
        suggestion: str = "",
        sure: bool = False,
    ) -> Problem:
        """Return a problem of the value at the path, at an offset into it if it is a text."""
        source, line, col = self.spot(path, key=key)
        node = self.at(path) if offset is not None else None
        if node is not None and offset is not None:
            line, col = node.within(offset)
        problem = source.problem(line, col, message, spell(path), suggestion)
        return replace(problem, sure=True) if sure else problem

    def within(self, offset: int) -> tuple[int, int]:
        """Return line and column of the character at an offset into a text.

        Folding and indentation change only blanks, so the blanks are left out and the others
        counted. Where escapes defeat that, it is the start of the text.
        """
        start = self.line, self.col
        text = self.value
        if not isinstance(text, str) or not 0 <= offset < min(len(text), _LONGEST_SEARCH):
            return start
        count = sum(len(word[0]) for word in _WORD.finditer(text, 0, offset))
        block = self.style in ("|", ">")
        line = self.line + 1 if block else self.line
        col = 0 if block else self.col - 1 + bool(self.style)
        for number in range(line, len(self.source.lines) + 1):
            # A flow mapping may have the whole file on one line; the text cannot reach so far.
            raw = self.source.lines[number - 1][: col + 4 * len(text) + 200]
            here = sum(len(word[0]) for word in _WORD.finditer(raw, col))
            if count < here:
                sign = next(islice(_SOLID.finditer(raw, col), count, None))
                return (number, sign.start() + 1) if sign[0] == text[offset] else start
            count, col = count - here, 0
        return start


Kind = Literal["mapping", "list", "scalar"]


def kind_of(node: Node) -> Kind:
    """Return what sort of value it is."""
    if isinstance(node.value, dict):
        return "mapping"
    return "list" if isinstance(node.value, list) else "scalar"


def add(report: Report, tree: Node, path: Path, message: str, **where: Any) -> None:
    """Report a problem at a path of a tree; see `Node.problem` for the further arguments."""
    if report.full(tree.spot(path)[0].name):
        report.count_on(1)
    else:
        report.add(tree.problem(path, message, **where))
