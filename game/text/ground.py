"""How control of the ground changed on a day, by the names of places."""

from __future__ import annotations

from game.engine.board import NOWHERE
from game.engine.state import GameState
from game.history.holders import CONTESTED, city_districts, holder, shares
from game.text.names import Names
from game.text.page import listed


def changes(names: Names, before: GameState, after: GameState) -> list[str]:
    """Return a sentence for each side that took places, for contested ones, and for the count."""
    taken: dict[str, list[str]] = {}
    parts: list[str] = []
    places = names.scenario.board.places
    for number, place in enumerate(places):
        old, now = holder(before, (number,)), holder(after, (number,))
        if now == CONTESTED:
            if shares(before, (number,)) != shares(after, (number,)):
                parts.append(f"{place.name} ({_percent(names, after, (number,))})")
        elif now != old and now is not None:
            held = place.name if place.box == NOWHERE else f"{place.name} (off the map)"
            taken.setdefault(now, []).append(held)
    told = [
        f"{side.name} now: {listed(taken[side.id])}."
        for side in names.scenario.oob.sides
        if side.id in taken
    ]
    if parts:
        told.append(f"Divided: {listed(parts, '; ')}.")
    return told + _count(before, after)


def city_told(names: Names, state: GameState) -> str:
    """Return the sentence on who holds how much of the city; empty on a map without one."""
    districts = city_districts(names.scenario)
    if not districts:
        return ""
    return f"The city by hexes of this map: {_percent(names, state, districts)}."


def _percent(names: Names, state: GameState, places: tuple[int, ...]) -> str:
    held = shares(state, places)
    sides = names.scenario.oob.sides
    return ", ".join(f"{s.name} {held[s.id]:.1f} percent" for s in sides if s.id in held)


def _count(before: GameState, after: GameState) -> list[str]:
    told = []
    for number, side in enumerate(after.scenario.oob.sides):
        change = after.control.count(number) - before.control.count(number)
        if change:
            told.append(f"{side.name} {change:+d}")
    return [f"Hexes that changed hands: {', '.join(told)}."] if told else []
