"""Writing in the field that has the focus: typed text, editing keys, the clipboard."""

from __future__ import annotations

from typing import Final

import pygame

from game.ui.toolkit.control import Control
from game.ui.toolkit.editing import Line
from game.ui.toolkit.field_text import caret_at, caret_beside, written
from game.ui.toolkit.theme import Theme

ENTER: Final = (pygame.K_RETURN, pygame.K_KP_ENTER)


class Writing:
    """The part of the controls of a scene that writes in fields."""

    theme: Theme
    caret: int
    anchor: int
    """The other end of what is selected in the field, -1 if nothing is."""

    def focused(self) -> Control | None:
        """Return the control that has the focus."""
        raise NotImplementedError

    def _tell(self, control: Control, value: object) -> None:
        raise NotImplementedError

    def _line(self, control: Control) -> Line:
        text = text_of(control)
        return Line(text, self.caret, control.longest, control.many_lines, self.anchor)

    def _typed(self, text: str) -> bool:
        control = self.focused()
        if control is None or control.kind != "field" or not control.enabled:
            return False
        line = self._line(control)
        if line.insert(text):
            self._write(control, line)
        return True

    def _write(self, control: Control, line: Line) -> None:
        changed = line.text != control.value
        control.value, self.caret, self.anchor = line.text, line.caret, line.anchor
        if changed:
            self._tell(control, line.text)

    def _field_key(self, control: Control, event: pygame.event.Event) -> bool:
        ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        shift = bool(event.mod & pygame.KMOD_SHIFT)
        if event.key in ENTER and not control.many_lines:
            if control.submit is not None:
                control.submit()
            return True
        if not control.enabled:
            return False
        line = self._line(control)
        if event.key in ENTER:
            line.insert("\n")
        elif event.key in (pygame.K_UP, pygame.K_DOWN) and control.many_lines:
            step = -1 if event.key == pygame.K_UP else 1
            there = caret_beside(written(self.theme, control), control, self.caret, step)
            line.go(there, select=shift)
        elif ctrl and not shift and event.key in (pygame.K_a, pygame.K_c, pygame.K_x, pygame.K_v):
            if not _clipped(line, event.key):
                return False
        elif not line.press(event.key, ctrl, written(self.theme, control).rtl, shift):
            return event.key == pygame.K_SPACE or (
                not ctrl and bool(getattr(event, "unicode", "").strip()) and event.key != 27
            )
        self._write(control, line)
        return True

    def _point(self, control: Control, pos: tuple[int, int], *, select: bool) -> None:
        """Put the caret at a point, and with `select` what lies between into the selection."""
        line = self._line(control)
        line.go(caret_at(written(self.theme, control), control, pos, self.caret), select=select)
        self.caret, self.anchor = line.caret, line.anchor


def text_of(control: Control | None) -> str:
    """Return the text in a field, an empty one of anything else."""
    return control.value if control is not None and isinstance(control.value, str) else ""


def _clipped(line: Line, key: int) -> bool:
    """Select all, copy, cut or paste; False if there is nothing to copy or cut."""
    if key == pygame.K_a:
        line.select_all()
    elif key == pygame.K_v:
        line.insert(_clipboard())
    elif not line.selected:
        return False
    else:
        _to_clipboard(line.selected)
        if key == pygame.K_x:
            line.insert("")
    return True


def _clipboard() -> str:
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""


def _to_clipboard(text: str) -> None:
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return
