"""From the line and column of a problem to the character in the text."""

from __future__ import annotations

import re
from typing import Final

_BREAK: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def offset_of(text: str, line: int, col: int) -> int:
    """Return the offset of a place; both count from 1."""
    start = 0
    for _ in range(line - 1):
        found = _BREAK.search(text, start)
        if found is None:
            break
        start = found.end()
    return min(start + col - 1, len(text))
