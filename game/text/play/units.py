"""Units in sentences."""

from __future__ import annotations

from typing import Final

from game.engine.board import NOWHERE
from game.engine.rules.mobility import allowance, range_of
from game.engine.rules.presence import side_of, type_of
from game.engine.state import GameState, Status, Supply
from game.text.names import Names
from game.text.page import counted, listed

_SUPPLY: Final = {
    Supply.SUPPLIED: "supplied",
    Supply.LOW: "low on supply",
    Supply.ISOLATED: "isolated",
}


def points(half: int) -> str:
    """Return movement in half-points as players count it: 3, 2 and a half."""
    whole, rest = divmod(half, 2)
    if not rest:
        return str(whole)
    return f"{whole} and a half" if whole else "half a"


def unit_line(names: Names, view: GameState, number: int) -> str:
    """Return a unit in one line: id, name, place, strength, and what hinders it."""
    card = names.scenario.oob.units[number]
    told = [where(names, view, number), strength(view, number), *_states(view, number)]
    return f"{card.id}, {card.name}: {', '.join(told)}"


def where(names: Names, view: GameState, number: int) -> str:
    """Return where a unit is."""
    unit = view.units[number]
    match unit.status:
        case Status.ON_MAP:
            return names.where(unit.at)
        case Status.IN_BOX:
            return f"off the map in {names.box(unit.box)}"
        case Status.TRAVELLING:
            goal = names.where(unit.at) if unit.at != NOWHERE else names.box(unit.box)
            return f"on its way to {goal}, due on {names.day(unit.due)}"
        case Status.WAITING:
            return f"due on {names.day(unit.due)}"
    return unit.status.value


def strength(view: GameState, number: int) -> str:
    """Return steps and factor of a unit."""
    unit, card = view.units[number], view.scenario.oob.units[number]
    steps = f"{unit.steps} of {counted(card.steps, 'step')}"
    if unit.suppressed == unit.steps > 0:
        steps += ", all suppressed"
    elif unit.suppressed:
        steps += f", {unit.suppressed} suppressed"
    return f"{steps}, strength {type_of(view, number).factor * unit.active}"


def _states(view: GameState, number: int) -> list[str]:
    unit, found = view.units[number], []
    if unit.supply is not Supply.SUPPLIED:
        found.append(f"{_SUPPLY[unit.supply]} for {counted(unit.cut_days, 'day')}")
    if side_of(view, number) == view.active and unit.status is Status.ON_MAP:
        if unit.mp:
            found.append(f"movement {points(unit.mp)}")
        if unit.fought:
            found.append("has acted")
        elif not unit.mp:
            found.append("no movement left")
    if unit.hidden:
        found.append("hidden")
    if unit.stand_fast:
        found.append("standing fast")
    return found


def unit_page(names: Names, view: GameState, number: int) -> list[str]:
    """Return all there is to know about a unit, in sentences."""
    card, unit, kind = names.scenario.oob.units[number], view.units[number], type_of(view, number)
    oob = names.scenario.oob
    at = "at " if unit.status is Status.ON_MAP else ""
    told = [
        f"{card.name} ({card.id}), {names.side(card.side)}, {oob.formations[card.formation].name}.",
        f"{kind.name}, moves as {kind.moves.value}; {', '.join(sorted(kind.traits))}."
        if kind.traits
        else f"{kind.name}, moves as {kind.moves.value}.",
        f"It is {at}{where(names, view, number)}; {strength(view, number)}.",
    ]
    states = _states(view, number)
    if states:
        told.append(f"State: {listed(states)}.")
    if unit.status is Status.ON_MAP and card.side == view.active:
        told.append(f"Its full movement is {points(allowance(view, number))}.")
    leaders = [n for n, leader in enumerate(view.leaders) if leader.unit == number]
    if leaders:
        told.append(f"With it: {listed([names.leader(n) for n in leaders])}.")
    if card.strength != (0, 0):
        low, high = card.strength
        told.append(f"Estimated {low} to {high} men.")
    if card.note:
        told.append(card.note)
    return told


def reach_told(names: Names, view: GameState, number: int) -> list[str]:
    """Return the named ground within a unit's reach, the cheapest first, and the count of hexes."""
    costs = range_of(view, number).cost
    here = view.units[number].at
    board = names.scenario.board
    found: list[tuple[int, str]] = []
    for place in board.places:
        near = min(((costs[h], h) for h in place.hexes if h in costs), default=None)
        if near and near[1] != here:
            found.append(
                (near[0], f"{place.name} ({board.grid.label(near[1])}) for {points(near[0])}")
            )
    told = [f"{counted(len(costs) - 1, 'hex', 'hexes')} within reach."]
    return told + [text for _, text in sorted(found)]
