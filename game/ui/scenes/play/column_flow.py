"""Laying out the side column from top to bottom: heads, texts, facts, rows, buttons."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame import Rect

from game.ui.scenes.page import Page
from game.ui.toolkit import painter
from game.ui.toolkit.callouts import draw_plate, plate_height
from game.ui.toolkit.controls import Control, ScrollArea, natural_size
from game.ui.toolkit.fonts import Weight
from game.ui.toolkit.text import line_height, measure, wrap
from game.ui.toolkit.theme import Colour, Theme

PART = "column"


class Column:
    """A pen that goes down the column; whatever is written moves it on."""

    def __init__(
        self,
        page: Page,
        rect: Rect,
        old: ScrollArea | None = None,
        *,
        footer: int = 0,
        compact: bool = False,
        part: str = PART,
    ) -> None:
        """Begin in a rect; the last `footer` pixels of it do not scroll."""
        self.page = page
        self.theme: Theme = page.theme
        self.rect = rect
        self.compact = compact
        self.part = part
        self.pad = page.px(12 if compact else 16)
        self.area = page.area(old, Rect(rect.x, rect.y, rect.w, rect.h - footer))
        self.y = rect.y + page.px(10 if compact else 14)

    @property
    def x(self) -> int:
        """Where text starts."""
        return self.rect.x + self.pad

    @property
    def w(self) -> int:
        """How wide text may be."""
        return self.rect.w - 2 * self.pad

    def px(self, logical: float) -> int:
        """Return a logical length in pixels."""
        return self.theme.px(logical)

    def gap(self, logical: float) -> None:
        """Leave some room."""
        self.y += self.px(logical)

    def done(self) -> None:
        """Say that nothing more comes, so that the column knows how far it scrolls."""
        self.page.fit_area(self.area, self.y + self.px(8))

    # --- texts ------------------------------------------------------------------------------

    def capitals(self, text: str) -> str:
        """Return a section head as it is written: in capitals, where the script has them."""
        return text if self.theme.rtl else text.upper()

    def heading(self, text: str, end: str = "", mono: bool = False) -> None:
        """Write the head of a section, perhaps with something at its end."""
        theme, high = self.theme, line_height(self.theme, 12)
        wide = measure(theme, end, 12, "mono" if mono else "regular")[0] if end else 0
        self.page.text(
            self.capitals(text), self.x, self.y, self.w - wide, 12, theme.text2, "semibold",
            area=self.area, may_cut=True,
        )  # fmt: skip
        if end:
            weight: Weight = "mono" if mono else "regular"
            self.page.text(
                end, self.x + self.w - wide - 1, self.y, wide + 1, 12, theme.text2, weight, "end",
                area=self.area,
            )  # fmt: skip
        self.y += high + self.px(4)

    def title(self, text: str, note: str = "", size: float = 16, end: str = "") -> None:
        """Write a name, with its other name beside it if there is room."""
        theme = self.theme
        wide = min(measure(theme, text, size, "semibold")[0] + 2, self.w)
        lines = wrap(theme, text, size, self.w, "semibold")
        if len(lines) > 1:
            self.y += self.page.lines(
                lines[:2], self.x, self.y, self.w, size, theme.text1, "semibold", area=self.area
            )
            return
        high = self.page.text(
            text, self.x, self.y, wide, size, theme.text1, "semibold", area=self.area
        )
        left = self.w - wide - self.px(10)
        end_w = measure(theme, end, 12)[0] + 2 if end else 0
        if note and measure(theme, note, 14)[0] <= left - end_w:
            top = self.y + (high - line_height(theme, 14)) // 2
            self.page.text(
                note, self.x + wide + self.px(10), top, left - end_w, 14, theme.text2,
                area=self.area,
            )  # fmt: skip
        if end and end_w <= left:
            top = self.y + (high - line_height(theme, 12)) // 2
            self.page.text(
                end, self.x + self.w - end_w, top, end_w, 12, theme.text2, align="end",
                area=self.area,
            )  # fmt: skip
        self.y += high

    def text(
        self,
        text: str,
        size: float = 12,
        colour: Colour | None = None,
        weight: Weight = "regular",
        most: int = 0,
    ) -> None:
        """Write a text, as many lines as it takes."""
        ink = colour or self.theme.text2
        self.y += self.page.lines(
            text, self.x, self.y, self.w, size, ink, weight, area=self.area, most=most
        )

    def fact(self, label: str, value: str, strong: str = "", icon: str = "") -> None:
        """Write a label at the start and its value beside it, in one line if it fits."""
        theme, col = self.theme, self.px(72 if self.compact else 96)
        high = line_height(theme, 14)
        self.page.text(
            label, self.x, self.y + (high - line_height(theme, 12)) // 2, col - self.px(6), 12,
            theme.text2, area=self.area, may_cut=True,
        )  # fmt: skip
        left, room = self.x + col, self.w - col
        if icon:
            size = self.px(16)
            self.page.icon(icon, Rect(left, self.y + (high - size) // 2, size, size), theme.text1,
                           self.area)  # fmt: skip
            left, room = left + size + self.px(8), room - size - self.px(8)
        if strong:
            wide = measure(theme, value, 14)[0] + self.px(4)
            self.page.text(value, left, self.y, wide, 14, theme.text1, area=self.area)
            self.page.text(
                strong, left + wide, self.y, room - wide, 14, theme.text1, "semibold",
                area=self.area,
            )  # fmt: skip
            self.y += high
            return
        rows = wrap(theme, value, 14, room)
        self.y += self.page.lines(rows, left, self.y, room, 14, theme.text1, area=self.area, most=2)

    def rule(self) -> None:
        """Draw a line over the whole width."""
        self.gap(8 if self.compact else 10)
        line = Rect(self.rect.x, self.y, self.rect.w, self.px(1))
        self.page.fill(line, self.theme.line, self.area)
        self.gap(9 if self.compact else 11)

    def icon_text(self, icon: str, text: str, colour: Colour | None = None, most: int = 2) -> None:
        """Write a text behind an icon."""
        theme, size, high = self.theme, self.px(14), line_height(self.theme, 12)
        ink = colour or theme.text2
        self.page.icon(icon, Rect(self.x, self.y + (high - size) // 2, size, size), ink, self.area)
        step = size + self.px(8)
        self.y += self.page.lines(
            text, self.x + step, self.y, self.w - step, 12, ink, area=self.area, most=most
        )

    def plate(
        self, title: str, text: str, links: Sequence[Control] = (), icon: str = "warn"
    ) -> None:
        """Draw the inverted plate, with links on it."""
        theme, page = self.theme, self.page
        rows: list[list[Control]] = []
        room = self.w - 2 * self.px(12)
        used = 0
        for link in links:
            wide = min(natural_size(theme, link)[0] + self.px(2), room)
            if not rows or used + wide > room:
                rows.append([])
                used = 0
            link.rect = Rect(self.x + self.px(12) + used, 0, wide, self.px(24))
            rows[-1].append(link)
            used += wide + self.px(16)
        high = plate_height(theme, title, text, self.w) + len(rows) * self.px(24) + self.px(4)
        rect = Rect(self.x, self.y, self.w, high)

        def brush(surface: pygame.Surface, shown: Rect) -> None:
            draw_plate(surface, theme, title, text, shown, icon)

        page.put(rect, brush, self.area)
        top = rect.bottom - len(rows) * self.px(24) - self.px(6)
        for row in rows:
            for link in row:
                link.rect.y = top
                link.on_plate, link.part, link.area = True, self.part, self.area
                page.add(link)
            top += self.px(24)
        self.y += high

    # --- controls ---------------------------------------------------------------------------

    def add(self, control: Control, scroll: bool = True) -> Control:
        """Add a control whose rect is set."""
        control.part = control.part or self.part
        if scroll:
            control.area = self.area
        return self.page.add(control)

    def buttons(self, controls: Sequence[Control], high: float = 32, gap: float = 8) -> None:
        """Put buttons side by side, in further rows if they do not fit."""
        theme, left = self.theme, self.x
        tall = self.px(high)
        if self.compact:
            for control in controls:
                if len(controls) > 2 and control.kind != "primary":
                    control.key = ""
        for control in controls:
            wide = tall if control.kind == "icon" else natural_size(theme, control)[0]
            wide = min(wide, self.w)
            if left > self.x and left + wide > self.x + self.w:
                left = self.x
                self.y += tall + self.px(gap)
            control.rect = Rect(left, self.y, wide, tall)
            self.add(control)
            left += wide + self.px(gap)
        self.y += tall

    def link(self, control: Control) -> None:
        """Put a link on a line of its own."""
        wide, _ = natural_size(self.theme, control)
        control.size = control.size if control.size != 14 else 12
        wide = min(natural_size(self.theme, control)[0] + 2, self.w)
        control.rect = Rect(self.x, self.y, wide, self.px(20))
        self.add(control)
        self.y += self.px(20)

    def row(self, control: Control, high: float = 48, bleed: bool = False) -> Rect:
        """Put a row as wide as the column (to its edges with `bleed`); returns its rect."""
        left, wide = (self.rect.x, self.rect.w) if bleed else (self.x, self.w)
        control.rect = Rect(left, self.y, wide, self.px(high))
        rect = Rect(control.rect)
        self.add(control)
        self.y += self.px(high)
        return rect

    def footer(self, controls: Sequence[Control], high: float = 40) -> None:
        """Put buttons at the bottom, the first one as wide as the others leave it."""
        theme, tall = self.theme, self.px(high)
        top = self.rect.bottom - tall - self.px(16 if not self.compact else 12)
        gap = self.px(8)
        rest = [natural_size(theme, control)[0] for control in controls[1:]]
        first = self.w - sum(rest) - gap * len(rest)
        if first < natural_size(theme, controls[0])[0]:
            for control in controls:
                control.key = ""
            rest = [natural_size(theme, control)[0] for control in controls[1:]]
            first = self.w - sum(rest) - gap * len(rest)
        left = self.x
        for control, wide in zip(controls, [first, *rest], strict=True):
            control.rect = Rect(left, top, wide, tall)
            self.add(control, scroll=False)
            left += wide + gap


def pips(
    surface: pygame.Surface,
    theme: Theme,
    rect: Rect,
    active: int,
    suppressed: int,
    lost: int,
    align_end: bool = True,
) -> None:
    """Draw the steps of a unit: disc = fit, ring = suppressed, dash = lost."""
    size, gap = theme.px(9), theme.px(4)
    count = active + suppressed + lost
    while count * (size + gap) > rect.w and size > 3:
        size, gap = size - 1, max(1, gap - 1)
    wide = count * size + max(0, count - 1) * gap
    to_right = align_end != theme.rtl
    x = rect.right - wide if to_right else rect.left
    for place in range(count):
        box = Rect(x + place * (size + gap), rect.centery - size // 2, size, size)
        if place < active:
            painter.mark(surface, theme, "disc", box.inflate(size // 3, size // 3), theme.text1)
        elif place < active + suppressed:
            pygame.draw.circle(surface, theme.text1, box.center, size // 2, max(1, theme.px(1.5)))
        else:
            surface.fill(theme.text3, Rect(box.x, box.centery, size, theme.px(2)))
