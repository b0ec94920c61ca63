"""The record of a scenario: what is read about the battle, not played."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.scenario import Effect
from game.scenario.documents import (
    BriefingDoc,
    ControlFileDoc,
    DecreeDoc,
    HeaderDoc,
    HistoryDoc,
    JournalFileDoc,
    SourcesDoc,
)


@dataclass(frozen=True, slots=True)
class Record:
    """The header of a scenario and the files that tell its story."""

    header: HeaderDoc
    briefing: BriefingDoc
    sources: SourcesDoc
    journal: JournalFileDoc
    history: HistoryDoc
    control: ControlFileDoc
    effects: tuple[tuple[Effect, ...], ...] = ()
    """What each decree of the history changes, in the order of the file."""

    def decree_effects(self, decree: DecreeDoc) -> tuple[Effect, ...]:
        """Return what a decree of the history changes, ready for the engine."""
        every = [known for day in self.history.days for known in day.decrees]
        return self.effects[every.index(decree)]
