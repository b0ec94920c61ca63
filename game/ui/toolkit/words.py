"""The texts of the interface, by key, in the language that was chosen.

A catalogue is a YAML file of keys; the word before the dot names the screen. A text with forms by
number is a mapping from the plural categories of Unicode CLDR (zero, one, two, few, many, other)
to texts; `count` picks one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date as Day  # noqa: N812 - `date` is a function here
from functools import cache
from hashlib import blake2b
from typing import Final, Literal, Protocol

from game.scenario.cache import cache_folder
from game.scenario.layout import data_folder
from game.ui.toolkit.shaping import isolated

LANGUAGES: Final = ("en", "ar")
"""Languages with a catalogue; the first one is complete by definition."""

Text = str | Mapping[str, str]
Form = Literal["short", "long", "weekday", "year"]

_ARABIC_INDIC: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class MissingText(KeyError):  # noqa: N818 - named for what is missing
    """No catalogue has the key."""


class Words(Protocol):
    """Gives a text by key, with values put into its braces."""

    lang: str

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of a key such as `title.continue`."""
        ...

    def has(self, key: str) -> bool:
        """True if the catalogue of this language has the key."""
        ...


class _Catalogue:
    def __init__(self, lang: str, digits: str) -> None:
        self.lang = lang
        self._texts = catalogue(lang)
        self._digits = digits

    def __call__(self, key: str, **values: object) -> str:
        text = self._texts.get(key)
        lang = self.lang
        if text is None:
            text, lang = catalogue(LANGUAGES[0]).get(key), LANGUAGES[0]
        if text is None:
            raise MissingText(key)
        if not isinstance(text, str):
            count = values.get("count", 0)
            category = plural(lang, count if isinstance(count, int | float) else 0)
            text = text.get(category) or text["other"]
        if values:
            text = text.format(**values)
        return text.translate(_ARABIC_INDIC) if self._digits == "arabic_indic" else text

    def has(self, key: str) -> bool:
        return key in self._texts


@cache
def words(lang: str, digits: str = "western") -> Words:
    """Return the texts of a language. Digits are western, or `arabic_indic` on request.

    A key this language lacks is given in English; one that nobody has raises `MissingText`.
    """
    return _Catalogue(lang if lang in LANGUAGES else LANGUAGES[0], digits)


@cache
def catalogue(lang: str) -> Mapping[str, Text]:
    """Return all texts of a language by their full keys."""
    path = os.path.join(data_folder(), "assets", "words", f"{lang}.yaml")
    with open(path, "rb") as file:
        raw = file.read()
    digest = blake2b(raw, digest_size=16).hexdigest()
    kept = os.path.join(cache_folder(), f"words-{lang}.json")
    with suppress(OSError, ValueError, TypeError, KeyError), open(kept, encoding="utf-8") as file:
        found = json.load(file)
        if found["of"] == digest and isinstance(found["texts"], dict):
            known: Mapping[str, Text] = found["texts"]
            return known
    texts = _read(raw)
    with suppress(OSError):
        os.makedirs(os.path.dirname(kept), exist_ok=True)
        aside = f"{kept}.{os.getpid()}"
        with open(aside, "w", encoding="utf-8") as file:
            json.dump({"of": digest, "texts": texts}, file, separators=(",", ":"))
        os.replace(aside, kept)
    return texts


def _read(raw: bytes) -> Mapping[str, Text]:
    """Return the texts of a catalogue. YAML takes a tenth of a start, so this is done once."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    texts: Mapping[str, Text] = yaml.load(raw, Loader=loader)
    return texts


def plural(lang: str, count: float) -> str:
    """Return the plural category of a number by the rules of CLDR."""
    if lang != "ar":
        return "one" if count == 1 else "other"
    if count != int(count):
        return "other"
    whole = abs(int(count))
    if whole <= 2:
        return ("zero", "one", "two")[whole]
    if 3 <= whole % 100 <= 10:
        return "few"
    return "many" if whole % 100 >= 11 else "other"


def date(lang: str, iso: str | Day, form: Form = "long") -> str:
    """Return a day in words, as one piece inside a text of either direction.

    `short` is "17 Oct", `long` "17 October 2017", `weekday` "Tue 17 Oct 2017", `year`
    "17 Oct 2017".
    """
    day = iso if isinstance(iso, Day) else Day.fromisoformat(iso[:10])
    texts = words(lang)
    values = {
        "weekday": texts(f"calendar.weekday_{day.weekday() + 1}"),
        "day": day.day,
        "month": texts(f"calendar.month_{day.month}"),
        "month_short": texts(f"calendar.month_short_{day.month}"),
        "year": day.year,
    }
    text = texts(f"calendar.date_{form}", **values)
    return isolated(text) if lang == "ar" else text
