"""The glossary: every term in both languages with its meaning, and a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.scene import Picture
from game.ui.scenes.reading.terms import terms
from game.ui.scenes.reading_page import ReadingPage
from game.ui.toolkit.controls import Control
from game.ui.toolkit.text import line_height, wrap

if TYPE_CHECKING:
    from game.ui.app import App


class GlossaryScene(ReadingPage):
    """All terms, or those that somebody looks for."""

    def __init__(self, wanted: str = "") -> None:
        super().__init__()
        self.wanted = wanted

    def layout(self, app: App) -> None:
        """Put the terms one under the other."""
        self.begin(app)
        theme, px = self.theme, self.px
        width = px(320 if self.logical_size[0] >= 1400 else 220)
        find = Control(
            "find",
            Rect(0, 0, width, 0),
            "field",
            value=self.wanted,
            part="bar",
            placeholder=self.w("glossary.find"),
            changed=self._find,
        )
        every = terms()
        found = [term for term in every if term.matches(self.wanted)]
        top = self.header(
            self.w("glossary.title"), self.w("glossary.count", count=len(found)), [find]
        )
        narrow = self.logical_size[0] < 860
        margin = px(16 if narrow else 48)
        box = self.column(top, margin, 1100)
        area = self.area(self.text_area, Rect(box.x, top, box.w + px(16), box.h))
        self.text_area = area
        y = top + px(16)
        if not found:
            key = "glossary.none" if every else "glossary.missing"
            y += self.lines(
                self.w(key, text=self.wanted), box.x, y, box.w, 14, theme.text2, area=area
            )
        term_w = px(150 if narrow else 220)
        meaning = Rect(box.x + 2 * term_w, 0, box.w - 2 * term_w, 0)
        for term in found:
            first, second = (term.ar, term.en) if theme.lang == "ar" else (term.en, term.ar)
            rows = wrap(theme, term.meaning, 14, meaning.w)
            names = wrap(theme, first, 14, term_w - px(12), "semibold")
            others = wrap(theme, second, 14, term_w - px(12))
            self.lines(names, box.x, y, term_w - px(12), 14, theme.text1, "semibold", area=area)
            self.lines(others, box.x + term_w, y, term_w - px(12), 14, theme.text2, area=area)
            self.lines(rows, meaning.x, y, meaning.w, 14, theme.text1, area=area)
            y += max(len(names), len(others), len(rows)) * line_height(theme, 14) + px(8)
            self.fill(Rect(box.x, y, box.w, px(1)), theme.line, area)
            y += px(9)
        self.fit_area(area, y + px(24))

    def _find(self, text: object) -> None:
        self.wanted = str(text)
        if self.text_area is not None:
            self.text_area.offset = 0
        self.app.relayout()


def pictures() -> dict[str, Picture]:
    """Return the states of this screen worth a picture."""
    return {"glossary": lambda app: app.reset(GlossaryScene())}
