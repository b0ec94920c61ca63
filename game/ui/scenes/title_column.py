"""The column of the title: name, what one can do, and the note."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.storage.listing import SaveEntry
from game.ui import flow
from game.ui.scenes.page import Page
from game.ui.scenes.scenario_cards import CHIEF, Offer
from game.ui.scenes.title_cards import nav_look
from game.ui.toolkit.controls import Control, ScrollArea, natural_size
from game.ui.toolkit.text import draw_text, line_height, measure, wrap
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.app import App


class TitleColumn(Page):
    """The part of the title that stays while the cards scroll."""

    def __init__(self, found: list[Offer]) -> None:
        super().__init__()
        self.offers = found
        self.save: SaveEntry | None = None
        self._nav: ScrollArea | None = None

    def lay_column(self, left: int, width: int, roomy: bool, small: bool) -> None:
        theme, px = self.theme, self.px
        size = 56 if roomy else 28 if small else 40
        top = px(60 if roomy else 16 if small else 34)
        self._name(left, top, width, size)
        top += px(76 if roomy else 40 if small else 52)
        place = "title.place" if roomy else "title.place_short"
        text_size = 16 if roomy else 12 if small else 14
        for key in (place, "title.what"):
            top += self.lines(self.w(key), left, top, width, text_size, theme.text2)
        note_h = self._note_height(width)
        bottom = self.screen.h - px(64 if roomy else 12 if small else 32)
        note_top = bottom - note_h
        if small:
            note_top, note_h = bottom - px(32), px(32)
        top += px(40 if roomy else 12 if small else 20)
        area = self.area(
            self._nav,
            Rect(left - px(8), top - px(8), width + px(16), note_top - top - px(4)),
        )
        self._nav = area
        y = top
        high, step = (
            px(57 if roomy else 36 if small else 44),
            px(64 if roomy else 40 if small else 52),
        )
        for control in self._nav_controls(roomy):
            if small and control.id != "continue":
                control.note = ""
            tall = max(high, px(44)) if control.note else high
            control.rect, control.area = Rect(left, y, width - px(6 if small else 0), tall), area
            control.part = "nav"
            self.add(control)
            y += max(step, tall + px(4))
        self.fit_area(area, y)
        self._note(left, note_top, width, small)

    def _name(self, left: int, top: int, width: int, size: int) -> None:
        theme, px = self.theme, self.px
        latin, arabic = "Furat", "الفرات"
        first, second = (arabic, latin) if theme.lang == "ar" else (latin, arabic)
        used, high = measure(theme, first, size, "bold")
        self.text(first, left, top, used + px(1), size, theme.text1, "bold")
        rest = self.turned(Rect(left + used + px(12), top, width - used - px(12), high))

        def brush(surface: pygame.Surface, rect: Rect) -> None:
            draw_text(surface, theme, second, rect.topleft, size, theme.text2, width=rest.w)

        self.put(Rect(left + used + px(12), top, rest.w, high), brush)

    def _nav_controls(self, roomy: bool) -> list[Control]:
        watch = flow.can_watch()
        found: list[Control] = []
        if self.save is not None and flow.can_play():
            save = self.save
            where = self.w(
                "title.continue_at",
                title=self._title_of(save),
                turn=save.turn,
                date=date(
                    self.theme.lang, save.date, "year" if self.logical_size[0] >= 900 else "short"
                ),
            )
            found.append(self._nav_button("continue", "play", self._continue, where, chief=True))
        elif flow.can_play():
            none = self._nav_button(
                "continue", "play", self._continue, self.w("title.continue_none")
            )
            none.enabled, none.why = False, self.w("title.continue_none")
            found.append(none)
        if watch:
            chief = self.save is None
            found.append(self._nav_button("watch", "book", self._watch, "title.watch_fact", chief))
        found.append(self._nav_button("play", "unit", self._to_cards, "title.play_fact"))
        found.append(self._nav_button("author", "note", self._author, "title.author_note"))
        found.append(self._nav_button("settings", "gear", self._settings))
        found.append(self._nav_button("about", "q", self._about, "title.about_fact"))
        found.append(self._nav_button("quit", "x", self.app.quit))
        if not roomy:
            for control in found:
                if control.id != "continue":
                    control.note = ""
        return found

    def _nav_button(
        self, name: str, icon: str, action: Callable[[], None], note: str = "", chief: bool = False
    ) -> Control:
        if note.startswith("title."):
            note = self.w(note)
        control = Control(
            name,
            Rect(0, 0, 0, 0),
            "primary" if chief else "card",
            self.w(f"title.{name}"),
            icon=icon,
            note=note,
            action=action,
        )
        control.paint = nav_look(control)
        return control

    def _title_of(self, save: SaveEntry) -> str:
        for offer in self.offers:
            if offer.entry.id == save.scenario and self.theme.lang == "ar":
                return offer.entry.title.ar or save.title
        return save.title

    def _note_rows(self, width: int) -> tuple[list[str], bool]:
        """Return the lines of the note, and whether its link finds room behind the last one."""
        theme = self.theme
        text = f"{self.w('title.note_head')} {self.w('title.note')}"
        rows = wrap(theme, text, 12, width)
        used = measure(theme, rows[-1], 12)[0] + self.px(6)
        return rows, used + measure(theme, self.w("title.note_link"), 12)[0] <= width

    def _note_height(self, width: int) -> int:
        rows, beside = self._note_rows(width - self.px(15))
        return line_height(self.theme, 12) * (len(rows) + (not beside))

    def _note(self, left: int, top: int, width: int, small: bool) -> None:
        theme, px = self.theme, self.px
        link = Control(
            "note",
            Rect(0, 0, 0, 0),
            "link",
            self.w("title.note_link"),
            size=12,
            part="note",
            action=lambda: show_note(self.app),
        )
        link_w = natural_size(theme, link)[0]
        if small:
            link.rect = Rect(left, top, link_w, px(32))
            self.add(link)
            return
        inner, high = width - px(15), line_height(theme, 12)
        rows, beside = self._note_rows(inner)
        self.fill(Rect(left, top, px(3), high * (len(rows) + (not beside))), theme.text2)
        head = self.w("title.note_head")
        for number, row in enumerate(rows):
            y = top + number * high
            if number == 0 and row.startswith(head):
                bold = measure(theme, head, 12, "semibold")[0] + px(4)
                self.text(head, left + px(15), y, bold, 12, theme.text1, "semibold")
                rest = row[len(head) :].strip()
                self.text(rest, left + px(15) + bold, y, inner - bold + px(12), 12, theme.text2)
            else:
                self.text(row, left + px(15), y, inner, 12, theme.text2)
        after = measure(theme, rows[-1], 12)[0] + px(6) if beside else 0
        y = top + high * (len(rows) - beside)
        link.rect = Rect(left + px(15) + after, y + high // 2 - px(14), link_w, px(28))
        self.add(link)

    def _continue(self) -> None:
        if self.save is not None:
            flow.play_save(self.app, self.save.path)

    def _watch(self) -> None:
        refs = [offer.ref for offer in self.offers if not offer.broken]
        flow.watch(self.app, CHIEF if CHIEF in refs or not refs else refs[0])

    def _to_cards(self) -> None:
        cards = [control for control in self.controls.controls if control.part == "cards"]
        if cards:
            self.controls.set_focus(cards[0].id, visible=True)

    def _author(self) -> None:
        flow.choose_to_author(self.app)

    def _settings(self) -> None:
        from game.ui.scenes.settings import SettingsScene

        self.app.push(SettingsScene())

    def _about(self) -> None:
        from game.ui.scenes.about import AboutScene

        self.app.push(AboutScene())


def show_note(app: App) -> None:
    """Put the note about the subject on top."""
    from game.ui.scenes.note import NoteScene

    app.push(NoteScene())
