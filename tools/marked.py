"""Parts of documents that commands write: between `<!-- NAME -->` and `<!-- end NAME -->`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def write_part(name: str, part: str, lines: Sequence[str]) -> None:
    """Replace a part of a document in `docs/`.

    Raises:
        ValueError: if the document has no such part.
    """
    path = DOCS / name
    text = path.read_text(encoding="utf-8")
    opening, closing = f"<!-- {part} -->\n", f"<!-- end {part} -->"
    before, found, rest = text.partition(opening)
    _old, ended, after = rest.partition(closing)
    if not (found and ended):
        raise ValueError(f"{path} has no part {opening.strip()} ... {closing}")
    path.write_text(before + opening + "\n".join(lines) + "\n" + closing + after, encoding="utf-8")


def row(cells: Sequence[object]) -> str:
    """A row of a table."""
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """A table."""
    return [row(head), "|" + "---|" * len(head), *(row(cells) for cells in rows)]
