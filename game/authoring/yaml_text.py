"""A YAML text that is changed in place: what an edit does not touch stays byte for byte.

An edit is worked out as splices of the text from the places of its values
(`game.authoring.yaml_layout`); the result is read again and held against what was meant, so a text
is either changed as asked or not at all.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from game.authoring.inheritance import same
from game.authoring.yaml_amend import amend_root
from game.authoring.yaml_layout import Path, Splice, Spot, lay_out, lines
from game.authoring.yaml_writing import OneLine

_BREAK: Final = re.compile("\r\n|\n|\r")
_SIGN: Final = re.compile(r"\S")
BYTE_ORDER_MARK: Final = "\ufeff"


class CannotEdit(Exception):  # noqa: N818 - the answer to a wish, worded for the author
    """A text cannot be changed as asked; the message says why and what to do."""


@dataclass(frozen=True)
class YamlText:
    """The text of a file, with the operations of an editor; every one returns a new text."""

    text: str

    @cached_property
    def root(self) -> Spot:
        """The values with their places.

        Raises:
            CannotEdit: if the text is no YAML as scenario files use it.
        """
        try:
            root = lay_out(self._body)
        except ValueError as error:
            raise CannotEdit(f"the file must be mended by hand first: {error}") from None
        if root is None or root.keys is None:
            return Spot(len(self._body), len(self._body), 0, keys={})
        return root

    @cached_property
    def plain(self) -> Any:
        """The bare data: dicts, lists, texts, numbers. Shared: not to be changed."""
        return self.root.plain()

    @property
    def readable(self) -> bool:
        """True if the text can be edited value by value."""
        try:
            return self.root is not None
        except CannotEdit:
            return False

    @property
    def _body(self) -> str:
        return self.text.removeprefix(BYTE_ORDER_MARK)

    @cached_property
    def line_break(self) -> str:
        """The line break of the file: that of its first line."""
        found = _BREAK.search(self.text)
        return found[0] if found else "\n"

    def get(self, path: Path, default: Any = None) -> Any:
        """Return the bare data at a path; in a list an id finds its item."""
        spot = self.root.at(path)
        return default if spot is None else spot.plain()

    def set(self, path: Path, value: Any) -> YamlText:
        """Put a value at a path; only what differs is written.

        Keys that are missing on the way are made. Items of lists with an `id` are told apart by
        it. Raises CannotEdit if the way leads through a single value or a missing item.
        """
        return self.turn_into(placed(self.plain, path, plain(value)))

    def remove(self, path: Path) -> YamlText:
        """Take out a key with its value, or an item of a list."""
        return self.turn_into(without(self.plain, path))

    def insert(self, path: Path, value: Any, index: int | None = None) -> YamlText:
        """Put an item into the list at a path, before number `index` or at the end.

        The list is made if it is missing.
        """
        items = list(found(self.plain, path) or [])
        items.insert(len(items) if index is None else index, plain(value))
        return self.turn_into(placed(self.plain, path, items))

    def turn_into(self, wanted: Any) -> YamlText:
        """Return the text changed as little as can be so that its data are those wanted."""
        if wanted == self.plain and same(wanted, self.plain):
            return self
        # A comment further in than a block above it would become part of that block.
        for meant in (wanted, _on_one_line(wanted)):
            made = self._spliced(amend_root(self._body, self.root, meant))
            if made.readable and same(made.plain, wanted):
                return made
        raise CannotEdit("this is written in a way that must be edited by hand")

    def set_letters(self, path: Path, letters: Mapping[tuple[int, int], str]) -> YamlText:
        """Replace single letters, by column and row, in the rows of letters at a path.

        Raises:
            CannotEdit: if there are no such rows, or a row has no such column.
        """
        spot = self.root.at(path)
        if spot is None or not isinstance(spot.value, str):
            raise CannotEdit("there are no rows of letters here")
        for letter in letters.values():
            if len(letter) != 1 or letter.isspace() or not letter.isprintable():
                raise CannotEdit(f'a hex is given one letter, not "{letter}"')
        if spot.style != "|":
            return self.set(path, with_letters(spot.value, letters))
        rows: dict[int, list[tuple[int, str]]] = {}
        for (col, row), letter in letters.items():
            rows.setdefault(row, []).append((col, letter))
        splices: list[Splice] = []
        number = 0
        stretch = list(lines(self._body, spot.start, spot.end))[1:]
        for start, end in stretch:
            signs = [found.start() for found in _SIGN.finditer(self._body, start, end)]
            if not signs:
                continue
            for col, letter in rows.pop(number, ()):
                if not 0 <= col < len(signs):
                    raise CannotEdit(f"row {number} has no column {col}")
                splices.append(Splice(signs[col], signs[col] + 1, letter))
            number += 1
        if rows:
            raise CannotEdit(f"there is no row {min(rows)}")
        return self._spliced(splices)

    def _spliced(self, splices: Iterable[Splice]) -> YamlText:
        mark = self.text[: len(self.text) - len(self._body)]
        return YamlText(mark + spliced(self._body, splices, self.line_break))


def spliced(text: str, splices: Iterable[Splice], line_break: str = "\n") -> str:
    """Return the text with stretches replaced; what is put in gets the file's line breaks."""
    pieces: list[str] = []
    at = 0
    # Of two at one place, the one named later comes first: it belongs further in.
    last_first = list(splices)[::-1]
    for splice in sorted(last_first, key=lambda s: (s.start, s.end)):
        made = splice.text.replace("\n", line_break) if line_break != "\n" else splice.text
        pieces += (text[at : splice.start], made)
        at = splice.end
    return "".join((*pieces, text[at:]))


def plain(value: Any) -> Any:
    """Return a value as a file holds it: days as texts, tuples as lists, keys as texts."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(below) for key, below in value.items()}
    if isinstance(value, list | tuple):
        return [plain(below) for below in value]
    return value


def found(data: Any, path: Path, default: Any = None) -> Any:
    """Return what stands at a path of bare data; in a list an id finds its item."""
    for part in path:
        if isinstance(data, dict) and part in data:
            data = data[part]
        elif isinstance(data, list) and (number := position(data, part)) is not None:
            data = data[number]
        else:
            return default
    return data


def position(items: list[Any], part: str | int) -> int | None:
    """Return the number of an item given by number or id; None if there is none."""
    if isinstance(part, int):
        return part if 0 <= part < len(items) else None
    for number, item in enumerate(items):
        if isinstance(item, dict) and "id" in item and str(item["id"]) == part:
            return number
    return None


def placed(data: Any, path: Path, value: Any) -> Any:
    """Return bare data with a value put at a path; shares what is not on the way."""
    if not path:
        return copy.deepcopy(value)
    part, rest = path[0], path[1:]
    if isinstance(data, list):
        number = position(data, part)
        if number is None:
            raise CannotEdit(f'there is no item "{part}" in the list')
        return [*data[:number], placed(data[number], rest, value), *data[number + 1 :]]
    if isinstance(data, dict) or data is None:
        name = str(part)
        return {**(data or {}), name: placed((data or {}).get(name), rest, value)}
    raise CannotEdit(f'"{part}" lies below a single value')


def without(data: Any, path: Path) -> Any:
    """Return bare data without the key or item at a path; shares what is not on the way."""
    part, rest = path[0], path[1:]
    if isinstance(data, list):
        number = position(data, part)
        if number is None:
            raise CannotEdit(f'there is no item "{part}" in the list')
        middle = [without(data[number], rest)] if rest else []
        return [*data[:number], *middle, *data[number + 1 :]]
    if isinstance(data, dict) and part in data:
        if rest:
            return {**data, str(part): without(data[str(part)], rest)}
        return {key: below for key, below in data.items() if key != part}
    raise CannotEdit(f'there is no "{part}"')


def _on_one_line(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _on_one_line(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_on_one_line(value) for value in data]
    return OneLine(data) if isinstance(data, str) else data


def with_letters(text: str, letters: Mapping[tuple[int, int], str]) -> str:
    """Return rows of letters with some replaced, by column and row."""
    rows = text.split("\n")
    solid = [number for number, row in enumerate(rows) if row.strip()]
    for (col, row), letter in letters.items():
        if row >= len(solid):
            raise CannotEdit(f"there is no row {row}")
        line = rows[solid[row]]
        signs = [sign.start() for sign in _SIGN.finditer(line)]
        if col >= len(signs):
            raise CannotEdit(f"row {row} has no column {col}")
        rows[solid[row]] = line[: signs[col]] + letter + line[signs[col] + 1 :]
    return "\n".join(rows)
