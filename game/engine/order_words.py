"""Reading the words of a written order one by one, with a helpful word about each mistake.

It knows what units, places and so on there are, so that a misspelt id is met with the nearest
one there is. What the words mean together is in `order_text`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches
from typing import Final

from game.engine.scenario import Scenario

_HEX: Final = re.compile(r"[0-9]{1,9}_[0-9]{1,9}")
_NUMBER: Final = re.compile(r"[0-9]{1,3}")


class OrderSyntaxError(ValueError):
    """A written order that cannot be read; the message says what was expected."""


class Words:
    """The words of one order, taken from left to right."""

    def __init__(self, scenario: Scenario, text: str) -> None:
        self.scenario = scenario
        self._text = " ".join(text.split())
        self._words = self._text.split()
        self._next = 0

    def peek(self) -> str:
        """The next word, empty at the end."""
        return self._words[self._next] if self._next < len(self._words) else ""

    def take(self, *words: str) -> bool:
        """Take these words if they come next."""
        if tuple(self._words[self._next : self._next + len(words)]) != words:
            return False
        self._next += len(words)
        return True

    def need(self, what: str) -> str:
        """Take the next word, whatever it is; `what` says what it should be."""
        word = self.peek()
        if not word:
            raise self.error(f"{what} is missing at the end")
        self._next += 1
        return word

    def expect(self, word: str) -> None:
        """Take a word that has to stand here."""
        if not self.take(word):
            found = f"not {self.peek()!r}" if self.peek() else "but the order ends"
            raise self.error(f"{word!r} should come next, {found}")

    def end(self) -> None:
        """Nothing more may come."""
        if self.peek():
            raise self.error(f"{self.peek()!r} is too much")

    def error(self, message: str) -> OrderSyntaxError:
        """A mistake in this order."""
        return OrderSyntaxError(f"{message} (in {self._text!r})")

    def one_of(self, known: Collection[str], what: str) -> str:
        """An id of those known."""
        word = self.need(f"a {what}")
        if word not in known:
            raise self.error(unknown(word, known, what))
        return word

    def hex(self) -> int:
        """A hex, `col_row`."""
        word = self.need("a hex")
        try:
            return self.scenario.board.grid.parse(word)
        except ValueError as wrong:
            raise self.error(str(wrong)) from None

    def hexes(self) -> tuple[int, ...]:
        """One hex or more."""
        found = [self.hex()]
        while _HEX.fullmatch(self.peek()):
            found.append(self.hex())
        return tuple(found)

    def number(self, what: str) -> int:
        """A small number."""
        word = self.need(f"the number of {what}")
        if not _NUMBER.fullmatch(word):
            raise self.error(f"{word!r} is not a number of {what}")
        return int(word)

    def unit(self) -> str:
        """A unit."""
        return self.one_of(self.scenario.oob.unit_index, "unit")

    def units(self, closing: Collection[str]) -> tuple[str, ...]:
        """One unit or more, up to a closing word."""
        found = [self.unit()]
        index = self.scenario.oob.unit_index
        while self.peek() and self.peek() not in closing:
            if self.peek() not in index:
                raise self.error(unknown(self.peek(), [*index, *closing], "unit"))
            found.append(self.unit())
        return tuple(found)

    def box(self) -> str:
        """A box."""
        return self.one_of(self.scenario.board.box_index, "box")

    def crossing(self) -> str:
        """A crossing."""
        return self.one_of(self.scenario.board.crossing_index, "crossing")

    def place(self) -> str:
        """A place."""
        return self.one_of(self.scenario.board.place_index, "place")

    def side(self) -> str:
        """A side."""
        return self.one_of(self.scenario.oob.side_index, "side")

    def leader(self) -> str:
        """A leader."""
        return self.one_of(self.scenario.oob.leader_index, "leader")

    def tunnel(self) -> str:
        """A tunnel."""
        return self.one_of([t.id for t in self.scenario.oob.tunnels], "tunnel")


def unknown(word: str, known: Collection[str], what: str) -> str:
    """Says that there is no such thing, and names the nearest one there is."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return f"there is no {what} {word!r}" + (f"; did you mean {near[0]!r}?" if near else "")
