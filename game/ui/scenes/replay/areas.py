"""Where the parts of the replay lie: bars, column and map, in one of three layouts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui.toolkit.theme import Theme

Kind = Literal["wide", "compact", "drawer"]

MAP_SHARE = 0.70
_OPENED = 160


@dataclass(frozen=True)
class Areas:
    """The parts of the screen, in pixels. `drawer` lays the column over the map, or hides it."""

    kind: Kind
    top: pygame.Rect
    column: pygame.Rect
    bottom: pygame.Rect
    map: pygame.Rect
    column_open: bool
    bottom_open: bool

    @property
    def full_bottom(self) -> bool:
        """Whether the bottom bar has room for two rows."""
        return self.kind == "wide" or self.bottom_open


def kind_for(theme: Theme, size: tuple[int, int]) -> Kind:
    """Return the richest layout that leaves the map its share of the window."""
    wide, high = size[0] / theme.scale, size[1] / theme.scale
    if (wide - 352) * (high - 152) >= MAP_SHARE * wide * high:
        return "wide"
    # At 1280 x 720 the map has 69.998 percent.
    if (wide - 272) * (high - 80) >= (MAP_SHARE - 0.001) * wide * high:
        return "compact"
    return "drawer"


def areas(
    theme: Theme, size: tuple[int, int], *, column_open: bool = False, bottom_open: bool = False
) -> Areas:
    """Lay the window out, as for left to right; the page turns it round."""
    kind = kind_for(theme, size)
    window = pygame.Rect(0, 0, *size)
    top_h, bottom_h = (theme.px(56), theme.px(96)) if kind == "wide" else (theme.px(40),) * 2
    column_w = theme.px(352 if kind == "wide" else 272)
    middle = pygame.Rect(0, top_h, window.w, window.h - top_h - bottom_h)
    column = pygame.Rect(window.w - column_w, top_h, column_w, middle.h)
    ground = middle if kind == "drawer" else pygame.Rect(0, top_h, column.x, middle.h)
    bottom = pygame.Rect(0, middle.bottom, window.w, bottom_h)
    opened = bottom_open and kind != "wide"
    if opened:
        high = theme.px(_OPENED)
        bottom = pygame.Rect(0, window.h - high, window.w, high)
        column.h = bottom.top - column.top
    return Areas(
        kind,
        pygame.Rect(0, 0, window.w, top_h),
        column,
        bottom,
        ground,
        kind != "drawer" or column_open,
        opened,
    )
