"""The desk at which a package is compiled: it knows where every value stands and words mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from game.engine.board import NOWHERE
from game.hexes import HexGrid
from game.scenario.problems import Path, Report, nearest, printable
from game.scenario.reader import Node
from game.scenario.reader.tree import add
from game.scenario.wording import did_you_mean, listed

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_WORD: Final = re.compile(r"\S+")
TOLD_PER_TEXT: Final = 20
"""Bad words told of one text; a map in the wrong units would otherwise fill the screen."""


class Desk:
    """Looks up names and numbers for the compiling modules and reports what is wrong with them.

    A path here begins with the file: ``("forces", "units", 3, "at")``. Every look-up returns a
    value that is safe to go on with, so that one mistake does not hide the next.
    """

    def __init__(self, trees: Mapping[str, Node], report: Report) -> None:
        self._trees = trees
        self._report = report

    def say(
        self,
        path: Path,
        message: str,
        *,
        key: bool = False,
        offset: int | None = None,
        suggestion: str = "",
        sure: bool = False,
    ) -> None:
        """Report a mistake in the value at the path (at an offset, if it is a text)."""
        if self._full(path):
            return
        tree = self._trees[str(path[0])]
        where = {"key": key, "offset": offset, "suggestion": suggestion, "sure": sure}
        add(self._report, tree, path[1:], message, **where)

    def _full(self, path: Path) -> bool:
        """True, and one more counted, when nothing more is told of the file the value is in."""
        full = self._report.full(self._trees[str(path[0])].spot(path[1:])[0].name)
        if full:
            self._report.count_on(1)
        return full

    def line(self, path: Path) -> int:
        """Return the line the value at the path stands on."""
        return self._trees[str(path[0])].spot(path[1:])[1]

    def pick(self, what: str, word: str, index: Mapping[str, int], path: Path) -> int:
        """Return the number of the named thing; NOWHERE, reported, if there is none.

        `what` names its kind for the message: "side", "place" ...
        """
        number = index.get(word)
        if number is None:
            self.unknown(what, word, index, path)
            return NOWHERE
        return number

    def unknown(
        self, what: str, word: str, options: Iterable[str], path: Path, offset: int | None = None
    ) -> None:
        """Report a name that stands for nothing, with the near miss or the choice there is."""
        if self._full(path):
            return  # searching thousands of names for near misses takes its time
        known = list(options)
        near = nearest(word, known)
        rest = did_you_mean(near)
        if not rest and 0 < len(known) <= 12:
            rest = f" (there are: {listed(known)})"
        if word:
            message = f'unknown {what} "{printable(word)}"{rest}'
        else:
            message = f"the {what} is missing{rest}"
        # Ids are often alike; only capitals are certainly a slip.
        alike = sum(option.lower() == word.lower() for option in known)
        self.say(path, message, offset=offset, suggestion=near, sure=alike == 1)

    def choice(self, what: str, word: str, options: Iterable[str], path: Path) -> str:
        """Return the word if it is one of the options; report it, and return the first, if not."""
        known = list(options)
        if word not in known:
            self.unknown(what, word, known, path)
            return known[0]
        return word

    def index(self, what: str, ids: Iterable[str], path: Path) -> dict[str, int]:
        """Return number by id for the list at the path; bad and double ids are reported."""
        found: dict[str, int] = {}
        for number, name in enumerate(ids):
            here = (*path, number, "id")
            if name in found:
                first = self.line((*path, found[name], "id"))
                message = f'{what} "{printable(name)}" is there twice, first on line {first}'
                self.say(here, message)
                continue
            found[name] = number
            if not _ID.fullmatch(name):
                message = f"an id is made of letters, digits, _ . and -, not {_quoted(name)}"
                self.say(here, message)
        return found

    def within(self, value: int, low: int, high: int, path: Path) -> int:
        """Return the number, cut to low..high; report it if it had to be."""
        if value < low:
            told = "cannot be negative" if low == 0 else f"should be at least {low}, not {value}"
            self.say(path, told)
        elif value > high:
            self.say(path, f"should be at most {high}, not {value}")
        return min(max(value, low), high)

    def hex(self, grid: HexGrid, text: str, path: Path, offset: int | None = None) -> int:
        """Return the hex with this label; NOWHERE, reported, if it is none or off the map."""
        try:
            return grid.parse(text)
        except ValueError as error:
            self.say(path, _unquoted(str(error), text), offset=offset)
            return NOWHERE

    def hexes(self, grid: HexGrid, text: str, path: Path) -> tuple[int, ...]:
        """Return the hexes a text lists, without the bad ones, which are reported."""
        return tuple(number for number, _ in self.spots(grid, text, path))

    def spots(self, grid: HexGrid, text: str, path: Path) -> list[tuple[int, int]]:
        """Return the hexes a text lists, each with its offset in it; bad ones are reported."""
        found: list[tuple[int, int]] = []
        bad = 0
        for word in _WORD.finditer(text):
            number = self.hex(grid, word[0], path, word.start())
            if number != NOWHERE:
                found.append((number, word.start()))
                continue
            bad += 1
            if bad >= TOLD_PER_TEXT:
                break
        return found


def _quoted(text: str) -> str:
    return f'"{printable(text)}"'


def _unquoted(message: str, text: str) -> str:
    """The geometry names a bad label in full; a page of text is cut here."""
    return message.replace(repr(text), _quoted(text))
