"""The record: `sources.yaml`, `journal.yaml`, `history.yaml` and `control.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - fields are called `date`
from typing import Any, ClassVar, Literal

from game.engine.rulebook import STRICT
from game.scenario.documents.events import EffectDoc
from game.scenario.documents.meanings import PlaceId, Prose, SideId, SourceRow


@dataclass(frozen=True, slots=True)
class SourceDoc:
    """A statement with its source: one row of the time line."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """S... = stated in the ground document, E... = other sources."""
    date: str
    """A day, or two days with a slash."""
    text: Prose
    source: str
    certainty: str = ""
    note: Prose = ""


@dataclass(frozen=True, slots=True)
class SourcesDoc:
    """`sources.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    sources: tuple[SourceDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class JournalDoc:
    """One entry of the journal."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    date: Day
    """Day on which it is shown."""
    kind: str
    text: Prose
    grade: Literal["A", "B", "C"]
    """A corroborated, B one source, C contested."""
    rows: tuple[SourceRow, ...]
    """Source rows it rests on."""
    sources: str
    claims: tuple[str, ...] = ()
    """Counter-claims, each with its claimant."""
    places: tuple[PlaceId, ...] = ()
    sides: tuple[SideId, ...] = ()
    figures: dict[str, str] = field(default_factory=dict)
    shown_in: Literal["journal", "briefing", "oob", "aftermath"] = "journal"
    window: str = ""
    """The date as the source gives it."""


@dataclass(frozen=True, slots=True)
class JournalFileDoc:
    """`journal.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    journal: tuple[JournalDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlDoc:
    """Who holds a place from a day on: one row of the truth table."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    place: PlaceId
    date: Day
    side: str
    """Side id or `contested`."""
    start: bool = False
    """The state on the morning of the first day."""
    rows: tuple[SourceRow, ...] = ()
    note: Prose = ""


@dataclass(frozen=True, slots=True)
class HistoryOrderDoc:
    """One order of the historical sequence."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    order: str
    """In the words of the order language (docs/rules.md, 10), e.g. `attack 13_12 with tig_1`."""
    outcome: str = ""
    """What the record says came of it; empty for any outcome.

    A result - take, vacate, hold, repulse, suppress - and words for single dice: surrender (and
    the unit), broken, demolished, collapsed, stopped, mined; with commas between them.
    """
    sources: tuple[SourceRow, ...] = ()
    """Rows it rests on; an order without sources is shown as interpolated."""
    note: Prose = ""


@dataclass(frozen=True, slots=True)
class HistorySegmentDoc:
    """What one side did on one day."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    side: SideId
    orders: tuple[HistoryOrderDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class DecreeDoc:
    """A fact that no legal order can express."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    reason: Prose
    effects: tuple[EffectDoc, ...]
    sources: tuple[SourceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryDayDoc:
    """One day of the historical sequence. Sides play in the order of `scenario.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    date: Day
    decrees: tuple[DecreeDoc, ...] = ()
    """Done at the start of the day."""
    segments: tuple[HistorySegmentDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryDoc:
    """`history.yaml`: the historical orders."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    days: tuple[HistoryDayDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlFileDoc:
    """`control.yaml`: who held which place from which day, to check the replay against."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    control: tuple[ControlDoc, ...] = ()
