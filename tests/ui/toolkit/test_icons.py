"""Icons and marks are drawn at every size they are used at."""

from __future__ import annotations

import pygame
import pytest

from game.ui.toolkit import painter
from game.ui.toolkit.icons import NAMES, draw_icon, for_direction
from game.ui.toolkit.theme import Theme


@pytest.mark.parametrize("size", [12, 14, 16, 18, 20, 40])
def test_every_icon_shows_and_stays_in_its_box(size: int, english: Theme) -> None:
    for name in NAMES:
        image = pygame.Surface((size + 20, size + 20))
        draw_icon(image, english, name, pygame.Rect(10, 10, size, size), english.text1)
        mask = pygame.mask.from_threshold(image, (0, 0, 0), (8, 8, 8, 255))
        mask.invert()
        assert mask.count() >= size // 2, name
        box = mask.get_bounding_rects()[0].unionall(mask.get_bounding_rects())
        assert pygame.Rect(10, 10, size, size).contains(box), name


def test_marks_of_objectives_and_evidence_differ(english: Theme) -> None:
    seen = set()
    for kind in ("open", "half", "held", "lost", "disc", "half_disc", "diamond"):
        image = pygame.Surface((12, 12))
        painter.mark(image, english, kind, image.get_rect())
        seen.add(pygame.image.tobytes(image, "RGB"))
    assert len(seen) == 7


def test_sides_differ_without_colour(english: Theme) -> None:
    patterns = []
    for side in ("government", "isil", "sdf"):
        image = pygame.Surface((12, 12))
        painter.swatch(image, english, side, image.get_rect())
        inner = image.subsurface((2, 2, 8, 8))
        patterns.append(len({tuple(inner.get_at((x, y))) for x in range(8) for y in range(8)}))
    assert patterns[0] == 1
    assert patterns[1] > 1
    assert patterns[2] > 1


def test_time_turns_around_in_arabic(english: Theme, arabic: Theme) -> None:
    assert for_direction(english, "play") == "play"
    assert for_direction(arabic, "play") == "playl"
    assert for_direction(arabic, "first") == "last"
    assert for_direction(arabic, "gear") == "gear"
