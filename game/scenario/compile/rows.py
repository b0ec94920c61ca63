"""Rows of letters, one per hex, and what the letters stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.hexes import HexGrid
from game.scenario.compile.desk import TOLD_PER_TEXT, Desk
from game.scenario.documents import Rows
from game.scenario.problems import Path, printable
from game.scenario.wording import listed

MOST_LETTERS: Final = 100


def read_rows(
    text: str, grid: HexGrid, desk: Desk, path: Path, number: Callable[[str, int], int]
) -> bytes:
    """Return one number per hex; rows of a wrong length, and too many or few, are reported.

    `number` turns a letter (and its offset in the text) into 0..255.
    """
    values = bytearray(grid.size)
    count = wrong = start = 0
    for line in text.split("\n"):
        letters = [(start + at, sign) for at, sign in enumerate(line) if not sign.isspace()]
        start += len(line) + 1
        if not letters:
            continue
        if count < grid.height:
            for col, (at, sign) in enumerate(letters[: grid.width]):
                values[count * grid.width + col] = number(sign, at)
        if len(letters) != grid.width and wrong < TOLD_PER_TEXT:
            wrong += 1
            message = f"row {count} has {len(letters)} letters, the map is {grid.width} wide"
            desk.say(path, message, offset=letters[0][0])
        count += 1
    if count != grid.height:
        desk.say(path, f"there are {count} rows, the map is {grid.height} high")
    return bytes(values)


def read_lettered(
    rows: Rows, meanings: Mapping[str, int], grid: HexGrid, desk: Desk, path: Path
) -> bytes:
    """Return the number of each hex's letter; letters without a meaning are reported once each.

    `path` is that of the mapping with `legend` and `rows`; `meanings` is the legend, resolved.
    """
    missing: set[str] = set()

    def number(letter: str, offset: int) -> int:
        meaning = meanings.get(letter)
        if meaning is None:
            if letter not in missing and len(missing) < TOLD_PER_TEXT:
                known = listed(sorted(meanings))
                message = f'letter "{printable(letter)}" is not in the legend ({known})'
                desk.say((*path, "rows"), message, offset=offset)
            missing.add(letter)
            return 0
        return meaning

    return read_rows(rows.rows, grid, desk, (*path, "rows"), number)


def check_legend(rows: Rows, desk: Desk, path: Path) -> None:
    """Report legend entries that are not for one letter."""
    if len(rows.legend) > MOST_LETTERS:
        message = f"the legend explains {len(rows.legend)} letters (at most {MOST_LETTERS})"
        desk.say((*path, "legend"), message)
        return
    for letter in rows.legend:
        if len(letter) != 1 or letter.isspace():
            message = f'a legend explains single letters, not "{printable(letter)}"'
            desk.say((*path, "legend", letter), message, key=True)


def read_population(text: str, grid: HexGrid, desk: Desk, path: Path) -> bytes:
    """Return the population level 0-3 of each hex; other signs are reported."""
    told: set[str] = set()

    def level(sign: str, offset: int) -> int:
        if sign in ("0", "1", "2", "3"):
            return int(sign)
        if sign not in told and len(told) < TOLD_PER_TEXT:
            message = f'a level of population is a digit from 0 to 3, not "{printable(sign)}"'
            desk.say(path, message, offset=offset)
        told.add(sign)
        return 0

    return read_rows(text, grid, desk, path, level)
