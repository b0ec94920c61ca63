"""The scenarios there are, as a menu shows them."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - as in the documents

from game.scenario import cache as store
from game.scenario import layout
from game.scenario.documents import HeaderDoc, SideDoc, Text
from game.scenario.structure import MISSHAPEN, structure


@dataclass(frozen=True, slots=True)
class ScenarioEntry:
    """A scenario as a menu shows it. A broken one has `errors`, and may lack all but id and path.

    `id` is the name of its folder, by which it is loaded.
    """

    id: str
    path: str
    title: Text
    kind: str = ""
    start: Day | None = None
    end: Day | None = None
    sides: tuple[SideDoc, ...] = ()
    summary: Text = field(default_factory=lambda: Text(""))
    question: Text | None = None
    errors: int = 0


def entries(root: str | os.PathLike[str] | None = None) -> list[ScenarioEntry]:
    """Return the scenarios below a folder, or those shipped with the game, sorted by id.

    Every one is checked in full (the answer is kept while its files do not change); what is wrong
    with a broken one, `validate` tells.
    """
    folder = os.fspath(root) if root is not None else layout.shipped()
    return [entry_of(os.path.join(folder, name)) for name in layout.ids(folder)]


def entry_of(path: str | os.PathLike[str]) -> ScenarioEntry:
    """Return the scenario in a folder as `entries` does.

    Raises:
        ScenarioError: if there is no such folder.
    """
    folder = layout.locate(path)
    kept = kept_entry(folder)
    if kept is not None:
        return kept
    from game.scenario.build import build

    name = os.path.basename(folder)
    built = build(folder, record=True)
    header: HeaderDoc | None = built.docs.get("scenario")
    errors = len(built.report.problems())
    if header is None:
        return ScenarioEntry(name, folder, Text(name), errors=max(errors, 1))
    entry = ScenarioEntry(
        name,
        folder,
        header.title,
        header.kind,
        header.start,
        header.end,
        header.sides,
        header.summary,
        header.question,
        errors,
    )
    if not errors:
        from game.scenario.package import keep

        keep(folder, "entry", entry, built.bundle)
        # Who sees a scenario in a menu is about to play it or to read about it.
        keep(folder, "play", built.scenario, built.bundle)
        keep(folder, "record", built.record(), built.bundle)
    return entry


def kept_entry(folder: str) -> ScenarioEntry | None:
    """Return the scenario in a folder as it was found before, None if its files have changed."""
    data = store.fetch(folder, "entry", layout.FILES)
    if data is not None:
        with suppress(*MISSHAPEN):
            return structure(ScenarioEntry, data)
    return None
