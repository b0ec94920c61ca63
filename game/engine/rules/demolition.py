"""Destroying crossings of the main river: by charges, and by fire from afar (rule 6.3)."""

from __future__ import annotations

from game.engine.board import NO_SIDE, Crossing, CrossingKind, CrossingState
from game.engine.dice import Purpose
from game.engine.draft import Draft, Position
from game.engine.orders import DemolishCrossing, StrikeCrossing
from game.engine.refusal import Illegal, Refusal
from game.engine.rules import civilians, support
from game.engine.rules.crossings import free_hands, set_state, site_named
from game.engine.rules.presence import hostile


def why_illegal_demolish(p: Position, order: DemolishCrossing) -> Illegal | None:
    """Why the unit may not try to destroy the crossing, None if it may."""
    unit = free_hands(p, order.unit)
    if isinstance(unit, Illegal):
        return unit
    number = site_named(p, order.crossing)
    if isinstance(number, Illegal):
        return number
    site, now = p.scenario.board.crossings[number], p.crossings[number]
    if site.kind is CrossingKind.CAUSEWAY:
        return Illegal(Refusal.WRONG_KIND, f"{site.id} is a causeway and cannot be blown up.")
    if now.state in (CrossingState.OPEN_SITE, CrossingState.DESTROYED):
        return Illegal(Refusal.NOTHING_TO_DO, f"There is nothing left to destroy at {site.id}.")
    if p.units[unit].at not in (site.a, site.b):
        return Illegal(Refusal.NOT_HERE, f"{order.unit} does not stand at an end of {site.id}.")
    return None


def do_demolish(d: Draft, order: DemolishCrossing) -> None:
    """1d6 decides; the attempt takes the place of the unit's attack and ends its day."""
    number = d.scenario.board.crossing_index[order.crossing]
    d.change(d.scenario.oob.unit_index[order.unit], mp=0, fresh=False, fought=True)
    if d.check(Purpose.DEMOLISH, order.crossing, d.scenario.rules.crossings.demolish_on):
        built = d.scenario.board.crossings[number].kind is CrossingKind.PONTOON_SITE
        set_state(d, number, CrossingState.OPEN_SITE if built else CrossingState.DESTROYED)


def why_illegal_strike(p: Position, order: StrikeCrossing) -> Illegal | None:
    """Why the crossing may not be fired at, None if it may."""
    refused = support.why_no_fire(p, order.air, order.artillery)
    if refused:
        return refused
    number = site_named(p, order.crossing)
    if isinstance(number, Illegal):
        return number
    site = p.scenario.board.crossings[number]
    ends = (site.a, site.b)
    if not _can_be_hit(site, p.crossings[number].state):
        return Illegal(Refusal.WRONG_KIND, f"There is no bridge or pontoon in use at {site.id}.")
    if not any(p.control[h] != NO_SIDE and hostile(p, p.active, p.control[h]) for h in ends):
        return Illegal(Refusal.NO_ENEMY, f"The enemy holds neither end of {site.id}.")
    if any(civilians.corridor_open(p, h) for h in ends):
        return Illegal(Refusal.STRUCK, f"A corridor for civilians is open at {site.id} today.")
    reach = p.scenario.rules.support.ferry_strike_range
    if order.artillery and not any(support.observed(p, p.active, h, reach) for h in ends):
        return Illegal(
            Refusal.NOT_ADJACENT, f"No own unit within {reach} hexes of {site.id} to direct fire."
        )
    return None


def _can_be_hit(site: Crossing, state: CrossingState) -> bool:
    """Whether something built is in use at the site."""
    if site.kind is CrossingKind.BRIDGE:
        return state is CrossingState.INTACT
    return site.kind is CrossingKind.PONTOON_SITE and state in (
        CrossingState.FERRY, CrossingState.PONTOON, CrossingState.HEAVY,
    )  # fmt: skip


def do_strike(d: Draft, order: StrikeCrossing) -> None:
    """One die a point until the crossing is hit; every point endangers those who live there."""
    number = d.scenario.board.crossing_index[order.crossing]
    site, side = d.scenario.board.crossings[number], d.active
    support.spend(d, order.air, order.artillery)
    for _ in range(order.air + order.artillery):
        if d.check(Purpose.STRIKE, site.id, d.scenario.rules.crossings.break_on):
            bridge = site.kind is CrossingKind.BRIDGE
            set_state(d, number, CrossingState.DESTROYED if bridge else CrossingState.BROKEN)
            break
    for end in (site.a, site.b):
        civilians.fire_dice(d, side, end, order.air, order.artillery)
