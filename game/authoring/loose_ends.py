"""What a scenario takes over that refers to things it has not: found, and cut off."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Final

from game.authoring.compiling import make
from game.authoring.draft import Draft
from game.authoring.shelf import DraftShelf
from game.authoring.yaml_text import CannotEdit, YamlText
from game.scenario.layout import shown
from game.scenario.problems import Problem, Problems

_PATH: Final = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+)\[(\d+)\])?")
_CUT: Final = frozenset({"events", "objectives", "journal", "control", "history", "briefing"})
"""Files of which an item can go without harm to the others."""
_ROUNDS: Final = 10


def cut_off(folder: str, texts: Mapping[str, str]) -> tuple[dict[str, str], list[str], Problems]:
    """Return the texts of a package without inherited items that would be mistakes in it.

    Of an event only the effects go that cannot be, unless none is left. Beside the texts come
    what was cut, in a line each, and what is still wrong.
    """
    told: list[str] = []
    own = dict(texts)
    for _ in range(_ROUNDS):
        shelf = DraftShelf(folder, own)
        problems = make(shelf).problems
        draft = Draft(shelf, {kind: YamlText(text) for kind, text in own.items()})
        cut = [line for problem in _last_first(problems) if (line := _cut(draft, problem))]
        if not cut:
            return own, told, problems
        told += cut
        own = {kind: text.text for kind, text in draft.texts.items()}
    return own, told, make(DraftShelf(folder, own)).problems


def _last_first(problems: Problems) -> list[Problem]:
    """Problems in the order in which their items can be taken out by number, one for each item."""
    found: dict[tuple[str, str, int, str, int], Problem] = {}
    for problem in problems:
        name = os.path.basename(problem.file).removesuffix(".yaml")
        parts = _PATH.match(problem.path)
        if parts is not None:
            key = (name, parts[1], int(parts[2]), parts[3] or "", int(parts[4] or 0))
            found.setdefault(key, problem)
    return [found[key] for key in sorted(found, reverse=True)]


def _own(draft: Draft, problem: Problem) -> bool:
    """Whether a problem stands in a file of the package itself, which somebody has written so."""
    file = shown(os.path.join(draft.folder, os.path.basename(problem.file)))
    return problem.file == file


def _cut(draft: Draft, problem: Problem) -> str:
    """Take out what a problem is about; empty if that is no item that may go."""
    kind = os.path.basename(problem.file).removesuffix(".yaml")
    parts = _PATH.match(problem.path)
    if parts is None or kind not in _CUT or _own(draft, problem):
        return ""
    items = draft.get(kind, (parts[1],), [])
    number = int(parts[2])
    if not isinstance(items, list) or number >= len(items) or not isinstance(items[number], dict):
        return ""
    item = items[number]
    part: str | int = item["id"] if isinstance(item.get("id"), str) else number
    effects = item.get("effects")
    try:
        if parts[3] == "effects" and isinstance(effects, list) and len(effects) > 1:
            draft.remove(kind, (parts[1], part, "effects", int(parts[4])))
        else:
            draft.remove(kind, (parts[1], part))
    except CannotEdit:
        return ""
    name = item.get("id") or item.get("date") or f"{parts[1]}[{number}]"
    return f"{kind}.yaml, {name}: {problem.message}"
