"""Arrivals at the start of a side's turn: reinforcements and units on the road (rule 7.2)."""

from __future__ import annotations

from game.engine.board import NOWHERE
from game.engine.draft import Draft, Position
from game.engine.events import UnitArrived
from game.engine.rules.box_access import put_in_box, step_onto
from game.engine.rules.presence import (
    barred_by_contact_line,
    enemies_at,
    room_for,
    side_of,
    strangers_at,
)
from game.engine.rules.unseen import found_in
from game.engine.state import Status


def land_arrivals(d: Draft, side: int) -> None:
    """Bring in what is due of a side, in order of the units; who finds no room waits a day."""
    for number, unit in enumerate(d.units):
        if side_of(d, number) != side or unit.due > d.turn:
            continue
        if unit.status is Status.WAITING:
            _reinforce(d, number)
        elif unit.status is Status.TRAVELLING:
            _end_journey(d, number)


def _reinforce(d: Draft, unit: int) -> None:
    card = d.scenario.oob.units[unit]
    if card.hex != NOWHERE:
        h = _landing(d, unit, card.hex)
        if h is not None:
            d.change(unit, status=Status.ON_MAP, at=h, box=NOWHERE, due=0)
            d.tell(UnitArrived(unit, h, NOWHERE))
            d.take([h], side_of(d, unit), "move")
    elif card.box != NOWHERE:
        put_in_box(d, unit, card.box)


def _landing(p: Position, unit: int, wanted: int) -> int | None:
    """The hex of the order of battle, or the nearest own one with room; None = none today."""
    side = side_of(p, unit)
    if free_for(p, unit, wanted):
        return wanted
    for h in p.scenario.board.grid.disc(wanted, p.scenario.rules.ground.arrival_search):
        if p.control[h] == side and free_for(p, unit, h):
            return h
    return None


def _end_journey(d: Draft, unit: int) -> None:
    now = d.units[unit]
    if now.at == NOWHERE:
        put_in_box(d, unit, now.box)
    elif not found_in(d, side_of(d, unit), now.at) and free_for(d, unit, now.at):
        step_onto(d, unit, now.at)


def free_for(p: Position, unit: int, h: int) -> bool:
    """Whether the unit can come to stand in a hex: no enemy, no neutral ground, room."""
    side = side_of(p, unit)
    return (
        not enemies_at(p, h, side)
        and not strangers_at(p, h, side)
        and not barred_by_contact_line(p, h, side)
        and room_for(p, h, side, unit)
    )
