"""The time line as it is drawn: equal days, a mark for every entry, a head that is dragged."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - as elsewhere
from typing import Final

import pygame

from game.ui.scenes.replay.timeline import Mark, TimeLine
from game.ui.toolkit import painter
from game.ui.toolkit.fonts import Weight
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.theme import Theme

MARK: Final = 9
PITCH: Final = 10
_TALL: Final = 4
"""More marks than this stand in two columns, where a day is wide enough."""
_FOOT: Final = 20
"""Logical pixels below the axis, for ticks and dates."""
_HEAD: Final = 16


@dataclass(frozen=True)
class Placed:
    """A mark with its place."""

    mark: Mark
    rect: pygame.Rect


@dataclass
class TimeBar:
    """Where everything of the time line lies. `slim` has one mark a day and no dates below."""

    theme: Theme
    rect: pygame.Rect
    line: TimeLine
    slim: bool = False

    # --- geometry ---------------------------------------------------------------------------

    @property
    def day_w(self) -> float:
        """Width of a day."""
        return self.rect.w / max(1, self.line.turns)

    @property
    def axis(self) -> int:
        """Height of the axis on the screen."""
        if self.slim:
            return self.rect.bottom - self.theme.px(10)
        foot = _FOOT + (2 if self.theme.lang == "ar" else 0)
        return self.rect.bottom - self.theme.px(foot)

    def left(self, turn: int) -> float:
        """Return the left edge of a day."""
        place = self.line.turns - turn if self.theme.rtl else turn - 1
        return self.rect.left + place * self.day_w

    def middle(self, turn: int) -> int:
        """Return the middle of a day."""
        return round(self.left(turn) + self.day_w / 2)

    def turn_at(self, x: int) -> int:
        """Return the day at a point, the nearest there is."""
        place = int((x - self.rect.left) // self.day_w)
        turn = self.line.turns - place if self.theme.rtl else place + 1
        return min(self.line.turns, max(1, turn))

    def placed(self, turn: int) -> tuple[list[Placed], int]:
        """Return the marks of a day from the base up, and how many there was no room for."""
        marks = self.line.of_day(turn)
        size, pitch = self.theme.px(MARK), self.theme.px(PITCH)
        if self.slim:
            room, columns = 1, 1
        else:
            room = max(1, (self.axis - self.theme.px(6) - self.rect.top) // pitch)
            columns = 2 if self.day_w >= 2 * size - 1 else 1
        if len(marks) > room * columns:
            # The last place is for the number of those left out.
            marks = marks[: room * columns - (0 if self.slim else 1)]
        columns = 2 if columns == 2 and len(marks) > min(room, _TALL) else 1
        room = -(-len(marks) // columns)
        found = []
        base = self.axis - self.theme.px(5) - size
        for number, mark in enumerate(marks):
            column, row = divmod(number, room)
            x = self.middle(turn) - size // 2
            if columns == 2:
                step = -1 if (column == 0) != self.theme.rtl else 1
                x += round(step * self.day_w / 4)
            found.append(Placed(mark, pygame.Rect(x, base - row * pitch, size, size)))
        return found, len(self.line.of_day(turn)) - len(marks)

    def mark_at(self, pos: tuple[int, int]) -> Mark | None:
        """Return the mark at a point."""
        if not self.rect.collidepoint(pos):
            return None
        for placed in self.placed(self.turn_at(pos[0]))[0]:
            if placed.rect.inflate(self.theme.px(2), self.theme.px(2)).collidepoint(pos):
                return placed.mark
        return None

    # --- drawing ----------------------------------------------------------------------------

    def draw(
        self,
        surface: pygame.Surface,
        turn: int,
        ready: int,
        current: str,
        bookmarks: Set[int],
        dated: Callable[[Day], str],
    ) -> None:
        """Draw it; `dated` puts a date into words."""
        theme = self.theme
        self._day(surface, turn, 2 if self.slim else 0)
        for day in range(1, self.line.turns + 1):
            self._marks(surface, day, turn, current)
        self._axis(surface, turn, ready)
        for day in bookmarks:
            self._bookmark(surface, day)
        centre = (self.middle(turn), self.axis)
        size = theme.px(12 if self.slim else _HEAD)
        for grown, colour in ((2 * theme.px(2), theme.bg1), (0, theme.accent)):
            disc = pygame.Rect(0, 0, size + grown, size + grown)
            disc.center = centre
            painter.mark(surface, theme, "disc", disc, colour)
        if not self.slim:
            self._dates(surface, turn, dated)

    def _day(self, surface: pygame.Surface, turn: int, above: int) -> None:
        left = round(self.left(turn))
        top = self.rect.top + above
        box = pygame.Rect(left, top, max(1, round(self.day_w)), self.axis - top)
        surface.fill(self.theme.bg3, box)

    def _marks(self, surface: pygame.Surface, day: int, turn: int, current: str) -> None:
        theme = self.theme
        colour = theme.text1 if day <= turn else theme.text3
        placed, more = self.placed(day)
        for each in placed:
            chosen = each.mark.entry == current
            # A diamond has less in it than a disc of the same width.
            more_px = theme.px(2) if each.mark.grade == "C" else 0
            box = each.rect.inflate(more_px, more_px)
            painter.mark(surface, theme, each.mark.grade, box, theme.accent if chosen else colour)
        if more and not self.slim and placed:
            top = placed[-1].rect.top - line_height(theme, 12) + theme.px(2)
            at = (self.middle(day) - theme.px(12), max(self.rect.top - theme.px(4), top))
            draw_text(surface, theme, f"+{more}", at, 12, colour, "regular", "centre", theme.px(24))

    def _axis(self, surface: pygame.Surface, turn: int, ready: int) -> None:
        theme, rect = self.theme, self.rect
        thick = theme.px(4)
        top = self.axis - thick // 2
        head = self.middle(turn)
        surface.fill(theme.line, (rect.left, top, rect.w, thick))
        if ready < self.line.turns:
            self._unready(surface, ready, top, thick)
        past = pygame.Rect(rect.left, top, head - rect.left, thick)
        if theme.rtl:
            past = pygame.Rect(head, top, rect.right - head, thick)
        surface.fill(theme.accent, past)
        if self.slim:
            return
        below = self.axis + thick // 2 + theme.px(1)
        for day in range(1, self.line.turns + 1):
            high = theme.px(5 if self.line.date(day).weekday() == 0 else 3)
            colour = theme.line2 if self.line.date(day).weekday() == 0 else theme.line
            surface.fill(colour, (round(self.left(day)), below, theme.px(1), high))

    def _unready(self, surface: pygame.Surface, ready: int, top: int, thick: int) -> None:
        """The days that are not there yet have a dashed axis."""
        theme = self.theme
        for day in range(ready + 1, self.line.turns + 1):
            left = round(self.left(day) + self.day_w * 0.5)
            surface.fill(theme.bg1, (left, top, max(1, round(self.day_w * 0.5)), thick))

    def _bookmark(self, surface: pygame.Surface, day: int) -> None:
        theme = self.theme
        size = theme.px(10)
        x = self.middle(day)
        top = self.rect.top + theme.px(1)
        flag = [(x - size // 2, top), (x + size // 2, top), (x + size // 2, top + size),
                (x, top + size - size // 3), (x - size // 2, top + size)]  # fmt: skip
        pygame.draw.polygon(surface, theme.accent, flag)

    def _dates(self, surface: pygame.Surface, turn: int, dated: Callable[[Day], str]) -> None:
        """The present day, the first and the last, then 1st and 15th where there is room."""
        theme, line = self.theme, self.line
        top = self.rect.bottom - line_height(theme, 12) + theme.px(1)
        first_of = [d for d in range(2, line.turns) if line.date(d).day in (1, 15)]
        taken: list[pygame.Rect] = []
        for day in dict.fromkeys([turn, 1, line.turns, *first_of]):
            text = dated(line.date(day))
            weight: Weight = "semibold" if day == turn else "regular"
            wide = measure(theme, text, 12, weight)[0]
            box = pygame.Rect(self.middle(day) - wide // 2, top, wide, line_height(theme, 12))
            box.clamp_ip(pygame.Rect(self.rect.left - theme.px(10), top, self.rect.w
                                     + 2 * theme.px(10), box.h))  # fmt: skip
            if any(box.inflate(2 * theme.px(10), 0).colliderect(other) for other in taken):
                continue
            taken.append(box)
            colour = theme.text1 if day == turn else theme.text2
            draw_text(
                surface,
                theme,
                text,
                box.topleft,
                12,
                colour,
                weight,
                "left",
                box.w + theme.px(2),
            )
