"""A screen laid out as a list of pieces and controls, mirrored as a whole for Arabic.

Scenes give every rect in pixels of the window as for left to right; the page turns it round. What
is drawn is known after `layout`, so that tests can measure it without looking at pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pygame

from game.ui.scene import Scene
from game.ui.toolkit import painter
from game.ui.toolkit.callouts import draw_toast
from game.ui.toolkit.controls import Control, ScrollArea
from game.ui.toolkit.fonts import Weight
from game.ui.toolkit.icons import draw_icon, for_direction
from game.ui.toolkit.look import cap_width
from game.ui.toolkit.text import Align, draw_text, line_height, measure, wrap
from game.ui.toolkit.theme import Colour, Theme

if TYPE_CHECKING:
    from game.ui.app import App

Rect = pygame.Rect
BLEED: Final = 12
"""Twice the pixels by which something may be drawn beside its rect."""
_ARABIC: Final = ("\u0600", "\u06ff")
Brush = Callable[[pygame.Surface, pygame.Rect], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """Something drawn that is no control. `needs` is the width its text would like to have."""

    rect: pygame.Rect
    brush: Brush
    area: ScrollArea | None = None
    text: str = ""
    needs: int = 0
    may_cut: bool = False


def for_text(theme: Theme, text: str) -> Theme:
    """Return the theme to set a text in: one for left to right if no letter of it is Arabic.

    Else the full stop of an English sentence on an Arabic page would stand at its beginning.
    """
    if not theme.rtl or not any(sign.isascii() and sign.isalpha() for sign in text):
        return theme
    if any(_ARABIC[0] <= sign <= _ARABIC[1] for sign in text):
        return theme
    return replace(theme, lang="en", rtl=False)


class Page(Scene):
    """A scene that draws pieces and then its controls."""

    theme: Theme
    screen: pygame.Rect

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self._toast = Rect(0, 0, 0, 0)

    def begin(self, app: App) -> None:
        """Start a layout."""
        self.theme = app.theme
        self.screen = Rect((0, 0), app.size)
        self.pieces.clear()
        self.controls.begin(app.theme)

    def w(self, key: str, **values: object) -> str:
        """Return a text of the interface."""
        return self.app.words(key, **values)

    def px(self, logical: float) -> int:
        """Return a logical length in pixels."""
        return self.theme.px(logical)

    @property
    def logical_size(self) -> tuple[float, float]:
        """Width and height of the window in logical pixels."""
        return self.screen.w / self.theme.scale, self.screen.h / self.theme.scale

    def turned(self, rect: pygame.Rect) -> pygame.Rect:
        """Return a rect where it lies on the screen in this language."""
        return self.theme.mirrored(rect, self.screen)

    # --- pieces -----------------------------------------------------------------------------

    def put(self, rect: pygame.Rect, brush: Brush, area: ScrollArea | None = None) -> None:
        """Draw something with a brush of its own."""
        self.pieces.append(Piece(self.turned(rect), brush, area))

    def panel(
        self,
        rect: pygame.Rect,
        fill: Colour | None,
        border: Colour | None = None,
        area: ScrollArea | None = None,
    ) -> None:
        """Draw a box."""
        theme = self.theme
        self.put(rect, lambda s, r: painter.panel(s, theme, r, fill, border), area)

    def fill(self, rect: pygame.Rect, colour: Colour, area: ScrollArea | None = None) -> None:
        """Fill a rect, for lines and bars."""
        self.put(rect, lambda s, r: s.fill(colour, r) and None, area)

    def icon(
        self, name: str, rect: pygame.Rect, colour: Colour, area: ScrollArea | None = None
    ) -> None:
        """Draw an icon."""
        theme, shown = self.theme, for_direction(self.theme, name)
        self.put(rect, lambda s, r: draw_icon(s, theme, shown, r, colour), area)

    def swatch(self, token: str, rect: pygame.Rect, area: ScrollArea | None = None) -> None:
        """Draw the swatch of a side."""
        theme = self.theme
        self.put(rect, lambda s, r: painter.swatch(s, theme, token, r), area)

    def cap(self, x: int, y: int, key: str, area: ScrollArea | None = None) -> int:
        """Draw the cap of a key; returns its width."""
        theme = self.theme
        rect = Rect(x, y, cap_width(theme, key), self.px(18))
        colour, line = theme.text2, theme.line2
        self.put(rect, lambda s, r: painter.key_cap(s, theme, r, key, colour, line), area)
        return rect.w

    def text(
        self,
        text: str,
        x: int,
        y: int,
        width: int,
        size: float,
        colour: Colour,
        weight: Weight = "regular",
        align: Align = "start",
        area: ScrollArea | None = None,
        may_cut: bool = False,
    ) -> int:
        """Draw one line in a box of a width; returns its height."""
        high = line_height(self.theme, size)
        theme = for_text(self.theme, text)
        if theme is not self.theme and align in ("start", "end"):
            align = "right" if align == "start" else "left"
        box = self.turned(Rect(x, y, width, high))
        needs = measure(theme, text, size, weight)[0]

        def brush(surface: pygame.Surface, rect: pygame.Rect) -> None:
            draw_text(surface, theme, text, rect.topleft, size, colour, weight, align, rect.w)

        self.pieces.append(Piece(box, brush, area, text, needs, may_cut))
        return high

    def lines(
        self,
        text: str | list[str],
        x: int,
        y: int,
        width: int,
        size: float,
        colour: Colour,
        weight: Weight = "regular",
        align: Align = "start",
        area: ScrollArea | None = None,
        most: int = 0,
    ) -> int:
        """Draw a wrapped text; returns its height. Beyond `most` lines it is cut."""
        rows = wrap(self.theme, text, size, width, weight) if isinstance(text, str) else text
        top = y
        if most and len(rows) > most:
            rows = [*rows[: most - 1], " ".join(rows[most - 1 :])]
            last = len(rows) - 1
        else:
            last = -1
        for number, row in enumerate(rows):
            cut = number == last
            top += self.text(row, x, top, width, size, colour, weight, align, area, cut)
        return top - y

    # --- controls ---------------------------------------------------------------------------

    def add(self, control: Control) -> Control:
        """Add a control; its rect is turned round where the language asks for it."""
        control.rect = self.turned(control.rect)
        return self.controls.add(control)

    def area(self, old: ScrollArea | None, rect: pygame.Rect, content_h: int = 0) -> ScrollArea:
        """Return a scroll area at a place, scrolled as far as the one it follows."""
        fresh = ScrollArea(self.turned(rect), content_h, old.offset if old else 0)
        self.controls.add_area(fresh)
        return fresh

    def fit_area(self, area: ScrollArea, bottom: int) -> None:
        """Say where the contents of an area end; scrolls back if it was scrolled further."""
        area.content_h = bottom - area.rect.top
        area.scroll(0)

    # --- drawing ----------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface) -> None:
        """Draw ground, pieces and controls."""
        surface.fill(self.theme.bg0)
        self.draw_pieces(surface, self.pieces)
        self.controls.draw(surface, self.theme)
        self._toast = Rect(0, 0, 0, 0)
        if self.app.notice:
            start = Rect(self.px(16), 0, self.screen.w - self.px(32), 0)
            corner = start.right if self.theme.rtl else start.left
            at = (corner, self.screen.h - self.px(16))
            self._toast, _ = draw_toast(surface, self.theme, self.app.notice, at, "x")

    def puts_away(self, event: pygame.event.Event) -> bool:
        """Put the notice away if the event asks for it: a click on it, or Esc."""
        if not self.app.notice:
            return False
        clicked = event.type == pygame.MOUSEBUTTONDOWN and self._toast.collidepoint(event.pos)
        escaped = event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE
        if clicked or escaped:
            self.app.tell("")
        return clicked or escaped

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event."""
        return self.puts_away(event) or self.controls.handle(event)

    def draw_pieces(self, surface: pygame.Surface, pieces: Iterable[Piece]) -> None:
        """Draw pieces, those of scroll areas where they are scrolled to."""
        whole = surface.get_clip()
        near = whole.inflate(BLEED, BLEED)
        for piece in pieces:
            if piece.area is None:
                if piece.rect.colliderect(near):
                    piece.brush(surface, piece.rect)
                continue
            shown = piece.area.shown(piece.rect)
            if shown.colliderect(piece.area.rect):
                surface.set_clip(whole.clip(piece.area.rect))
                piece.brush(surface, shown)
                surface.set_clip(whole)


class BarPage(Page):
    """A page under a bar: the way back, a title, perhaps a remark and some buttons."""

    def header(self, title: str, note: str = "", buttons: Iterable[Control] = ()) -> int:
        """Lay out the bar; returns where it ends."""
        theme, px = self.theme, self.px
        high = px(56) if self.logical_size[0] >= 1400 else px(48)
        self.fill(Rect(0, 0, self.screen.w, high), theme.bg1)
        self.fill(Rect(0, high - px(1), self.screen.w, px(1)), theme.line)
        side = px(32)
        top = (high - side) // 2
        back = Control(
            "back",
            Rect(px(16), top, side, side),
            "icon",
            icon=for_direction(theme, "arl"),
            hint=self.w("app.back"),
            key=self.app.keys.cap("back"),
            framed=True,
            part="bar",
            action=self.leave_page,
        )
        self.add(back)
        right = self.screen.w - px(16)
        for control in reversed(list(buttons)):
            control.rect = Rect(right - control.rect.w, top, control.rect.w, side)
            control.part = "bar"
            right = control.rect.x - px(16)
            self.add(control)
        left = px(64)
        text_h = line_height(theme, 20)
        wide = min(measure(theme, title, 20, "semibold")[0] + px(2), right - left)
        self.text(title, left, (high - text_h) // 2, wide, 20, theme.text1, "semibold")
        left += wide + px(16)
        if note and measure(theme, note, 12)[0] <= right - left:
            note_top = (high - line_height(theme, 12)) // 2
            self.text(note, left, note_top, right - left, 12, theme.text2)
        return high

    def leave_page(self) -> None:
        """Go back to the screen this one was opened from."""
        if not self.back():
            self.app.pop()

    def reading_buttons(self) -> list[Control]:
        """Return the buttons of the bar that open the rules and the glossary."""
        return [
            Control(
                name,
                Rect(0, 0, 0, 0),
                "button",
                self.w(f"keys.{name}"),
                icon="book",
                action=action,
            )
            for name, action in (("rules", self._rules), ("glossary", self._glossary))
        ]

    def _rules(self) -> None:
        from game.ui.scenes.rules_reader import RulesScene

        self.app.push(RulesScene())

    def _glossary(self) -> None:
        from game.ui.scenes.glossary import GlossaryScene

        self.app.push(GlossaryScene())
