"""Colour in the terminal, or none. No meaning rests on colour alone."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TextIO

_RESET = "\x1b[0m"
_SIDES = {"government": "31", "isil": "35", "sdf": "33", "a": "34", "b": "31", "c": "32"}
"""ANSI colours by the palette token of a side."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Paints words if `on`."""

    on: bool = False

    def heading(self, text: str) -> str:
        """Paint a heading."""
        return self._with("1", text)

    def side(self, token: str, text: str, *, strong: bool = False) -> str:
        """Paint something that belongs to the side with this palette token."""
        code = _SIDES.get(token, "37")
        return self._with(f"1;{code}" if strong else code, text)

    def water(self, text: str) -> str:
        """Paint water."""
        return self._with("36", text)

    def faint(self, text: str) -> str:
        """Paint what stands in the background."""
        return self._with("2", text)

    def _with(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}{_RESET}" if self.on and text.strip() else text


def paint_for(out: TextIO) -> Paint:
    """Return colours for a terminal, unless NO_COLOR asks for none or the terminal has none."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Paint(out.isatty() and not plain)
