"""Air and artillery points: what a day brings, what they are worth, bombardment (rules 4.1-4.3)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from game.engine.dice import Purpose
from game.engine.draft import Draft, Position
from game.engine.events import Bombarded, MeansChanged
from game.engine.memo import once
from game.engine.orders import Bombard
from game.engine.refusal import Illegal, Refusal
from game.engine.rules import civilians
from game.engine.rules.fire import note_bombardment
from game.engine.rules.ground import terrain_at
from game.engine.rules.presence import barred_by_contact_line, enemies_at, side_of
from game.engine.state import ExtraMeans, Means, Status

STOCKS: Final = ("car_bombs", "replacements", "attacks")
"""Means that stay until they are used: fields of `Means`."""


def day_points(p: Position, side: int) -> tuple[int, int]:
    """Air and artillery points a side has on this day, before it uses any."""
    air = artillery = 0
    for period in p.scenario.oob.support:
        if period.side == side and period.first <= p.turn <= period.last:
            air += period.air
            artillery += period.artillery
    for extra in p.extra:
        if extra.side == side and p.turn <= extra.until:
            air += extra.amount if extra.what == "air" else 0
            artillery += extra.amount if extra.what == "artillery" else 0
    if p.turn <= p.means[side].limited_until:
        air -= p.scenario.rules.civilians.limit_air
    return max(0, air), max(0, artillery)


def day_means(p: Position, side: int) -> Means:
    """Points of the day, and the stocks with what arrives today."""
    old = p.means[side]
    air, artillery = day_points(p, side)
    arriving = [s for s in p.scenario.oob.support if s.side == side and s.first == p.turn]
    return replace(
        old,
        air=air,
        artillery=artillery,
        car_bombs=old.car_bombs + sum(s.car_bombs for s in arriving),
        replacements=old.replacements + sum(s.replacements for s in arriving),
        attacks=old.attacks + sum(s.attacks for s in arriving),
    )


def add_points(d: Draft, side: int, what: str, amount: int, days: int) -> None:
    """Give a side air or artillery points, or take some (rule 9.2), for `days` with this one."""
    before = day_points(d, side)
    d.extra = (*d.extra, ExtraMeans(side, what, amount, d.turn + days - 1))
    air, artillery = (new - old for new, old in zip(day_points(d, side), before, strict=True))
    now = d.means[side]
    d.means[side] = replace(
        now, air=max(0, now.air + air), artillery=max(0, now.artillery + artillery)
    )
    if amount:
        d.tell(MeansChanged(side, what, amount))


def add_stock(d: Draft, side: int, what: str, amount: int) -> None:
    """Add to one of the `STOCKS`, or take from it, down to nothing."""
    now = d.means[side]
    old: int = getattr(now, what)
    new = max(0, old + amount)
    d.means[side] = replace(now, **{what: new})
    if new != old:
        d.tell(MeansChanged(side, what, new - old))


def refresh(d: Draft, side: int) -> None:
    """At the start of a side's turn; unused points of the day before are gone, stocks stay."""
    d.extra = tuple(extra for extra in d.extra if d.turn <= extra.until)
    old, new = d.means[side], day_means(d, side)
    d.means[side] = new
    for what in STOCKS:
        more = getattr(new, what) - getattr(old, what)
        if more > 0:
            d.tell(MeansChanged(side, what, more))


def support_shift(p: Position, target: int, air: int, artillery: int, attackers: list[int]) -> int:
    """What the points are worth as a shift: each kind and their sum has a limit.

    Artillery is worth nothing against a prepared position that no active unit beside it observes.
    Without attackers it is the active side that fires.
    """
    rules = p.scenario.rules.support
    side = side_of(p, attackers[0]) if attackers else p.active
    if artillery and p.works[target] and not _beside(p, side, target):
        artillery = 0
    worth = min(min(air, rules.air_cap) + min(artillery, rules.artillery_cap), rules.together_cap)
    return min(worth, rules.dense_cap) if terrain_at(p, target).dense else worth


def _beside(p: Position, side: int, h: int) -> bool:
    return once(p, ("observed", side, h), lambda: (observed(p, side, h, 1),))[0]


def observed(p: Position, side: int, h: int, reach: int) -> bool:
    """Whether a unit of the side that is not wholly suppressed stands within `reach` hexes."""
    distance, cards = p.scenario.board.grid.distance, p.scenario.oob.units
    return any(
        cards[n].side == side
        and unit.status is Status.ON_MAP
        and unit.active > 0
        and distance(unit.at, h) <= reach
        for n, unit in enumerate(p.units)
    )


def why_no_points(p: Position, air: int, artillery: int) -> Illegal | None:
    """Why the active side cannot use so many points now; none at all is allowed."""
    means = p.means[p.active]
    for wanted, there, what in (
        (air, means.air, "air"),
        (artillery, means.artillery, "artillery"),
    ):
        if wanted < 0:
            return Illegal(Refusal.NO_MEANS, f"The number of {what} points cannot be negative.")
        if wanted > there:
            return Illegal(
                Refusal.NO_MEANS, f"Not enough {what} points: {wanted} asked, {there} left today."
            )
    return None


def why_no_fire(p: Position, air: int, artillery: int) -> Illegal | None:
    """The same for fire on its own, which needs a point at least."""
    if air == 0 and artillery == 0:
        return Illegal(Refusal.NO_MEANS, "Fire takes at least one air or artillery point.")
    return why_no_points(p, air, artillery)


def spend(d: Draft, air: int, artillery: int) -> None:
    """Use up points of the active side."""
    means = d.means[d.active]
    d.means[d.active] = replace(means, air=means.air - air, artillery=means.artillery - artillery)


def why_illegal_bombard(p: Position, order: Bombard) -> Illegal | None:
    """Why the hex may not be bombarded, None if it may."""
    refused = why_no_fire(p, order.air, order.artillery)
    if refused:
        return refused
    grid, h = p.scenario.board.grid, order.target
    if not 0 <= h < grid.size:
        return Illegal(Refusal.UNKNOWN, "There is no such hex.")
    label = grid.label(h)
    if barred_by_contact_line(p, h, p.active):
        return Illegal(Refusal.NEUTRAL, f"{label} lies beyond the neutral contact line.")
    if not enemies_at(p, h, p.active, hidden=False):
        return Illegal(Refusal.NO_ENEMY, f"No enemy is known in {label}.")
    if h in p.bombarded:
        return Illegal(Refusal.STRUCK, f"{label} was bombarded already this turn.")
    if civilians.corridor_open(p, h):
        return Illegal(Refusal.STRUCK, "A corridor for civilians is open there today.")
    reach = p.scenario.rules.support.observer_range
    if order.artillery and not observed(p, p.active, h, reach):
        return Illegal(
            Refusal.NOT_ADJACENT, f"No own unit within {reach} hexes to direct the guns."
        )
    return None


def bombard_needs(p: Position, target: int, air: int, artillery: int) -> int:
    """The least 2d6 with which a bombardment of the active side suppresses a unit."""
    rules = p.scenario.rules
    return (
        rules.support.bombard_target
        - support_shift(p, target, air, artillery, [])
        - terrain_at(p, target).shift
        - p.works[target] * rules.shifts.work_level
    )


def do_bombard(d: Draft, order: Bombard) -> None:
    """Roll; on a hit the strongest known defender (most active steps) is wholly suppressed."""
    side, h = d.active, order.target
    needs = bombard_needs(d, h, order.air, order.artillery)
    spend(d, order.air, order.artillery)
    note_bombardment(d, h)
    hit = d.check(Purpose.BOMBARD, d.scenario.board.grid.label(h), needs)
    d.tell(Bombarded(side, h, order.air, order.artillery, hit))
    if hit:
        unit = max(enemies_at(d, h, side, hidden=False), key=lambda n: (d.units[n].active, -n))
        d.suppress(unit, d.units[unit].steps)
    civilians.fire_dice(d, side, h, order.air, order.artillery)
