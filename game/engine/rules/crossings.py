"""Building crossings of the main river, and their traffic (rule 6.2).

An open site becomes a ferry at once; a ferry becomes a light pontoon, and that a heavy bridge,
after whole days of work; one day mends a broken crossing into a ferry. Days of work count in the
recovery of the side. Bridges that are destroyed stay so; natural ferries stay ferries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from game.engine.board import NO_SIDE, Crossing, CrossingKind, CrossingState, River
from game.engine.draft import Draft, Position
from game.engine.events import CrossingChanged, OrderNoted
from game.engine.orders import BuildCrossing
from game.engine.refusal import Illegal, Refusal
from game.engine.rulebook import MoveClass, Trait
from game.engine.rules.ground import USABLE_BY_ALL, crossings_at, may_use, river_between
from game.engine.rules.presence import (
    barred_by_contact_line,
    enemies_at,
    has,
    own_unit_on_map,
)
from game.engine.rules.works import spend_day

_LAID_TODAY: Final = -1
"""Work on a ferry laid today: that day does not count toward the pontoon."""
_UPGRADES: Final = (CrossingState.FERRY, CrossingState.PONTOON)
_NOTHING: Final[Mapping[int, int]] = {}


def site_named(p: Position, crossing_id: str) -> int | Illegal:
    """Number of a crossing by id, on this side of the contact line, or why there is none."""
    number = p.scenario.board.crossing_index.get(crossing_id)
    if number is None:
        return Illegal(Refusal.UNKNOWN, f"There is no crossing {crossing_id}.")
    site = p.scenario.board.crossings[number]
    if any(barred_by_contact_line(p, end, p.active) for end in (site.a, site.b)):
        return Illegal(Refusal.NEUTRAL, f"{crossing_id} leads over the contact line.")
    return number


def free_hands(p: Position, unit_id: str) -> int | Illegal:
    """Number of an own unit that can still work at a crossing today."""
    number = own_unit_on_map(p, unit_id)
    if isinstance(number, Illegal):
        return number
    now = p.units[number]
    if now.active <= 0:
        return Illegal(Refusal.SUPPRESSED, f"{unit_id} is suppressed.")
    if now.fought or now.digging:
        return Illegal(Refusal.SPENT, f"{unit_id} has fought or worked already today.")
    return number


def _near_end(p: Position, unit: int, site: Crossing) -> int | None:
    """The end the unit stands in, or beside which it stands on the same bank."""
    here = p.units[unit].at
    if here in (site.a, site.b):
        return here
    for end in (site.a, site.b):
        beside = p.scenario.board.grid.distance(here, end) == 1
        if beside and river_between(p, here, end) is not River.MAIN:
            return end
    return None


def why_illegal_build(p: Position, order: BuildCrossing) -> Illegal | None:
    """Why the unit may not work on the crossing, None if it may."""
    unit = free_hands(p, order.unit)
    if isinstance(unit, Illegal):
        return unit
    if not has(p, unit, Trait.BRIDGING):
        return Illegal(Refusal.WRONG_KIND, f"{order.unit} are not bridging engineers.")
    if p.units[unit].mp <= 0:
        return Illegal(Refusal.SPENT, f"{order.unit} has no time left today.")
    number = site_named(p, order.crossing)
    if isinstance(number, Illegal):
        return number
    return _why_no_work(p, number) or _why_not_from(p, unit, number)


def _why_no_work(p: Position, number: int) -> Illegal | None:
    """Why there is nothing to be built at a site."""
    site, now = p.scenario.board.crossings[number], p.crossings[number]
    if site.owner not in (NO_SIDE, p.active):
        return Illegal(Refusal.NOT_YOURS, f"The boats at {site.id} belong to the other side.")
    if now.worked:
        return Illegal(Refusal.SPENT, f"{site.id} has been worked on today.")
    if now.state in USABLE_BY_ALL:
        return Illegal(Refusal.NOTHING_TO_DO, f"{site.id} already carries everything.")
    if now.state is CrossingState.DESTROYED or site.kind is CrossingKind.CAUSEWAY:
        return Illegal(Refusal.WRONG_KIND, f"{site.id} cannot be rebuilt in so short a time.")
    if site.kind is not CrossingKind.PONTOON_SITE and now.state in _UPGRADES:
        return Illegal(Refusal.WRONG_KIND, f"{site.id} is no site for a pontoon.")
    return None


def _why_not_from(p: Position, unit: int, number: int) -> Illegal | None:
    """Why the unit cannot work there from where it stands."""
    site = p.scenario.board.crossings[number]
    near = _near_end(p, unit, site)
    if near is None:
        return Illegal(Refusal.NOT_ADJACENT, f"The unit must stand at or beside {site.id}.")
    far = site.b if near == site.a else site.a
    if p.control[near] != p.active:
        return Illegal(Refusal.NOT_HERE, f"Your side does not hold the near bank at {site.id}.")
    if enemies_at(p, far, p.active, hidden=False):
        return Illegal(Refusal.ENEMY_THERE, f"The enemy stands on the far bank at {site.id}.")
    if p.crossings[number].state in _UPGRADES and p.control[far] != p.active:
        return Illegal(Refusal.NOT_HERE, f"Your side must hold both banks at {site.id}.")
    return None


def set_state(d: Draft, number: int, state: CrossingState, work: int = 0) -> None:
    """Put a crossing into a state, with days of work done toward the next."""
    d.crossings[number] = replace(d.crossings[number], state=state, work=work)
    d.tell(CrossingChanged(number, state, max(0, work)))


def do_build(d: Draft, order: BuildCrossing) -> None:
    """A day's work: an open site is a ferry at once, all else is ready in recovery."""
    unit = d.scenario.oob.unit_index[order.unit]
    number = d.scenario.board.crossing_index[order.crossing]
    spend_day(d, unit)
    d.crossings[number] = replace(d.crossings[number], worked=True)
    if d.crossings[number].state is CrossingState.OPEN_SITE:
        set_state(d, number, CrossingState.FERRY, _LAID_TODAY)
    else:
        d.tell(OrderNoted(unit, "work begun"))


def finish_work(d: Draft, side: int) -> None:
    """In the recovery of a side: the day's work on its crossings counts."""
    rules = d.scenario.rules.crossings
    for number, site in enumerate(d.scenario.board.crossings):
        now = d.crossings[number]
        if not now.worked:
            continue
        d.crossings[number] = replace(now, worked=False)
        work = now.work + 1
        if now.state is CrossingState.BROKEN:
            set_state(d, number, CrossingState.FERRY)
        elif now.work == _LAID_TODAY:
            d.crossings[number] = replace(now, worked=False, work=0)
        elif d.control[site.a] != side or d.control[site.b] != side:
            continue
        elif now.state is CrossingState.FERRY:
            done = work >= rules.pontoon_days
            set_state(d, number, CrossingState.PONTOON if done else now.state, 0 if done else work)
        elif now.state is CrossingState.PONTOON:
            done = work >= rules.heavy_days
            set_state(d, number, CrossingState.HEAVY if done else now.state, 0 if done else work)


def reset_traffic(d: Draft) -> None:
    """At the start of a side's turn every crossing is free again."""
    d.crossings = [replace(now, used=0) if now.used else now for now in d.crossings]


def note_traffic(d: Draft, side: int, moves: MoveClass, path: tuple[int, ...]) -> None:
    """Count a unit that went along `path` on the ferries and light pontoons it used."""
    for here, there in pairwise(path):
        if d.scenario.board.grid.direction(here, there) < 0:
            continue
        if river_between(d, here, there) is not River.MAIN:
            continue
        number = carrier(d, side, moves, here, there)
        if number is not None:
            count_use(d, number, moves)


def count_use(d: Draft, number: int, moves: MoveClass) -> None:
    """Count a unit that a crossing carries, if its places are counted."""
    if is_counted(d, number, moves):
        d.crossings[number] = replace(d.crossings[number], used=d.crossings[number].used + 1)


def is_counted(p: Position, number: int, moves: MoveClass) -> bool:
    """Whether a unit of the class takes a place: every one on a ferry, vehicles on a pontoon."""
    state = p.crossings[number].state
    return state is CrossingState.FERRY or (state is CrossingState.PONTOON and moves.is_vehicle)


def carrier(
    p: Position,
    side: int,
    moves: MoveClass,
    here: int,
    there: int,
    taken: Mapping[int, int] = _NOTHING,
) -> int | None:
    """The crossing a unit takes over a hexside: one without limit before the others.

    `taken` says how many places of each are given away already.
    """
    found = [
        n
        for n in crossings_at(p.scenario, here)
        if there in (p.scenario.board.crossings[n].a, p.scenario.board.crossings[n].b)
        and may_use(p, n, side, moves, taken.get(n, 0))
    ]
    limited = {CrossingState.PONTOON: 1, CrossingState.FERRY: 2}
    return min(found, key=lambda n: (limited.get(p.crossings[n].state, 0), n), default=None)


def supply_capacity(p: Position, crossing: int) -> int | None:
    """How many units beyond a crossing it keeps in supply: None without limit, 0 if not usable."""
    state, rules = p.crossings[crossing].state, p.scenario.rules.crossings
    if state in USABLE_BY_ALL:
        return None
    if state is CrossingState.PONTOON:
        return rules.pontoon_supply
    return rules.ferry_supply if state is CrossingState.FERRY else 0
