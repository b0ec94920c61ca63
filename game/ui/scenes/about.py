"""About: what the model claims and does not, the content note, credits and licences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pygame import Rect

from game import __version__
from game.scenario.documents import BriefingDoc
from game.scenario.package import load_record
from game.ui.scene import Picture
from game.ui.scenes.reading_page import Entry, ReadingPage
from game.ui.scenes.scenario_cards import CHIEF, said
from game.ui.toolkit.controls import natural_size

if TYPE_CHECKING:
    from game.ui.app import App

_CLAIMS = "What this model claims"
"""How the title of that part of the briefing begins in English."""


class AboutScene(ReadingPage):
    """Four short texts with the way to the rules."""

    def __init__(self, section: str = "") -> None:
        super().__init__()
        self.section = section
        self._places: dict[str, int] = {}
        self._jump = section

    def layout(self, app: App) -> None:
        """Put the texts one under the other."""
        self.begin(app)
        theme, px = self.theme, self.px
        buttons = self.reading_buttons()
        for control in buttons:
            control.rect.w = natural_size(theme, control)[0]
        top = self.header(
            self.w("about.title"), self.w("about.program", version=__version__), buttons
        )
        parts = list(self._parts())
        entries = [Entry(name, head) for name, head, _ in parts]
        left = self.contents(top, entries, self.section or parts[0][0], self._open)
        box = self.column(top, left, 720)
        area = self.area(self.text_area, Rect(box.x, top, box.w + px(16), box.h))
        self.text_area = area
        y = top + px(32)
        for name, head, paragraphs in parts:
            self._places[name] = y - top - px(32)
            y += self.lines(head, box.x, y, box.w, 20, theme.text1, "semibold", area=area)
            y += px(8)
            for text in paragraphs:
                y += self.lines(text, box.x, y, box.w, 14, theme.text2, area=area) + px(10)
            y += px(22)
        self.fit_area(area, y + px(24))
        if self._jump:
            area.offset = 0
            area.scroll(self._places.get(self._jump, 0))
            self._jump = ""

    def _parts(self) -> Iterator[tuple[str, str, list[str]]]:
        lang = self.theme.lang
        record = load_record(CHIEF)
        yield "claims", self.w("about.claims"), _claims(record.briefing, lang)
        note = said(record.briefing.content_note, lang)
        yield "content", self.w("about.content"), note.split("\n")
        title = self.w("about.scenario", title=said(record.header.title, lang))
        yield "credits", self.w("about.credits"), [title, *record.header.credits]
        texts = [self.w(f"about.{name}") for name in ("code", "fonts", "libraries")]
        yield "licences", self.w("about.licences"), texts

    def _open(self, section: str) -> None:
        self.section = self._jump = section
        self.app.relayout()


def _claims(briefing: BriefingDoc, lang: str) -> list[str]:
    for section in briefing.briefing:
        if section.title.en.startswith(_CLAIMS):
            return said(section.text, lang).split("\n")
    return []


def pictures() -> dict[str, Picture]:
    """Return the states of this screen worth a picture."""
    return {"about": lambda app: app.reset(AboutScene())}
