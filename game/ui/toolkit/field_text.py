"""The text in a field of one line or of many, its caret and the place a click means."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.ui.toolkit.control import Control, State
from game.ui.toolkit.text import draw_lines, draw_text, line_height, measure, wrap
from game.ui.toolkit.theme import RTL_LANGUAGES, Theme

PAD = 10


def written(theme: Theme, control: Control) -> Theme:
    """Return the theme in which the text of a field is set: its own language has its direction."""
    if not control.lang or control.lang == theme.lang:
        return theme
    return replace(theme, lang=control.lang, rtl=control.lang in RTL_LANGUAGES)


def draw_field(
    surface: pygame.Surface,
    theme: Theme,
    control: Control,
    state: State,
    caret: int,
    anchor: int = -1,
) -> None:
    """Draw the text of a field, so far along that the caret is seen; the caret does not blink.

    What lies between caret and `anchor` is selected; -1 for nothing.
    """
    rect = _inner(theme, control)
    text = _text(control)
    if not text:
        most = max(1, rect.h // line_height(theme, control.size)) if control.many_lines else 1
        box = pygame.Rect(rect.x, _top(theme, control, rect), rect.w, rect.h)
        colour, size = theme.text3, control.size
        draw_lines(surface, theme, control.placeholder, box, size, colour, most=most)
        if not state.focused:
            return
    whole = surface.get_clip()
    surface.set_clip(whole.clip(rect.inflate(theme.px(2), 0)))
    colour = theme.text1 if control.enabled else theme.text3
    at = caret if state.focused else 0
    for row, (first, line) in enumerate(_rows(theme, control, rect.w)):
        x, y = _origin(theme, control, rect, at)
        y += row * line_height(theme, control.size)
        if state.focused and anchor >= 0:
            _draw_selected(surface, theme, control, (x, y), line, (caret - first, anchor - first))
        draw_text(surface, theme, line, (x, y), control.size, colour)
        if state.focused and control.enabled and first <= caret <= first + len(line):
            before = _wide(theme, control, line[: caret - first])
            x += -before if theme.rtl else before
            high = line_height(theme, control.size)
            surface.fill(theme.accent, (x, y, theme.px(2), high))
    surface.set_clip(whole)


def _draw_selected(
    surface: pygame.Surface,
    theme: Theme,
    control: Control,
    at: tuple[int, int],
    line: str,
    between: tuple[int, int],
) -> None:
    """Lay a colour under what is selected in a row that begins at a point."""
    start, end = (min(len(line), max(0, place)) for place in sorted(between))
    if start == end:
        return
    near, far = _wide(theme, control, line[:start]), _wide(theme, control, line[:end])
    left = at[0] - far if theme.rtl else at[0] + near
    under = [(2 * a + 3 * b) // 5 for a, b in zip(theme.accent, theme.bg0, strict=True)]
    surface.fill(under, (left, at[1], far - near, line_height(theme, control.size)))


def caret_at(theme: Theme, control: Control, pos: tuple[int, int], caret: int) -> int:
    """Return the place in the text nearest to a point."""
    rect = _inner(theme, control)
    x, y = _origin(theme, control, rect, caret)
    rows = _rows(theme, control, rect.w)
    row = (pos[1] - y) // line_height(theme, control.size) if control.many_lines else 0
    first, line = rows[min(len(rows) - 1, max(0, row))]
    wanted = x - pos[0] if theme.rtl else pos[0] - x
    ends = range(len(line) + 1)
    return first + min(ends, key=lambda i: abs(_wide(theme, control, line[:i]) - wanted))


def caret_beside(theme: Theme, control: Control, caret: int, step: int) -> int:
    """Return the place in the row above (-1) or below (+1) that is nearest to the caret."""
    rect = _inner(theme, control)
    rows = _rows(theme, control, rect.w)
    row = _row_of(rows, caret)
    if not 0 <= row + step < len(rows):
        return 0 if step < 0 else len(_text(control))
    first, line = rows[row]
    wanted = _wide(theme, control, line[: caret - first])
    other, line = rows[row + step]
    ends = range(len(line) + 1)
    return other + min(ends, key=lambda i: abs(_wide(theme, control, line[:i]) - wanted))


def _rows(theme: Theme, control: Control, width: int) -> list[tuple[int, str]]:
    """Return the rows of the text and where in it each begins."""
    text = _text(control)
    if not control.many_lines:
        return [(0, text)]
    rows: list[tuple[int, str]] = []
    at = 0
    for line in wrap(theme, text, control.size, width):
        rows.append((at, line))
        at += len(line)
        if at < len(text) and text[at] in " \n":
            at += 1
    return rows


def _row_of(rows: list[tuple[int, str]], caret: int) -> int:
    return max((i for i, (first, _) in enumerate(rows) if first <= caret), default=0)


def _inner(theme: Theme, control: Control) -> pygame.Rect:
    rect = control.shown.inflate(-2 * theme.px(PAD), 0)
    if control.icon:
        step = theme.px(24)
        rect = pygame.Rect(rect.x + (0 if theme.rtl else step), rect.y, rect.w - step, rect.h)
    if control.many_lines:
        rect.inflate_ip(0, -2 * theme.px(8))
    return rect


def _top(theme: Theme, control: Control, rect: pygame.Rect) -> int:
    if control.many_lines:
        return rect.y
    return rect.y + (rect.h - line_height(theme, control.size)) // 2


def _origin(theme: Theme, control: Control, rect: pygame.Rect, caret: int) -> tuple[int, int]:
    """Return the start of the first row, moved so that the caret lies inside."""
    top = _top(theme, control, rect)
    start = rect.right if theme.rtl else rect.x
    if control.many_lines:
        below = (_row_of(_rows(theme, control, rect.w), caret) + 1) * line_height(
            theme, control.size
        )
        return start, top - max(0, below - rect.h)
    hidden = max(0, _wide(theme, control, _text(control)[:caret]) - rect.w + theme.px(2))
    return start + (hidden if theme.rtl else -hidden), top


def _wide(theme: Theme, control: Control, text: str) -> int:
    return measure(theme, text, control.size)[0] if text else 0


def _text(control: Control) -> str:
    return control.value if isinstance(control.value, str) else ""
