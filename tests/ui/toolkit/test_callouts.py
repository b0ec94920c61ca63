"""Tooltips, toasts and plates find their place."""

from __future__ import annotations

import pygame
import pytest

from game.ui.toolkit.callouts import (
    Tooltip,
    draw_plate,
    draw_toast,
    draw_tooltip,
    plate_height,
    tooltip_of,
)
from game.ui.toolkit.control import Control
from game.ui.toolkit.gallery import draw_gallery
from game.ui.toolkit.theme import Theme, theme

TIP = Tooltip("ISIL island group", ("Infantry", "Low supply"), "Hold [Shift] for sources")


@pytest.mark.parametrize("pos", [(10, 10), (790, 10), (10, 590), (790, 590), (400, 300)])
def test_tooltip_stays_on_the_screen_and_off_what_it_tells_of(
    pos: tuple[int, int], surface: pygame.Surface, english: Theme
) -> None:
    hexagon = pygame.Rect(0, 0, 64, 64)
    hexagon.center = pos
    box = draw_tooltip(surface, english, TIP, pos, hexagon)
    assert box.w == 264
    assert surface.get_rect().contains(box)
    assert not box.colliderect(hexagon.clip(surface.get_rect()))


def test_toast_starts_where_reading_starts(surface: pygame.Surface) -> None:
    left, _ = draw_toast(surface, theme(lang="en"), "Game saved", (20, 500))
    right, _ = draw_toast(surface, theme(lang="ar"), "حُفظت اللعبة", (780, 500))
    assert (left.left, left.bottom) == (20, 500)
    assert (right.right, right.bottom) == (780, 500)


def test_plate_is_as_high_as_it_says(surface: pygame.Surface, english: Theme) -> None:
    text = "Estimate 25–400 (level 1, an assumption). The air point carries a chance of harm."
    rect = pygame.Rect(20, 20, 300, plate_height(english, "People may be here", text, 300))
    rest = draw_plate(surface, english, "People may be here", text, rect)
    assert 0 <= rest.h <= 16


def test_disabled_controls_say_why() -> None:
    control = Control("u", pygame.Rect(0, 0, 32, 32), "icon", icon="undo", hint="Undo",
                      enabled=False, why="Undo stops here.")  # fmt: skip
    tip = tooltip_of(control)
    assert tip is not None
    assert (tip.title, tip.facts) == ("Undo", ("Undo stops here.",))
    assert tooltip_of(Control("b", pygame.Rect(0, 0, 9, 9), "button", "Hold")) is None


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_gallery_is_drawn(lang: str) -> None:
    sheet = draw_gallery(theme("dark", 1.0, lang))
    assert sheet.get_size() == (1920, 1080)
