"""The typefaces, opened once for each size: IBM Plex, shipped with the game, never the system's."""

from __future__ import annotations

import os
from functools import cache, lru_cache
from typing import Final, Literal

import pygame

from game.scenario.layout import data_folder
from game.ui.toolkit.theme import Theme

Weight = Literal["regular", "semibold", "bold", "mono"]

_LATIN: Final = {
    "regular": "IBMPlexSans_400Regular.ttf",
    "semibold": "IBMPlexSans_600SemiBold.ttf",
    "bold": "IBMPlexSans_700Bold.ttf",
    "mono": "IBMPlexMono_400Regular.ttf",
}
_ARABIC: Final = {
    "regular": "IBMPlexSansArabic_400Regular.ttf",
    "semibold": "IBMPlexSansArabic_700Bold.ttf",
    "bold": "IBMPlexSansArabic_700Bold.ttf",
    "mono": "IBMPlexMono_400Regular.ttf",
}

ARABIC_EXTRA: Final = 2
"""Logical pixels by which a line of Arabic is taller."""

_LINES: Final = {40: 48, 28: 36, 20: 24, 16: 24, 14: 20, 13: 18, 12: 16}


def font(theme: Theme, size: float, weight: Weight = "regular", lang: str = "") -> pygame.font.Font:
    """Return the typeface of a language (the theme's, if none is given) at a logical size."""
    files = _ARABIC if (lang or theme.lang) == "ar" else _LATIN
    return opened(files[weight], theme.px(size))


@cache
def faces(lang: str, weight: Weight) -> tuple[str, ...]:
    """Return the files of the typefaces to try for a character, best first."""
    first, second = (_ARABIC, _LATIN) if lang == "ar" else (_LATIN, _ARABIC)
    names = dict.fromkeys([first[weight], second[weight], second["regular"], _LATIN["mono"]])
    return tuple(names)


@lru_cache(maxsize=20000)
def draws(name: str, char: str) -> bool:
    """True if a typeface has a picture for a character.

    The picture is compared with that of a character no typeface has: SDL gives figures for the
    empty box as if it were a letter.
    """
    return char == " " or _picture(name, char) != _missing(name)


def line_height(theme: Theme, size: float, lang: str = "") -> int:
    """Return the height of a line of text in pixels of the window."""
    logical = _LINES.get(round(size), round(size * 1.35))
    return theme.px(logical + (ARABIC_EXTRA if (lang or theme.lang) == "ar" else 0))


@cache
def opened(name: str, pixels: int) -> pygame.font.Font:
    """Open a typeface of the game at a height in pixels."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(font_path(name), pixels)


def font_path(name: str) -> str:
    """Return where the file of a typeface lies."""
    return os.path.join(data_folder(), "assets", "fonts", name)


def _picture(name: str, char: str) -> bytes:
    image = opened(name, 20).render(char, True, (255, 255, 255))
    return pygame.image.tobytes(image, "RGBA") + bytes([image.get_width() % 256])


@cache
def _missing(name: str) -> bytes:
    return _picture(name, "\ue000")
