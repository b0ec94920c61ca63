"""Handing over places by agreement (rule 5.6, second part)."""

from __future__ import annotations

from game.engine.board import NOWHERE
from game.engine.draft import Draft, Position
from game.engine.events import AgreementMade, PlaceHandedOver
from game.engine.orders import HandOver
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.box_access import box_named, days_between, send
from game.engine.rules.box_battles import hold_box
from game.engine.rules.presence import friends_at, side_of, units_in_box
from game.engine.state import IN_PLAY, Agreement


def make_agreement(d: Draft, side: int, to: int, places: tuple[int, ...]) -> None:
    """One side will hand over places to another; it does so by its own orders."""
    d.agreements = (*d.agreements, Agreement(side, to, places))
    d.tell(AgreementMade(side, to, places))


def covered(p: Position, side: int, to: int) -> list[int]:
    """Places that `side` has agreed to hand over to `to`, in their order."""
    found = [
        place
        for agreement in p.agreements
        if agreement.side == side and agreement.to == to
        for place in agreement.places
    ]
    return list(dict.fromkeys(found))


def why_illegal_hand_over(p: Position, order: HandOver) -> Illegal | None:
    """Whether the active side may hand a place over now."""
    board, oob = p.scenario.board, p.scenario.oob
    number, to = board.place_index.get(order.place), oob.side_index.get(order.to)
    if number is None:
        return Illegal(Refusal.UNKNOWN, f"There is no place {order.place}.")
    if to is None:
        return Illegal(Refusal.UNKNOWN, f"There is no side {order.to}.")
    place = board.places[number]
    agreed = covered(p, p.active, to)
    together = _places_together(p, number)
    if any(one not in agreed for one in together):
        return Illegal(
            Refusal.NO_AGREEMENT, f"No agreement gives all of {place.name} to {order.to}."
        )
    if not _holds_some(p, number):
        return Illegal(Refusal.NOT_YOURS, f"Nothing of {place.name} is yours.")
    if not any(unit.status in IN_PLAY and side_of(p, n) == to for n, unit in enumerate(p.units)):
        return Illegal(Refusal.NOTHING_TO_DO, f"{order.to} has nobody to take it over.")
    if not _garrison(p, number):
        return None
    if not order.box:
        return Illegal(Refusal.NO_WAY, f"Name a box for the units in {place.name}.")
    box = box_named(p, order.box)
    if isinstance(box, Illegal):
        return box
    if p.boxes[box] != p.active or box == place.box:
        return Illegal(Refusal.NO_WAY, "The units can only go to a box that stays yours.")
    return None


def do_hand_over(d: Draft, order: HandOver) -> None:
    """Units leave, then the ground changes hands."""
    board = d.scenario.board
    number, to = board.place_index[order.place], d.scenario.oob.side_index[order.to]
    place, side = board.places[number], d.active
    for unit in _garrison(d, number):
        box = board.box_index[order.box]
        days = board.boxes[box].entry_days
        if place.box != NOWHERE:
            days = days_between(d, place.box, box) or d.scenario.rules.ground.leave_days
        send(d, unit, box=box, due=d.turn + max(1, days))
    if place.box != NOWHERE:
        hold_box(d, place.box, to)
    else:
        d.take(_ground(d, number, to), to, "agreement")
    for one in _places_together(d, number):
        d.tell(PlaceHandedOver(one, side, to))


def _places_together(p: Position, place: int) -> list[int]:
    """The place, or all places of its box: a box changes hands as a whole."""
    places = p.scenario.board.places
    if places[place].box == NOWHERE:
        return [place]
    return [n for n, other in enumerate(places) if other.box == places[place].box]


def _holds_some(p: Position, place: int) -> bool:
    where = p.scenario.board.places[place]
    if where.box != NOWHERE:
        return p.boxes[where.box] == p.active
    return any(p.control[h] == p.active for h in where.hexes)


def _garrison(p: Position, place: int) -> list[int]:
    """Units of the active side in the place."""
    where = p.scenario.board.places[place]
    if where.box != NOWHERE:
        return [n for n in units_in_box(p, where.box) if side_of(p, n) == p.active]
    return sorted(n for h in where.hexes for n in friends_at(p, h, p.active))


def _ground(p: Position, place: int, to: int) -> list[int]:
    """Own hexes of the place, and own empty ones beside them on the same bank.

    Ground of a place that is not part of the agreement stays.
    """
    board = p.scenario.board
    core = [h for h in board.places[place].hexes if p.control[h] == p.active]
    agreed = covered(p, p.active, to)
    kept = {h for n, other in enumerate(board.places) if n not in agreed for h in other.hexes}
    rim = [
        there
        for h in core
        for there in board.grid.neighbours[h]
        if p.control[there] == p.active
        and board.landmass[there] == board.landmass[h]
        and there not in kept
        and not friends_at(p, there, p.active)
    ]
    return list(dict.fromkeys((*core, *rim)))
