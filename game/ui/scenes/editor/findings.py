"""Reading the bare data of files, which may be anything: names, facts, hexes, places of problems.

Nothing here raises for data of a wrong shape; what cannot be made out is left out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from game.engine.scenario import Scenario
from game.hexes import HexGrid
from game.scenario.problems import Problem
from game.ui.scenes.editor.kinds import KINDS, Ref

_PART: Final = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_HEXES: Final = ("at", "hexes", "hex", "label")
_PAIRS: Final = ("between", "ends")
_PLACES: Final = ("place", "places", "holds")
_TOLD: Final = ("date", "side", "formation", "type", "kind", "state", "at", "box", "earliest")
_NAMES: Final = ("name", "title", "text")


@dataclass(frozen=True, slots=True)
class Where:
    """What a problem is about: a thing, the path of the value in it, a hex (-1 for none)."""

    ref: Ref | None = None
    path: tuple[str | int, ...] = ()
    hex: int = -1


def below(here: Any, part: str | int) -> Any:
    """Return the value under a key, a number or an id; None if there is none."""
    if isinstance(here, dict):
        return here.get(part)
    if not isinstance(here, list):
        return None
    if isinstance(part, int):
        return here[part] if 0 <= part < len(here) else None
    return next((x for x in here if isinstance(x, dict) and str(x.get("id")) == part), None)


def told(kind: str, row: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return name in English, in Arabic, and a line of facts of a thing."""
    en = ar = ""
    for key in _NAMES:
        text = row.get(key)
        if isinstance(text, dict):
            en, ar = _text(text.get("en")), _text(text.get("ar"))
        elif isinstance(text, str):
            en = text
        if en or ar:
            break
    if kind == "question":
        en, ar = _text(row.get("en")), _text(row.get("ar"))
    if kind == "relation" and isinstance(row.get("between"), list):
        en = " – ".join(map(_text, row["between"]))
        return en, "", _text(row.get("are"))
    if kind == "channel" and isinstance(row.get("between"), list):
        return " – ".join(map(_text, row["between"])), "", ""
    facts = [_text(row.get(key)) for key in _TOLD if key in row]
    if kind == "truth":
        return _text(row.get("place")), "", " · ".join(facts)
    if kind == "day":
        return _text(row.get("date")), "", ""
    if kind == "support":
        return _text(row.get("side")), "", _text(row.get("since"))
    return en[:80], ar[:80], " · ".join(fact for fact in facts[:2] if fact)


def hexes(row: Mapping[str, Any], grid: HexGrid | None, sketch: Scenario | None) -> list[int]:
    """Return the hexes a thing stands in, lies in, or speaks of."""
    if grid is None:
        return []
    found: dict[int, None] = {}
    for key in _HEXES:
        for label in _text(row.get(key)).split():
            found.update(_parsed(grid, label))
    for key in _PAIRS:
        for label in row[key] if isinstance(row.get(key), list) else ():
            found.update(_parsed(grid, _text(label)))
    if not found and sketch is not None:
        for name in _place_names(row):
            number = sketch.board.place_index.get(name)
            if number is not None:
                found.update(dict.fromkeys(sketch.board.places[number].hexes))
    return list(found)


def spot(row: Mapping[str, Any], grid: HexGrid | None, sketch: Scenario | None) -> int:
    """Return the hex to look at for a thing, -1 for none."""
    return next(iter(hexes(row, grid, sketch)), -1)


def _place_names(row: Mapping[str, Any]) -> list[str]:
    names: list[str] = []
    parts: list[Any] = [row, row.get("when"), *(row.get("effects") or ())]
    for part in parts:
        for key in _PLACES if isinstance(part, dict) else ():
            value = part.get(key)
            names += [_text(v) for v in value] if isinstance(value, list) else [_text(value)]
    return [name for name in names if name]


def _parsed(grid: HexGrid, label: str) -> dict[int, None]:
    try:
        return {grid.parse(label): None}
    except ValueError:
        return {}


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)


def where(
    data: Callable[[str], Any], problem: Problem, grid: HexGrid | None, sketch: Scenario | None
) -> Where:
    """Return what a problem is about, from the path it tells."""
    file = os.path.basename(problem.file).removesuffix(".yaml")
    parts: list[str | int] = [
        int(number) if number else name for name, number in _PART.findall(problem.path)
    ]
    kinds = [kind for kind in KINDS.values() if kind.file == file]
    if not kinds:
        return Where()
    for kind in kinds:
        depth = len(kind.path)
        if kind.path and tuple(parts[:depth]) == kind.path and len(parts) > depth:
            row = below(data(file), kind.path[0])
            row = below(row, parts[depth])
            name = row.get("id") if isinstance(row, dict) else None
            key = name if isinstance(name, str) and name else parts[depth]
            here = spot(row, grid, sketch) if isinstance(row, dict) else -1
            return Where((file, (*kind.path, key)), tuple(parts[depth + 1 :]), here)
    whole = next((kind for kind in kinds if kind.single), None)
    return Where((file, ()), tuple(parts)) if whole is not None else Where()
