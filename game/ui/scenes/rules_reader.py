"""The rules, read inside the program: sections, and a search for a number or a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui.scene import Picture
from game.ui.scenes.reading import prose
from game.ui.scenes.reading.markdown import Block, document
from game.ui.scenes.reading_page import Entry, ReadingPage
from game.ui.toolkit.controls import Control

if TYPE_CHECKING:
    from game.ui.app import App


class RulesScene(ReadingPage):
    """The rulebook."""

    def __init__(self, section: str = "") -> None:
        """Open at a section such as 3.5, or at the beginning."""
        super().__init__()
        self.section = section
        self.wanted = ""
        self._jump = bool(section)
        self._prose: prose.Prose | None = None
        self._fit: tuple[object, ...] = ()

    def layout(self, app: App) -> None:
        """Put contents and text side by side."""
        self.begin(app)
        px = self.px
        width = px(320 if self.logical_size[0] >= 1400 else 220)
        find = Control(
            "find",
            Rect(0, 0, width, 0),
            "field",
            value=self.wanted,
            part="bar",
            placeholder=self.w("rules.find"),
            changed=self._find,
            submit=self._go,
        )
        note = self.w("rules.english") if self.theme.lang != "en" else ""
        top = self.header(self.w("rules.title"), note, [find])
        blocks = document("rules")
        if not blocks:
            self.lines(self.w("rules.missing"), px(40), top + px(40), px(500), 14, self.theme.text2)
            return
        hits = sections(blocks, self.wanted)
        entries = [
            Entry(name(block), f"{block.number}  {block.text}".strip(), block.level > 2)
            for block in hits
        ]
        left = self.contents(top, entries, self.section, self.open)
        if not hits:
            text = self.w("rules.none", text=self.wanted)
            self.lines(text, px(24), top + px(24), px(220), 14, self.theme.text2)
            left = px(288)
        box = self.column(top, left)
        area = self.area(self.text_area, Rect(box.x, top, box.w + px(24), box.h))
        self.text_area = area
        fit = (box.w, self.theme.scale)
        if self._prose is None or self._fit != fit:
            self._prose, self._fit = prose.lay_out(self.theme, blocks, box.w), fit
        page = self._prose
        area.content_h = page.height + px(64)
        area.scroll(0)
        if self._jump:
            self._scroll_to(self.section)
            self._jump = False
        inner = Rect(box.x, top + px(24), box.w, page.height)

        def brush(surface: pygame.Surface, rect: Rect) -> None:
            prose.draw(surface, self.theme, page, rect.topleft)

        self.put(inner, brush, area)

    def open(self, section: str) -> None:
        """Go to a section."""
        self.section = section
        self._jump = True
        self.app.relayout()

    def _scroll_to(self, section: str) -> None:
        if self._prose is None or self.text_area is None:
            return
        for y, block in self._prose.heads:
            if name(block) == section:
                self.text_area.offset = 0
                self.text_area.scroll(y)

    def _find(self, text: object) -> None:
        self.wanted = str(text)
        hits = sections(document("rules"), self.wanted)
        if self.wanted and hits:
            exact = [block for block in hits if block.number == self.wanted.strip()]
            self.section = name((exact or hits)[0])
            self._jump = True
        self.app.relayout()

    def _go(self) -> None:
        hits = sections(document("rules"), self.wanted)
        if hits:
            self.open(name(hits[0]))


def name(block: Block) -> str:
    """Return what a heading is called in the contents: its number, or its words."""
    return block.number or block.text


def sections(blocks: tuple[Block, ...], wanted: str) -> list[Block]:
    """Return the headings whose number begins as the wish, or whose section has its words."""
    folded = wanted.strip().casefold()
    heads = [block for block in blocks if block.kind == "heading" and block.level > 1]
    if not folded:
        return heads
    if folded[0].isdigit():
        return [block for block in heads if block.number.startswith(folded)]
    found: list[Block] = []
    head: Block | None = None
    for block in blocks:
        if block.kind == "heading":
            head = block if block.level > 1 else None
        if head is not None and head not in found and folded in _all_text(block).casefold():
            found.append(head)
    return found


def _all_text(block: Block) -> str:
    cells = " ".join(span.text for row in block.rows for cell in row for span in cell)
    return " ".join((block.text, " ".join(block.lines), cells))


def pictures() -> dict[str, Picture]:
    """Return the states of this screen worth a picture."""
    return {"rules": lambda app: app.reset(RulesScene("3.1"))}
