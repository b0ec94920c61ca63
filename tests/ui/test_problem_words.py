"""Problems in Arabic: the kinds that the tests of broken packages know, with nothing lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from game.scenario.layout import data_folder
from game.ui.problem_words import said
from tests.scenario import test_warnings
from tests.scenario.test_broken_all import MODULES

_HEAD = re.compile(r"\S+?\.ya?ml:\d+:\d+: (?:warning: )?(?:[A-Za-z_][\w.\[\]<]*: )?(.*)")
_SIGNS = re.compile("[\u2066-\u2069]")


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)


def messages() -> list[str]:
    """Every message that the tests of broken packages and of warnings expect."""
    found: dict[str, None] = {}
    for module in (*MODULES, test_warnings):
        for name in ("CASES", "FILES"):
            for case in getattr(module, name, ()):
                for text in texts(list(case.values)):
                    head = _HEAD.fullmatch(text)
                    if head is not None:
                        found[re.sub(r" \[[a-z-]+\]$", "", head[1])] = None
    return list(found)


def test_most_kinds_are_known() -> None:
    every = messages()
    assert len(every) > 150
    unknown = [message for message in every if said(message, "ar") == message]
    assert len(unknown) <= len(every) // 20, unknown


def test_nothing_that_is_quoted_is_lost() -> None:
    for message in messages():
        words = _SIGNS.sub("", said(message, "ar"))
        for quoted in re.findall(r'"([^"]+)"', message):
            assert quoted in words, (message, words)
        for number in re.findall(r"\d{2,}", message):
            assert number in words, (message, words)
        assert not re.search(r"\{\w\}", words), words


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ('unknown side "weast", did you mean "west"?', 'الطرف "weast": غير معروف، أتقصد "west"؟'),
        ("should be a text, not the number 7; put it in quotes",
         "يجب أن يكون نصاً، لا العدد 7؛ ضعه بين علامتي اقتباس"),
        ("should be a list, not a mapping", "يجب أن يكون قائمة، لا مفاتيح وقيماً"),
        ('unit "b1" is there twice, first on line 4',
         'الوحدة "b1" مذكور مرتين، أولاهما في السطر 4'),
        ("something nobody has thought of", "something nobody has thought of"),
    ],
)  # fmt: skip
def test_words(message: str, words: str) -> None:
    assert _SIGNS.sub("", said(message, "ar")) == words
    assert said(message, "en") == message


def test_the_gaps_of_both_languages_are_the_same() -> None:
    with open(f"{data_folder()}/assets/problems/ar.yaml", encoding="utf-8") as file:
        data = yaml.safe_load(file)
    for english, words in {**data["sentences"], **data["tails"]}.items():
        gaps = set(re.findall(r"\{(\w)(?::noun)?\}", english))
        assert gaps == set(re.findall(r"\{(\w)\}", words)), english
