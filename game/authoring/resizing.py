"""Rows and columns added to a map or cut from it; every hex keeps its neighbours and its things.

All labels of all files move along. Odd rows lie half a hex to the right. An odd number of rows at
the north turns that round for the others: what was set in moves a column on, and the map becomes a
column wider, half a hex at either edge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from game.authoring.draft import Draft
from game.authoring.edit import Edit
from game.authoring.forms import Field, FieldKind
from game.authoring.hexes import grid_of
from game.authoring.walking import HEX_KINDS, altered
from game.authoring.yaml_layout import Path
from game.authoring.yaml_text import CannotEdit
from game.scenario.compile.board import LARGEST
from game.scenario.layout import FILES
from game.scenario.problems import spell

_LABEL: Final = re.compile(r"(?<![\w.-])(\d+)_(\d+)(?![\w.-])")
_TOLD: Final = 5


def resize(*, west: int = 0, north: int = 0, east: int = 0, south: int = 0) -> Edit:
    """Add columns and rows at the edges, or cut them off where a number is negative.

    New hexes are like those beside them, without people. Nothing that stands on one hex is cut
    off; roads, places and other lists of hexes lose those that go.
    """

    def change(draft: Draft) -> None:
        grid = grid_of(draft)
        width, height = grid.width + west + east + north % 2, grid.height + north + south
        if not (0 < width <= LARGEST and 0 < height <= LARGEST):
            raise CannotEdit(f"a map is 1 to {LARGEST} hexes wide and high, not {width} x {height}")
        shift = _Shift(west, north, width, height)
        made = {
            kind: altered(kind, draft.data(kind), shift.value) for kind in FILES if kind != "rules"
        }
        shift.refuse()
        made["map"] = {**made["map"], "width": width, "height": height}
        for kind, data in made.items():
            if data and data != draft.data(kind):
                draft.turn_into(kind, data)

    return Edit("map.resize", change)


@dataclass(slots=True)
class _Shift:
    west: int
    north: int
    width: int
    height: int
    lost: list[str] | None = None

    def value(self, field: Field, value: Any, path: Path) -> Any:
        if not isinstance(value, str):
            return value
        if field.kind is FieldKind.LETTERS:
            return self._rows(value, path)
        if field.kind not in HEX_KINDS:
            return value
        if field.kind is FieldKind.HEXES:
            return self._list(value, path)
        if field.kind is FieldKind.HEXSIDES:
            return " ".join(self._words(pair) for pair in value.split() if not self._cut(pair))
        if self._cut(value):
            self._lose(path, value)
        return self._words(value)

    def refuse(self) -> None:
        """Raise CannotEdit if something would be cut off."""
        if self.lost:
            more = f" and {len(self.lost) - _TOLD} more" if len(self.lost) > _TOLD else ""
            raise CannotEdit(f"would be cut off: {', '.join(self.lost[:_TOLD])}{more}")

    def _list(self, text: str, path: Path) -> str:
        labels = text.split()
        kept = [label for label in labels if not self._cut(label)]
        if labels and not kept:
            self._lose(path, text)
        if len(kept) == len(labels):
            return self._words(text)
        return " ".join(self._words(label) for label in kept)

    def _lose(self, path: Path, text: str) -> None:
        self.lost = [*(self.lost or ()), f"{spell(path)} ({text})"]

    def _cut(self, text: str) -> bool:
        return any(not self._inside(int(col), int(row)) for col, row in _LABEL.findall(text))

    def _inside(self, col: int, row: int) -> bool:
        return 0 <= col + self._right(row) < self.width and 0 <= row + self.north < self.height

    def _right(self, row: int) -> int:
        """How many columns the hexes of a row move to the right."""
        return self.west + (row % 2 if self.north % 2 else 0)

    def _words(self, text: str) -> str:
        return _LABEL.sub(
            lambda label: (
                f"{int(label[1]) + self._right(int(label[2]))}_{int(label[2]) + self.north}"
            ),
            text,
        )

    def _rows(self, text: str, path: Path) -> str:
        lines = [line for line in text.split("\n") if line.strip()]
        if not lines:
            return text
        rows = ["".join(line.split()) for line in lines]
        blank = "0" if path == ("population",) else ""
        between = " " if any(" " in line.strip() for line in lines) else ""
        set_in = any(line.startswith(" ") for line in lines[1::2])
        made = self._columns(rows, blank)
        made = self._lines(made, blank)
        return "".join(
            (" " * (number % 2) if set_in else "") + between.join(row) + "\n"
            for number, row in enumerate(made)
        )

    def _columns(self, rows: list[str], blank: str) -> list[str]:
        made = []
        for number, row in enumerate(rows):
            right = self._right(number)
            west = (blank or row[0]) * max(0, right)
            grown = west + row[max(0, -right) :]
            grown = grown[: self.width]
            made.append(grown + (blank or row[-1]) * (self.width - len(grown)))
        return made

    def _lines(self, rows: list[str], blank: str) -> list[str]:
        first, last = rows[0], rows[-1]
        north = [blank * len(first) if blank else first] * max(0, self.north)
        made = [*north, *rows[max(0, -self.north) :]][: self.height]
        south = [blank * len(last) if blank else last] * (self.height - len(made))
        return [*made, *south]
