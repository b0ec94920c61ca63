"""The share of the city over the days: what the map counts, and what was claimed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import pygame

from game.history.city_share import CityShare
from game.history.claims import Claim
from game.ui.scenes.replay.claim_labels import Ground, Placed, placed
from game.ui.toolkit import painter
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.theme import Colour, Theme

_DOT: Final = 11
_GAP: Final = 3
_SCALE: Final = (0, 50, 100)
"""Percents with a line across the plot."""
_ON_SCALE: Final = 1.0
"""How much a label is to keep off a line of the scale,"""
_ON_DAY: Final = 5.0
"""off the line of the present day,"""
_ON_BAND: Final = 9.0
"""and off what is contested. The curve itself it never touches."""


@dataclass(frozen=True)
class Dot:
    """A claim with its place, and that of its label if there is room for one."""

    claim: Claim
    rect: pygame.Rect
    label: Placed | None
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
    _bands: list[pygame.Rect] = field(default_factory=list)

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
            if near.collidepoint(pos) or (dot.label and dot.label.rect.collidepoint(pos)):
                return dot.claim
        return None

    # --- labels -----------------------------------------------------------------------------

    def _laid(self) -> list[Dot]:
        theme, size = self.theme, self.theme.px(_DOT)
        rects = []
        for claim, _ in self.claims:
            box = pygame.Rect(0, 0, size, size)
            box.center = (self.x(claim.turn), self.y(claim.percent))
            rects.append(box)
        high = line_height(theme, 12)
        sizes = [(measure(theme, text, 12)[0], high) for _, text in self.claims]
        curve, unwanted = self._lines()
        ground = Ground(self.room, curve, unwanted, theme.px(_GAP), theme.rtl)
        labels = placed(rects, sizes, ground)
        return [
            Dot(claim, rect, label, text)
            for (claim, text), rect, label in zip(self.claims, rects, labels, strict=True)
        ]

    def _lines(self) -> tuple[list[pygame.Rect], list[tuple[pygame.Rect, float]]]:
        """The curve, and what labels rather do not cross, with how much they would not."""
        thick = self.theme.px(3)
        curve: list[pygame.Rect] = []
        unwanted = [(pygame.Rect(self.x(self.turn) - 1, self.rect.top, 3, self.rect.h), _ON_DAY)]
        for percent in _SCALE:
            line = pygame.Rect(self.rect.left, self.y(percent) - 1, self.rect.w, 3)
            unwanted.append((line, _ON_SCALE))
        before = -1
        for number, share in enumerate(self.shares):
            if share is None:
                continue
            left, right = self._span(number + 1)
            y = self.y(share.percent)
            curve.append(pygame.Rect(left, y - thick // 2, max(1, right - left), thick))
            top = self.y(share.upper_percent)
            if top < y:
                band = pygame.Rect(left, top, max(1, right - left), y - top)
                self._bands.append(band)
                unwanted.append((band, _ON_BAND))
            if before >= 0 and before != y:
                x = right if self.theme.rtl else left
                top, bottom = sorted((before, y))
                curve.append(pygame.Rect(x - 1, top, 3, bottom - top))
            before = y
        return curve, unwanted

    # --- drawing ----------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, current: str) -> None:
        """Draw plot, band, curve, the line of the present day and the claims."""
        theme = self.theme
        for percent in _SCALE:
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
        if dot.label is None:
            return
        if dot.label.leader is not None:
            pygame.draw.line(surface, theme.line2, *dot.label.leader, theme.px(1))
        at = dot.label.rect.topleft
        plate = dot.label.rect.inflate(0, -theme.px(4))
        if plate.collidelist(self._bands) < 0:
            surface.fill(theme.bg1, plate)
        draw_text(surface, theme, dot.text, at, 12, theme.text1, "regular", "left")


def band_colour(theme: Theme) -> Colour:
    """Return the colour of what is contested: the accent, far back."""
    r, g, b = (round(a * 0.3 + c * 0.7) for a, c in zip(theme.accent, theme.bg1, strict=True))
    return r, g, b
