"""Ids: which are taken, and the next free one."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

_ENDING: Final = re.compile(r"(.*?)_?(\d+)")
_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


def is_id(text: str) -> bool:
    """True for a text that can be an id."""
    return _ID.fullmatch(text) is not None


def free_id(taken: Collection[str], like: str) -> str:
    """Return an id that is not taken: the one asked for, or the next of its kind, `tig_3`."""
    if like not in taken:
        return like
    found = _ENDING.fullmatch(like)
    stem, number = (found[1], int(found[2])) if found else (like, 1)
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"
