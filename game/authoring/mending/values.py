"""Keys and values whose form is off and of which only one thing can have been meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date as Day  # noqa: N812 - as in the documents
from typing import Final

from game.authoring.mending.places import offset_of
from game.authoring.yaml_layout import Splice
from game.scenario.problems import Problem

_WORD: Final = re.compile(r"""(['"]?)([^\s'"{}\[\],:#]+)""")
_QUOTED: Final = re.compile(r"""(['"])([^'"\r\n]*)\1""")
_BARE: Final = re.compile(r"[^\s'\"{}\[\],#]+")
_DATE: Final = re.compile(r"""(['"]?)([0-9][0-9./:T -]*[0-9])\1""")
_HEX: Final = re.compile(r"(\d{1,3})(?:[-.:;x/,]|, )(\d{1,3})(?![\d_])")
_HEX_AND_COMMA: Final = re.compile(r"(\d{1,3}_\d{1,3})[,;]")
_LIST: Final = re.compile(r"\[([^\[\]{}\"'#]*)\]")
_HEX_KEYS: Final = frozenset({"at", "hex", "hexes", "label"})
_HEX_LISTS: Final = frozenset({"hexes", "sides"})

_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]*)?")
_RUN_ON: Final = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHES: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")

Mend = Callable[[str, int, Problem], Splice | None]


def repair(kind: str, text: str, problem: Problem) -> Splice | None:
    """Return the change that puts a problem right; None if that takes the author."""
    at = offset_of(text, problem.line, problem.col)
    if problem.sure and problem.suggestion:
        return _respelt(text, at, problem)
    if kind == "scenario" and problem.message == '"format" is required':
        return Splice(at, at, "format: 1\n") if problem.col == 1 else None
    for sign, mend in _MENDS:
        if sign in problem.message:
            return mend(text, at, problem)
    return None


def _respelt(text: str, at: int, problem: Problem) -> Splice | None:
    found = _WORD.match(text, at)
    if found is None or f'"{found[2]}"' not in problem.message:
        return None
    return Splice(found.start(2), found.end(2), problem.suggestion)


def _date(text: str, at: int, _problem: Problem) -> Splice | None:
    found = _DATE.match(text, at)
    day = read_date(found[2]) if found else None
    return Splice(found.start(2), found.end(2), day.isoformat()) if found and day else None


def read_date(text: str) -> Day | None:
    """Return the day that a text means, if it can mean one only.

    `3/10/2017` may be in March or October and is left alone; `30/10/2017` is not.
    """
    for pattern in (_YEAR_FIRST, _RUN_ON):
        found = pattern.fullmatch(text)
        if found:
            return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _DAY_FIRST.fullmatch(text)
    if found:
        return _day(int(found[3]), int(found[2]), int(found[1]))
    found = _SLASHES.fullmatch(text)
    if found:
        one, other, year = int(found[1]), int(found[2]), int(found[3])
        days = {_day(year, one, other), _day(year, other, one)} - {None}
        return days.pop() if len(days) == 1 else None
    return None


def _day(year: int, month: int, day: int) -> Day | None:
    try:
        return Day(year, month, day)
    except ValueError:
        return None


def _hex(text: str, at: int, _problem: Problem) -> Splice | None:
    found = _HEX.match(text, at)
    if found:
        return Splice(found.start(), found.end(), f"{found[1]}_{found[2]}")
    found = _HEX_AND_COMMA.match(text, at)
    return Splice(found.start(), found.end(), found[1]) if found else None


def _hex_in_quotes(text: str, at: int, problem: Problem) -> Splice | None:
    # The place is that of the value; within quotes the first sign is the quote.
    inner = at + (text[at : at + 1] in ("'", '"'))
    return _hex(text, inner, problem)


def _quotes_away(text: str, at: int, _problem: Problem) -> Splice | None:
    found = _QUOTED.match(text, at)
    return Splice(found.start(), found.end(), found[2]) if found else None


def _true_or_false(text: str, at: int, problem: Problem) -> Splice | None:
    found = _QUOTED.match(text, at) or _BARE.match(text, at)
    word = problem.message.rpartition("; write ")[2]
    return Splice(found.start(), found.end(), word) if found else None


def _in_quotes(text: str, at: int, problem: Problem) -> Splice | None:
    found = _BARE.match(text, at)
    if found is None:
        return None
    key = problem.path.rpartition(".")[2]
    if key in _HEX_KEYS:
        return _hex(text, at, problem)
    return Splice(found.start(), found.end(), f'"{found[0]}"')


def _list_of_hexes(text: str, at: int, problem: Problem) -> Splice | None:
    found = _LIST.match(text, at)
    if found is None or problem.path.rpartition(".")[2] not in _HEX_LISTS:
        return None
    return Splice(
        found.start(), found.end(), '"' + " ".join(found[1].replace(",", " ").split()) + '"'
    )


_MENDS: Final[tuple[tuple[str, Mend], ...]] = (
    ("should be a date such as", _date),
    ("is no hex: write column_row", _hex_in_quotes),
    ("; take the quotes away", _quotes_away),
    ("without quotes", _quotes_away),
    ("; write true", _true_or_false),
    ("; write false", _true_or_false),
    ("; put it in quotes", _in_quotes),
    ("should be a text, not a list", _list_of_hexes),
)
