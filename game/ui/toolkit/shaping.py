"""Letters in the order and form in which they are drawn: Arabic joined, lines reordered."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

ISOLATE: Final = "\u2068"
POP: Final = "\u2069"
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN: Final = re.compile("[A-Za-z]")

_PAIRS: Final = "()[]{}<>«»‹›≤≥"
_OTHER: Final = {a: b for two in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)
                 for a, b in (two, two[::-1])}  # fmt: skip
_TAG: Final = "\u034f"
"""An invisible mark that stays with the character before it, and so tells its direction."""
_TAGGED: Final = re.compile(f"([{re.escape(_PAIRS)}])")
_TURNED: Final = re.compile(f"{_TAG}([{re.escape(_PAIRS)}])")
_NUMBER: Final = re.compile(r"(?<![\w.,)])[+\-−±]\d+[½¼¾]?|\d+[½¼¾]|[½¼¾]")
"""Numbers with a sign or a part: the one stays to the left, the other to the right."""
APART: Final = "\u200c"
_APART: Final = re.compile("([\ufedf\ufee0])(?=[\ufe82\ufe84\ufe88\ufe8e])")
"""In the order of drawing a lam may stand before an alef that is read before it; a typeface would
join the two into one sign, as in the word `la`. A mark without width keeps them apart."""
_MARKS: Final = re.compile("([\u064b-\u0655\u0670]+)([^\u064b-\u0655\u0670])")


def has_arabic(text: str) -> bool:
    """True if a text holds any Arabic letter."""
    return _ARABIC.search(text) is not None


def isolated(text: str) -> str:
    """Return a text that keeps its own direction and stays one piece inside any other."""
    return f"{ISOLATE}{text}{POP}"


@lru_cache(maxsize=8192)
def shape(text: str, lang: str) -> str:
    """Return one line of text as it is drawn from left to right.

    Arabic letters are joined and the line is reordered by the Unicode algorithm, with the
    direction of the language; a text without Arabic in a language read from left to right stays
    as it is, and so does a Latin text among Arabic ones. Wrap first, in the order of reading: a
    line that was shaped cannot be broken.
    """
    if lang != "ar" and not has_arabic(text):
        return _INVISIBLE.sub("", text)
    right = lang == "ar" and (has_arabic(text) or _LATIN.search(text) is None)
    reshape, get_display = _libraries()
    joined = reshape(text)
    joined = _NUMBER.sub("\u200e\\g<0>\u200e", joined)
    tagged = _TAGGED.sub(rf"\1{_TAG}", joined)
    ordered = get_display(tagged, base_dir="R" if right else "L")
    # the library reorders but leaves two things to the one who draws: brackets that are read
    # from the right turn around, and vowel signs follow their letter
    turned = _TURNED.sub(lambda found: _OTHER[found[1]], ordered).replace(_TAG, "")
    return _APART.sub(rf"\1{APART}", _INVISIBLE.sub("", _MARKS.sub(r"\2\1", turned)))


@cache
def _libraries() -> tuple[Callable[[str], str], Callable[..., str]]:
    """Return what joins letters and what reorders them; a start in English needs neither."""
    from arabic_reshaper import ArabicReshaper  # type: ignore[import-untyped]
    from bidi import get_display  # type: ignore[import-untyped]

    options = {"delete_harakat": False, "support_ligatures": True, "support_zwj": True}
    return ArabicReshaper(options).reshape, get_display
