"""Goes round a package until nothing more can be put right."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.authoring.compiling import make
from game.authoring.keeping import read_texts
from game.authoring.mending.items import without_double
from game.authoring.mending.schema_line import with_schema_line
from game.authoring.mending.unreadable import made_readable
from game.authoring.mending.values import repair
from game.authoring.shelf import DraftShelf
from game.authoring.yaml_layout import Splice
from game.authoring.yaml_text import YamlText, spliced
from game.scenario import layout
from game.scenario.problems import Problem, Problems, printable

_MOST_ROUNDS: Final = 30


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was put right."""

    file: str
    line: int
    """In the text as it was when this was found; 0 for a whole file."""
    what: str

    def __str__(self) -> str:
        place = f":{self.line}" if self.line else ""
        return f"{self.file}{place}: {self.what}"


@dataclass(frozen=True, slots=True)
class Mended:
    """The texts of a package before and after, what was done, and the errors that are left."""

    folder: str
    before: dict[str, str]
    after: dict[str, str]
    changes: tuple[Change, ...]
    problems: Problems


def mend(folder: str) -> Mended:
    """Return the texts of the package in a folder with every slip of form put right.

    Nothing is written.
    """
    before = read_texts(folder)[0]
    shelf = DraftShelf(folder, dict(before))
    changes: list[Change] = []
    problems = make(shelf).problems
    for _ in range(_MOST_ROUNDS):
        found = list(_round(folder, shelf, problems))
        if not found:
            break
        changes += found
        problems = make(shelf).problems
    changes += _schema_lines(folder, shelf)
    return Mended(folder, before, dict(shelf.texts), tuple(changes), make(shelf).problems)


def _round(folder: str, shelf: DraftShelf, problems: Problems) -> Iterator[Change]:
    """Put right one problem of each line; what came of it shows in the next round."""
    touched: set[tuple[str, int]] = set()
    # From the bottom up, so that the places of what is above stay true.
    for problem in sorted(problems, key=lambda p: (p.line, p.col), reverse=True):
        kind = _kind(folder, problem)
        if kind not in shelf.texts or (kind, problem.line) in touched:
            continue
        text = shelf.texts[kind]
        made, what = _mended(kind, text, problem)
        if made == text:
            continue
        touched.add((kind, problem.line))
        shelf.texts = {**shelf.texts, kind: made}
        yield Change(problem.file, problem.line, what)


def _kind(folder: str, problem: Problem) -> str:
    """The file of the package that a problem is in; empty for those of others."""
    head, name = os.path.split(problem.file)
    own = os.path.dirname(layout.shown(os.path.join(folder, "scenario.yaml")))
    return name.removesuffix(".yaml") if head == own else ""


def _mended(kind: str, text: str, problem: Problem) -> tuple[str, str]:
    """Return the text with a problem put right, and what was done; the text itself if it cannot."""
    readable = made_readable(text, problem)
    if readable is not None:
        return readable
    single = without_double(text, problem)
    if single is not None:
        return single, "taken out: the same stands above"
    splice = repair(kind, text, problem)
    if splice is None:
        return text, ""
    made = spliced(text, [splice])
    if not YamlText(made).readable:
        return text, ""
    return made, _told(text, splice)


def _told(text: str, splice: Splice) -> str:
    old, new = text[splice.start : splice.end], splice.text.strip()
    return f"{printable(old, 60)} -> {printable(new, 60)}" if old else f"added {new}"


def _schema_lines(folder: str, shelf: DraftShelf) -> list[Change]:
    changes = []
    for kind, text in shelf.texts.items():
        made = with_schema_line(kind, text)
        if made != text and YamlText(text).readable:
            shelf.texts = {**shelf.texts, kind: made}
            name = layout.shown(os.path.join(folder, f"{kind}.yaml"))
            changes.append(Change(name, 1, "added the line that names its schema"))
    return changes
