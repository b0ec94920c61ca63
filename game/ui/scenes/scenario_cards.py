"""The scenarios there are to choose from, those of the player among them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

from game.folders import scenarios_path
from game.scenario.documents import Text
from game.scenario.listing import ScenarioEntry
from game.scenario.package import list_scenarios, validate

TABS: Final = ("all", "historical", "training", "counterfactual", "mine")
_KINDS: Final = TABS[1:4]


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


def offers() -> list[Offer]:
    """Return all scenarios, the shipped ones first; each is checked.

    Within a kind they follow the calendar, the campaign before its parts; but of the battles to
    learn on the shortest comes first.
    """
    found = sorted((offer_of(entry, mine=False) for entry in list_scenarios()), key=_order)
    own = own_folder()
    if os.path.isdir(own):
        mine = (offer_of(entry, mine=True) for entry in list_scenarios(own))
        found.extend(sorted(mine, key=_order))
    return found


def _order(offer: Offer) -> tuple[int, int, int, str]:
    kind = offer.entry.kind
    rank = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
    if kind == "training":
        return rank, 0, offer.turns, offer.entry.id
    start = offer.entry.start
    return rank, start.toordinal() if start else 0, -offer.turns, offer.entry.id


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
