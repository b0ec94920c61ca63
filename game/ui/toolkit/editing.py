"""A line of text that is being written: the caret, the selection of nothing, and the keys."""

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

    def insert(self, typed: str) -> bool:
        """Write at the caret as much as there is room for; True if anything was written."""
        typed = typed.replace("\r\n", "\n").replace("\t", " ")
        if not self.many_lines:
            typed = typed.replace("\n", " ")
        clean = "".join(char for char in typed if char.isprintable() or char == "\n")
        clean = clean[: max(0, self.longest - len(self.text))]
        self.text = self.text[: self.caret] + clean + self.text[self.caret :]
        self.caret += len(clean)
        return bool(clean)

    def press(self, key: int, ctrl: bool, rtl: bool) -> bool:
        """Carry out an editing key; True if it was one."""
        left, right = (1, -1) if rtl else (-1, 1)
        if key in (pygame.K_LEFT, pygame.K_RIGHT):
            step = left if key == pygame.K_LEFT else right
            self.caret = self._word(step) if ctrl else self._step(step)
        elif key == pygame.K_HOME:
            self.caret = 0
        elif key == pygame.K_END:
            self.caret = len(self.text)
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
