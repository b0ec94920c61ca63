"""How much of the city was said to be held, and by whom it was said.

The figures stand in the journal. They are no measurements: each is somebody's, they contradict
each other, and none of them changes the map.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - `date` is a field here
from typing import Final

from game.engine.scenario import Scenario
from game.scenario.documents import JournalDoc
from game.scenario.record import Record

VOICES: Final = {
    "sohr": ("SOHR",),
    "governor": ("governor",),
    "moscow": ("Russian ministry", "Russian General Staff", "Sputnik"),
    "al_masdar": ("Al-Masdar",),
    "south_front": ("SouthFront",),
    "sana": ("SANA",),
    "army_side": ("government-side figure", "Government-side figure", "army-side"),
}
"""Names of those who are quoted often, and the words by which they are known."""

_NUMBER: Final = re.compile(r"(\d+(?:\.\d+)?)(?:\s*\(([^)]*?)(?:\s+claim)?\))?")
_OF_THE_CITY: Final = re.compile(r"(?:percent|share|half|third|quarter|fifths?)\b.{0,40}\bcity\b")
_WORDS: Final = {"half": 50.0, "a third": 100 / 3, "a quarter": 25.0, "four fifths": 80.0}
_SHARE: Final = "_share"


@dataclass(frozen=True, slots=True)
class Claim:
    """A share of the city that somebody named, as a share of one side."""

    turn: int
    entry: str
    grade: str
    percent: float
    voice: str
    """A key of `VOICES`, or empty."""
    claimant: str
    """As the journal names it; empty if the entry does not say."""
    words: str = ""
    """The figure as it was given, if it was given in words."""
    of_other: bool = False
    """The figure was given for the enemy; this is what remains."""


def claims(scenario: Scenario, record: Record, side: int) -> tuple[Claim, ...]:
    """Return what the journal says of a side's share of the city, in order of the days."""
    found = [
        claim
        for doc in record.journal.journal
        if doc.shown_in == "journal"
        for claim in _of_entry(scenario, record, side, doc)
    ]
    return tuple(sorted(found, key=lambda claim: claim.turn))


def _of_entry(scenario: Scenario, record: Record, side: int, doc: JournalDoc) -> Iterator[Claim]:
    if not _about_the_city(record, doc):
        return
    own = scenario.oob.sides[side].id
    turn = (doc.date - Day.fromisoformat(scenario.start)).days + 1
    for name, text in doc.figures.items():
        if name == "percent":
            holder = doc.figures.get("holder", own)
            match = _NUMBER.match(text)
            value = float(match[1]) if match else None
            named = (match[2] or "") if match else ""
        elif name.endswith(_SHARE):
            holder, named = name.removesuffix(_SHARE), ""
            value = next((v for word, v in _WORDS.items() if text.startswith(word)), None)
        else:
            continue
        if value is None or not 0 <= value <= 100:
            continue
        other = holder != own
        voice = _voice(named or doc.text.en)
        words = "" if name == "percent" else text.partition(" ")[0]
        yield Claim(
            turn,
            doc.id,
            doc.grade,
            100 - value if other else value,
            "" if words else voice,
            named or doc.sources,
            words,
            other,
        )


def _about_the_city(record: Record, doc: JournalDoc) -> bool:
    """Whether the figure is of the city: the entry says so, or a row of sources behind it."""
    if _OF_THE_CITY.search(doc.text.en):
        return True
    rows = {row.id: row.text for row in record.sources.sources if row.id in doc.rows}
    told = [doc.figures.get(name, "") for name in doc.figures if name.endswith(_SHARE)]
    return any(_OF_THE_CITY.search(text) for text in (*rows.values(), *told))


def _voice(text: str) -> str:
    places = {
        voice: min((text.find(word) for word in words if word in text), default=-1)
        for voice, words in VOICES.items()
    }
    heard = {voice: at for voice, at in places.items() if at >= 0}
    return min(heard, key=lambda voice: heard[voice]) if heard else ""
