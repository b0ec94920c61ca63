"""Text is measured, wrapped, cut and drawn as it is read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pygame
import pytest

from game.ui.toolkit import fonts
from game.ui.toolkit.shaping import APART, shape
from game.ui.toolkit.text import draw_text, elide, line_height, measure, wrap
from game.ui.toolkit.theme import Theme, theme
from game.ui.toolkit.words import LANGUAGES, catalogue

GOLDEN = Path(__file__).parent / "golden" / "arabic.png"
LINES = (
    "رصدت المصادر 17 قريةً (أي 82 في المئة) بين 18 و26 تشرين الأول 2017",
    "الكتيبة 2 من اللواء 104 (الحرس الجمهوري) في الخانة 27,29 عند M20",
    "تقول SANA إن الطوق أُغلق؛ أما SOHR فتذكر 81% «فقط» — انظر E062",
    "+2 يوم، −3 أيام → 6 من 22 حياً",
)


def test_line_heights_of_the_type_scale(english: Theme, arabic: Theme) -> None:
    assert [line_height(english, size) for size in (40, 28, 20, 16, 14, 12)] == [
        48, 36, 24, 24, 20, 16,
    ]  # fmt: skip
    assert line_height(arabic, 14) == 22
    assert line_height(theme("dark", 2.0), 14) == 40


def test_wrapped_lines_fit_and_keep_every_word(english: Theme) -> None:
    text = "This save was made by version 3. You have version 2."
    lines = wrap(english, text, 14, 150)
    assert len(lines) > 1
    assert " ".join(lines) == text
    assert all(measure(english, line, 14)[0] <= 150 for line in lines)


def test_a_word_too_long_is_broken(english: Theme) -> None:
    lines = wrap(english, "a" * 60, 14, 100)
    assert "".join(lines) == "a" * 60
    assert all(measure(english, line, 14)[0] <= 100 for line in lines)


def test_wrapping_keeps_line_breaks(english: Theme) -> None:
    assert wrap(english, "one\n\ntwo", 14, 400) == ["one", "", "two"]


def test_wrapping_arabic_is_in_the_order_of_reading(arabic: Theme) -> None:
    lines = wrap(arabic, LINES[0], 14, 200)
    assert " ".join(lines) == LINES[0]


def test_elide(english: Theme) -> None:
    cut = elide(english, "Tiger Forces, assault group 1", 14, 90)
    assert cut.endswith("…")
    assert measure(english, cut, 14)[0] <= 90
    assert elide(english, "short", 14, 90) == "short"


def test_tabular_figures(english: Theme) -> None:
    assert len({measure(english, digit * 8, 14)[0] for digit in "0123456789"}) == 1


@pytest.mark.parametrize(("lang", "left"), [("en", 100), ("ar", None)])
def test_start_is_where_reading_starts(
    lang: str, left: int | None, surface: pygame.Surface
) -> None:
    skin = theme("dark", 1.0, lang)
    box = draw_text(surface, skin, "Abc", (100, 10), 14, skin.text1, width=200)
    assert box.left == 100 if left is not None else box.right == 300


def test_without_width_the_point_is_the_start(surface: pygame.Surface, english: Theme) -> None:
    box = draw_text(surface, english, "Abc", (100, 10), 14, english.text1)
    assert box.left == 100
    assert (
        draw_text(surface, english, "Abc", (100, 10), 14, english.text1, align="end").right == 100
    )
    centre = draw_text(surface, english, "Abc", (100, 10), 14, english.text1, align="centre")
    assert abs(centre.centerx - 100) <= 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_of_the_interface_has_a_letter_we_cannot_draw(lang: str) -> None:
    skin = theme("dark", 1.0, lang)
    names = fonts.faces("ar" if skin.rtl else "en", "regular")
    for key, entry in catalogue(lang).items():
        for text in [entry] if isinstance(entry, str) else entry.values():
            for char in shape(text, lang).replace(APART, ""):
                assert any(fonts.draws(name, char) for name in names), (key, char)


def test_a_missing_letter_is_left_out(english: Theme) -> None:
    assert not fonts.draws("IBMPlexSans_400Regular.ttf", "\ue000")
    assert measure(english, "a\ue000b", 14) == measure(english, "ab", 14)


def drawn(lines: tuple[str, ...]) -> pygame.Surface:
    skin = theme("dark", 1.0, "ar")
    image = pygame.Surface((620, 30 * len(lines)))
    image.fill(skin.bg1)
    for row, line in enumerate(lines):
        draw_text(image, skin, line, (10, 30 * row + 2), 16, skin.text1, width=600)
    return image


def test_arabic_looks_as_it_should() -> None:
    """The picture was looked at: letters joined, brackets, ids and signs in their places."""
    golden = pygame.surfarray.array3d(pygame.image.load(GOLDEN)).astype(int)
    found = pygame.surfarray.array3d(drawn(LINES)).astype(int)
    assert found.shape == golden.shape
    assert np.abs(found - golden).mean() < 2.0  # other releases of SDL shade edges otherwise
    wrong = tuple(line[::-1] for line in LINES)
    other = pygame.surfarray.array3d(drawn(wrong)).astype(int)
    assert np.abs(other - golden).mean() > 8.0


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2009"])
def test_every_kind_of_blank_can_be_drawn(
    surface: pygame.Surface, english: Theme, blank: str
) -> None:
    draw_text(surface, english, f"attacker{blank}+1", (4, 4), 12, (0, 0, 0))
    wide = measure(english, f"attacker{blank}+1", 12)[0]
    assert wide >= measure(english, "attacker", 12)[0] + measure(english, "+1", 12)[0]
