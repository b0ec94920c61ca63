"""The text of a file, fetched with care, and the way back from a value to its line."""

from __future__ import annotations

import os
import re
import stat
from functools import cached_property
from typing import Final

from game.scenario.problems import MESSAGE_WIDTH, QUOTE_WIDTH, Problem, Report, printable

MAX_BYTES: Final = 4_000_000

# The line breaks YAML counts; str.splitlines knows some more.
_BREAK: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufeff\ufffe\uffff]"
)
_MARKS: Final = {
    b"\xef\xbb\xbf": "the file begins with a byte order mark; save it as UTF-8 without one",
    b"\xff\xfe": "the file is UTF-16; save it as UTF-8",
    b"\xfe\xff": "the file is UTF-16; save it as UTF-8",
}


class Source:
    """A file's name, as messages show it, and its text."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; line 1 is at index 0."""
        return _BREAK.split(self.text)

    def at(self, line: int, col: int) -> str:
        """Return the character at a place (both from 1), empty at the end of a line."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return text[col - 1 : col] if col > 0 else ""

    def problem(
        self, line: int, col: int, message: str, path: str = "", suggestion: str = ""
    ) -> Problem:
        """Return a problem at a place (both from 1), with the line quoted around it."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        start = 0 if len(text) <= QUOTE_WIDTH else max(0, col - 1 - QUOTE_WIDTH // 2)
        quoted = printable(text[start : start + QUOTE_WIDTH].rstrip(), QUOTE_WIDTH)
        # The indentation says nothing where a single line stands alone.
        bare = quoted.lstrip()
        caret = max(0, min(col - 1 - start, len(quoted)) - (len(quoted) - len(bare)))
        # Messages quote ids and texts of the file, which may hold anything.
        told = printable(message, MESSAGE_WIDTH)
        return Problem(self.name, line, col, path, told, bare, caret, suggestion)


def load_source(path: str, name: str, report: Report) -> Source | None:
    """Return the text of the file at `path`, or None with the reason reported under `name`."""
    try:
        data = _read_bytes(path)
    except FileNotFoundError:
        return _refuse(report, name, "there is no such file")
    except PermissionError:
        return _refuse(report, name, "the file may not be read (permission denied)")
    except IsADirectoryError:
        return _refuse(report, name, "this is a folder, not a file")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return _refuse(report, name, f"the file cannot be read: {reason}")
    return decode(data, name, report)


def _read_bytes(path: str) -> bytes:
    mode = os.stat(path).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    # Opening a pipe would wait for ever, and a device need not end.
    if not stat.S_ISREG(mode):
        raise ValueError("it is not a regular file")
    with open(path, "rb") as file:
        return file.read(MAX_BYTES + 1)


def decode(data: bytes, name: str, report: Report) -> Source | None:
    """Return the bytes of a file as text, or None with the reason reported under `name`."""
    if len(data) > MAX_BYTES:
        return _refuse(report, name, f"the file is too large (at most {MAX_BYTES:,} bytes)")
    for mark, message in _MARKS.items():
        if data.startswith(mark):
            return _refuse(report, name, message)
    if b"\0" in data:
        return _refuse(report, name, "this is not a text file (it holds zero bytes)")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        source = Source(name, data.decode("utf-8", "replace"))
        line, col = _position(before)
        bad = data[error.start]
        report.add(source.problem(line, col, f"not UTF-8: byte 0x{bad:02x} has no meaning here"))
        return None
    source = Source(name, text)
    bad_sign = _FORBIDDEN.search(text)
    if bad_sign:
        line, col = _position(text[: bad_sign.start()])
        code = f"U+{ord(bad_sign[0]):04X}"
        report.add(source.problem(line, col, f"control character {code} does not belong in a text"))
        return None
    return source


def _position(before: str) -> tuple[int, int]:
    lines = _BREAK.split(before)
    return len(lines), len(lines[-1]) + 1


def _refuse(report: Report, name: str, message: str) -> Source | None:
    report.add(Problem(name, 1, 1, "", message))
    return None
