"""What is different about the ground on a later morning: the text of a `map.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.board import NO_SIDE
from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.hexes import HexGrid
from game.history.yaml_lines import flow, wrapped


def map_text(scenario: Scenario, state: GameState) -> str:
    """Return the YAML of control, boxes, crossings, works, rubble and people that differ."""
    board = scenario.board
    lines: list[str] = []
    if state.control != board.start_control:
        letters = _letters([side.id for side in scenario.oob.sides])
        legend = {letter: side.id for letter, side in zip(letters, scenario.oob.sides, strict=True)}
        signs = dict(enumerate(letters))
        legend["."] = '""'
        lines += ["control:", f"  legend: {flow(legend)}", "  rows: |"]
        lines += _rows(board.grid, (signs.get(side, ".") for side in state.control))
    if state.population != board.population:
        lines += ["population: |", *_rows(board.grid, (str(n) for n in state.population))]
    for key, start, now in (
        ("works", board.start_works, state.works),
        ("rubble", board.start_rubble, state.rubble),
    ):
        if now != (start or bytes(board.grid.size)):
            lines += _levels(board.grid, key, now)
    changed = []
    for site, crossing in zip(board.crossings, state.crossings, strict=True):
        change = {}
        if crossing.state is not site.start:
            change["state"] = crossing.state.value
        if crossing.work != site.start_work:
            change["work"] = str(crossing.work)
        if change:
            changed.append(f"  - {flow({'id': site.id, **change})}")
    lines += ["crossings:", *changed] if changed else []
    passed = [
        f"  - {flow({'id': box.id, 'control': _side(scenario, now)})}"
        for box, now in zip(board.boxes, state.boxes, strict=True)
        if now != box.start_control
    ]
    lines += ["boxes:", *passed] if passed else []
    return "\n".join(lines)


def _side(scenario: Scenario, side: int) -> str:
    return '""' if side == NO_SIDE else scenario.oob.sides[side].id


def _letters(ids: list[str]) -> list[str]:
    """Return a letter for each side: the first one of its id that no side before it has."""
    found: list[str] = []
    spare = (sign for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for name in ids:
        own = (sign.upper() for sign in name if sign.isalpha())
        found.append(next(sign for sign in (*own, *spare) if sign not in found))
    return found


def _rows(grid: HexGrid, signs: Iterator[str]) -> Iterator[str]:
    """Rows of signs as on the map: odd ones half a hex to the right."""
    every = list(signs)
    for row in range(grid.height):
        here = every[row * grid.width : (row + 1) * grid.width]
        yield "    " + " " * (row % 2) + " ".join(here)


def _levels(grid: HexGrid, key: str, levels: bytes) -> list[str]:
    lines = [f"{key}:"] if any(levels) else [f"{key}: []"]
    for level in sorted(set(levels) - {0}):
        labels = (grid.label(h) for h, there in enumerate(levels) if there == level)
        lines += [f"  - level: {level}", "    hexes: >-", *wrapped(labels, " " * 6)]
    return lines
