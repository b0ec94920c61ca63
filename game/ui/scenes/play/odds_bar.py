"""The bar of the 36 rolls: widths exact, results against the attacker hatched."""

from __future__ import annotations

import pygame
from pygame import Rect

from game.ui.scenes.play.odds import Segment
from game.ui.toolkit import painter
from game.ui.toolkit.look import blend
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.theme import Colour, Theme


def shade(theme: Theme, place: int, count: int) -> Colour:
    """Colour of a result in the bar: darkest is worst for the attacker, lightest best."""
    dark = blend(theme.accent_map, theme.bg3, 0.55)
    light = blend(theme.accent, theme.casing, 0.72)
    part = place / max(1, count - 1)
    return (
        blend(dark, theme.accent, part / 0.6)
        if part < 0.6
        else blend(theme.accent, light, (part - 0.6) / 0.4)
    )


def draw_bar(
    surface: pygame.Surface,
    theme: Theme,
    rect: Rect,
    segments: tuple[Segment, ...],
    *,
    mirrored: bool = False,
) -> None:
    """Draw the bar of the 36 rolls; widths are exact, results against the attacker hatched."""
    edges = bar_edges(rect, segments)
    plain = [segment for segment in segments if not segment.bad]
    for segment, (left, right) in zip(segments, edges, strict=True):
        box = Rect(left, rect.y, right - left, rect.h)
        if mirrored:
            box.x = rect.left + rect.right - box.right
        if segment.bad:
            _hatch(surface, theme, box)
        else:
            _fill(surface, theme, box, plain.index(segment), len(plain), segment)
    painter.panel(surface, theme, rect, None, theme.line2, radius=0)


def bar_edges(rect: Rect, segments: tuple[Segment, ...]) -> list[tuple[int, int]]:
    """Return where each result begins and ends; a roll of 36 is as wide as any other."""
    found, before = [], 0
    for segment in segments:
        left = rect.x + rect.w * before // 36
        before += segment.cases
        found.append((left, rect.x + rect.w * before // 36))
    return found


def _fill(
    surface: pygame.Surface, theme: Theme, box: Rect, place: int, count: int, segment: Segment
) -> None:
    neutral = segment.cell.code == "-"
    colour = theme.line2 if neutral else shade(theme, place, count)
    surface.fill(colour, box)
    surface.fill(theme.bg1, Rect(box.right - theme.px(1), box.y, theme.px(1), box.h))
    code = segment.cell.code.replace("-", "–")
    if measure(theme, code, 12, "semibold")[0] + theme.px(6) <= box.w:
        ink = theme.accent_text if sum(colour) > 330 else theme.casing
        top = box.y + (box.h - line_height(theme, 12)) // 2
        draw_text(surface, theme, code, (box.x, top), 12, ink, "semibold", "centre", box.w)


def _hatch(surface: pygame.Surface, theme: Theme, box: Rect) -> None:
    surface.fill(theme.bg0, box)
    clip = surface.get_clip()
    surface.set_clip(box.clip(clip))
    step = theme.px(6)
    for x in range(box.x - box.h, box.right, step):
        pygame.draw.line(surface, theme.text1, (x, box.bottom), (x + box.h, box.top), 1)
    surface.set_clip(clip)
    surface.fill(theme.line2, Rect(box.right - theme.px(1), box.y, theme.px(1), box.h))


def draw_key(
    surface: pygame.Surface, theme: Theme, rect: Rect, place: int, count: int, neutral: bool
) -> None:
    if place < 0:
        _hatch(surface, theme, rect)
    else:
        surface.fill(theme.line2 if neutral else shade(theme, place, count), rect)
    pygame.draw.rect(surface, theme.text2, rect, theme.px(1))
