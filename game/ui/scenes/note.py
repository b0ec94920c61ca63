"""The content note: shown once, before anything else, and again from the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.scenes.page import Page
from game.ui.scenes.scenario_cards import CHIEF, said
from game.ui.toolkit.controls import Control, ScrollArea, natural_size

if TYPE_CHECKING:
    from game.ui.app import App


class NoteScene(Page):
    """What this is about, in a few sentences, with one button."""

    def __init__(self) -> None:
        super().__init__()
        self._area: ScrollArea | None = None

    def layout(self, app: App) -> None:
        """Put the text in the middle."""
        from game.scenario.package import load_record

        self.begin(app)
        theme, px = self.theme, self.px
        note = said(load_record(CHIEF).briefing.content_note, theme.lang)
        width = min(px(640), self.screen.w - px(72))
        left = (self.screen.w - width) // 2
        top = px(40) if self.logical_size[1] < 560 else self.screen.h // 4
        button = Control(
            "understood",
            Rect(0, 0, 0, 0),
            "primary",
            self.w("title.note_read"),
            part="note",
            action=self._understood,
        )
        wide = natural_size(theme, button)[0] + px(24)
        bottom = self.screen.h - px(88)
        area = self.area(self._area, Rect(left - px(8), top, width + px(28), bottom - top))
        self._area = area
        y = top + self.text(
            self.w("title.note_title"), left, top, width, 28, theme.text1, "semibold", area=area
        )
        y += px(16)
        y += self.lines(note, left, y, width, 16, theme.text2, area=area)
        y += px(16)
        y += self.lines(self.w("title.note"), left, y, width, 14, theme.text3, area=area)
        self.fit_area(area, y)
        y = min(y + px(24), self.screen.h - px(72))
        button.rect = Rect(left, y, wide, px(40))
        self.add(button)
        if not self.controls.focus:
            self.controls.set_focus("understood")

    def back(self) -> bool:
        """Esc counts as having read it."""
        self._understood()
        return True

    def _understood(self) -> None:
        if not self.app.settings.note_seen:
            self.app.change(note_seen=True)
        self.app.pop()
