"""The record: `sources.yaml`, `journal.yaml`, `history.yaml` and `control.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - fields are called `date`
from typing import Any, ClassVar, Literal

from game.engine.strict import STRICT
from game.scenario.documents.events import EffectDoc
from game.scenario.documents.meanings import Holder, OrderWords, PlaceId, Prose, SideId, SourceRow
from game.scenario.documents.text import Text


@dataclass(frozen=True, slots=True)
class SourceDoc:
    """A statement with its source: one row of the time line."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """S... = stated in the ground document, E... = other sources."""
    date: str
    """A day, or two days with a slash."""
    text: Prose
    """What is stated, in your own words."""
    source: str
    """Author, title, date, address."""
    certainty: str = ""
    """How sure it is, in a word: high, medium, low, contested."""
    note: Prose = ""
    """What speaks against it, or how it was read."""


@dataclass(frozen=True, slots=True)
class SourcesDoc:
    """`sources.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    sources: tuple[SourceDoc, ...] = ()
    """The rows everything else cites."""


@dataclass(frozen=True, slots=True)
class JournalDoc:
    """One entry of the journal."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str
    """Id: letters, digits, `_`, `.` and `-`; unique in its list."""
    date: Day
    """Day on which it is shown."""
    kind: str
    """What it is about, in a word: attack, capture, claim, civilian_harm, context ..."""
    text: Text
    """What was reported, in your own words."""
    grade: Literal["A", "B", "C"]
    """A corroborated, B one source, C contested."""
    rows: tuple[SourceRow, ...]
    """Source rows it rests on."""
    sources: str
    """Who reported it, as the reader sees it."""
    claims: tuple[Text, ...] = ()
    """Counter-claims, each with its claimant."""
    places: tuple[PlaceId, ...] = ()
    """Ids of the places it is about."""
    sides: tuple[SideId, ...] = ()
    """Ids of the sides it is about; others may be named, such as civilians."""
    figures: dict[str, str] = field(default_factory=dict)
    """Numbers in it, by what they count."""
    shown_in: Literal["journal", "briefing", "oob", "aftermath"] = "journal"
    """Where it is shown."""
    window: str = ""
    """The date as the source gives it."""


@dataclass(frozen=True, slots=True)
class JournalFileDoc:
    """`journal.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    journal: tuple[JournalDoc, ...] = ()
    """By day."""


@dataclass(frozen=True, slots=True)
class ControlDoc:
    """Who holds a place from a day on: one row of the truth table."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    place: PlaceId
    """Id of the place."""
    date: Day
    """From this day on; the state at its end."""
    side: Holder
    """Side id or `contested`."""
    start: bool = False
    """The state on the morning of the first day."""
    rows: tuple[SourceRow, ...] = ()
    """Ids of the rows of `sources.yaml` it rests on."""
    note: Prose = ""
    """Why it is so, or what is uncertain."""


@dataclass(frozen=True, slots=True)
class HistoryOrderDoc:
    """One order of the historical sequence."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    order: OrderWords
    """In the words of the order language (docs/rules.md, 10), e.g. `attack 13_12 with tig_1`."""
    outcome: OrderWords = ""
    """What the record says came of it; empty for any outcome.

    A result - take, vacate, hold, repulse, suppress - and words for single dice: surrender (and
    the unit), broken, demolished, collapsed, stopped, mined; with commas between them.
    """
    sources: tuple[SourceRow, ...] = ()
    """Rows it rests on; an order without sources is shown as interpolated."""
    note: Prose = ""
    """What is inferred or uncertain about it."""


@dataclass(frozen=True, slots=True)
class HistorySegmentDoc:
    """What one side did on one day."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    side: SideId
    """Id of the side."""
    orders: tuple[HistoryOrderDoc, ...] = ()
    """In sequence."""


@dataclass(frozen=True, slots=True)
class DecreeDoc:
    """A fact that no legal order can express."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    reason: Prose
    """Why no order can express it; shown in the account of the replay."""
    effects: tuple[EffectDoc, ...]
    """What it changes."""
    sources: tuple[SourceRow, ...] = ()
    """Ids of the rows of `sources.yaml` it rests on."""


@dataclass(frozen=True, slots=True)
class HistoryDayDoc:
    """One day of the historical sequence. Sides play in the order of `scenario.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    date: Day
    """The day."""
    decrees: tuple[DecreeDoc, ...] = ()
    """Done at the start of the day."""
    segments: tuple[HistorySegmentDoc, ...] = ()
    """One for each side that did something."""


@dataclass(frozen=True, slots=True)
class HistoryDoc:
    """`history.yaml`: the historical orders."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    days: tuple[HistoryDayDoc, ...] = ()
    """In sequence; days without orders may be left out."""


@dataclass(frozen=True, slots=True)
class ControlFileDoc:
    """`control.yaml`: who held which place from which day, to check the replay against."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    control: tuple[ControlDoc, ...] = ()
    """One row for each change."""
