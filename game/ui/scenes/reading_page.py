"""A page with a list of contents at the start and a text to read beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui.scenes.page import BarPage, for_text
from game.ui.toolkit.control import Painter
from game.ui.toolkit.controls import Control, ScrollArea, State
from game.ui.toolkit.fonts import Weight
from game.ui.toolkit.text import Align, draw_text, line_height, wrap
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

_KEYS = {pygame.K_PAGEDOWN: 0.9, pygame.K_PAGEUP: -0.9, pygame.K_DOWN: 0.08, pygame.K_UP: -0.08}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    id: str
    label: str
    deep: bool = False


class ReadingPage(BarPage):
    """What the pages for reading have in common: contents, a text that scrolls, keys for it."""

    def __init__(self) -> None:
        super().__init__()
        self.contents_area: ScrollArea | None = None
        self.text_area: ScrollArea | None = None

    def contents(
        self,
        top: int,
        entries: list[Entry],
        current: str,
        choose: Callable[[str], None],
    ) -> int:
        """Lay out the contents; returns where the text may begin. Narrow windows have none."""
        px = self.px
        if self.logical_size[0] < 860 or not entries:
            return px(16)
        width = px(320 if self.logical_size[0] >= 1400 else 248)
        self.fill(Rect(0, top, width, self.screen.h - top), self.theme.bg1)
        self.fill(Rect(width - px(1), top, px(1), self.screen.h - top), self.theme.line)
        area = self.area(
            self.contents_area, Rect(0, top + px(8), width, self.screen.h - top - px(16))
        )
        self.contents_area = area
        y = top + px(8)
        for entry in entries:
            indent = px(14) if entry.deep else 0
            box = Rect(indent, y, width - px(12) - indent, 0)
            size = 13 if entry.deep else 14
            rows = wrap(self.theme, entry.label, size, box.w - px(28), "semibold")
            box.h = line_height(self.theme, size) * len(rows) + px(12 if entry.deep else 16)
            lit = entry.id == current
            self.add(
                Control(
                    f"entry_{entry.id}",
                    box,
                    "row",
                    current=lit,
                    part="contents",
                    area=area,
                    hint=entry.label,
                    paint=_entry_look(rows, size, lit),
                    action=partial(choose, entry.id),
                )
            )
            y += box.h
        self.fit_area(area, y)
        return width + px(40)

    def column(self, top: int, left: int, most: float = 760) -> Rect:
        """Return the box of the text: not wider than one can read."""
        px = self.px
        room = self.screen.w - left - px(24)
        return Rect(left, top, min(px(most), room), self.screen.h - top)

    def act(self, action: str) -> bool:
        """Go to the field for searching."""
        if action == "find":
            self.controls.set_focus("find", visible=True)
        return action == "find"

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event; the keys for paging scroll the text."""
        if event.type == pygame.TEXTINPUT and not self.controls.focus:
            self.controls.set_focus("find")
        if super().handle(event):
            return True
        if event.type == pygame.KEYDOWN and self.text_area is not None:
            if event.key in _KEYS:
                self.text_area.scroll(int(self.text_area.rect.h * _KEYS[event.key]))
                return True
            if event.key in (pygame.K_HOME, pygame.K_END):
                self.text_area.scroll(-(10**7) if event.key == pygame.K_HOME else 10**7)
                return True
        return False


def _entry_look(rows: list[str], size: float, current: bool) -> Painter:
    """Return how an entry of the contents looks: as many lines as it needs."""

    def paint(surface: pygame.Surface, theme: Theme, rect: Rect, state: State) -> None:
        colour = theme.text1 if current else theme.text2
        weight: Weight = "semibold" if current else "regular"
        inner = rect.inflate(-2 * theme.px(14), 0)
        y = rect.y + (rect.h - line_height(theme, size) * len(rows)) // 2
        for row in rows:
            skin = for_text(theme, row)
            align: Align = "right" if theme.rtl else "left"
            draw_text(surface, skin, row, (inner.x, y), size, colour, weight, align, inner.w)
            y += line_height(theme, size)

    return paint
