"""Texts written as blocks: paragraphs that stay keep their lines."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from game.authoring.yaml_layout import Splice, Spot, line_end, next_line
from game.authoring.yaml_writing import OneLine, block_text, fold


def amended_block(text: str, spot: Spot, wanted: str) -> Splice | None:
    """Return the splice that makes the text of a block the wanted one, header and indent kept.

    None if the block must be written anew: it ends in other line breaks, or was indented in a way
    of its own.
    """
    old = str(spot.value)
    header = text[spot.start : line_end(text, spot.start)]
    start = next_line(text, spot.start)
    own = re.search(r"[\d+]", header.partition("#")[0])
    if own or _breaks_at_end(old) != _breaks_at_end(wanted) or isinstance(wanted, OneLine):
        return None
    raw = re.split("\r\n|\r|\n", text[start : spot.end])
    indents = [len(line) - len(line.lstrip(" ")) for line in raw if line.strip()]
    if not indents or not wanted.strip():
        return None
    indent = len(raw[0]) - len(raw[0].lstrip(" ")) if raw[0].strip() else min(indents)
    block = block_text(wanted, indent, spot.style)
    if not block.startswith(spot.style):
        return None
    chomp, _, body = block.partition("\n")
    if re.search(r"\d", chomp):
        return None  # it begins with blanks, which the old header does not allow for
    if spot.style == ">":
        body = _with_old_paragraphs(raw, old, wanted, indent) or body
    return Splice(start, spot.end, body)


def _with_old_paragraphs(raw: list[str], old: str, wanted: str, indent: int) -> str:
    """Return the folded lines with unchanged paragraphs as they stood; empty if unclear."""
    rows, new = old.rstrip("\n").split("\n"), wanted.rstrip("\n").split("\n")
    stood: list[list[str]] = [[]]
    for line in raw:
        if line.strip():
            stood[-1].append(line)
        else:
            stood.append([])
    if not all(rows) or not all(new) or len(stood) != len(rows) or not all(stood):
        return ""
    if any(
        " ".join(line.strip() for line in lines) != row
        for lines, row in zip(stood, rows, strict=True)
    ):
        return ""
    made: list[str] = []
    matcher = SequenceMatcher(None, rows, new, autojunk=False)
    for kind, low, high, new_low, new_high in matcher.get_opcodes():
        if kind == "equal":
            made += ["\n".join(lines) for lines in stood[low:high]]
        else:
            made += [fold(row, indent) for row in new[new_low:new_high]]
    return "\n\n".join(made)


def _breaks_at_end(text: str) -> int:
    return min(2, len(text) - len(text.rstrip("\n")))
