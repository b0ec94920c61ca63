"""The tokens of the look: colours, sizes and the direction of reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import pygame

Colour = tuple[int, int, int]

RTL_LANGUAGES: Final = frozenset({"ar"})
"""Languages read from right to left."""


@dataclass(frozen=True)
class Theme:
    """One skin at one scale in one language. Every length on the screen goes through `px`."""

    name: str
    bg0: Colour
    bg1: Colour
    bg2: Colour
    bg3: Colour
    line: Colour
    line2: Colour
    text1: Colour
    text2: Colour
    text3: Colour
    accent: Colour
    accent_text: Colour
    accent_map: Colour
    casing: Colour
    plate: Colour
    ink: Colour
    ink2: Colour
    side_swatch: Mapping[str, Colour]
    scale: float = 1.0
    rtl: bool = False
    lang: str = "en"

    def px(self, logical: float) -> int:
        """Return a logical length in whole pixels of the window; never 0 for a visible length."""
        if logical == 0:
            return 0
        length = round(abs(logical) * self.scale)
        return max(1, length) if logical > 0 else -max(1, length)

    def mirrored(self, rect: pygame.Rect, within: pygame.Rect) -> pygame.Rect:
        """Return a rect laid out for left to right where this language has it."""
        return mirror(rect, within) if self.rtl else pygame.Rect(rect)

    def side(self, token: str) -> Colour:
        """Return the colour of a side's swatch; grey for a token nobody knows."""
        return self.side_swatch.get(token, self.line2)


def mirror(rect: pygame.Rect, within: pygame.Rect) -> pygame.Rect:
    """Return a rect as seen in a mirror standing upright in the middle of another."""
    return pygame.Rect(within.left + within.right - rect.right, rect.y, rect.w, rect.h)


def _rgb(code: str) -> Colour:
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


_SIDES: Final[Mapping[str, Colour]] = MappingProxyType(
    {
        "government": _rgb("D2603C"),
        "isil": _rgb("3A3D47"),
        "sdf": _rgb("F0B62A"),
        "a": _rgb("5C8FC9"),
        "b": _rgb("8A6420"),
        "c": _rgb("7FA860"),
    }
)
SWATCH_PATTERNS: Final[Mapping[str, str]] = MappingProxyType(
    {"isil": "stripes", "sdf": "dots", "b": "stripes", "c": "dots"}
)
"""What tells swatches apart besides their colours; a token not named is plain."""

_DARK: Final = Theme(
    name="dark",
    bg0=_rgb("121518"),
    bg1=_rgb("1B1F23"),
    bg2=_rgb("252B30"),
    bg3=_rgb("323A41"),
    line=_rgb("3D454C"),
    line2=_rgb("727D86"),
    text1=_rgb("F0ECE3"),
    text2=_rgb("C4C0B6"),
    text3=_rgb("9D9A92"),
    accent=_rgb("86BCF0"),
    accent_text=_rgb("10202F"),
    accent_map=_rgb("0F4FA0"),
    casing=_rgb("FFFDF6"),
    plate=_rgb("EFE6D2"),
    ink=_rgb("16191C"),
    ink2=_rgb("4A4438"),
    side_swatch=_SIDES,
)

THEMES: Final[Mapping[str, Theme]] = MappingProxyType(
    {
        "dark": _DARK,
        "light": replace(
            _DARK,
            name="light",
            bg0=_rgb("DEDBD2"),
            bg1=_rgb("F7F5EF"),
            bg2=_rgb("EAE7DE"),
            bg3=_rgb("D8D4C8"),
            line=_rgb("C3BFB3"),
            line2=_rgb("6E6C65"),
            text1=_rgb("1A1D20"),
            text2=_rgb("3A3D3F"),
            text3=_rgb("595A57"),
            accent=_rgb("0E4482"),
            accent_text=_rgb("FFFDF6"),
            plate=_rgb("1B1F23"),
            ink=_rgb("F5F1E7"),
            ink2=_rgb("CFCABD"),
        ),
        "high_contrast": replace(
            _DARK,
            name="high_contrast",
            bg0=_rgb("000000"),
            bg1=_rgb("000000"),
            bg2=_rgb("14181B"),
            bg3=_rgb("2B3238"),
            line=_rgb("7C868E"),
            line2=_rgb("C9D1D7"),
            text1=_rgb("FFFFFF"),
            text2=_rgb("F0EEE8"),
            text3=_rgb("D4D1C8"),
            accent=_rgb("A9D3FF"),
            accent_text=_rgb("000000"),
            plate=_rgb("FFF8E6"),
            ink=_rgb("000000"),
            ink2=_rgb("2A261E"),
        ),
    }
)
"""The skins; `dark` is the default."""


def theme(name: str = "dark", scale: float = 1.0, lang: str = "en") -> Theme:
    """Return a skin at a scale in a language; the dark one for a name nobody knows."""
    base = THEMES.get(name, _DARK)
    return replace(base, scale=scale, lang=lang, rtl=lang in RTL_LANGUAGES)
