"""From the events of the YAML parser to a tree, with every limit checked on the way.

The limits stand on events because the C parser hands out nothing earlier: a guard on a later
stage (`compose`, `construct`) would come after an alias bomb had gone off, or not at all.
"""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from game.scenario.problems import Report, printable
from game.scenario.reader.scalars import resolve
from game.scenario.reader.source import Source
from game.scenario.reader.tree import Node
from game.scenario.reader.yaml_words import explain

MAX_DEPTH: Final = 40
MAX_NODES: Final = 50_000
MAX_TEXT: Final = 600_000
"""Characters of one text; the rows of the largest map take about half."""

# Signs that only an escape in double quotes can smuggle in.
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StopReading(Exception):  # noqa: N818 - a way out, not an error
    """The file is given up; the reason has been reported."""


def read_tree(source: Source, report: Report) -> Node | None:
    """Return the tree of a file, or None when it cannot be used, with the reasons reported.

    Only a file that is a mapping at its top is a tree. Mistakes that leave the shape clear
    (duplicate keys, tags, over-long numbers) are reported and reading goes on, so that one pass
    finds as much as it can; the tree is returned, but the report is no longer empty.
    """
    builder = _Builder(source, report)
    try:
        for event in yaml.parse(source.text, Loader=_LOADER):
            builder.take(event)
    except _StopReading:
        return None
    except yaml.YAMLError as error:
        line, col, message = explain(error, source)
        report.add(source.problem(line, col, message))
        return None
    root = builder.root
    if root is None:
        report.add(source.problem(1, 1, "the file is empty"))
        return None
    if not isinstance(root.value, dict):
        what = "a list" if isinstance(root.value, list) else "a single value"
        message = f"the file should consist of `key: value` lines, not of {what}"
        report.add(source.problem(root.line, root.col, message))
        return None
    return root


class _Builder:
    def __init__(self, source: Source, report: Report) -> None:
        self.source = source
        self.report = report
        self.root: Node | None = None
        self._open: list[Node] = []
        self._keys: list[str | None] = []
        """The key of each open mapping that waits for its value."""
        self._nodes = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        """Work in one event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._begin(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
            self._keys.pop()
        elif kind is yaml.AliasEvent:
            self._stop(event, f"aliases (*{printable(event.anchor)}) are not allowed: {_WHY}")
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._stop(event, "a second document begins here; a file holds one (remove `---`)")

    def _tell(self, event: Any, message: str, suggestion: str = "") -> None:
        mark = event.start_mark
        if self.report.full(self.source.name):
            self.report.count_on(1)
            return
        found = self.source.problem(mark.line + 1, mark.column + 1, message, suggestion=suggestion)
        self.report.spoil(found)

    def _stop(self, event: Any, message: str) -> None:
        self._tell(event, message)
        raise _StopReading

    def _guard(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._stop(event, f"the file holds more than {MAX_NODES:,} values")
        if event.anchor is not None:
            self._stop(event, f"anchors (&{printable(event.anchor)}) are not allowed: {_WHY}")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._tell(event, f'tags ("{printable(tag)}") are not allowed; write the bare value')

    def _begin(self, event: Any, value: dict[str, Node] | list[Node]) -> None:
        self._guard(event)
        if len(self._open) >= MAX_DEPTH:
            self._stop(event, f"values are nested more than {MAX_DEPTH} deep")
        if self._open and isinstance(self._open[-1].value, dict) and self._keys[-1] is None:
            self._stop(event, "a key should be a single word, not a list or a mapping")
        node = Node(self.source, event.start_mark.line + 1, event.start_mark.column + 1, value)
        self._put(node)
        self._open.append(node)
        self._keys.append(None)

    def _scalar(self, event: Any) -> None:
        self._guard(event)
        text = event.value
        if len(text) > MAX_TEXT:
            size = f"{len(text):,} characters"
            self._stop(event, f"a text of {size} is too long (at most {MAX_TEXT:,})")
        mark = event.start_mark
        if self._open and self._keys[-1] is None and isinstance(self._open[-1].value, dict):
            self._key(event, text)
            return
        value = text
        hidden = _HIDDEN.search(text) if event.style == '"' else None
        if hidden:
            code = f"U+{ord(hidden[0]):04X}"
            self._tell(event, f"control character {code} does not belong in a text")
        if event.implicit[0]:
            try:
                value = resolve(text)
            except ValueError as error:
                self._tell(event, str(error))
                value = 0
        self._put(Node(self.source, mark.line + 1, mark.column + 1, value, _style(event)))

    def _key(self, event: Any, text: str) -> None:
        above = self._open[-1]
        mark = event.start_mark
        if not text:
            self._tell(event, "a key is missing before the colon")
        first = above.keys.get(text)
        if first is not None:
            self._tell(event, f'key "{printable(text)}" is given twice, first on line {first[1]}')
        else:
            above.keys[text] = (self.source, mark.line + 1, mark.column + 1)
        self._keys[-1] = text

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        above = self._open[-1]
        if isinstance(above.value, list):
            above.value.append(node)
        elif isinstance(above.value, dict):
            above.value.setdefault(self._keys[-1] or "", node)
            self._keys[-1] = None


_WHY: Final = "write the value out in full"


def _style(event: Any) -> str:
    return "" if event.implicit[0] else event.style or ""
