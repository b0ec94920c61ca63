"""Parts of the screen whose contents are longer than they are."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui.toolkit import painter
from game.ui.toolkit.theme import Theme

STEP = 48
"""Logical pixels for one notch of the wheel."""


@dataclass
class ScrollArea:
    """A window on a long list. Controls in it are laid out as if nothing were scrolled.

    Keep the same area (or its `offset`) when the scene lays itself out again.
    """

    rect: pygame.Rect
    content_h: int
    offset: int = 0

    @property
    def most(self) -> int:
        """How far it can be scrolled."""
        return max(0, self.content_h - self.rect.h)

    def scroll(self, pixels: int) -> bool:
        """Move the contents; True if they moved."""
        before = self.offset
        self.offset = min(self.most, max(0, self.offset + pixels))
        return self.offset != before

    def shown(self, rect: pygame.Rect) -> pygame.Rect:
        """Return where a rect of the contents lies on the screen."""
        return rect.move(0, -self.offset)

    def reveal(self, rect: pygame.Rect, margin: int = 0) -> bool:
        """Scroll as little as needed for a rect of the contents to be seen."""
        top, bottom = rect.top - margin, rect.bottom + margin
        shown = self.shown(pygame.Rect(rect.x, top, rect.w, bottom - top))
        if shown.top < self.rect.top:
            return self.scroll(shown.top - self.rect.top)
        if shown.bottom > self.rect.bottom:
            return self.scroll(shown.bottom - self.rect.bottom)
        return False

    def bar(self, theme: Theme) -> pygame.Rect:
        """Return the track of the scroll bar, at the end side; empty if all is seen."""
        if self.most == 0:
            return pygame.Rect(self.rect.right, self.rect.top, 0, 0)
        wide = theme.px(10)
        left = self.rect.left if theme.rtl else self.rect.right - wide
        return pygame.Rect(left, self.rect.top, wide, self.rect.h)

    def thumb(self, theme: Theme) -> pygame.Rect:
        """Return the part of the bar that can be dragged."""
        bar = self.bar(theme)
        if self.most == 0:
            return bar
        high = max(theme.px(32), self.rect.h * self.rect.h // self.content_h)
        top = bar.top + (bar.h - high) * self.offset // self.most
        return pygame.Rect(bar.left + theme.px(2), top, bar.w - 2 * theme.px(2), high)

    def drag_thumb(self, theme: Theme, top: int) -> bool:
        """Scroll so that the thumb begins at a height on the screen."""
        room = self.rect.h - self.thumb(theme).h
        if room <= 0:
            return False
        return self.scroll((top - self.rect.top) * self.most // room - self.offset)

    def draw(self, surface: pygame.Surface, theme: Theme, hovered: bool = False) -> None:
        """Draw the bar, if there is anything to scroll."""
        if self.most:
            colour = theme.text3 if hovered else theme.line2
            painter.panel(surface, theme, self.thumb(theme), colour, None, 1, 3)
