"""A date as people type it: 17 Oct, 17/10, 2017-10-17, day 34, in either script."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date as Day  # noqa: N812 - as elsewhere

from game.ui.scenes.replay.timeline import TimeLine

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}))?")
_NAMED = re.compile(r"(\d{1,2})\s+(\D+?)(?:\s+(\d{4}))?")
_NAMED_FIRST = re.compile(r"(\D+?)\s+(\d{1,2})(?:,?\s+(\d{4}))?")
_ALONE = re.compile(r"\d{1,2}")


def turn_typed(
    line: TimeLine, text: str, months: Iterable[tuple[str, int]], day: str
) -> int | None:
    """Return the day of the replay that a text means; None if it means none.

    `months` are names of months with their numbers, `day` is the word for a day of the replay: a
    number after it counts from the first day. A number alone is a day of the month if only one
    such day is in the replay, else the number of the day.
    """
    clean = " ".join(text.translate(_DIGITS).split()).casefold()
    if clean.startswith(day.casefold()):
        rest = clean.removeprefix(day.casefold()).strip()
        return _within(line, int(rest)) if rest.isdigit() else None
    if match := _ISO.fullmatch(clean):
        return _turn(line, int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(clean):
        return _turn(line, int(match[3] or 0), int(match[2]), int(match[1]))
    known = [(name.casefold().rstrip("."), number) for name, number in months]
    for pattern, number, name in ((_NAMED, 1, 2), (_NAMED_FIRST, 2, 1)):
        if match := pattern.fullmatch(clean):
            month = _month(match[name].strip().rstrip("."), known)
            return _turn(line, int(match[3] or 0), month, int(match[number])) if month else None
    if _ALONE.fullmatch(clean):
        days = [turn for turn in range(1, line.turns + 1) if line.date(turn).day == int(clean)]
        return days[0] if len(days) == 1 else _within(line, int(clean))
    return None


def _month(name: str, known: list[tuple[str, int]]) -> int:
    """The number of a month by its name or the start of it, 0 if it is none or could be two."""
    exact = {number for other, number in known if other == name}
    near = exact or {number for other, number in known if len(name) > 2 and other.startswith(name)}
    return near.pop() if len(near) == 1 else 0


def _turn(line: TimeLine, year: int, month: int, day: int) -> int | None:
    years = [year] if year else sorted({line.start.year, line.date(line.turns).year})
    for each in years:
        try:
            turn = line.turn_of(Day(each, month, day))
        except ValueError:
            continue
        if turn:
            return turn
    return None


def _within(line: TimeLine, turn: int) -> int | None:
    return turn if 1 <= turn <= line.turns else None
