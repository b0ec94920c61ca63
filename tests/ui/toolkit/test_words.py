"""Both catalogues say the same things."""

from __future__ import annotations

import re
from string import Formatter

import pytest
import yaml

from game.scenario.layout import data_root
from game.ui.toolkit.words import LANGUAGES, MissingText, Text, catalogue, date, plural, words

SCREENS = {key.split(".")[0] for key in catalogue("en")}


def fields(text: Text) -> set[str]:
    texts = [text] if isinstance(text, str) else list(text.values())
    return {name for one in texts for _, name, _, _ in Formatter().parse(one) if name}


def test_no_key_is_written_twice() -> None:
    for lang in LANGUAGES:
        path = data_root() / "assets" / "words" / f"{lang}.yaml"
        keys = re.findall(r"^([a-z][A-Za-z0-9_.]*):", path.read_text(encoding="utf-8"), re.M)
        assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]
        assert yaml.safe_load(path.read_text(encoding="utf-8")).keys() == set(keys)


def test_arabic_has_every_key() -> None:
    assert set(catalogue("ar")) == set(catalogue("en"))


@pytest.mark.parametrize("key", sorted(catalogue("en")))
def test_values_are_the_same_in_both(key: str) -> None:
    english, arabic = catalogue("en")[key], catalogue("ar")[key]
    assert fields(arabic) - {"month", "month_short"} <= fields(english) | {"month"}
    assert isinstance(english, str) == isinstance(arabic, str)
    if isinstance(english, str) and "month" not in key and "calendar" not in key:
        assert fields(arabic) == fields(english)


def test_forms_by_number_are_known_and_complete() -> None:
    for lang in LANGUAGES:
        for key, text in catalogue(lang).items():
            if not isinstance(text, str):
                assert "other" in text, key
                assert set(text) <= {"zero", "one", "two", "few", "many", "other"}, key


@pytest.mark.parametrize(
    ("count", "form"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"),
     (100, "other"), (102, "other"), (103, "few"), (2.5, "other")],
)  # fmt: skip
def test_arabic_plurals(count: float, form: str) -> None:
    assert plural("ar", count) == form


def test_english_plurals() -> None:
    w = words("en")
    assert w("common.units", count=1) == "1 unit"
    assert w("common.units", count=0) == "0 units"
    assert w("play.idle_question", count=4) == "4 units have not moved. End the turn?"


def test_arabic_dual() -> None:
    assert words("ar")("common.days", count=2) == "يومان"


def test_a_missing_key_is_an_error() -> None:
    with pytest.raises(MissingText):
        words("ar")("title.nonsense")


def test_digits_on_request() -> None:
    assert "65" in words("ar")("title.watch_note")
    assert "٦٥" in words("ar", "arabic_indic")("title.watch_note")


def test_dates() -> None:
    assert date("en", "2017-10-17", "short") == "17 Oct"
    assert date("en", "2017-10-25", "weekday") == "Wed 25 Oct 2017"
    assert "تشرين الأول" in date("ar", "2017-10-17", "short")
    assert date("en", "2017-10-17") == "17 October 2017"


def test_nothing_shouts() -> None:
    for lang in LANGUAGES:
        for key, text in catalogue(lang).items():
            for one in [text] if isinstance(text, str) else text.values():
                assert "!" not in one, key
                assert "eliminated" not in one, key
                assert "enemy killed" not in one.lower(), key
