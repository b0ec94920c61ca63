"""What stands in controls: icon, label, note and key cap."""

from __future__ import annotations

import pygame

from game.ui.toolkit import painter
from game.ui.toolkit.control import Control
from game.ui.toolkit.fonts import Weight
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.measures import CAP_H, GAP, ICON, PAD, cap_width
from game.ui.toolkit.text import draw_text, elide, line_height, measure
from game.ui.toolkit.theme import Colour, Theme


def draw_contents(
    surface: pygame.Surface,
    theme: Theme,
    control: Control,
    ink: Colour,
    cap_ink: Colour,
    cap_line: Colour,
    weight: Weight,
) -> None:
    """Draw icon, label and key cap side by side in the middle of a control."""
    rect = control.shown
    gap, icon = theme.px(GAP), theme.px(ICON)
    cap = cap_width(theme, control.key) if control.key else 0
    room = (
        rect.w - 2 * theme.px(6) - (icon + gap if control.icon else 0) - (cap + gap if cap else 0)
    )
    label = elide(theme, control.label, control.size, room, weight) if control.label else ""
    text = measure(theme, label, control.size, weight)[0] if label else 0
    pieces = [wide for wide in (icon if control.icon else 0, text, cap) if wide]
    total = sum(pieces) + gap * max(0, len(pieces) - 1)
    x = rect.x + (rect.w - total) // 2
    if control.icon:
        box = pygame.Rect(x, rect.centery - icon // 2, icon, icon)
        draw_icon(surface, theme, control.icon, theme.mirrored(box, rect), ink)
        x += icon + gap
    if label:
        line = theme.mirrored(pygame.Rect(x, rect.y, text, rect.h), rect)
        draw_line(surface, theme, label, line, control.size, ink, weight)
        x += text + gap
    if cap:
        high = theme.px(CAP_H)
        box = pygame.Rect(x, rect.y + (rect.h - high) // 2, cap, high)
        painter.key_cap(surface, theme, theme.mirrored(box, rect), control.key, cap_ink, cap_line)


def draw_two_lines(
    surface: pygame.Surface,
    theme: Theme,
    control: Control,
    ink: Colour,
    quiet: Colour,
    size: float = 16,
) -> None:
    """Draw an icon at the start, a name and a note below it."""
    inner = control.shown.inflate(-2 * theme.px(16), 0)
    if control.icon:
        icon = theme.px(18)
        box = pygame.Rect(inner.x, inner.centery - icon // 2, icon, icon)
        draw_icon(surface, theme, control.icon, theme.mirrored(box, inner), ink)
        step = icon + theme.px(PAD)
        inner = theme.mirrored(pygame.Rect(inner.x + step, inner.y, inner.w - step, inner.h), inner)
    if control.key:
        draw_cap(surface, theme, control.key, inner, ink, ink)
    name_h = line_height(theme, size) - theme.px(4 if size == 16 else 0)
    note_h = line_height(theme, 12) if control.note else 0
    top = inner.y + (inner.h - name_h - note_h) // 2
    line = pygame.Rect(inner.x, top, inner.w, name_h)
    draw_line(surface, theme, control.label, line, size, ink, "semibold")
    if control.note:
        draw_text(surface, theme, control.note, (inner.x, top + name_h), 12, quiet, width=inner.w)


def draw_cap(
    surface: pygame.Surface, theme: Theme, key: str, within: pygame.Rect, ink: Colour, line: Colour
) -> None:
    """Draw a key cap at the end of a box."""
    wide, high = cap_width(theme, key), theme.px(CAP_H)
    box = pygame.Rect(within.right - wide, within.centery - high // 2, wide, high)
    painter.key_cap(surface, theme, theme.mirrored(box, within), key, ink, line)


def draw_line(
    surface: pygame.Surface,
    theme: Theme,
    text: str,
    rect: pygame.Rect,
    size: float,
    colour: Colour,
    weight: Weight = "regular",
) -> None:
    """Draw a line of text at the start of a box, in the middle of its height."""
    top = rect.y + (rect.h - line_height(theme, size)) // 2
    draw_text(surface, theme, text, (rect.x, top), size, colour, weight, width=rect.w)
