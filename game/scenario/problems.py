"""What is wrong with a scenario, said so that its author can mend it.

A `Problem` names file, line, column and the path of the value; a `Report` collects the problems
of all files of a package while they are read and checked; a `ScenarioError` carries them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

FILE_LIMIT: Final = 100
"""Problems told one by one per file; a file with more is only counted on."""
QUOTE_WIDTH: Final = 100
MESSAGE_WIDTH: Final = 360
SHOWN_WIDTH: Final = 40
_NEAR: Final = 0.6
_LONGEST_WORD: Final = 60

Severity = Literal["error", "warning"]
"""An error keeps a package from being played; a warning says what is probably not meant."""

Path = tuple[str | int, ...]
"""Keys and indices from the top of a file down to a value."""


def spell(path: Path) -> str:
    """Return a path as authors read it, e.g. ``units[3].strength``."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return printable(text, 120)


def printable(text: str, width: int = SHOWN_WIDTH) -> str:
    """Return the text cut to `width` characters, with nothing in it that moves a cursor."""
    cut = text if len(text) <= width else text[: width - 1] + "…"
    cut = cut.replace("\t", " ")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in cut)


def nearest(word: str, options: Iterable[str]) -> str:
    """Return the option most like a misspelt word, or an empty text if none is much like it."""
    # A whole paragraph in the place of a name is no misspelling, and comparing it costs time.
    if not word or len(word) > _LONGEST_WORD:
        return ""
    from difflib import get_close_matches

    by_case = {option.lower(): option for option in options if len(option) <= _LONGEST_WORD}
    found = get_close_matches(word.lower(), list(by_case)[:2000], 1, _NEAR)
    return by_case[found[0]] if found else ""


def only_one(word: str, near: str, options: Iterable[str]) -> bool:
    """Whether no other option than the near miss is like the word: it can be put right unasked."""
    if not near:
        return False
    from difflib import get_close_matches

    by_case = {option.lower() for option in options if len(option) <= _LONGEST_WORD}
    if word.lower() in by_case:
        return True
    return len(get_close_matches(word.lower(), sorted(by_case)[:2000], 2, _NEAR)) == 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where it stands, what is wrong, and what may have been meant.

    Lines and columns count from 1. `quoted` is the line of the file (cut if long) and `caret` the
    offset in it of the offending text; `suggestion` is the near miss, or empty, and `sure` if
    nothing else can have been meant. A warning has a `code`, by which an author can say that it is
    meant so.
    """

    file: str
    line: int
    col: int
    path: str
    message: str
    quoted: str = ""
    caret: int = 0
    suggestion: str = ""
    severity: Severity = "error"
    code: str = ""
    sure: bool = False

    def __str__(self) -> str:
        where = f"{self.path}: " if self.path else ""
        mark = "warning: " if self.severity == "warning" else ""
        code = f" [{self.code}]" if self.code else ""
        head = f"{self.file}:{self.line}:{self.col}: {mark}{where}{self.message}{code}"
        if not self.quoted.strip():
            return head
        return f"{head}\n    {self.quoted}\n    {' ' * self.caret}^"

    def as_dict(self) -> dict[str, str | int]:
        """Return the problem as plain data, for `validate --json`."""
        return {
            "severity": self.severity,
            "code": self.code,
            "file": self.file,
            "line": self.line,
            "col": self.col,
            "path": self.path,
            "message": self.message,
            "quoted": self.quoted,
            "suggestion": self.suggestion,
        }


@dataclass(frozen=True, slots=True)
class Problems:
    """Everything that is wrong with a package, file by file and line by line.

    `more` counts problems beyond those listed. Empty (and false) when nothing is wrong.
    """

    items: tuple[Problem, ...] = ()
    more: int = 0

    def __len__(self) -> int:
        return len(self.items) + self.more

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.items)

    @property
    def errors(self) -> int:
        """How many of them are errors, those beyond the list included."""
        return sum(problem.severity == "error" for problem in self.items) + self.more

    @property
    def warnings(self) -> int:
        """How many of them are warnings."""
        return len(self) - self.errors

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.items]
        if self.more:
            lines.append(f"... and {self.more} more")
        return "\n".join(lines)


class ScenarioError(Exception):
    """A scenario cannot be used; `problems` says why, all of it."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return str(self.problems)


class Report:
    """Collects problems while files are read and checked; the same one is told only once."""

    def __init__(self) -> None:
        self._by_file: dict[str, dict[Problem, None]] = {}
        self._more = 0
        self._spoilt: set[tuple[str, int, int]] = set()

    def spoil(self, problem: Problem) -> None:
        """Take in a problem that makes any further one at the same spot mere consequence."""
        self.add(problem)
        self._spoilt.add((problem.file, problem.line, problem.col))

    def add(self, problem: Problem) -> None:
        """Take in a problem; beyond `FILE_LIMIT` of one file it is only counted."""
        if (problem.file, problem.line, problem.col) in self._spoilt:
            return
        told = self._by_file.setdefault(problem.file, {})
        if len(told) < FILE_LIMIT:
            told[problem] = None
        elif problem not in told:
            self._more += 1

    def count_on(self, number: int) -> None:
        """Count problems that nobody worded, because there are too many."""
        self._more += number

    def take(self, other: Report) -> None:
        """Take in all that another report holds."""
        for told in other._by_file.values():
            for problem in told:
                self.add(problem)
        self._spoilt |= other._spoilt
        self._more += other._more

    def full(self, file: str) -> bool:
        """True when further problems of the file would only be counted."""
        return len(self._by_file.get(file, ())) >= FILE_LIMIT

    def __bool__(self) -> bool:
        return bool(self._by_file)

    def problems(self) -> Problems:
        """Return all problems: files in the order they were first named, then by line."""
        items: list[Problem] = []
        for told in self._by_file.values():
            items.extend(sorted(told, key=lambda problem: (problem.line, problem.col)))
        return Problems(tuple(items), self._more)
