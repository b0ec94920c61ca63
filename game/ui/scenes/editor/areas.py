"""Where the parts of the editor lie: bar, tools, map, form, problems, in one of three layouts.

Tools and form share what a play screen gives to its column, so that the map is as large as there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pygame import Rect

from game.ui.scenes.play.frame_layout import Kind, kind_of
from game.ui.toolkit.theme import Theme

_WIDTHS: Final = {"wide": (56, 296), "compact": (40, 232), "drawer": (40, 272)}
_LIST_OPEN: Final = 160


@dataclass(frozen=True)
class Areas:
    """The parts, in pixels of the window, as for left to right. A drawer lies over the map."""

    kind: Kind
    top: Rect
    tools: Rect
    map: Rect
    form: Rect
    problems: Rect
    form_open: bool
    list_open: bool
    """Whether there is room for several problems."""

    @property
    def compact(self) -> bool:
        """True where there is no room for second lines and key caps."""
        return self.kind != "wide"


def areas(
    theme: Theme, size: tuple[int, int], *, form_open: bool = False, list_open: bool = False
) -> Areas:
    """Lay a window of a size in pixels out, with the drawer and the list as asked for."""
    px = theme.px
    kind = kind_of(size[0] / theme.scale, size[1] / theme.scale)
    width, height = size
    top_h, low_h = (px(56), px(96)) if kind == "wide" else (px(40), px(40))
    tools_w, form_w = (px(part) for part in _WIDTHS[kind])
    middle = height - top_h - low_h
    opened = kind == "wide" or list_open
    high = low_h if kind == "wide" or not list_open else min(px(_LIST_OPEN), middle // 2 + low_h)
    problems = Rect(0, height - high, width, high)
    shown = kind != "drawer" or form_open
    form = Rect(width - form_w if shown else width, top_h, form_w, problems.top - top_h)
    right = width if kind == "drawer" else width - form_w
    return Areas(
        kind,
        Rect(0, 0, width, top_h),
        Rect(0, top_h, tools_w, problems.top - top_h),
        Rect(tools_w, top_h, right - tools_w, middle),
        form,
        problems,
        shown,
        opened,
    )
