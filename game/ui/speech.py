"""Says on the terminal what the focus is on and what happens, for a screen reader there."""

from __future__ import annotations

import sys
from typing import TextIO

from game.ui.toolkit.controls import Control


class Speech:
    """Writes lines of text, each thing once."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out
        self._last = ""

    def say(self, text: str) -> None:
        """Write a line."""
        out = self._out or sys.stdout
        if text and out is not None:
            out.write(text + "\n")
            out.flush()

    def focus(self, control: Control | None) -> None:
        """Write what the focus is on, if that has changed."""
        text = told(control) if control is not None else ""
        if text != self._last:
            self._last = text
            self.say(text)


def told(control: Control) -> str:
    """Return a control in words: its name, value, state, and why it cannot be used."""
    parts = [control.label or control.hint, control.note]
    if control.kind in ("slider", "field") and control.value is not None:
        parts.append(str(control.value))
    if control.kind in ("toggle", "segment", "tab"):
        parts.append("[x]" if control.current else "[ ]")
    if not control.enabled:
        parts.append(control.why)
    return ", ".join(dict.fromkeys(part for part in parts if part))
