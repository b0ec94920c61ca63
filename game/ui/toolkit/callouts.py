"""What appears beside things: the tooltip, the toast and the inverted plate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.ui.toolkit import painter
from game.ui.toolkit.control import Control
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.measures import CAP_H, cap_width
from game.ui.toolkit.text import draw_lines, draw_text, line_height, measure, wrap
from game.ui.toolkit.theme import Theme

TOOLTIP_W: Final = 264
TOAST_W: Final = 324
TOAST_MS: Final = 4000
TOOLTIP_MS: Final[Mapping[str, int]] = {"short": 300, "long": 1000}
"""How long the pointer rests before a tooltip comes, by setting; with others it does not come."""
_PAD: Final = 12
_OFF: Final = 12
_FACTS: Final = 3


@dataclass(frozen=True)
class Tooltip:
    """A name, up to three facts and one hint. A key in the hint stands in brackets: "[Shift]"."""

    title: str
    facts: Sequence[str] = ()
    hint: str = ""


def tooltip_of(control: Control) -> Tooltip | None:
    """Return what a control has to say when the pointer rests on it."""
    why = (control.why,) if control.why and not control.enabled else ()
    title = control.label or (control.hint if control.kind == "icon" else "")
    hint = control.hint if control.hint != title else ""
    if control.key and control.kind in ("icon",):
        hint = f"[{control.key}]"
    facts = (*why, *control.facts)
    if not title:  # what has no label of its own is called by its hint
        title, hint = hint, ""
    if not (facts or hint or (title and not control.label)):
        return None
    return Tooltip(title, facts, hint)


def draw_tooltip(
    surface: pygame.Surface,
    theme: Theme,
    tip: Tooltip,
    pos: tuple[int, int],
    avoid: pygame.Rect | None = None,
    bounds: pygame.Rect | None = None,
) -> pygame.Rect:
    """Draw a tooltip 12 px off a point, inside the bounds and never over `avoid`."""
    pad = theme.px(_PAD)
    inner = theme.px(TOOLTIP_W) - 2 * pad
    title = wrap(theme, tip.title, 14, inner, "semibold") if tip.title else []
    facts = [line for fact in tip.facts[:_FACTS] for line in wrap(theme, fact, 12, inner)]
    hint = _pieces(theme, tip.hint, inner) if "[" in tip.hint else []
    # Without key caps it is a text like any other, in whatever direction its own language runs.
    told = wrap(theme, tip.hint, 12, inner) if tip.hint and not hint else []
    title_h, fact_h = line_height(theme, 14), line_height(theme, 12)
    hint_h = max(fact_h, theme.px(CAP_H) + theme.px(2))
    high = 2 * pad - theme.px(4) + len(title) * title_h + len(facts) * fact_h
    high += theme.px(13) + len(hint) * hint_h + len(told) * fact_h if tip.hint else 0
    rect = pygame.Rect(0, 0, theme.px(TOOLTIP_W), high)
    _place(theme, rect, pos, avoid, bounds or surface.get_rect())
    painter.panel(surface, theme, rect, theme.bg1, theme.line2)
    line = pygame.Rect(rect.x + pad, rect.y + pad - theme.px(2), inner, 0)
    line.y = draw_lines(surface, theme, title, line, 14, theme.text1, "semibold").bottom
    line.y = draw_lines(surface, theme, facts, line, 12, theme.text1).bottom
    if tip.hint:
        line.y += theme.px(6)
        painter.divider(surface, theme, line.topleft, inner)
        line.y += theme.px(7)
        draw_lines(surface, theme, told, line, 12, theme.text2)
        for row in hint:
            _draw_pieces(surface, theme, row, pygame.Rect(line.x, line.y, inner, hint_h))
            line.y += hint_h
    return rect


def draw_toast(
    surface: pygame.Surface,
    theme: Theme,
    text: str,
    start: tuple[int, int],
    kind: str = "ok",
    link: str = "",
) -> tuple[pygame.Rect, pygame.Rect]:
    """Draw a toast whose bottom start corner is given; return its box and that of its link."""
    pad, icon = theme.px(_PAD), theme.px(16)
    wide = theme.px(TOAST_W)
    link_w = min(measure(theme, link, 14)[0] if link else 0, theme.px(96))
    room = wide - 2 * pad - icon - pad - (link_w + pad if link else 0)
    lines = wrap(theme, text, 14, room)
    high = line_height(theme, 14) * len(lines) + 2 * theme.px(9)
    left = start[0] - wide if theme.rtl else start[0]
    rect = pygame.Rect(left, start[1] - high, wide, high)
    painter.panel(surface, theme, rect, theme.bg1, theme.line2)
    box = pygame.Rect(rect.x + pad, rect.centery - icon // 2, icon, icon)
    draw_icon(surface, theme, kind, theme.mirrored(box, rect), theme.text1)
    body = pygame.Rect(rect.x + 2 * pad + icon, rect.y + theme.px(9), room, 0)
    draw_lines(surface, theme, lines, theme.mirrored(body, rect), 14, theme.text1)
    place = pygame.Rect(rect.right - pad - link_w, rect.y, link_w, rect.h)
    place = theme.mirrored(place, rect)
    if link:
        top = rect.y + (rect.h - line_height(theme, 14)) // 2
        drawn = draw_text(surface, theme, link, (place.x, top), 14, theme.accent, width=link_w)
        surface.fill(theme.accent, (drawn.x, drawn.bottom - theme.px(2), drawn.w, theme.px(1)))
    return rect, place


def plate_height(theme: Theme, title: str, text: str, width: int) -> int:
    """Return the height of a plate of a width in pixels."""
    inner = width - 2 * theme.px(_PAD)
    lines = wrap(theme, text, 12, inner) if text else []
    title_h = theme.px(28) if title else 0
    return 2 * theme.px(6) + theme.px(2) + title_h + len(lines) * line_height(theme, 12)


def draw_plate(
    surface: pygame.Surface,
    theme: Theme,
    title: str,
    text: str,
    rect: pygame.Rect,
    icon: str = "warn",
) -> pygame.Rect:
    """Draw the inverted plate, the only alarm; return the box left below its text."""
    painter.panel(surface, theme, rect, theme.plate)
    pad, size = theme.px(_PAD), theme.px(18)
    line = pygame.Rect(rect.x + pad, rect.y + theme.px(6), rect.w - 2 * pad, theme.px(28))
    if title:
        head = pygame.Rect(line)
        if icon:
            box = pygame.Rect(line.x, line.y + (line.h - size) // 2 - theme.px(1), size, size)
            draw_icon(surface, theme, icon, theme.mirrored(box, line), theme.ink)
            step = size + theme.px(8)
            head = theme.mirrored(pygame.Rect(line.x + step, line.y, line.w - step, line.h), line)
        top = head.y + (head.h - line_height(theme, 14)) // 2 - theme.px(1)
        draw_text(surface, theme, title, (head.x, top), 14, theme.ink, "semibold", width=head.w)
        line.y += line.h
    body = draw_lines(surface, theme, text, line, 12, theme.ink2) if text else line.move(0, -line.h)
    return pygame.Rect(line.x, body.bottom, line.w, max(0, rect.bottom - body.bottom))


def _place(
    theme: Theme,
    rect: pygame.Rect,
    pos: tuple[int, int],
    avoid: pygame.Rect | None,
    bounds: pygame.Rect,
) -> None:
    off = theme.px(_OFF)
    about = pygame.Rect(pos[0], pos[1], 1, 1)
    if avoid is not None:
        about = about.union(avoid)
    rights = [about.right + off, about.left - off - rect.w]
    for left in reversed(rights) if theme.rtl else rights:
        if bounds.left <= left and left + rect.w <= bounds.right:
            rect.topleft = (left, pos[1] + off)
            break
    else:
        rect.topleft = (pos[0] - rect.w // 2, about.bottom + off)
        if rect.bottom > bounds.bottom:
            rect.bottom = about.top - off
    rect.clamp_ip(bounds)


def _pieces(theme: Theme, hint: str, width: int) -> list[list[tuple[str, bool]]]:
    """Break a hint into rows of words and key caps."""
    rows: list[list[tuple[str, bool]]] = [[]]
    used = 0
    for part in hint.replace("[", "\0[").replace("]", "]\0").split("\0"):
        cap = part.startswith("[") and part.endswith("]")
        for word in [part[1:-1]] if cap else part.split():
            wide = cap_width(theme, word) if cap else measure(theme, word, 12)[0]
            if used and used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append((word, cap))
            used += wide + theme.px(4)
    return rows


def _draw_pieces(
    surface: pygame.Surface, theme: Theme, pieces: list[tuple[str, bool]], rect: pygame.Rect
) -> None:
    x = rect.x
    for word, cap in pieces:
        wide = cap_width(theme, word) if cap else measure(theme, word, 12)[0]
        box = theme.mirrored(pygame.Rect(x, rect.y, wide, rect.h), rect)
        if cap:
            high = theme.px(CAP_H)
            box.update(box.x, box.y + (box.h - high) // 2, box.w, high)
            painter.key_cap(surface, theme, box, word, theme.text2, theme.line2)
        else:
            top = box.y + (box.h - line_height(theme, 12)) // 2
            draw_text(surface, theme, word, (box.x, top), 12, theme.text2, width=wide + 1)
        x += wide + theme.px(4)
