"""The scenarios there are to choose from, those of the player among them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.folders import scenarios_path
from game.scenario.documents import Text
from game.scenario.layout import ids, shipped
from game.scenario.listing import ScenarioEntry, entry_of, kept_entry
from game.scenario.package import validate

TABS: Final = ("all", "historical", "training", "counterfactual", "mine")
_KINDS: Final = TABS[1:4]
CHIEF: Final = "deir_ez_zor_2017"
"""The scenario whose texts speak for the whole program."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A scenario on the title screen. A broken one has a problem and cannot start."""

    entry: ScenarioEntry
    mine: bool = False
    file: str = ""
    line: int = 0
    message: str = ""

    @property
    def ref(self) -> str:
        """What `load_scenario` takes for it."""
        return self.entry.path if self.mine else self.entry.id

    @property
    def broken(self) -> bool:
        """True if it cannot start."""
        return self.entry.errors > 0

    @property
    def turns(self) -> int:
        """How many days it lasts."""
        start, end = self.entry.start, self.entry.end
        return (end - start).days + 1 if start and end else 0

    def shown_in(self, tab: str) -> bool:
        """True if it stands under a tab."""
        if tab == "mine":
            return self.mine
        return tab == "all" or self.entry.kind == tab


def own_folder() -> str:
    """Return the folder in which the player keeps scenarios."""
    return scenarios_path()


@dataclass(frozen=True, slots=True)
class Unread:
    """A scenario of which nothing is known yet but where it lies."""

    path: str
    mine: bool


def offers() -> list[Offer]:
    """Return all scenarios in the order of a menu; each is checked, which may take seconds."""
    known, unread = at_hand()
    return in_order(known + [read(one) for one in unread])


def at_hand() -> tuple[list[Offer], list[Unread]]:
    """Return the scenarios that were checked before, in order, and those that were not."""
    known: list[Offer] = []
    unread: list[Unread] = []
    for root, mine in ((shipped(), False), (own_folder(), True)):
        for name in ids(root):
            path = os.path.join(root, name)
            entry = kept_entry(path)
            if entry is None:
                unread.append(Unread(path, mine))
            else:
                known.append(Offer(entry, mine))
    return in_order(known), unread


def read(unread: Unread) -> Offer:
    """Return the offer of a scenario after checking it."""
    return offer_of(entry_of(unread.path), unread.mine)


def in_order(found: Iterable[Offer]) -> list[Offer]:
    """Return scenarios in the order of a menu, the shipped ones first.

    Within a kind they follow the calendar, the campaign before its parts; but of the battles to
    learn on the shortest comes first.
    """
    return sorted(found, key=_order)


def _order(offer: Offer) -> tuple[bool, int, int, int, str]:
    mine, entry = offer.mine, offer.entry
    rank = _KINDS.index(entry.kind) if entry.kind in _KINDS else len(_KINDS)
    if entry.kind == "training":
        return mine, rank, 0, offer.turns, entry.id
    start = entry.start.toordinal() if entry.start else 0
    return mine, rank, start, -offer.turns, entry.id


def said(text: Text, lang: str) -> str:
    """Return a text of a scenario in a language, in English if it has no other."""
    return (text.ar or text.en) if lang == "ar" else text.en


def offer_of(entry: ScenarioEntry, mine: bool) -> Offer:
    """Return the offer of a scenario, with its first problem if it has any."""
    if not entry.errors:
        return Offer(entry, mine)
    problems = list(validate(entry.path))
    if not problems:
        return Offer(entry, mine)
    first = problems[0]
    return Offer(entry, mine, os.path.basename(first.file), first.line, first.message)
