"""`briefing.yaml`: what is read before and after the battle."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from game.engine.rulebook import STRICT
from game.scenario.documents.text import Text


@dataclass(frozen=True, slots=True)
class SectionDoc:
    """A titled piece of text."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    title: Text
    text: Text
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefingDoc:
    """`briefing.yaml`: what is read before and after the battle."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    briefing: tuple[SectionDoc, ...] = ()
    aftermath: tuple[SectionDoc, ...] = ()
    content_note: Text = field(default_factory=lambda: Text(""))
    questions: tuple[Text, ...] = ()
    """Questions to think about after the battle."""
