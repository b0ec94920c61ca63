"""`briefing.yaml`: what is read before and after the battle."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from game.engine.strict import STRICT
from game.scenario.documents.meanings import Hex, SideId, SourceRow, UnitId
from game.scenario.documents.text import Text


@dataclass(frozen=True, slots=True)
class SectionDoc:
    """A titled piece of text."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    title: Text
    """Heading."""
    text: Text
    """Paragraphs, with a blank line between two."""
    sources: tuple[SourceRow, ...] = ()
    """Ids of the rows of `sources.yaml` it rests on."""


@dataclass(frozen=True, slots=True)
class GuideStepDoc:
    """A step of the guided first turn: a plate on the map, with a line to what it speaks of.

    `unit` and `hex` or `control` say where the line goes; with a `unit` and one of the others it
    goes to the unit until that is selected, then there. A step ends with Next, or by itself with
    `until`.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    title: Text
    """Heading of the plate."""
    text: Text
    """What the plate says."""
    now: Text = field(default_factory=lambda: Text(""))
    """What to do now, in one sentence."""
    side: SideId = ""
    """Side whose player sees the step; empty = any."""
    unit: UnitId = ""
    """Id of the unit the line goes to."""
    hex: Hex = ""
    """Hex the line goes to."""
    control: Literal[
        "", "objectives", "support", "end_turn", "menu", "layers", "minimap", "log", "attack",
        "digest", "undo", "orders",
    ] = ""  # fmt: skip
    """Part of the screen."""
    until: str = ""
    """`select` (a unit), `odds` (an attack is being weighed), or the first word of an order.

    It must be done by `unit` or at `hex`, where they are given; see docs/rules.md, 10, for orders.
    """
    rule: str = ""
    """Section of the rules, e.g. `2.3`."""


@dataclass(frozen=True, slots=True)
class BriefingDoc:
    """`briefing.yaml`: what is read before and after the battle."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    briefing: tuple[SectionDoc, ...] = ()
    """Read before the battle."""
    aftermath: tuple[SectionDoc, ...] = ()
    """Read after the battle."""
    content_note: Text = field(default_factory=lambda: Text(""))
    """What a player should know before deciding to play."""
    questions: tuple[Text, ...] = ()
    """Questions to think about after the battle."""
    guide: tuple[GuideStepDoc, ...] = ()
    """The guided first turn; without steps the general one is offered."""
