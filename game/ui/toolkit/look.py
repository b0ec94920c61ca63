"""How every kind of control looks in every state."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import pygame

from game.ui.toolkit import painter
from game.ui.toolkit.contents import draw_cap, draw_contents, draw_line, draw_two_lines
from game.ui.toolkit.control import Control, State
from game.ui.toolkit.fonts import Weight
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.measures import (
    GAP,
    ICON,
    PAD,
    SWITCH,
    cap_width,
    natural_size,
)
from game.ui.toolkit.sliders import slider_track, slider_x
from game.ui.toolkit.text import draw_text, elide, line_height
from game.ui.toolkit.theme import Colour, Theme

__all__ = ["accent_bar", "base_fill", "blend", "cap_width", "draw_control", "draw_group_borders",
           "natural_size"]  # fmt: skip


def draw_control(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    """Draw one control; its focus ring comes last, over everything, and is drawn by the list."""
    draw = _LOOKS.get(control.kind)
    if draw is not None:
        draw(surface, theme, control, state)
    if control.paint is not None:
        control.paint(surface, theme, control.shown, state)


def draw_group_borders(surface: pygame.Surface, skin: Theme, controls: Sequence[Control]) -> None:
    """Draw the common border of segments that belong together."""
    groups: dict[str, list[Control]] = {}
    for control in controls:
        if control.kind == "segment":
            groups.setdefault(control.group, []).append(control)
    whole = surface.get_clip()
    for members in groups.values():
        area = members[0].area
        if area is not None:
            surface.set_clip(whole.clip(area.rect))
        rect = members[0].shown.unionall([member.shown for member in members[1:]])
        painter.panel(surface, skin, rect, None, skin.line2)
        surface.set_clip(whole)


def base_fill(theme: Theme, control: Control, state: State, rest: Colour | None) -> Colour | None:
    """Return the ground of a control in its state."""
    if not control.enabled:
        return None
    if state.pressed:
        return theme.bg0
    if state.hovered:
        return theme.bg3
    return rest


def accent_bar(surface: pygame.Surface, theme: Theme, rect: pygame.Rect) -> None:
    """Draw the bar at the start side that marks the current row."""
    wide = theme.px(3)
    left = rect.right - wide if theme.rtl else rect.left
    surface.fill(theme.accent, (left, rect.top, wide, rect.h))


def _frame(
    surface: pygame.Surface,
    theme: Theme,
    control: Control,
    state: State,
    rest: Colour | None,
    border: Colour | None,
) -> None:
    if control.on_plate:
        fill = theme.ink2 if state.pressed else None
        painter.panel(surface, theme, control.shown, fill, theme.ink2)
    elif control.enabled:
        fill = base_fill(theme, control, state, rest)
        painter.panel(surface, theme, control.shown, fill, border)
    else:
        painter.dashed_rect(surface, theme, control.shown, theme.line2)


def _ink(theme: Theme, control: Control, state: State) -> Colour:
    if control.on_plate:
        return theme.plate if state.pressed else theme.ink
    return theme.text1 if control.enabled else theme.text3


def _button(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    _frame(surface, theme, control, state, theme.bg2, theme.line2)
    if control.note:
        draw_two_lines(surface, theme, control, _ink(theme, control, state), theme.text2)
        return
    quiet = theme.ink2 if control.on_plate else theme.text2 if control.enabled else theme.text3
    draw_contents(
        surface, theme, control, _ink(theme, control, state), quiet, theme.line2, "regular"
    )


def _primary(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    if not control.enabled:
        _button(surface, theme, control, state)
        return
    fill = blend(theme.accent, theme.bg0, 0.25 if state.pressed else 0.0)
    fill = blend(theme.accent, theme.casing, 0.22) if state.hovered and not state.pressed else fill
    painter.panel(surface, theme, control.shown, fill)
    ink = theme.accent_text
    if control.note:
        draw_two_lines(surface, theme, control, ink, ink)
    else:
        cap_line = blend(ink, fill, 0.4)
        draw_contents(surface, theme, control, ink, ink, cap_line, "semibold")


def _icon(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    rest = theme.bg3 if control.current else theme.bg1 if control.framed else None
    border = theme.line2 if control.framed else None
    _frame(surface, theme, control, state, rest, border)
    size = theme.px(ICON if control.size == 14 else control.size)
    box = pygame.Rect(0, 0, size, size)
    box.center = control.shown.center
    colour = _ink(theme, control, state)
    draw_icon(surface, theme, control.icon, box, theme.accent if control.current else colour)


def _toggle(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    rect = control.shown
    side = theme.px(SWITCH)
    box = pygame.Rect(rect.x, rect.centery - side // 2, side, side)
    box = theme.mirrored(box, rect)
    if not control.enabled:
        painter.dashed_rect(surface, theme, box, theme.line2)
    elif control.current:
        painter.panel(surface, theme, box, theme.accent, theme.accent)
    else:
        painter.panel(surface, theme, box, base_fill(theme, control, state, theme.bg1), theme.line2)
    if control.current:
        ink = theme.accent_text if control.enabled else theme.text3
        draw_icon(surface, theme, "ok", box.inflate(-theme.px(6), -theme.px(6)), ink)
    room = rect.w - side - theme.px(PAD)
    line = pygame.Rect(rect.right - room, rect.y, room, rect.h)
    line = theme.mirrored(line, rect)
    draw_line(surface, theme, control.label, line, control.size, _ink(theme, control, state))


def _segment(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    rect = control.shown
    if control.current and control.enabled:
        painter.panel(surface, theme, rect, theme.accent, theme.accent)
        ink = theme.accent_text
        shown = Control(**{**control.__dict__, "icon": control.icon or "ok"})
        draw_contents(surface, theme, shown, ink, ink, ink, "semibold")
        return
    fill = base_fill(theme, control, state, None)
    if fill is not None:
        painter.panel(surface, theme, rect, fill)
    ink = _ink(theme, control, state)
    draw_contents(surface, theme, control, ink, ink, theme.line2, "regular")


def _tab(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    rect = control.shown
    fill = base_fill(theme, control, state, None)
    if fill is not None:
        painter.panel(surface, theme, rect, fill)
    lit = control.current or state.hovered
    ink = (
        theme.text1 if lit and control.enabled else theme.text2 if control.enabled else theme.text3
    )
    weight: Weight = "semibold" if control.current else "regular"
    draw_contents(surface, theme, control, ink, theme.text2, theme.line2, weight)
    if control.current:
        thick = theme.px(3)
        surface.fill(theme.accent, (rect.x, rect.bottom - thick, rect.w, thick))


def _link(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    rect = control.shown
    colour = theme.accent if control.enabled else theme.text3
    if control.on_plate:
        colour = theme.ink
    elif state.hovered and control.enabled:
        colour = theme.text1
    label = elide(theme, control.label, control.size, rect.w)
    top = rect.y + (rect.h - line_height(theme, control.size)) // 2
    drawn = draw_text(surface, theme, label, (rect.x, top), control.size, colour, width=rect.w)
    under = top + round(line_height(theme, control.size) * 0.5) + theme.px(control.size * 0.5)
    surface.fill(colour, (drawn.x, under, drawn.w, theme.px(1)))


def _chip(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    rect = control.shown
    border = theme.accent if control.current else theme.line
    _frame(surface, theme, control, state, theme.bg2, border)
    ink = _ink(theme, control, state)
    size = theme.px(12)
    left = theme.px(10)
    name_h, fact_h = line_height(theme, 13), line_height(theme, 12)
    high = name_h + (fact_h if control.note else 0)
    top = rect.y + (rect.h - high) // 2
    if control.mark or control.icon:
        box = pygame.Rect(rect.x + left, top + (name_h - size) // 2, size, size)
        box = theme.mirrored(box, rect)
        draw_icon(surface, theme, control.mark or control.icon, box, ink)
        left = theme.px(30)
    line = pygame.Rect(rect.x + left, top, rect.w - left - theme.px(8), name_h)
    line = theme.mirrored(line, rect)
    draw_text(surface, theme, control.label, line.topleft, 13, ink, "semibold", width=line.w)
    if control.note:
        fact = theme.text2 if control.enabled else theme.text3
        below = (line.x, line.y + name_h)
        draw_text(surface, theme, control.note, below, 12, fact, width=line.w)


def _card(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    border = theme.line2 if state.hovered or control.current else theme.line
    _frame(surface, theme, control, state, theme.bg2, border)
    if control.current:
        accent_bar(surface, theme, control.shown)
    if control.label:
        quiet = theme.text2 if control.enabled else theme.text3
        draw_two_lines(surface, theme, control, _ink(theme, control, state), quiet)


def _row(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    rect = control.shown
    rest = theme.bg2 if control.current or control.framed else None
    if not control.enabled:
        painter.dashed_rect(surface, theme, rect, theme.line2)
    elif control.framed:
        painter.panel(surface, theme, rect, base_fill(theme, control, state, rest), theme.line)
    else:
        fill = base_fill(theme, control, state, rest)
        if fill is not None:
            surface.fill(fill, rect)
    if control.current:
        accent_bar(surface, theme, rect)
    if not control.label:
        return
    ink = theme.text1 if control.current or control.note or control.framed else theme.text2
    ink = ink if control.enabled else theme.text3
    if control.note:
        draw_two_lines(surface, theme, control, ink, theme.text2 if control.enabled else ink, 14)
        return
    inner = rect.inflate(-2 * theme.px(16), 0)
    if control.icon:
        size = theme.px(ICON)
        box = pygame.Rect(inner.x, inner.centery - size // 2, size, size)
        draw_icon(surface, theme, control.icon, theme.mirrored(box, inner), ink)
        step = size + theme.px(PAD)
        inner = theme.mirrored(pygame.Rect(inner.x + step, inner.y, inner.w - step, inner.h), inner)
    if control.key:
        wide = cap_width(theme, control.key)
        draw_cap(surface, theme, control.key, inner, ink, theme.line2)
        left = inner.x + (wide + theme.px(GAP) if theme.rtl else 0)
        inner = pygame.Rect(left, inner.y, inner.w - wide - theme.px(GAP), inner.h)
    weight: Weight = "semibold" if control.current else "regular"
    draw_line(surface, theme, control.label, inner, control.size, ink, weight)


def _slider(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    track = slider_track(theme, control)
    thick = theme.px(4)
    bar = pygame.Rect(track.x, track.centery - thick // 2, track.w, thick)
    at = slider_x(theme, control)
    if control.enabled:
        painter.panel(surface, theme, bar, theme.line, None, 1, 2)
        done = pygame.Rect(at, bar.y, bar.right - at, thick) if theme.rtl else pygame.Rect(
            bar.x, bar.y, at - bar.x, thick)  # fmt: skip
        painter.panel(surface, theme, done, theme.accent, None, 1, 2)
    else:
        painter.dashed_rect(surface, theme, bar, theme.line2)
    size = theme.px(20 if state.hovered or state.pressed else 18)
    head = pygame.Rect(0, 0, size, size)
    head.center = (at, bar.centery)
    painter.panel(surface, theme, head, theme.text1 if control.enabled else theme.text3,
                  None, 1, size / 2 / theme.scale)  # fmt: skip


def _field(surface: pygame.Surface, theme: Theme, control: Control, state: State) -> None:
    border = theme.accent if state.focused else theme.line2
    fill = theme.bg0
    if control.enabled:
        painter.panel(surface, theme, control.shown, fill, border)
    else:
        painter.dashed_rect(surface, theme, control.shown, theme.line2)
    if control.icon:
        size = theme.px(ICON)
        rect = control.shown
        box = pygame.Rect(rect.x + theme.px(PAD), rect.centery - size // 2, size, size)
        draw_icon(surface, theme, control.icon, theme.mirrored(box, rect), theme.text2)


def blend(colour: Colour, other: Colour, part: float) -> Colour:
    """Return a colour moved a part of the way to another."""
    r, g, b = (round(a + (c - a) * part) for a, c in zip(colour, other, strict=True))
    return r, g, b


_LOOKS: Final[Mapping[str, Callable[[pygame.Surface, Theme, Control, State], None]]] = {
    "button": _button,
    "primary": _primary,
    "icon": _icon,
    "toggle": _toggle,
    "segment": _segment,
    "tab": _tab,
    "link": _link,
    "chip": _chip,
    "card": _card,
    "row": _row,
    "slider": _slider,
    "field": _field,
}
