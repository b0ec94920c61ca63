"""A text in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from game.engine.strict import STRICT


@dataclass(frozen=True, slots=True)
class Text:
    """A text in English and Arabic."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    en: str
    """English."""
    ar: str = ""
    """Arabic; players who read Arabic see the English where it is empty."""
