"""Units that nobody feeds on the first morning, and units that can never come."""

from __future__ import annotations

from typing import Final

from game.engine.board import NOWHERE
from game.engine.rules.supply import supplied_units
from game.engine.state import Status
from game.scenario.warnings.look import Look

CODE: Final = "unsupplied"
_NAMED: Final = 4


def unsupplied_at_the_start(look: Look) -> None:
    """Warn, once a side, of units on the map that no supply reaches at first (rule 5.1).

    Where a unit is said to be cut off for days, its author knows.
    """
    state, oob = look.morning, look.scenario.oob
    for side in range(len(oob.sides)):
        fed = supplied_units(state, side)
        found = [
            number
            for number, card in enumerate(oob.units)
            if card.side == side
            and state.units[number].status is Status.ON_MAP
            and number not in fed
            and not card.cut_days
            and not look.accepted(CODE, ("forces", "units", number))
        ]
        if found:
            own = [n for n in found if look.owns(("forces", "units", n))]
            look.warn(CODE, ("forces", "units", (own or found)[0]), _told(look, found))


def _told(look: Look, found: list[int]) -> str:
    label, units = look.scenario.board.grid.label, look.scenario.oob.units
    named = [f"{units[n].id} at {label(look.morning.units[n].at)}" for n in found[:_NAMED]]
    rest = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return f"no source of supply reaches {', '.join(named)}{rest}, from the first day on"


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
