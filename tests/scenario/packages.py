"""Copies of the tiny package for tests to break."""

from __future__ import annotations

from pathlib import Path

from game.scenario.package import Problem, validate

TINY = Path(__file__).parent / "data" / "tiny"


class Package:
    """A copy of a package that a test may edit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the only occurrence of a text in a file."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, name: str, data: str | bytes) -> None:
        """Replace a whole file."""
        raw = data.encode("utf-8") if isinstance(data, str) else data
        (self.folder / name).write_bytes(raw)

    def heads(self) -> list[str]:
        """Validate; return the first line of each problem, file names bare."""
        return [self.head(problem) for problem in validate(self.folder)]

    def head(self, problem: Problem) -> str:
        """The first line of a problem, with file names as within the package."""
        return str(problem).splitlines()[0].replace(f"{self.folder}/", "")
