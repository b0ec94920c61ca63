"""What is typed and what is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TextIO

from game.text.page import item, paragraph
from game.text.paint import Paint, paint_for


class Console:
    """Reads lines and writes lines."""

    def __init__(self, source: TextIO, out: TextIO, lines: Iterator[str] | None = None) -> None:
        """Read from `source`; in a terminal with the line editing there is.

        `lines` gives the input instead, for a game that is driven by a program.
        """
        self._source, self._out, self._lines = source, out, lines
        self.paint: Paint = paint_for(out)
        self.live = lines is None and source.isatty() and out.isatty()
        """Whether a person sits at a terminal."""
        if self.live:
            with suppress(ImportError):  # Windows has none
                import readline  # noqa: F401 - being there, it gives `input` editing and history

    def ask(self, prompt: str) -> str | None:
        """Return the next line typed, without blanks around it; None at the end of the input."""
        if self.live:
            try:
                return input(prompt).strip()
            except EOFError:
                self.say()
                return None
        line = next(self._lines, None) if self._lines is not None else self._source.readline()
        if not line and (line is None or self._lines is None):
            self.say()
            return None
        typed = (line or "").strip()
        self.say(f"{prompt}{typed}")
        return typed

    def say(self, *lines: str) -> None:
        """Write lines as they are, an empty one without any."""
        self._out.write("\n".join(lines) + "\n")
        self._out.flush()

    def heading(self, text: str) -> None:
        """Write a heading, with an empty line before it."""
        self.say("", self.paint.heading(text))

    def tell(self, text: str) -> None:
        """Write a text within the width of a page."""
        if text:
            self.say(*paragraph(text))

    def items(self, texts: Iterable[str], indent: int = 0) -> int:
        """Write the items of a list; returns how many there were."""
        count = 0
        for text in texts:
            self.say(*item(text, indent))
            count += 1
        return count
