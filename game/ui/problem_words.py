"""What is wrong with a scenario, in the language of the window.

Problems are worded in English, once, where they are found. For another language
`assets/problems/LANG.yaml` has the kinds of sentences with gaps for what is quoted; a sentence
that fits none is shown in English, which is better than nothing.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from game.scenario.layout import data_folder
from game.ui.toolkit.shaping import isolated

_GAP: Final = re.compile(r"\{(\w)(:noun)?\}")
_SIGNS: Final = re.compile(
    r"\{\w\}|(\{\w\w[^}]*\}|[A-Za-z0-9`](?:[A-Za-z0-9_.:` -]*[A-Za-z0-9`])?)"
)
"""A gap, or signs that are read from left to right, such as a date or a key."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of sentence: how it is recognised, its words, and the gaps that hold a noun."""

    pattern: re.Pattern[str]
    words: str
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of a language."""

    whole: dict[str, str]
    """Sentences without gaps."""
    sentences: tuple[Kind, ...]
    tails: tuple[Kind, ...]
    nouns: dict[str, str]


@lru_cache(maxsize=2048)
def said(message: str, lang: str) -> str:
    """Return the message of a problem in a language; in English if its kind is not known."""
    book = _catalogue(lang)
    return message if book is None else _said(message, book) or message


def _said(message: str, book: Catalogue) -> str:
    """The whole sentence, or a sentence with a tail; empty if neither is known."""
    if message in book.whole:
        return book.whole[message]
    for tail in book.tails:
        # The shortest tail: what comes before may have one too.
        for start in range(len(message) - 1, 0, -1):
            found = tail.pattern.fullmatch(message, start)
            if found is not None:
                before = _said(message[:start], book)
                if before:
                    return before + _filled(tail, found, book)
    for kind in book.sentences:
        found = kind.pattern.fullmatch(message)
        if found is not None:
            return _filled(kind, found, book)
    return ""


def _filled(kind: Kind, found: re.Match[str], book: Catalogue) -> str:
    words = kind.words
    for name, text in found.groupdict().items():
        known = book.nouns.get(text, "") if name in kind.nouns else ""
        words = words.replace(f"{{{name}}}", known or isolated(text))
    return words


@cache
def _catalogue(lang: str) -> Catalogue | None:
    import yaml  # only when there is a problem to be told: the title starts without it

    path = os.path.join(data_folder(), "assets", "problems", f"{lang}.yaml")
    try:
        with open(path, encoding="utf-8") as file:
            data = yaml.safe_load(file)
    except FileNotFoundError:
        return None
    nouns, tails, sentences = (
        {en: _apart(words) for en, words in data[part].items()}
        for part in ("nouns", "tails", "sentences")
    )
    return Catalogue(
        {en: words for en, words in sentences.items() if not _GAP.search(en)},
        tuple(_kind(en, words, nouns) for en, words in sentences.items()),
        tuple(_kind(en, words, nouns) for en, words in tails.items()),
        nouns,
    )


def _apart(words: str) -> str:
    """Keep what is written in Latin letters and digits in one piece among the words."""
    return _SIGNS.sub(lambda run: isolated(run[0]) if run[1] else run[0], words)


def _kind(english: str, words: str, nouns: dict[str, str]) -> Kind:
    pattern, at = "", 0
    of_nouns = set()
    for gap in _GAP.finditer(english):
        pattern += re.escape(english[at : gap.start()])
        # A noun that begins a sentence must be known, or any sentence would fit.
        alone = gap[2] and not gap.start()
        choice = "|".join(map(re.escape, sorted(nouns, key=len, reverse=True)))
        pattern += f"(?P<{gap[1]}>{choice if alone else '.+?'})"
        if gap[2]:
            of_nouns.add(gap[1])
        at = gap.end()
    pattern += re.escape(english[at:])
    return Kind(re.compile(pattern, re.DOTALL), words, frozenset(of_nouns))
