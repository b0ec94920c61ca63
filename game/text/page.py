"""Lines of text within the width of a page."""

from __future__ import annotations

from textwrap import wrap
from typing import Final

WIDTH: Final = 80


def paragraph(text: str, indent: int = 0) -> list[str]:
    """Return the text in lines, all indented alike; blank lines in it part paragraphs."""
    margin = " " * indent
    lines: list[str] = []
    for part in text.strip().split("\n\n"):
        if lines:
            lines.append("")
        lines += wrap(part, WIDTH, initial_indent=margin, subsequent_indent=margin)
    return lines


def item(text: str, indent: int = 0) -> list[str]:
    """Return an item of a list, with a dash before it."""
    margin = " " * indent
    return wrap(
        text,
        WIDTH,
        initial_indent=f"{margin}- ",
        subsequent_indent=f"{margin}  ",
        break_on_hyphens=False,
    )


def listed(words: list[str], comma: str = ", ") -> str:
    """Return words as an enumeration: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return f"{comma.join(words[:-1])} and {words[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 day, 2 days, 3 entries."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def signed(number: int) -> str:
    """Return a number with its sign, 0 without."""
    return f"{number:+d}" if number else "0"
