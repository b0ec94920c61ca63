"""How the tag of an off-map box looks: holder, name, days of travel, counters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import pygame

from game.ui.map.counter_layer import draw_card
from game.ui.map.counters import Look
from game.ui.map.side_looks import SideLook
from game.ui.toolkit.painter import panel
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.theme import Colour, Theme

Edge = Literal["left", "right"]

PAPER: Final[Colour] = (249, 244, 232)
INK: Final[Colour] = (42, 36, 32)
_LIT: Final[Colour] = (255, 252, 245)
_SOFT: Final[Colour] = (81, 70, 60)
_CARD: Final = 28
_GAP: Final = 3
_MORE: Final = 22
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Tag:
    """One box on the screen."""

    box: int
    rect: pygame.Rect
    edge: Edge
    cards: tuple[tuple[int, pygame.Rect], ...]
    """Units drawn, and where."""
    more: int
    """Units that are there and have no room."""

    def moved(self, dx: int, dy: int) -> Tag:
        """Return the tag somewhere else."""
        cards = tuple((unit, rect.move(dx, dy)) for unit, rect in self.cards)
        return replace(self, rect=self.rect.move(dx, dy), cards=cards)


@dataclass(frozen=True)
class BoxWords:
    """What a screen calls the boxes, in the language of the window."""

    name: Callable[[int], str]
    note: Callable[[int], str]
    """The second line of a tag: who holds the box, how far it is."""
    facts: Callable[[int], Sequence[str]]
    """What the tooltip says."""
    tab: Callable[[int], str]
    """The words of a tab, for the number of units behind it."""
    fold: str
    """The hint of the tabs."""


def tag_of(theme: Theme, box: int, rect: pygame.Rect, edge: Edge, units: Sequence[int]) -> Tag:
    """Return a tag with as many counters as have room at its end."""
    px = theme.px
    shown = units if len(units) <= _SHOWN else units[: _SHOWN - 1]
    size, gap = px(_CARD), px(_GAP)
    more = len(units) - len(shown)
    room = px(_MORE) if more else 0
    x = rect.right - px(6) - len(shown) * size - (len(shown) - 1) * gap - room
    if theme.rtl:
        x = rect.left + px(6) + room
    cards = []
    for nth, unit in enumerate(shown):
        left = x + nth * (size + gap)
        cards.append((unit, pygame.Rect(left, rect.centery - size // 2, size, size)))
    return Tag(box, rect, edge, tuple(cards), more)


def draw_tag(
    surface: pygame.Surface,
    theme: Theme,
    tag: Tag,
    holder: SideLook,
    text: tuple[str, str],
    look: Callable[[int], Look],
    *,
    ringed: bool,
    hovered: bool,
) -> None:
    """Draw a tag: the holder's band, name and note, counters."""
    rect = tag.rect
    if ringed:
        grown = rect.inflate(2 * theme.px(3), 2 * theme.px(3))
        panel(surface, theme, grown, theme.casing, theme.accent_map, 2)
    panel(surface, theme, rect, _LIT if hovered else PAPER, INK, 1.2, 2)
    band = pygame.Rect(rect.x, rect.y, theme.px(8), rect.h)
    _band(surface, theme.mirrored(band, rect), holder, theme)
    _letter(surface, theme, tag, *text)
    for unit, spot in tag.cards:
        draw_card(surface, theme, look(unit), spot)


def _letter(surface: pygame.Surface, theme: Theme, tag: Tag, name: str, note: str) -> None:
    """Write name and note beside the band, and how many units have no room."""
    rect = tag.rect
    start, end = rect.left + theme.px(14), rect.right - theme.px(6)
    if theme.rtl:
        start, end = rect.left + theme.px(6), rect.right - theme.px(14)
    if tag.cards:
        spots = [r for _, r in tag.cards]
        if theme.rtl:
            start = max(r.right for r in spots) + theme.px(6)
        else:
            end = min(r.left for r in spots) - theme.px(6)
    room = max(0, end - start)
    first, second = line_height(theme, 13), line_height(theme, 12)
    top = rect.y + (rect.h - first - second) // 2
    draw_text(surface, theme, name, (start, top), 13, INK, "semibold", "start", room)
    draw_text(surface, theme, note, (start, top + first), 12, _SOFT, "regular", "start", room)
    if tag.more:
        text = f"+{tag.more}"
        wide = measure(theme, text, 12, "semibold")[0]
        x = rect.left + theme.px(6) if theme.rtl else rect.right - theme.px(6) - wide
        y = rect.centery - line_height(theme, 12) // 2
        draw_text(surface, theme, text, (x, y), 12, INK, "semibold", "left")


def _band(surface: pygame.Surface, band: pygame.Rect, look: SideLook, theme: Theme) -> None:
    """The band of the holder: its tint and its pattern, between thin lines."""
    before = surface.get_clip()
    surface.set_clip(band.clip(before))
    surface.fill(look.tint, band)
    step = theme.px(5)
    if look.pattern == "stripes":
        for y in range(band.top - band.w, band.bottom, step):
            start, end = (band.left, y), (band.right, y + band.w)
            pygame.draw.aaline(surface, look.edge, start, end)
    elif look.pattern == "dots":
        for y in range(band.top + step // 2, band.bottom, step):
            pygame.draw.circle(surface, look.edge, (band.centerx, y), max(1, theme.px(1)))
    pygame.draw.rect(surface, INK, band, 1)
    surface.set_clip(before)
