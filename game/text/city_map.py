"""A map in letters: who holds what, where the units stand, the river and the front.

A hex is one letter; the odd rows lie half a hex to the right, and a line between two rows shows
what runs along the slanting hexsides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.engine.board import NO_SIDE, Board, River
from game.engine.rules.presence import hostile, side_of, stacks
from game.engine.state import GameState
from game.hexes import EAST, SOUTH_EAST, SOUTH_WEST
from game.text.paint import Paint
from game.text.window import Window

_CELL: Final = 4
_MARGIN: Final = 4
_WATER: Final = {River.MAIN: "~", River.CHANNEL: "-"}
_EDGES: Final = ((EAST, 2, "|"), (SOUTH_WEST, -1, "\\"), (SOUTH_EAST, 1, "/"))
"""Direction, columns from the letter of the hex, sign of a front along that hexside."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign on the map and how it is painted: as water, or for a side, strong for units."""

    text: str
    side: int = NO_SIDE
    strong: bool = False
    water: bool = False


def letters(state: GameState) -> tuple[str, ...]:
    """Return a letter for each side: of its id, the first that no side before it has."""
    found: list[str] = []
    for side in state.scenario.oob.sides:
        options = [sign for sign in side.id if sign.isalpha()]
        found.append(next((sign for sign in options if sign not in found), "?"))
    return tuple(found)


def draw(state: GameState, window: Window, paint: Paint) -> list[str]:
    """Return the lines of the map; numbers of columns stand above, of rows on the left."""
    columns = "".join(f"{col % 1000:<{_CELL}}" for col in window.columns)
    lines = [paint.faint((" " * _MARGIN + columns).rstrip())]
    for row in window.rows:
        hexes, edges = _row(state, window, row)
        lines.append(f"{paint.faint(f'{row % 1000:>3}')} {_painted(state, hexes, paint)}")
        if edges and row != window.rows[-1]:
            lines.append(f"{' ' * _MARGIN}{_painted(state, edges, paint)}")
    return lines


def legend(state: GameState) -> str:
    """Return the key to the letters and signs."""
    sides = state.scenario.oob.sides
    held = [f"{letter} {side.name}" for letter, side in zip(letters(state), sides, strict=True)]
    return (
        f"Held by: {', '.join(held)}, . nobody; a capital has units in it, with their number if "
        "there are more. River ~, side branch -, front | / \\"
    )


def _row(state: GameState, window: Window, row: int) -> tuple[dict[int, Sign], dict[int, Sign]]:
    """Signs of the hexes of a row and of the line below it, by column of the text."""
    board = state.scenario.board
    hexes: dict[int, Sign] = {}
    edges: dict[int, Sign] = {}
    for col in window.columns:
        h = board.grid.index(col, row)
        x = _CELL * (col - window.columns[0]) + 2 * (row & 1)
        _mark_hex(state, h, x, hexes)
        for direction, offset, front in _EDGES:
            there = board.grid.around[h][direction]
            if there < 0 or not window.holds(board, there) or x + offset < 0:
                continue
            sign = _edge(state, board, h, direction, front)
            if sign:
                (hexes if direction == EAST else edges)[x + offset] = sign
    return hexes, edges


def _mark_hex(state: GameState, h: int, x: int, line: dict[int, Sign]) -> None:
    units = stacks(state).get(h, [])
    owner = side_of(state, units[0]) if units else state.control[h]
    letter = letters(state)[owner] if owner != NO_SIDE else "."
    line[x] = Sign(letter.upper() if units else letter, owner, strong=bool(units))
    if len(units) > 1:
        line[x + 1] = Sign(str(min(len(units), 9)), owner)


def _edge(state: GameState, board: Board, h: int, direction: int, front: str) -> Sign | None:
    water = _WATER.get(River(board.rivers[6 * h + direction]))
    if water:
        return Sign(water, water=True)
    here, there = state.control[h], state.control[board.grid.around[h][direction]]
    if NO_SIDE not in (here, there) and hostile(state, here, there):
        return Sign(front)
    return None


def _painted(state: GameState, signs: dict[int, Sign], paint: Paint) -> str:
    sides = state.scenario.oob.sides
    line = ""
    at = 0
    for x in sorted(signs):
        sign = signs[x]
        text = sign.text
        if sign.water:
            text = paint.water(text)
        elif sign.side != NO_SIDE:
            text = paint.side(sides[sign.side].colour, text, strong=sign.strong)
        line += " " * (x - at) + text
        at = x + 1
    return line
