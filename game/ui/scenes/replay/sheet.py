"""The contents of a row of the column: lines and marks placed from its top at the start side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pygame

from game.ui.toolkit import painter
from game.ui.toolkit.control import State
from game.ui.toolkit.fonts import Weight
from game.ui.toolkit.shaping import has_arabic
from game.ui.toolkit.text import Align, draw_text, line_height, measure, wrap
from game.ui.toolkit.theme import Colour, Theme

Brush = Callable[[pygame.Surface, pygame.Rect], None]


def tongue(theme: Theme, text: str) -> Theme:
    """Return the theme for a text of the record: what has no Arabic in it runs left to right."""
    if theme.lang != "ar" or has_arabic(text) or not any(char.isalpha() for char in text):
        return theme
    return replace(theme, lang="en", rtl=False)


@dataclass
class Sheet:
    """Something to be painted into a row. Add from top to bottom; `y` is how far it has come."""

    theme: Theme
    width: int
    y: int = 0
    items: list[tuple[pygame.Rect, Brush]] = field(default_factory=list)

    def gap(self, logical: float) -> None:
        """Leave room."""
        self.y += self.theme.px(logical) if logical else 0

    def put(self, rect: pygame.Rect, brush: Brush) -> None:
        """Place something of its own."""
        self.items.append((rect, brush))

    def text(
        self,
        text: str,
        x: int,
        width: int,
        size: float,
        colour: Colour,
        weight: Weight = "regular",
        align: Align = "start",
    ) -> None:
        """Place a line at the present height; the height stays."""
        theme = self.theme
        box = pygame.Rect(x, self.y, width, line_height(theme, size))

        def brush(surface: pygame.Surface, rect: pygame.Rect) -> None:
            draw_text(surface, theme, text, rect.topleft, size, colour, weight, align, rect.w)

        self.items.append((box, brush))

    def lines(
        self,
        text: str,
        x: int,
        width: int,
        size: float,
        colour: Colour,
        weight: Weight = "regular",
        lead: str = "",
        lead_colour: Colour | None = None,
    ) -> None:
        """Place a wrapped text, perhaps after a word in bold, and go on below it."""
        theme = tongue(self.theme, text)
        high = line_height(self.theme, size)
        before = measure(self.theme, lead, size, "semibold")[0] + self.theme.px(4) if lead else 0
        if lead and theme is not self.theme:  # a word of one direction before a text of the other
            self.text(lead, x, width, size, lead_colour or colour, "semibold")
            self.y += high
            before, lead = 0, ""
        rows = wrap(theme, text, size, width - before, weight)
        if before and len(rows) > 1:
            rest = " ".join(text.split(" ")[len(rows[0].split(" ")) :])
            rows = [rows[0], *wrap(theme, rest, size, width, weight)]
        for number, row in enumerate(rows):
            shift = before if number == 0 else 0
            if shift:
                self.text(lead, x, before, size, lead_colour or colour, "semibold")
            self._row(theme, row, x + shift, width - shift, size, colour, weight)
            self.y += high

    def _row(
        self,
        theme: Theme,
        row: str,
        x: int,
        width: int,
        size: float,
        colour: Colour,
        weight: Weight,
    ) -> None:
        box = pygame.Rect(x, self.y, width, line_height(self.theme, size))

        def brush(surface: pygame.Surface, rect: pygame.Rect) -> None:
            draw_text(surface, theme, row, rect.topleft, size, colour, weight, "start", rect.w)

        self.items.append((box, brush))

    def mark(self, kind: str, x: int, size: int, colour: Colour, line: float) -> None:
        """Place a mark in the middle of a line of a size that stands at the present height."""
        theme = self.theme
        top = self.y + (line_height(theme, line) - size) // 2
        self.put(
            pygame.Rect(x, top, size, size),
            lambda surface, rect: painter.mark(surface, theme, kind, rect, colour),
        )

    def swatch(self, token: str, x: int, size: int, line: float) -> None:
        """Place the swatch of a side in the middle of a line."""
        theme = self.theme
        top = self.y + (line_height(theme, line) - size) // 2
        self.put(
            pygame.Rect(x, top, size, size),
            lambda surface, rect: painter.swatch(surface, theme, token, rect),
        )

    def bar(self, x: int, top: int, width: int, colour: Colour) -> None:
        """Place an upright bar from a height down to the present one."""
        rect = pygame.Rect(x, top, width, self.y - top)
        self.put(rect, lambda surface, box: surface.fill(colour, box) and None)

    def tag(self, text: str, x: int, colour: Colour, *, dashed: bool) -> int:
        """Place a small tag at the present height; returns its width."""
        theme = self.theme
        wide = measure(theme, text, 12)[0] + 2 * theme.px(6)
        box = pygame.Rect(x, self.y, wide, line_height(theme, 12) + theme.px(2))

        def brush(surface: pygame.Surface, rect: pygame.Rect) -> None:
            if dashed:
                painter.dashed_rect(surface, theme, rect, theme.line2)
            else:
                painter.panel(surface, theme, rect, None, theme.line2, 1, 3)
            draw_text(
                surface, theme, text, (rect.x, rect.y + theme.px(1)), 12, colour, "regular",
                "centre", rect.w,
            )  # fmt: skip

        self.put(box, brush)
        return wide

    def paint(self, surface: pygame.Surface, theme: Theme, rect: pygame.Rect, state: State) -> None:
        """Paint everything into the rect of a row."""
        for box, brush in self.items:
            brush(surface, theme.mirrored(box.move(rect.topleft), rect))
