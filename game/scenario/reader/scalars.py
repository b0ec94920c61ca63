"""What a bare word of a file means: the core rules of YAML 1.2, cut to what scenarios need.

YAML 1.1 reads `no` as false, `12:30` as 750, `0101` as 65 and `14_13` as 1413. Here all of them
are texts; only null, true, false, decimal whole numbers and decimal fractions are anything else.
"""

from __future__ import annotations

import math
import re
from typing import Final

Scalar = str | int | float | bool | None

MAX_DIGITS: Final = 12
_MAX_FRACTION: Final = 30

_WORDS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_FIRST: Final = frozenset("+-.0123456789")
_WHOLE: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FRACTION: Final = re.compile(
    r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)\.[0-9]*)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?(?:0|[1-9][0-9]*)[eE][-+]?[0-9]+"
)


def resolve(text: str) -> Scalar:
    """Return the value of an unquoted scalar.

    Raises:
        ValueError: for a number too long to be meant, worded for the author.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST:
        return text
    if _WHOLE.fullmatch(text):
        digits = len(text.lstrip("+-"))
        if digits > MAX_DIGITS:
            raise ValueError(f"a number of {digits} digits is too long (at most {MAX_DIGITS})")
        return int(text)
    if _FRACTION.fullmatch(text):
        if len(text) > _MAX_FRACTION:
            raise ValueError(f"a number of {len(text)} characters is too long")
        number = float(text)
        if not math.isfinite(number):
            raise ValueError("the number is too large")
        return number
    return text
