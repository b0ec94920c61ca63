"""What a historical scenario tells without saying where it is from."""

from __future__ import annotations

from game.scenario.warnings.look import Look


def without_sources(look: Look) -> None:
    """Warn of events and decrees of a historical scenario that name no source.

    A scenario without a list of sources makes no claim to have any.
    """
    if look.header.kind != "historical" or not look.has_sources:
        return
    for number, event in enumerate(look.events.events):
        if not event.sources:
            message = "the event names no source: give the rows of sources.yaml it rests on"
            look.warn("no-source", ("events", "events", number, "id"), message, inherited=False)
    for number, day in enumerate(look.history.days):
        for at, decree in enumerate(day.decrees):
            if not decree.sources:
                message = "the decree names no source: give the rows of sources.yaml it rests on"
                path = ("history", "days", number, "decrees", at, "reason")
                look.warn("no-source", path, message, inherited=False)
