"""A log of which every line seals all lines before it, so that damage is found at its line.

A line is a JSON object; its last field is the hash of the line before and of its own other
fields. What follows a line that does not fit is not believed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final

Body = dict[str, Any]
"""The fields of a line without its link."""

_LINK: Final = "chain"
_SIZE: Final = 12


def canonical(body: Any) -> str:
    """Return the one text of plain data."""
    return json.dumps(body, ensure_ascii=True, separators=(",", ":"), sort_keys=True)


def seal(*parts: str) -> str:
    """Return the hash of some texts in sequence."""
    code = blake2b(digest_size=_SIZE)
    for part in parts:
        code.update(part.encode("utf-8"))
        code.update(b"\n")
    return code.hexdigest()


def chained(previous: str, body: Body) -> tuple[bytes, str]:
    """Return a body as a line of the log, with its line end, and the link it makes."""
    text = canonical(body)
    link = seal(previous, text)
    joint = "," if body else ""
    return f'{text[:-1]}{joint}"{_LINK}":"{link}"}}\n'.encode(), link


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a log stops being good."""

    line: int
    """First line that is not believed, counted from 1."""
    lost: int
    """How many lines are lost, that one included."""
    torn: bool
    """The file ends inside that line: a write was interrupted, nothing was tampered with."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The good part of a log."""

    bodies: tuple[Body, ...]
    links: tuple[str, ...]
    """The link of each line."""
    ends: tuple[int, ...]
    """Where each line ends in the file, in bytes."""
    cut: Cut | None


def unchain(data: bytes, head: str) -> Chain:
    """Read a log whose first line is chained to `head`, up to the last good line."""
    bodies: list[Body] = []
    links: list[str] = []
    ends: list[int] = []
    at, previous, cut = 0, head, None
    while at < len(data):
        stop = data.find(b"\n", at)
        body = None if stop < 0 else _read(data[at:stop], previous)
        if body is None:
            rest = data[at:]
            lost = rest.count(b"\n") + (not rest.endswith(b"\n"))
            cut = Cut(len(bodies) + 1, lost, stop < 0)
            break
        previous = body.pop(_LINK)
        at = stop + 1
        bodies.append(body)
        links.append(previous)
        ends.append(at)
    return Chain(tuple(bodies), tuple(links), tuple(ends), cut)


def _read(raw: bytes, previous: str) -> Body | None:
    """A line with its link, or None if it is not what was written after the line before."""
    try:
        found = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not isinstance(found.get(_LINK), str):
        return None
    body = {name: value for name, value in found.items() if name != _LINK}
    # Compared as bytes, so that a field given twice or a changed blank is damage too.
    line, _ = chained(previous, body)
    return found if line == raw + b"\n" else None
