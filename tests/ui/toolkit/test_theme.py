"""Tokens: the numbers of the look, and the arithmetic of scale and mirror."""

from __future__ import annotations

import pygame
import pytest

from game.ui.toolkit.theme import THEMES, Colour, mirror, theme


def _luminance(colour: Colour) -> float:
    parts = [c / 255 for c in colour]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("skin", list(THEMES))
@pytest.mark.parametrize(
    ("token", "ground", "least"),
    [
        ("text1", "bg1", 14.1),
        ("text2", "bg1", 9.1),
        ("text3", "bg1", 5.9),
        ("text3", "bg2", 5.1),
        ("line2", "bg1", 3.9),
        ("line2", "bg3", 2.7),
        ("accent", "bg1", 8.3),
        ("accent_text", "accent", 8.2),
        ("accent_map", "casing", 7.8),
        ("ink", "plate", 14.2),
        ("ink2", "plate", 7.8),
        # what the controls use besides
        ("text1", "bg0", 7.0),
        ("text1", "bg2", 7.0),
        ("text1", "bg3", 7.0),
        ("text2", "bg0", 7.0),
        ("text2", "bg2", 7.0),
        ("text2", "bg3", 4.5),
        ("text3", "bg0", 4.5),
        ("accent", "bg0", 4.5),
        ("accent", "bg2", 4.5),
        ("line2", "bg2", 3.0),
        ("line2", "bg0", 3.0),
        ("plate", "ink2", 4.5),
    ],
)
def test_contrast(skin: str, token: str, ground: str, least: float) -> None:
    tokens = THEMES[skin]
    found = contrast(getattr(tokens, token), getattr(tokens, ground))
    assert found >= least - 0.05  # the numbers of the look are rounded


def test_px_is_whole_and_never_lost() -> None:
    assert [theme("dark", 1.25).px(n) for n in (0, 1, 2, 32, -4)] == [0, 1, 2, 40, -5]
    assert theme("dark", 0.75).px(0.4) == 1


def test_mirror_twice_is_nothing() -> None:
    within = pygame.Rect(100, 50, 400, 300)
    rect = pygame.Rect(110, 60, 50, 20)
    assert mirror(rect, within) == pygame.Rect(440, 60, 50, 20)
    assert mirror(mirror(rect, within), within) == rect


def test_only_arabic_mirrors() -> None:
    within = pygame.Rect(0, 0, 100, 100)
    rect = pygame.Rect(0, 0, 10, 10)
    assert theme(lang="en").mirrored(rect, within).x == 0
    assert theme(lang="ar").mirrored(rect, within).x == 90


def test_unknown_names_fall_back() -> None:
    assert theme("sepia").name == "dark"
    assert theme().side("nobody") == theme().line2
