"""Units that nobody feeds on the first morning, and units that can never come."""

from __future__ import annotations

from game.engine.board import NOWHERE
from game.engine.rules.supply import supplied_units
from game.engine.state import Status
from game.scenario.warnings.look import Look


def unsupplied_at_the_start(look: Look) -> None:
    """Warn of units on the map that no supply reaches before the first order (rule 5.1)."""
    state, oob = look.morning, look.scenario.oob
    for side in range(len(oob.sides)):
        fed = supplied_units(state, side)
        for number, card in enumerate(oob.units):
            on_map = state.units[number].status is Status.ON_MAP
            if card.side == side and on_map and number not in fed:
                label = look.scenario.board.grid.label(state.units[number].at)
                message = f"out of supply from the first day: no source of it reaches hex {label}"
                look.warn("unsupplied", ("forces", "units", number), message)


def no_way_to_the_map(look: Look) -> None:
    """Warn of units in a box from which no way leads to the map, by whatever boxes."""
    boxes = look.scenario.board.boxes
    open_ = {number for number, box in enumerate(boxes) if box.entries}
    fresh = list(open_)
    while fresh:
        here = fresh.pop()
        for other, _days in boxes[here].links:
            if other not in open_:
                open_.add(other)
                fresh.append(other)
    for number, card in enumerate(look.scenario.oob.units):
        if card.box != NOWHERE and card.box not in open_:
            message = f'no way leads from box "{boxes[card.box].id}" to the map'
            look.warn("no-way", ("forces", "units", number, "box"), message)
