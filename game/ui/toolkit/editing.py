"""A line of text that is being written: the caret, what is selected, and the keys."""

from __future__ import annotations

from dataclasses import dataclass

import pygame


@dataclass
class Line:
    """A text and the place of the caret in it, counted in the order of reading."""

    text: str
    caret: int
    longest: int = 200
    many_lines: bool = False
    anchor: int = -1
    """The other end of what is selected, -1 if nothing is."""

    @property
    def selected(self) -> str:
        """The text between anchor and caret."""
        if self.anchor < 0:
            return ""
        start, end = sorted((self.caret, min(self.anchor, len(self.text))))
        return self.text[start:end]

    def select_all(self) -> None:
        """Select the whole text, with the caret at its end."""
        self.anchor, self.caret = 0, len(self.text)

    def go(self, there: int, *, select: bool) -> None:
        """Move the caret; with `select` what lies between is selected too."""
        if not select:
            self.anchor = -1
        elif self.anchor < 0:
            self.anchor = self.caret
        self.caret = there

    def insert(self, typed: str) -> bool:
        """Write at the caret, in the place of what is selected, as much as there is room for.

        True if anything has changed.
        """
        gone = bool(self.selected)
        if gone:
            self._cut(self.anchor)
        self.anchor = -1
        typed = typed.replace("\r\n", "\n").replace("\t", " ")
        if not self.many_lines:
            typed = typed.replace("\n", " ")
        clean = "".join(char for char in typed if char.isprintable() or char == "\n")
        clean = clean[: max(0, self.longest - len(self.text))]
        self.text = self.text[: self.caret] + clean + self.text[self.caret :]
        self.caret += len(clean)
        return bool(clean) or gone

    def press(self, key: int, ctrl: bool, rtl: bool, shift: bool = False) -> bool:
        """Carry out an editing key; True if it was one. With `shift` the selection grows."""
        left, right = (1, -1) if rtl else (-1, 1)
        if key in (pygame.K_LEFT, pygame.K_RIGHT):
            step = left if key == pygame.K_LEFT else right
            ends = sorted((self.caret, self.anchor))
            if self.selected and not (shift or ctrl):
                self.go(ends[0] if step < 0 else ends[1], select=False)
            else:
                self.go(self._word(step) if ctrl else self._step(step), select=shift)
        elif key == pygame.K_HOME:
            self.go(0, select=shift)
        elif key == pygame.K_END:
            self.go(len(self.text), select=shift)
        elif key in (pygame.K_BACKSPACE, pygame.K_DELETE) and self.selected:
            self.insert("")
        elif key == pygame.K_BACKSPACE:
            self._cut(self._word(-1) if ctrl else self._step(-1))
        elif key == pygame.K_DELETE:
            self._cut(self._word(1) if ctrl else self._step(1))
        else:
            return False
        return True

    def _step(self, step: int) -> int:
        return min(len(self.text), max(0, self.caret + step))

    def _word(self, step: int) -> int:
        at = self._step(step)
        while 0 < at < len(self.text) and not (self.text[at - 1] == " " and self.text[at] != " "):
            at += step
        return at

    def _cut(self, other: int) -> None:
        start, end = sorted((self.caret, other))
        self.text = self.text[:start] + self.text[end:]
        self.caret = start
