"""Which settings are shown, where and as what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from game.storage.settings import CHOICES

SECTIONS: Final = ("reading", "language", "play", "sound", "keys", "files")


@dataclass(frozen=True, slots=True)
class Row:
    """A setting: `id` is its name in `Settings`, and of its words in the catalogue."""

    id: str
    section: str
    kind: Literal["slider", "choice", "toggle"]
    span: tuple[int, int, int] = (0, 1, 1)
    unit: str = ""
    on: str = "on"
    off: str = "off"
    inverted: bool = False
    """A toggle that is on when the setting is off."""

    @property
    def values(self) -> tuple[str, ...]:
        """What can be chosen."""
        return CHOICES[self.id]

    @property
    def words(self) -> str:
        """Beginning of the keys of the words for what can be chosen."""
        return "lang" if self.id == "language" else self.id


ROWS: Final = (
    Row("scale", "reading", "slider", (75, 250, 25), "percent"),
    Row("symbols", "reading", "choice"),
    Row("skin", "reading", "choice"),
    Row("animation", "reading", "choice"),
    Row("tooltips", "reading", "choice"),
    Row("speak", "reading", "toggle"),
    Row("note_seen", "reading", "toggle", on="shown_once", off="shown_next", inverted=True),
    Row("full_screen", "reading", "toggle"),
    Row("language", "language", "choice"),
    Row("digits", "language", "choice"),
    Row("tour_done", "play", "toggle", on="tour_off", off="tour_next", inverted=True),
    Row("sounds", "sound", "toggle"),
    Row("volume", "sound", "slider", (0, 100, 5), "percent"),
)
