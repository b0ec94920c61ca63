"""The journal of a day: what was reported, how sure it is, and who says otherwise."""

from __future__ import annotations

from typing import Final

from game.scenario.documents import JournalDoc
from game.text.page import item

GRADES: Final = {"A": "corroborated", "B": "one source", "C": "contested"}


def entry(doc: JournalDoc) -> list[str]:
    """Return the lines of an entry; its other accounts follow it, with no verdict on them."""
    window = f" ({doc.window.replace('/', ' to ')})" if doc.window else ""
    lines = item(f"{doc.id}, grade {doc.grade} ({GRADES[doc.grade]}){window}: {doc.text.en}")
    rows = f" [{', '.join(doc.rows)}]" if doc.rows else ""
    lines += item(f"Sources: {doc.sources}{rows}", 2)
    for claim in doc.claims:
        lines += item(f"Other account: {claim.en}", 2)
    return lines
