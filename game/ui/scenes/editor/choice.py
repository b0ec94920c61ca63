"""Which scenario to work on: one's own, one lying elsewhere, or a shipped one to begin from."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.scenario.listing import entry_of
from game.storage.recent import note_folder, own_scenarios, recent_folders
from game.ui import flow, problem_words
from game.ui.scenes.page import BarPage
from game.ui.scenes.scenario_cards import Offer, offer_of, offers, said
from game.ui.toolkit import painter
from game.ui.toolkit.controls import Control, ScrollArea, State, natural_size
from game.ui.toolkit.icons import draw_icon, for_direction
from game.ui.toolkit.look import base_fill
from game.ui.toolkit.text import cut, draw_text, line_height, measure, wrap
from game.ui.toolkit.theme import Theme
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.app import App

_WIDEST: Final = 1004


class ChoiceScene(BarPage):
    """The list of scenarios an author can open, with what is wrong with the broken ones."""

    def __init__(self) -> None:
        super().__init__()
        self.typed = ""
        self.refusal = ""
        self._offers: list[Offer] = []
        self._elsewhere: list[Offer] = []
        self._list: ScrollArea | None = None

    def enter(self, app: App) -> None:
        """Look what there is."""
        super().enter(app)
        self._look()

    def resume(self) -> None:
        """Come back: something may have been made or mended."""
        self._look()
        self.app.relayout()

    def _look(self) -> None:
        self._offers = offers()
        self._elsewhere = [_elsewhere(folder) for folder in recent_folders()]

    # --- layout -----------------------------------------------------------------------------

    def layout(self, app: App) -> None:
        """Lay the three parts of the list out, one under the other."""
        self.begin(app)
        px, wide = self.px, self.logical_size[0]
        self.controls.parts = ["bar", "open", "list"]
        new = Control(
            "new", Rect(0, 0, 0, 0), "primary", self.w("author.new"), icon="plus",
            action=lambda: flow.new_scenario(self.app),
        )  # fmt: skip
        new.rect.w = natural_size(self.theme, new)[0]
        what = self.w("author.what") if wide >= 900 else ""
        top = self.header(self.w("title.author"), what, [new])
        width = min(px(_WIDEST), self.screen.w - 2 * px(32 if wide >= 900 else 12))
        left = (self.screen.w - width) // 2
        top = self._open_row(Rect(left, top + px(16), width, px(36))) + px(8)
        area = self.area(
            self._list, Rect(left - px(8), top, width + px(28), self.screen.h - top - px(4))
        )
        self._list = area
        y = top + px(8)
        own = [offer for offer in self._offers if offer.mine]
        shipped = [offer for offer in self._offers if not offer.mine]
        y = self._part("author.own", own, left, y, width, area)
        if self._elsewhere:
            y = self._part("author.elsewhere", self._elsewhere, left, y, width, area)
        y = self._part("author.shipped", shipped, left, y, width, area)
        self.fit_area(area, y)
        if self.controls.focused() is None:
            self.controls.set_focus("new", visible=not self.controls.focus or None)

    def _open_row(self, box: Rect) -> int:
        """A field for the path of a folder; a folder dropped on the window goes there too."""
        theme = self.theme
        go = Control(
            "open_path", Rect(0, 0, 0, 0), "button", self.w("author.open"), action=self._open_typed,
            part="open", enabled=bool(self.typed.strip()), why=self.w("author.path_empty"),
        )  # fmt: skip
        go_w = natural_size(theme, go)[0]
        go.rect = Rect(box.right - go_w, box.y, go_w, box.h)
        self.add(
            Control(
                "path", Rect(box.x, box.y, box.w - go_w - self.px(8), box.h), "field",
                value=self.typed, placeholder=self.w("author.path"), longest=1000, part="open",
                changed=self._type, submit=self._open_typed, icon="search",
            )
        )  # fmt: skip
        self.add(go)
        y = box.bottom
        if self.refusal:
            y += self.px(6)
            y += self.lines(self.refusal, box.x, y, box.w, 12, theme.text1)
        return y

    def _part(
        self, head: str, found: list[Offer], left: int, y: int, width: int, area: ScrollArea
    ) -> int:
        theme, px = self.theme, self.px
        y += px(8)
        y += self.text(self.w(head), left, y, width, 16, theme.text1, "semibold", area=area)
        y += px(6)
        if not found:
            text = self.w("author.none", folder=str(own_scenarios()))
            return y + self.lines(text, left, y, width, 14, theme.text2, area=area) + px(16)
        for offer in found:
            y += self._row(offer, Rect(left, y, width, 0), area) + px(8)
        return y + px(8)

    def _row(self, offer: Offer, box: Rect, area: ScrollArea) -> int:
        theme, px = self.theme, self.px
        entry, own = offer.entry, offer.mine
        told = self._facts(offer)
        verb = self.w("author.open" if own else "author.own_from_this")
        verb_w = measure(theme, verb, 14)[0]
        room = box.w - px(48) - verb_w - px(16 + 16 + 8 + 16)
        rows = cut(theme, wrap(theme, told, 12, room), 3, 12, room)
        box.h = max(px(56), px(16) + line_height(theme, 14) + len(rows) * line_height(theme, 12))
        icon = "warn" if offer.broken else "note" if own else "lock"
        name = said(entry.title, theme.lang)

        def paint(surface: pygame.Surface, skin: Theme, shown: Rect, state: State) -> None:
            fill = base_fill(skin, control, state, skin.bg1)
            painter.panel(surface, skin, shown, fill, None if offer.broken else skin.line)
            if offer.broken:
                painter.dashed_rect(surface, skin, shown, skin.line2)
            size = skin.px(18)
            sign = Rect(shown.x + px(16), shown.centery - size // 2, size, size)
            draw_icon(surface, skin, icon, skin.mirrored(sign, shown), skin.text1)
            y = shown.y + (shown.h - line_height(skin, 14) - len(rows) * line_height(skin, 12)) // 2
            line = skin.mirrored(Rect(shown.x + px(48), y, room, 0), shown)
            draw_text(surface, skin, name, line.topleft, 14, skin.text1, "semibold", width=room)
            y += line_height(skin, 14)
            for row in rows:
                draw_text(surface, skin, row, (line.x, y), 12, skin.text2, width=room)
                y += line_height(skin, 12)
            end = Rect(shown.right - px(40) - verb_w, 0, verb_w + 1, line_height(skin, 14))
            end.y = shown.centery - end.h // 2
            end = skin.mirrored(end, shown)
            draw_text(surface, skin, verb, end.topleft, 14, skin.accent, width=end.w)
            arrow = Rect(shown.right - px(32), shown.centery - px(8), px(16), px(16))
            shape = for_direction(skin, "arr")
            draw_icon(surface, skin, shape, skin.mirrored(arrow, shown), skin.accent)

        control = Control(
            f"{'own' if own else 'shipped'}_{entry.id}", box, "row", part="list", area=area,
            paint=paint, hint=name, action=partial(self._choose, offer), group="list",
        )  # fmt: skip
        self.add(control)
        return box.h

    def _facts(self, offer: Offer) -> str:
        if offer.broken:
            where = self.w(
                "title.broken_at",
                file=offer.file,
                line=offer.line,
                message=problem_words.said(offer.message, self.theme.lang),
            )
            return self.w("title.broken", count=offer.entry.errors, problem=where)
        entry, lang = offer.entry, self.theme.lang
        days = ""
        if entry.start and entry.end:
            span = f"{date(lang, entry.start, 'short')} – {date(lang, entry.end, 'year')}"
            days = self.w("title.turns", dates=span, count=offer.turns)
        kind = self.w(f"title.{entry.kind}") if entry.kind else ""
        name = entry.path if offer.mine else entry.id
        return " · ".join(part for part in (name, days, kind) if part)

    # --- deeds ------------------------------------------------------------------------------

    def _choose(self, offer: Offer) -> None:
        if offer.mine:
            flow.author(self.app, Path(offer.entry.path))
        else:
            flow.new_scenario(self.app, offer.entry.id)

    def _type(self, text: object) -> None:
        self.typed, self.refusal = str(text), ""
        self.app.relayout()

    def _open_typed(self) -> None:
        self.open_path(self.typed)

    def open_path(self, text: str) -> None:
        """Open the scenario in a folder, or that of a file in it; says why if there is none."""
        named = text.strip().strip('"')
        if not named:
            return
        path = Path(os.path.expanduser(named))
        try:
            folder = path if path.is_dir() else path.parent
            whole = (folder / "scenario.yaml").is_file()
        except (OSError, ValueError):
            whole = False
        if not whole:
            self.refusal = self.w("author.no_folder", path=named[:200])
            self.app.relayout()
            return
        note_folder(folder)
        flow.author(self.app, folder.resolve())

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event; a dropped folder or file is opened, a map begins a scenario."""
        if event.type == pygame.DROPFILE:
            if event.file.lower().endswith((".geojson", ".json")):
                flow.new_scenario(self.app, geojson=event.file)
                return True
            self.typed = event.file
            self.open_path(event.file)
            return True
        return super().handle(event)


def _elsewhere(folder: Path) -> Offer:
    """The offer of a folder that lies outside the usual ones."""
    return offer_of(entry_of(folder), mine=True)
