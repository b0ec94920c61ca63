"""The glossary as a list of terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.ui.scenes.reading.markdown import document

_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Term:
    """A term in English and Arabic, and what it means (in English)."""

    en: str
    ar: str
    meaning: str

    def matches(self, wanted: str) -> bool:
        """True if what somebody types occurs in it."""
        folded = wanted.casefold()
        return any(folded in text.casefold() for text in (self.en, self.ar, self.meaning))


def terms() -> list[Term]:
    """Return the terms of the glossary in their order; none if the game came without one."""
    return list(_terms())


def _terms() -> Iterator[Term]:
    for block in document("glossary"):
        for row in block.rows[1:]:
            if len(row) == _COLUMNS:
                yield Term(*("".join(span.text for span in cell) for cell in row))
