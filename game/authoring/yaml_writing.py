"""How a value is written: bare or quoted, in brackets or in lines, as its neighbours are.

Everything here makes text with plain line feeds; `game.authoring.yaml_text` turns them into those
of the file.
"""

from __future__ import annotations

import json
import re
import textwrap
from typing import Any, Final

import yaml

from game.authoring.yaml_layout import Spot
from game.scenario.reader.scalars import resolve

WIDTH: Final = 100
"""Columns a line should not pass."""
STEP: Final = 2
"""Columns a level is moved in."""
_MOST_INLINE: Final = 5
"""Keys of a mapping that is written in brackets where no neighbour shows another way."""

_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
_ODD: Final = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_IN_FLOW: Final = re.compile(r"[,\[\]{}:?]")


class OneLine(str):
    """A text that is to stand in quotes on one line, however long."""

    __slots__ = ()


def bare(text: str, *, flow: bool, key: bool = False) -> bool:
    """True if a text can stand without quotes and is read as this very text."""
    if not text or text != text.strip() or text[0] in _INDICATORS or _ODD.search(text):
        return False
    if "\t" in text or ": " in text or " #" in text or text.endswith(":"):
        return False
    if text.startswith(("...", "---")) or (flow and _IN_FLOW.search(text)):
        return False
    if key:
        return True
    try:
        return resolve(text) == text and isinstance(resolve(text), str)
    except ValueError:
        return False


def scalar(value: Any, *, flow: bool, style: str = "", key: bool = False) -> str:
    """Return a single value on one line, in the quotes `style` asks for if it can be."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = str(value)
    if style == "'" and not _ODD.search(text):
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and bare(text, flow=flow, key=key):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ODD.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted)


def inline(value: Any, col: int = 0) -> str:
    """Return a value in brackets, broken after commas where it passes the width.

    `col` is the column it begins in.
    """
    text = _flat(value)
    if col + len(text) <= WIDTH or not isinstance(value, dict | list) or len(value) < 2:
        return text
    if isinstance(value, dict):
        parts = [_pair(name, below) for name, below in value.items()]
    else:
        parts = [_flat(below) for below in value]
    rows, row = [], ""
    for part in parts:
        if row and col + 1 + len(row) + 2 + len(part) + 1 > WIDTH:
            rows.append(row + ",")
            row = part
        else:
            row = f"{row}, {part}" if row else part
    rows.append(row)
    body = ("\n" + " " * (col + 1)).join(rows)
    return "{" + body + "}" if isinstance(value, dict) else "[" + body + "]"


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(_pair(name, below) for name, below in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flat(below) for below in value) + "]"
    return scalar(value, flow=True)


def _pair(name: str, value: Any) -> str:
    return f"{scalar(name, flow=True, key=True)}: {_flat(value)}"


def after_key(
    name: str, value: Any, indent: int, like: Spot | None = None, step: int = STEP
) -> str:
    """Return a key and its value as lines; the first is not indented.

    `indent` is the column of the key, `like` the value of the same key of a neighbour, `step` how
    far a list under a key is moved in.
    """
    head = scalar(name, flow=False, key=True) + ":"
    col = indent + len(head) + 1
    if not isinstance(value, dict | list):
        return head + " " + single(value, indent, col, like)
    if _in_brackets(value, col, like):
        return head + " " + inline(value, col)
    below = indent + (step if isinstance(value, list) else STEP)
    return head + "\n" + " " * below + lines_of(value, below, like)


def after_dash(value: Any, indent: int, like: Spot | None = None) -> str:
    """Return an item of a list as lines, dash first; the first is not indented.

    `indent` is the column of the dash, `like` a neighbouring item.
    """
    if not isinstance(value, dict | list):
        return "- " + single(value, indent, indent + 2, like)
    if _in_brackets(value, indent + 2, like):
        return "- " + inline(value, indent + 2)
    return "- " + lines_of(value, indent + 2, like)


def lines_of(value: Any, indent: int, like: Spot | None = None) -> str:
    """Return a mapping or list as lines in a column; the first is not indented."""
    between = "\n" + " " * indent
    if isinstance(value, dict):
        known = {name: key.value for name, key in (like.keys or {}).items()} if like else {}
        return between.join(
            after_key(name, below, indent, known.get(name), list_step(like, name))
            for name, below in value.items()
        )
    neighbour = like.items[-1] if like and like.items else None
    return between.join(after_dash(below, indent, neighbour) for below in value)


def list_step(neighbour: Spot | None, name: str) -> int:
    """Return how far the list under a key of a mapping is moved in: not at all, or two columns."""
    key = (neighbour.keys or {}).get(name) if neighbour else None
    if neighbour is None or key is None or key.value.items is None or key.value.flow:
        return STEP
    return max(0, key.value.col - neighbour.col)


def single(value: Any, indent: int, col: int, like: Spot | None = None) -> str:
    """Return a single value where lines may follow: long texts become blocks.

    `indent` is the column of its key or dash, `col` the one it begins in.
    """
    style = like.style if like else ""
    if isinstance(value, OneLine) or not isinstance(value, str):
        return scalar(value, flow=False, style='"' if isinstance(value, str) else style)
    flat = scalar(value, flow=False, style=style)
    # A neighbour on one long line is followed within reason.
    room = WIDTH if like is None else 2 * WIDTH
    if "\n" in value or style in ("|", ">") or (not style and col + len(flat) > room):
        return block_text(value, indent + STEP, style) or flat
    return flat


def block_text(text: str, indent: int, style: str = "") -> str:
    """Return a text as a block, with its header; empty if it cannot be written as one.

    Prose is folded (>), texts with lines that begin with a blank are kept as they stand (|).
    """
    if not text.strip() or not text.strip("\n") or text.startswith("\n"):
        return ""
    rows = text.rstrip("\n").split("\n")
    kept = len(text) - len(text.rstrip("\n"))
    if kept > 1:
        return ""  # blank lines of the file would come to count
    chomp = "" if kept else "-"
    margin = " " * indent
    if style not in ("|", ">"):
        kept_rows = kept or any(row.startswith((" ", "\t")) for row in rows)
        style = "|" if kept_rows and len(rows) > 1 else ">"
    if style == ">":
        written = _folded(rows, indent)
        block = f">{chomp}\n{written}"
        if _reads_as(block, text):
            return block
    hint = str(STEP) if rows[0].startswith(" ") else ""
    body = "\n".join(margin + row if row.strip() else row and margin + row for row in rows)
    block = f"|{hint}{chomp}\n{body}"
    return block if _reads_as(block, text, indent) else ""


def _folded(rows: list[str], indent: int) -> str:
    margin = " " * indent
    written = [fold(row, indent) for row in rows]
    return "\n\n".join(written) if all(rows) else f"{margin}\n".join(written)


def fold(row: str, indent: int) -> str:
    """Return a paragraph broken into indented lines at single blanks."""
    made = textwrap.wrap(
        row, WIDTH - indent, break_long_words=False, break_on_hyphens=False,
        drop_whitespace=True, expand_tabs=False, replace_whitespace=False,
    )  # fmt: skip
    return "\n".join(" " * indent + line for line in made)


def _reads_as(block: str, text: str, indent: int = STEP) -> bool:
    """True if a block under a key gives back the text."""
    above = "".join(" " * depth + "k:\n" for depth in range(0, max(0, indent - STEP), STEP))
    top = " " * max(0, indent - STEP)
    try:
        events = yaml.parse(f"{above}{top}k: {block}\n", Loader=yaml.SafeLoader)
        texts = [event.value for event in events if type(event) is yaml.ScalarEvent]
    except yaml.YAMLError:
        return False
    return bool(texts) and texts[-1] == text


def _in_brackets(value: dict[str, Any] | list[Any], col: int, like: Spot | None) -> bool:
    if not value:
        return True
    texts = list(_texts(value))
    if any("\n" in text or len(text) > 2 * WIDTH for text in texts):
        return False
    if like is not None and (like.items is not None or like.keys is not None):
        return like.flow
    if col + len(_flat(value)) > WIDTH:
        return False
    if isinstance(value, list):
        return not any(isinstance(item, dict | list) for item in value)
    deep = (item for below in value.values() if isinstance(below, list) for item in below)
    return len(value) <= _MOST_INLINE and not any(isinstance(item, dict | list) for item in deep)


def _texts(value: Any) -> Any:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for below in value.values() if isinstance(value, dict) else value:
            yield from _texts(below)
