"""Items of a list that stand in it twice, word for word."""

from __future__ import annotations

import re
from typing import Final

from game.authoring.mending.places import offset_of
from game.authoring.yaml_layout import Path, Spot
from game.authoring.yaml_text import CannotEdit, YamlText
from game.scenario.problems import Problem

_TWICE: Final = re.compile(r"is there twice, first on line \d+$")


def without_double(text: str, problem: Problem) -> str | None:
    """Return the text without an item that says the same as an earlier one of its id.

    None if the problem is another, or if the two differ: then only the author knows.
    """
    if not _TWICE.search(problem.message):
        return None
    file = YamlText(text)
    try:
        path = _path_to(file.root, offset_of(text, problem.line, problem.col))
        # The id of an item of a list: ... list, number, "id".
        if len(path) < 3 or path[-1] != "id":
            return None
        items = file.get(path[:-2])
        number = path[-2]
        if not isinstance(number, int) or items.index(items[number]) == number:
            return None
        return file.remove(path[:-1]).text
    except CannotEdit:
        return None


def _path_to(spot: Spot, offset: int) -> Path:
    """Return the way to the value at an offset."""
    for number, item in enumerate(spot.items or ()):
        if item.start <= offset <= item.end:
            return (number, *_path_to(item, offset))
    for name, key in (spot.keys or {}).items():
        if key.value.start <= offset <= key.value.end:
            return (name, *_path_to(key.value, offset))
    return ()
