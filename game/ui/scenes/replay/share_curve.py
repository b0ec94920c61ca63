"""The share of the city over the days: what the map counts, and what was claimed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import pygame

from game.history.city_share import CityShare
from game.history.claims import Claim
from game.ui.toolkit import painter
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.theme import Colour, Theme

_DOT: Final = 11
_GAP: Final = 3


@dataclass(frozen=True)
class Dot:
    """A claim with its place, and that of its label if there is room for one."""

    claim: Claim
    rect: pygame.Rect
    label: pygame.Rect | None
    text: str


@dataclass
class ShareCurve:
    """The curve in a plot. Shares of days that are not there yet are left out."""

    theme: Theme
    rect: pygame.Rect
    """The plot from 0 to 100 percent."""
    turns: int
    shares: Sequence[CityShare | None]
    claims: Sequence[tuple[Claim, str]]
    """Claims with their labels."""
    turn: int
    room: pygame.Rect
    """Where labels may stand."""
    dots: list[Dot] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dots = self._laid()

    def x(self, turn: float) -> int:
        """Return where a day stands; the days run with the language."""
        part = (turn - 1) / max(1, self.turns - 1)
        return round(
            self.rect.right - part * self.rect.w
            if self.theme.rtl
            else self.rect.left + part * self.rect.w
        )

    def y(self, percent: float) -> int:
        """Return the height of a share."""
        return round(self.rect.bottom - percent / 100 * self.rect.h)

    def claim_at(self, pos: tuple[int, int]) -> Claim | None:
        """Return the claim at a point, by its dot or its label."""
        for dot in self.dots:
            near = dot.rect.inflate(self.theme.px(8), self.theme.px(8))
            if near.collidepoint(pos) or (dot.label and dot.label.collidepoint(pos)):
                return dot.claim
        return None

    # --- labels -----------------------------------------------------------------------------

    def _laid(self) -> list[Dot]:
        size = self.theme.px(_DOT)
        boxes = []
        for claim, text in self.claims:
            box = pygame.Rect(0, 0, size, size)
            box.center = (self.x(claim.turn), self.y(claim.percent))
            boxes.append((claim, text, box))
        lines = self._lines()
        by_height = sorted(range(len(boxes)), key=lambda n: -boxes[n][0].percent)
        forward = list(range(len(boxes)))
        tried = [self._try(boxes, order, lines) for order in (forward, forward[::-1], by_height)]
        _, _, labels = min(tried, key=lambda found: found[:2])
        return [Dot(claim, box, labels[n], text) for n, (claim, text, box) in enumerate(boxes)]

    def _try(
        self,
        boxes: Sequence[tuple[Claim, str, pygame.Rect]],
        order: Sequence[int],
        lines: Sequence[pygame.Rect],
    ) -> tuple[int, int, dict[int, pygame.Rect | None]]:
        """Lay labels out one by one: how many have no place, how many cross a line, where."""
        labels: dict[int, pygame.Rect | None] = {}
        crossed = 0
        for n in order:
            _, text, box = boxes[n]
            taken = [other for _, _, other in boxes if other is not box]
            taken += [label for label in labels.values() if label is not None]
            labels[n] = label = self._label(text, box, taken, lines)
            crossed += label is not None and label.collidelist(list(lines)) >= 0
        return sum(label is None for label in labels.values()), crossed, labels

    def _label(
        self,
        text: str,
        dot: pygame.Rect,
        taken: Sequence[pygame.Rect],
        lines: Sequence[pygame.Rect],
    ) -> pygame.Rect | None:
        wide, high = measure(self.theme, text, 12)[0], line_height(self.theme, 12)
        gap = self.theme.px(_GAP)
        mid = dot.centery - high // 2
        places = [
            (dot.right + gap, mid),
            (dot.left - gap - wide, mid),
            (dot.centerx - wide // 2, dot.bottom + 1),
            (dot.centerx - wide // 2, dot.top - high),
            (dot.left, dot.bottom + 1),
            (dot.right - wide, dot.bottom + 1),
            (dot.left, dot.top - high),
            (dot.right - wide, dot.top - high),
            (dot.right + gap, dot.top - high + gap),
            (dot.left - gap - wide, dot.bottom - gap),
            (dot.left - gap - wide, dot.top - high + gap),
            (dot.right + gap, dot.bottom - gap),
        ]
        if self.theme.rtl:
            places[0], places[1] = places[1], places[0]
        for barred in ([*taken, *lines], list(taken)):
            for left, top in places:
                box = pygame.Rect(left, top, wide, high)
                tight = box.inflate(0, -self.theme.px(4))
                if self.room.contains(box) and tight.collidelist(barred) < 0:
                    return box
        return None

    def _lines(self) -> list[pygame.Rect]:
        """What labels rather do not cross: curve, band, and the line of the present day."""
        thick = self.theme.px(3)
        now = pygame.Rect(self.x(self.turn) - 1, self.rect.top, 3, self.rect.h)
        found = [now]
        before = -1
        for number, share in enumerate(self.shares):
            if share is None:
                continue
            left, right = self._span(number + 1)
            y = self.y(share.percent)
            found.append(pygame.Rect(left, y - thick // 2, right - left, thick))
            top = self.y(share.upper_percent)
            if top < y:
                found.append(pygame.Rect(left, top, right - left, y - top))
            if before >= 0 and before != y:
                x = right if self.theme.rtl else left
                top, bottom = sorted((before, y))
                found.append(pygame.Rect(x - 1, top, 3, bottom - top))
            before = y
        return found

    # --- drawing ----------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, current: str) -> None:
        """Draw plot, band, curve, the line of the present day and the claims."""
        theme = self.theme
        for percent in (0, 50, 100):
            y = self.y(percent)
            surface.fill(theme.line, (self.rect.left, y, self.rect.w, theme.px(1)))
            self._scale(surface, percent, y)
        known = [(n + 1, share) for n, share in enumerate(self.shares) if share is not None]
        self._band(surface, known)
        now = self.x(self.turn)
        top = self.rect.top - theme.px(4)
        surface.fill(theme.text2, (now, top, theme.px(1), self.rect.bottom - top + theme.px(3)))
        self._curve(surface, known)
        for dot in self.dots:
            self._dot(surface, dot, current)

    def _scale(self, surface: pygame.Surface, percent: int, y: int) -> None:
        theme = self.theme
        wide = theme.px(28)
        left = self.rect.right + theme.px(6) if theme.rtl else self.rect.left - theme.px(6) - wide
        top = y - line_height(theme, 12) // 2
        draw_text(
            surface, theme, str(percent), (left, top), 12, theme.text2, "regular", "end", wide
        )

    def _span(self, turn: int) -> tuple[int, int]:
        """Left and right end of what a day takes up on the plot."""
        first, last = self.x(max(1.0, turn - 0.0)), self.x(min(float(self.turns), turn + 1.0))
        return min(first, last), max(first, last)

    def _band(self, surface: pygame.Surface, known: Sequence[tuple[int, CityShare]]) -> None:
        colour = band_colour(self.theme)
        for turn, share in known:
            left, right = self._span(turn)
            top, bottom = self.y(share.upper_percent), self.y(share.percent)
            if bottom > top:
                surface.fill(colour, (left, top, right - left, bottom - top))

    def _curve(self, surface: pygame.Surface, known: Sequence[tuple[int, CityShare]]) -> None:
        theme = self.theme
        thick = theme.px(2)
        before: int | None = None
        for turn, share in known:
            left, right = self._span(turn)
            y = self.y(share.percent)
            surface.fill(theme.accent, (left, y - thick // 2, right - left + thick // 2, thick))
            if before is not None and before != y:
                x = right if theme.rtl else left
                low, high = min(before, y), max(before, y)
                surface.fill(
                    theme.accent, (x - thick // 2, low - thick // 2, thick, high - low + thick)
                )
            before = y

    def _dot(self, surface: pygame.Surface, dot: Dot, current: str) -> None:
        theme = self.theme
        colour: Colour = theme.accent if dot.claim.entry == current else theme.text1
        ground = dot.rect.inflate(theme.px(4), theme.px(4))
        painter.mark(surface, theme, "disc", ground, theme.bg1)
        painter.mark(surface, theme, dot.claim.grade, dot.rect, colour)
        if dot.label is not None:
            draw_text(
                surface, theme, dot.text, dot.label.topleft, 12, theme.text1, "regular", "left"
            )


def band_colour(theme: Theme) -> Colour:
    """Return the colour of what is contested: the accent, far back."""
    r, g, b = (round(a * 0.3 + c * 0.7) for a, c in zip(theme.accent, theme.bg1, strict=True))
    return r, g, b
