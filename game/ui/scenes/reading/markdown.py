"""Markdown as far as the documentation of the game uses it, as blocks to lay out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final, Literal

from game.scenario.layout import data_root

Kind = Literal["heading", "paragraph", "item", "code", "table"]
Style = Literal["regular", "semibold", "mono"]

_HEADING: Final = re.compile(r"(#{1,6})\s+(.*)")
_NUMBER: Final = re.compile(r"(\d+(?:\.\d+)*)\s+(.*)")
_ITEM: Final = re.compile(r"(\s*)(?:[-*]|(\d+)\.)\s+(.*)")
_INLINE: Final = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[(.+?)\]\((.+?)\)")
_RULE: Final = re.compile(r"[\s|:-]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one style."""

    text: str
    style: Style = "regular"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, piece of code or table."""

    kind: Kind
    spans: tuple[Span, ...] = ()
    level: int = 0
    """Of a heading 1 to 6; of a list item how far it is set in."""
    number: str = ""
    """Of a section such as 3.5, or of a list item."""
    lines: tuple[str, ...] = ()
    """Of code."""
    rows: tuple[tuple[tuple[Span, ...], ...], ...] = ()
    """Of a table; the first one is its head."""

    @property
    def text(self) -> str:
        """The bare text."""
        return "".join(span.text for span in self.spans)


@dataclass(slots=True)
class _Reader:
    blocks: list[Block] = field(default_factory=list)
    running: list[str] = field(default_factory=list)

    def flush(self) -> None:
        """End the paragraph that was being read."""
        if self.running:
            self.blocks.append(Block("paragraph", spans(" ".join(self.running))))
            self.running.clear()


def parse(text: str) -> list[Block]:
    """Return the blocks of a Markdown text."""
    reader = _Reader()
    lines = iter(_without_comments(text).splitlines())
    held = next(lines, None)
    while held is not None:
        line, held = held, next(lines, None)
        if line.startswith("```"):
            reader.flush()
            code = []
            while held is not None and not held.startswith("```"):
                code.append(held)
                held = next(lines, None)
            held = next(lines, None)
            reader.blocks.append(Block("code", lines=tuple(code)))
        elif line.startswith("|"):
            reader.flush()
            table = [line]
            while held is not None and held.startswith("|"):
                table.append(held)
                held = next(lines, None)
            reader.blocks.append(Block("table", rows=tuple(_rows(table))))
        else:
            _text_line(reader, line)
    reader.flush()
    return reader.blocks


def spans(text: str) -> tuple[Span, ...]:
    """Return a text of paragraphs as pieces: bold and italics as semibold, code as mono."""
    found: list[Span] = []
    place = 0
    for match in _INLINE.finditer(text):
        if match.start() > place:
            found.append(Span(text[place : match.start()]))
        bold, italic, code, link, _ = match.groups()
        if code is not None:
            found.append(Span(code, "mono"))
        else:
            found.append(Span(bold or italic or link or "", "regular" if link else "semibold"))
        place = match.end()
    if place < len(text):
        found.append(Span(text[place:]))
    return tuple(found)


def plain(text: str) -> str:
    """Return a text without its marks."""
    return "".join(span.text for span in spans(text))


@cache
def document(name: str) -> tuple[Block, ...]:
    """Return a file of the documentation as blocks, empty if the game came without it."""
    path: Path = data_root() / "docs" / f"{name}.md"
    try:
        return tuple(parse(path.read_text(encoding="utf-8")))
    except OSError:
        return ()


def _without_comments(text: str) -> str:
    return re.sub(r"<!--.*?-->\n?", "", text, flags=re.DOTALL)


def _text_line(reader: _Reader, line: str) -> None:
    heading, item = _HEADING.fullmatch(line), _ITEM.fullmatch(line)
    if heading:
        reader.flush()
        level, title = len(heading[1]), heading[2]
        numbered = _NUMBER.fullmatch(title)
        number, title = (numbered[1], numbered[2]) if numbered else ("", title)
        reader.blocks.append(Block("heading", spans(title), level, number))
    elif item:
        reader.flush()
        deep = len(item[1]) // 2
        reader.blocks.append(Block("item", spans(item[3]), deep, item[2] or ""))
    elif not line.strip():
        reader.flush()
    elif not reader.running and reader.blocks and line.startswith("  ") and _in_item(reader):
        last = reader.blocks.pop()
        joined = (*last.spans, Span(" "), *spans(line.strip()))
        reader.blocks.append(Block("item", joined, last.level, last.number))
    else:
        reader.running.append(line.strip())


def _in_item(reader: _Reader) -> bool:
    return reader.blocks[-1].kind == "item"


def _rows(table: list[str]) -> Iterator[tuple[tuple[Span, ...], ...]]:
    for line in table:
        if _RULE.fullmatch(line):
            continue
        cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
        yield tuple(spans(cell.strip().replace("\\|", "|")) for cell in cells)
