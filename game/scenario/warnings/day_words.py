"""Days as English and Arabic texts write them: `18 September`, `Sept. 18, 2017`, `18 أيلول`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - as in the documents
from typing import Final

_ENGLISH: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LEVANTINE: Final = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
_EGYPTIAN: Final = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
    "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip

_MONTHS: Final[dict[str, int]] = {
    **{name: number for number, name in enumerate(_ENGLISH, 1)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH, 1)},
    "Sept": 9,
    **{name: number for number, name in enumerate(_LEVANTINE, 1)},
    **{name: number for number, name in enumerate(_EGYPTIAN, 1)},
}
_NAME: Final = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_ISO: Final = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_DAY_FIRST: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\s*(?:-|–|to|and|و|إلى|حتى)\s*(\d{{1,2}}))?"
    rf"\s+({_NAME})\b\.?(?:,?\s+(\d{{4}}))?"
)
_MONTH_FIRST: Final = re.compile(rf"\b({_NAME})\.?\s+(\d{{1,2}})(?!\d)(?:,\s*(\d{{4}}))?")


@dataclass(frozen=True, slots=True)
class Named:
    """A day of a text. Without a year in the text, `year` is 0."""

    words: str
    offset: int
    day: int
    month: int
    year: int

    def days(self, first: int, last: int) -> tuple[Day, ...]:
        """Return the days that may be meant; without a year, one in each from `first` to `last`."""
        years = (self.year,) if self.year else range(first, last + 1)
        found = []
        for year in years:
            try:
                found.append(Day(year, self.month, self.day))
            except ValueError:
                continue
        return tuple(found)


def named_days(text: str) -> Iterator[Named]:
    """Yield the days a text names, both ends of a span; months without a day are none."""
    for found in _ISO.finditer(text):
        yield Named(found[0], found.start(), int(found[3]), int(found[2]), int(found[1]))
    for found in _DAY_FIRST.finditer(text):
        month, year = _MONTHS[found[3]], int(found[4] or 0)
        for day in (found[1], found[2]):
            if day:
                yield Named(_words(found), found.start(), int(day), month, year)
    for found in _MONTH_FIRST.finditer(text):
        month, year = _MONTHS[found[1]], int(found[3] or 0)
        yield Named(_words(found), found.start(), int(found[2]), month, year)


def _words(found: re.Match[str]) -> str:
    return " ".join(found[0].split()).rstrip(".")
