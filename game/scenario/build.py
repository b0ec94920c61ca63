"""Reads, checks and compiles a package: the long way, taken when the cache does not know it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from game.engine.scenario import Effect, Scenario
from game.scenario import layout
from game.scenario.bundle import Bundle, gather
from game.scenario.check import DOCUMENTS
from game.scenario.compile import Documents, compile_scenario
from game.scenario.compile.desk import Desk
from game.scenario.compile.record import check_record
from game.scenario.problems import Report
from game.scenario.record import Record
from game.scenario.shelf import DISK, Shelf


@dataclass(slots=True)
class Built:
    """What came of a package: its documents by file, the scenario, and what is wrong with it.

    A document is missing if its file is broken; optional files that are absent are empty
    documents. The scenario is only to be used when the report is empty.
    """

    bundle: Bundle
    report: Report
    docs: dict[str, Any] = field(default_factory=dict)
    scenario: Scenario | None = None
    effects: tuple[tuple[Effect, ...], ...] = ()
    """What each decree of the history changes."""

    def record(self) -> Record:
        """Return the record of a package that was built with it and has no errors."""
        docs = [self.docs[kind] for kind in ("scenario", *layout.RECORD_FILES)]
        return Record(*[*docs, self.effects])


def build(folder: str, *, record: bool, shelf: Shelf = DISK) -> Built:
    """Return what the package in a folder makes; with `record`, its files of the record too."""
    kinds = layout.FILES if record else layout.PLAY_FILES
    report = Report()
    bundle = gather(folder, kinds, report, shelf)
    built = Built(bundle, report)
    if bundle.orphan:
        return built
    for kind in kinds:
        if kind in bundle.trees:
            doc = shelf.document(kind, bundle.trees[kind], report)
            if doc is not None and kind not in bundle.broken:
                built.docs[kind] = doc
        elif kind not in bundle.broken and kind not in layout.REQUIRED and kind != "rules":
            built.docs[kind] = DOCUMENTS[kind]()
    desk = Desk(bundle.trees, report)
    plays = Documents(
        *(built.docs.get(kind) for kind in ("scenario", "map", "forces", "rules")),
        *(built.docs.get(kind) for kind in ("events", "objectives")),
    )
    compiled = compile_scenario(plays, desk, content_hash(bundle))
    if compiled is not None:
        built.scenario, names = compiled
        if record:
            built.effects = check_record(built.docs, built.scenario, names, desk)
    return built


def content_hash(bundle: Bundle) -> str:
    """Return 16 hex digits of what a game depends on: the merged data of the play files.

    Comments, layout and the order of keys do not count, nor do the files of the record.
    """
    data = {kind: bundle.trees[kind].plain() for kind in layout.PLAY_FILES if kind in bundle.trees}
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
