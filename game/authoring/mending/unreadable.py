"""Files that cannot be read because of how a program saved them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from game.authoring.shelf import encoded
from game.authoring.yaml_text import YamlText
from game.scenario.problems import Problem

_TABS: Final = re.compile(r"^[ ]*\t[ \t]*", re.MULTILINE)
_TWICE: Final = re.compile(r'key ".*" is given twice, first on line (\d+)$')
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)?")


def made_readable(text: str, problem: Problem) -> tuple[str, str] | None:
    """Return the text as it can be read, and what was done; None if the problem is another."""
    for sign, mend, what in _MENDS:
        if sign in problem.message:
            made = mend(text, problem)
            if made is not None and made != text:
                return made, what
    return None


def _as_utf_8(text: str, _problem: Problem) -> str | None:
    data = encoded(text)
    encoding = "utf-32" if data[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff") else "utf-16"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _without_mark(text: str, _problem: Problem) -> str:
    return text.removeprefix("\ufeff")


def _without_tabs(text: str, _problem: Problem) -> str | None:
    """Two blanks for a tab at the beginning of a line, if that makes the file readable."""
    made = _TABS.sub(lambda found: found[0].replace("\t", "  "), text)
    return made if YamlText(made).readable else None


def _plain_blanks(text: str, _problem: Problem) -> str:
    return text.replace(":\u00a0", ": ")


def _without_second_key(text: str, problem: Problem) -> str | None:
    """Take out a line that repeats an earlier one word for word."""
    found = _TWICE.search(problem.message)
    lines = _LINE.findall(text)
    first = int(found[1]) if found else 0
    if not 0 < first < problem.line <= len(lines):
        return None
    if lines[first - 1].strip() != lines[problem.line - 1].strip():
        return None
    made = "".join((*lines[: problem.line - 1], *lines[problem.line :]))
    return made if YamlText(made).readable else None


_MENDS: Final[tuple[tuple[str, Callable[[str, Problem], str | None], str], ...]] = (
    ("the file is UTF-16", _as_utf_8, "saved as UTF-8"),
    ("the file begins with a byte order mark", _without_mark, "byte order mark taken away"),
    ("not valid YAML: a tab", _without_tabs, "tabs -> two blanks each"),
    ("a no-break space", _plain_blanks, "no-break spaces -> blanks"),
    ("is given twice", _without_second_key, "taken out: the same line stands above"),
)
