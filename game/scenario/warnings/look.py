"""What the checks look at, and where they say what they see."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Day  # noqa: N812 - as in the documents
from datetime import timedelta
from functools import cached_property
from itertools import chain
from typing import Any, Final

from game.engine.new_game import new_game
from game.engine.scenario import Effect
from game.engine.state import GameState
from game.scenario import layout
from game.scenario.build import Built
from game.scenario.documents import (
    BriefingDoc,
    ControlFileDoc,
    EventsDoc,
    ForcesDoc,
    HeaderDoc,
    HistoryDoc,
    MapDoc,
    ObjectivesDoc,
)
from game.scenario.problems import Path, Problem, Report

_ACCEPTED: Final = re.compile(r"#\s*accepted:\s*([\w ,-]+)")


class Look:
    """A package without errors: its documents, the scenario they make, its first morning.

    Raises:
        ValueError: for a package that has errors.
    """

    def __init__(self, built: Built) -> None:
        if built.scenario is None or built.report:
            raise ValueError("only a package without errors can be looked at for warnings")
        docs: dict[str, Any] = built.docs
        self.header: HeaderDoc = docs["scenario"]
        self.map: MapDoc = docs["map"]
        self.forces: ForcesDoc = docs["forces"]
        self.events: EventsDoc = docs["events"]
        self.objectives: ObjectivesDoc = docs["objectives"]
        self.briefing: BriefingDoc = docs["briefing"]
        self.history: HistoryDoc = docs["history"]
        self.control: ControlFileDoc = docs["control"]
        self.has_sources = bool(docs["sources"].sources)
        self._bundle = built.bundle
        self.folder = built.bundle.folder
        self.scenario = built.scenario
        self.trees = built.bundle.trees
        self._decrees = built.effects
        self._report = Report()

    @cached_property
    def morning(self) -> GameState:
        """The state of a game before the first order."""
        return new_game(self.scenario)[0]

    @cached_property
    def _general(self) -> list[list[str]]:
        """What is said for everything: by the package, then by those it extends."""
        found = []
        for folder in self._bundle.folders:
            path = os.path.join(folder, "scenario.yaml")
            header = self._bundle.shelf.tree(path, Report())
            lines = header.source.lines if header is not None else []
            found.append([text for text in lines if text.startswith("#")])
        return found

    def day(self, turn: int) -> Day:
        """Return the day of a turn."""
        return self.header.start + timedelta(days=turn - 1)

    def effects(self) -> Iterator[Effect]:
        """Every change that an event or a decree may make."""
        for event in self.scenario.events:
            yield from event.effects
        for effects in self._decrees:
            yield from effects

    def warn(
        self,
        code: str,
        path: Path,
        message: str,
        *,
        offset: int | None = None,
        inherited: bool = True,
    ) -> None:
        """Say that the value at a path (which begins with the file) is probably not meant so.

        What the author has accepted is not said, nor, without `inherited`, what stands in a file
        of a scenario that this one extends.
        """
        if (not inherited and not self.owns(path)) or self.accepted(code, path):
            return
        tree = self.trees[str(path[0])]
        self.tell(tree.problem(path[1:], message, offset=offset), code)

    def accepted(self, code: str, path: Path) -> bool:
        """Whether the author has said that it is meant so: there, above it, or for everything.

        What is inherited may have been accepted by a scenario it comes from.
        """
        source, line, _ = self.trees[str(path[0])].spot(path[1:])
        general = self._general[0] if self.owns(path) else [*chain(*self._general)]
        here = (*source.lines[line - 1 : line], *_comment_above(source.lines, line))
        for text in (*general, *here):
            found = _ACCEPTED.search(text)
            if found and code in re.split(r"[ ,]+", found[1]):
                return True
        return False

    def tell(self, problem: Problem, code: str) -> None:
        """Take in a warning that stands in no tree."""
        self._report.add(replace(problem, severity="warning", code=code))

    def told(self) -> tuple[Problem, ...]:
        """Return all warnings, by file and line."""
        return self._report.problems().items

    def owns(self, path: Path) -> bool:
        """Whether a value stands in a file of this package, not of one that it extends."""
        name = self.trees[str(path[0])].spot(path[1:])[0].name
        own = layout.shown(os.path.join(self.folder, "scenario.yaml"))
        return os.path.dirname(name) == os.path.dirname(own)


def _comment_above(lines: list[str], line: int) -> list[str]:
    """Return the line above, if it holds nothing but a comment."""
    above = lines[line - 2 : line - 1] if line > 1 else []
    return above if above and above[0].lstrip().startswith("#") else []
