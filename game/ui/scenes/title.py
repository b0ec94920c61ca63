"""The title: what one can do, and the scenarios as cards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.storage.listing import continuable
from game.ui import flow
from game.ui.scene import Picture
from game.ui.scenes.offer_reading import OfferReading
from game.ui.scenes.scenario_cards import TABS, Offer, at_hand, in_order, own_folder
from game.ui.scenes.thumbnails import Thumbnails
from game.ui.scenes.title_cards import CardSizes, broken_row, card, more_below
from game.ui.scenes.title_column import TitleColumn, show_note
from game.ui.toolkit.controls import Control, ScrollArea, natural_size
from game.ui.toolkit.text import draw_text, line_height, measure

if TYPE_CHECKING:
    from game.ui.app import App


class TitleScene(TitleColumn):
    """The first screen."""

    def __init__(self, found: list[Offer] | None = None) -> None:
        """Show all scenarios, or those given."""
        super().__init__(found or [])
        self._looks = found is None
        self.tab = "all"
        self.thumbnails: Thumbnails
        self._cards: ScrollArea | None = None
        self._footer: Rect

    def enter(self, app: App) -> None:
        """Look for the game to continue; show the note to who has not seen it."""
        super().enter(app)
        self.thumbnails = Thumbnails(app.wake)
        self._reading = OfferReading(app.wake)
        self.save = continuable()
        self._look()

    def resume(self) -> None:
        """Come back: there may be another game to continue now, and another scenario."""
        self.save = continuable()
        self._look()
        self.app.relayout()

    def leave(self) -> None:
        """Stop making pictures and checking scenarios."""
        self.thumbnails.close()
        self._reading.close()

    def _look(self) -> None:
        """Show the scenarios that are known; those that are not follow one by one."""
        if not self._looks:
            return
        known, unread = at_hand()
        paths = {one.path for one in unread}
        self.offers = in_order(known + [one for one in self.offers if one.entry.path in paths])
        self._reading.want(unread)

    def update(self, dt_ms: int) -> bool:
        """Draw again when a picture of a card has come; show the note once."""
        if not self.app.settings.note_seen and self.app.scene is self:
            show_note(self.app)
            return False
        if self.thumbnails.news():
            self.app.redraw()
        fresh = self._reading.news()
        if fresh:
            paths = {one.entry.path for one in fresh}
            kept = [one for one in self.offers if one.entry.path not in paths]
            self.offers = in_order(kept + fresh)
            self.app.relayout()
        return False

    def busy(self) -> bool:
        """True while cards or their pictures are still to come."""
        return self.thumbnails.busy or bool(self._reading.waiting)

    # --- layout -----------------------------------------------------------------------------

    def layout(self, app: App) -> None:
        """Lay out the column at the start and the cards beside it."""
        self.begin(app)
        wide, high = self.logical_size
        roomy = wide >= 1600 and high >= 800
        small = wide < 900 or high < 560
        margin = 64 if roomy else 16 if small else 32
        column = 376 if roomy else 224 if small else 288
        gap = 48 if roomy else 16
        px = self.px
        self.controls.parts = ["nav", "tabs", "cards", "note"]
        self.lay_column(px(margin), px(column), roomy, small)
        left = px(margin) + px(column) + px(gap)
        self._choice(left, self.screen.w - px(margin), roomy, small)
        if not self.controls.focus or self.controls.focused() is None:
            self.controls.set_focus(self._first(), visible=True)

    def _first(self) -> str:
        return "continue" if self.save else "watch" if flow.can_watch() else "play"

    def _choice(self, left: int, right: int, roomy: bool, small: bool) -> None:
        theme, px = self.theme, self.px
        top = px(79 if roomy else 12 if small else 36)
        tabs = self._tabs(left, right, top)
        head = self.w("title.scenarios")
        head_w = measure(theme, head, 20, "semibold")[0] + px(2)
        if left + head_w + px(16) <= tabs:
            self.text(head, left, top + px(4), head_w, 20, theme.text1, "semibold")
        top = px(145 if roomy else 56 if small else 88)
        bottom = self.screen.h - px(56 if roomy else 28)
        area = self.area(
            self._cards,
            Rect(
                left - px(8),
                top - px(8),
                right - left + px(8 + (14 if small else 20)),
                bottom - top + px(8),
            ),
        )
        self._cards = area
        width = right - left
        shown = [offer for offer in self.offers if offer.shown_in(self.tab)]
        whole = [offer for offer in shown if not offer.broken]
        sizes = CardSizes.of(self.theme, width, roomy, small, whole)
        y, column = top, 0
        for offer in whole:
            rect = Rect(left + column * (sizes.width + sizes.gap), y, sizes.width, sizes.height)
            card(self, offer, rect, area, sizes, partial(self._choose, offer.ref))
            column += 1
            if column == sizes.columns:
                y, column = y + sizes.height + sizes.gap, 0
        if column:
            y += sizes.height + sizes.gap
        for offer in (one for one in shown if one.broken):
            y += broken_row(self, offer, Rect(left, y, width, 0), area) + sizes.gap
        waiting = len(self._reading.waiting)
        if waiting:
            text = self.w("title.reading", count=waiting)
            y += self.lines(text, left, y, width, 14, theme.text2, area=area)
        elif not shown:
            text = (
                self.w("title.none_mine", folder=own_folder())
                if self.tab == "mine"
                else self.w("title.none")
            )
            y += self.lines(text, left, y, width, 14, theme.text2, area=area)
        self.fit_area(area, y - (sizes.gap if shown and not waiting else 0) + px(8))
        self._footer = Rect(left, bottom + px(4), width, line_height(theme, 12))

    def _tabs(self, left: int, right: int, top: int) -> int:
        """Put the tabs at the end of the line, in smaller letters and closer if they must be."""
        px, room = self.px, right - left
        for gap, size in ((px(8), 14), (px(2), 12)):
            made = [self._tab(tab, size) for tab in TABS]
            widths = [natural_size(self.theme, control)[0] for control in made]
            total = sum(widths) + gap * (len(made) - 1)
            if total <= room:
                break
        x = start = right - total
        for control, width in zip(made, widths, strict=True):
            control.rect = Rect(x, top, width, px(33))
            x += width + gap
            self.add(control)
        return start

    def _tab(self, tab: str, size: int) -> Control:
        count = sum(offer.shown_in(tab) for offer in self.offers)
        return Control(
            f"tab_{tab}",
            Rect(0, 0, 0, 0),
            "tab",
            self.w(f"title.tab_{tab}", count=count),
            value=tab,
            current=tab == self.tab,
            group="tabs",
            part="tabs",
            size=size,
            changed=self._show_tab,
        )

    def draw(self, surface: pygame.Surface) -> None:
        """Draw all, then how many cards lie below what is seen.

        Once this can be seen, scenarios are checked that have not been.
        """
        super().draw(surface)
        if self._cards is not None:
            text = more_below(self, self._cards)
            if text:
                box = self.turned(self._footer)
                draw_text(
                    surface,
                    self.theme,
                    text,
                    box.topleft,
                    12,
                    self.theme.text2,
                    align="end",
                    width=box.w,
                )
        self._reading.begin()

    # --- deeds ------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event; PgUp and PgDn scroll the cards, arrows go from the column to them."""
        if event.type == pygame.KEYDOWN and self._cards is not None:
            page = {pygame.K_PAGEDOWN: 1, pygame.K_PAGEUP: -1}.get(event.key)
            if page is not None:
                self._cards.scroll(page * (self._cards.rect.h - self.px(40)))
                return True
            if self._cross(event.key):
                return True
        return super().handle(event)

    def _cross(self, key: int) -> bool:
        """Go from the column to the cards and back with the arrows."""
        here = self.controls.focused()
        if here is None:
            return False
        ahead, back = pygame.K_RIGHT, pygame.K_LEFT
        if self.theme.rtl:
            ahead, back = back, ahead
        cards = [control for control in self.controls.controls if control.part == "cards"]
        if here.part == "nav" and key == ahead and cards:
            self.controls.set_focus(cards[0].id, visible=True)
            return True
        if here.part == "cards" and key == back:
            edge = (min if not self.theme.rtl else max)(one.rect.x for one in cards)
            if here.rect.x == edge:
                self.controls.set_focus("play", visible=True)
                return True
        return False

    def _show_tab(self, tab: object) -> None:
        self.tab = str(tab)
        if self._cards is not None:
            self._cards.offset = 0
        self.app.relayout()

    def _choose(self, ref: str) -> None:
        flow.choose_side(self.app, ref)


def pictures() -> dict[str, Picture]:
    """Return the states of this screen worth a picture."""
    return {"01_title": lambda app: app.reset(TitleScene()), "note": _note_picture}


def _note_picture(app: App) -> None:
    app.reset(TitleScene())
    show_note(app)
