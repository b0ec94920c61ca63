"""What several events brought, in as few sentences as can be heard: like is told with like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from game.engine import events as e
from game.text.facts import facts
from game.text.happenings import losses_summed
from game.text.names import Names
from game.text.page import listed
from game.text.wording import worded

_TOGETHER: Final[Mapping[type[e.Event], str]] = {
    e.SupplyChanged: "unit",
    e.PlaceHandedOver: "place",
}
"""The field in which events of a kind may differ and still share a sentence."""


def sentences(names: Names, events: Iterable[e.Event]) -> list[str]:
    """Return a sentence for all events that say the same of several units, places or hexes."""
    groups: dict[tuple[type[e.Event], str, object], list[dict[str, str]]] = {}
    for number, event in enumerate(_control_summed(losses_summed(events))):
        known = facts(names, event)
        field = _TOGETHER.get(type(event), "")
        rest = tuple(known[name] for name in known if name != field) if field else number
        groups.setdefault((type(event), field, rest), []).append(known)
    told = []
    for (kind, field, _), group in groups.items():
        known = group[0]
        if field:
            known[field] = listed(list(dict.fromkeys(one[field] for one in group)), "; ")
        told.append(worded(kind, known))
    return list(dict.fromkeys(sentence for sentence in told if sentence))


def _control_summed(events: Iterable[e.Event]) -> list[e.Event]:
    """Put the hexes that come to a side in the same way into one event, where the first stood."""
    found: list[e.Event] = []
    stands: dict[tuple[int, str], int] = {}
    for event in events:
        if isinstance(event, e.ControlChanged):
            key = (event.side, event.how)
            if key in stands:
                first = found[stands[key]]
                assert isinstance(first, e.ControlChanged)
                found[stands[key]] = replace(first, hexes=(*first.hexes, *event.hexes))
                continue
            stands[key] = len(found)
        found.append(event)
    return found
