"""How the parts of the playing screen share the window: wide, compact or with a drawer.

Lengths are logical pixels until the end, and the richest layout that leaves the map seven tenths
of the window is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pygame import Rect

from game.ui.toolkit.theme import Theme

Kind = Literal["wide", "compact", "drawer"]

_SHARE = 0.70


@dataclass(frozen=True)
class Frame:
    """Where the parts are, in pixels of the window, as for left to right."""

    kind: Kind
    top: Rect
    map: Rect
    column: Rect
    bottom: Rect

    @property
    def compact(self) -> bool:
        """True where there is no room for second lines and key caps."""
        return self.kind != "wide"


def kind_of(width: float, height: float) -> Kind:
    """Return the layout for a window, in logical pixels."""
    least = _SHARE * width * height
    if (width - 352) * (height - 152) >= least:
        return "wide"
    # The smallest window of the compact layout fills its share exactly; a pixel must not decide.
    if (width - 272) * (height - 80) >= least - 0.5:
        return "compact"
    return "drawer"


def frame_of(theme: Theme, size: tuple[int, int], drawer_open: bool = False) -> Frame:
    """Return the parts of a window of a size in pixels."""
    px = theme.px
    kind = kind_of(size[0] / theme.scale, size[1] / theme.scale)
    top_h, column_w, bottom_h = {
        "wide": (px(56), px(352), px(96)),
        "compact": (px(40), px(272), px(40)),
        "drawer": (px(40), px(288), px(40)),
    }[kind]
    width, height = size
    top = Rect(0, 0, width, top_h)
    bottom = Rect(0, height - bottom_h, width, bottom_h)
    middle = height - top_h - bottom_h
    if kind == "drawer":
        column = Rect(width - column_w if drawer_open else width, top_h, column_w, middle)
        return Frame(kind, top, Rect(0, top_h, width, middle), column, bottom)
    column = Rect(width - column_w, top_h, column_w, middle)
    return Frame(kind, top, Rect(0, top_h, width - column_w, middle), column, bottom)
