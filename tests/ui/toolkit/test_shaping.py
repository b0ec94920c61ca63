"""Arabic lines as they are drawn from left to right: joined, in order, brackets the right way."""

from __future__ import annotations

import unicodedata

import pytest

from game.ui.toolkit.shaping import isolated, shape


def plain(shaped: str) -> str:
    """Undo the joining, keep the order."""
    return unicodedata.normalize("NFKC", shaped.replace("½", "\0")).replace("\0", "½")


def backwards(text: str) -> str:
    return text[::-1]


def test_english_stays() -> None:
    assert shape("Hold (27,29) ≥ 1", "en") == "Hold (27,29) ≥ 1"


def test_letters_are_joined() -> None:
    # initial, medial, final forms of a word, from its end
    assert shape("بيت", "ar") == "\ufe96\ufef4\ufe91"
    assert "\ufefb" in shape("لا", "ar")


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("الدور 42 من 65", "65 " + backwards("من") + " 42 " + backwards("الدور")),
        ("عند M20 ثم", backwards("ثم") + " M20 " + backwards("عند")),
        ("قرية (أي 82)", "(82 " + backwards("أي") + ") " + backwards("قرية")),
        ("في «فقط»", "«" + backwards("فقط") + "» " + backwards("في")),
        ("عند [M20]", "[M20] " + backwards("عند")),
        ("(104) لواء", backwards("لواء") + " (104)"),
        ("خانة 27,29", "27,29 " + backwards("خانة")),
        ("+2 يوم", backwards("يوم") + " +2"),
        ("ليس (−3)", "(−3) " + backwards("ليس")),
        ("نحو 1,200 (400–2,500).", ".(2,500–400) 1,200 " + backwards("نحو")),
        ("نسبة 81%", "%81 " + backwards("نسبة")),
        ("يلزم 4½، متاح 2½", "2½ " + backwards("متاح") + " ،4½ " + backwards("يلزم")),
        ("نقاط 2/3", "2/3 " + backwards("نقاط")),
        ("SANA (2017)", "SANA (2017)"),
    ],
)
def test_order(text: str, drawn: str) -> None:
    assert plain(shape(text, "ar")) == drawn


def test_arabic_name_in_english_keeps_the_line_left_to_right() -> None:
    assert plain(shape("Hatla (حطلة) 1", "en")) == "Hatla (" + backwards("حطلة") + ") 1"


def test_a_date_stays_one_piece() -> None:
    text = isolated("3 أيلول") + " – " + isolated("17 أيلول")
    month = backwards("أيلول")
    assert plain(shape(text, "ar")) == f"{month} 17 – {month} 3"
    assert isolated("x") not in shape(text, "ar")


def test_vowel_signs_follow_their_letter() -> None:
    shaped = shape("أُغلق", "ar")
    assert shaped.index("\u064f") == len(shaped) - 1
