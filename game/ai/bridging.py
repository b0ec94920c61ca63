"""Crossings: where to go over the river, who builds there, who goes over first, what is guarded."""

from __future__ import annotations

from collections.abc import Iterable

from game.ai.commander import Reason, Why
from game.ai.picture import Picture, over_main
from game.ai.tasks import Task
from game.ai.ways import area_of
from game.engine.board import NO_SIDE, NOWHERE, Crossing, CrossingKind, CrossingState, River
from game.engine.legality import why_illegal
from game.engine.orders import BuildCrossing, Move, OperationalMove, Order
from game.engine.rulebook import MoveClass, Trait
from game.engine.rules.mobility import allowance
from game.engine.rules.operational import march_range
from game.engine.rules.presence import room_for

_SHY = 40.0
"""Half-points that a hex in danger counts for engineers."""
_STAY = 0.4
"""Part of what the best site is worth from which engineers stay at the one where they are."""
_DONE = (CrossingState.INTACT, CrossingState.HEAVY)


def wanted_sites(pic: Picture, todo: Iterable[Task]) -> list[tuple[float, int]]:
    """Sites that are worth work, the best first: what lies beyond, and how far it is from there.

    A site counts if one end lies in own supply without a limited crossing.
    """
    land = pic.board.landmass
    firm = pic.lifeline.net.firm
    found = []
    for number, site in enumerate(pic.board.crossings):
        state = pic.view.crossings[number].state
        if (
            site.kind is not CrossingKind.PONTOON_SITE
            or site.owner not in (NO_SIDE, pic.side)
            or state in _DONE
        ):
            continue
        near, far = ends(pic, site)
        if near == NOWHERE or pic.neutral_ground(far):
            continue
        value = 0.0
        for task in todo:
            goal = task.hexes[0]
            if land[goal] == land[near] or firm[goal]:
                continue
            if land[goal] == land[far]:
                value += task.value / (1 + pic.grid.distance(far, goal) / 15)
            else:
                value += 0.05 * task.value / (1 + pic.grid.distance(far, goal) / 15)
        if state not in (CrossingState.OPEN_SITE, CrossingState.BROKEN):
            value += 1.0 + sum(1 for n in pic.own() if land[pic.unit(n).at] == land[far]) / 2
        value -= 0.15 * pic.threat[near]
        if value > 0.3:
            found.append((value, number))
    return sorted(found, reverse=True)


def ends(pic: Picture, site: Crossing) -> tuple[int, int]:
    """The near end, on own ground in firm supply, and the far one; NOWHERE if there is none."""
    firm, control = pic.lifeline.net.firm, pic.view.control
    for near, far in ((site.a, site.b), (site.b, site.a)):
        if control[near] == pic.side and firm[near] and pic.board.landmass[far] != (
            pic.board.landmass[near]
        ):  # fmt: skip
            return near, far
    for near, far in ((site.a, site.b), (site.b, site.a)):
        if any(firm[h] for h in pic.grid.neighbours[near] if not over_main(pic, h, near)):
            return near, far
    return NOWHERE, NOWHERE


def builders(pic: Picture) -> list[int]:
    """Own bridging units that can work."""
    return [n for n in pic.own() if Trait.BRIDGING in pic.traits(n) and pic.unit(n).active]


def footholds(pic: Picture, sites: list[tuple[float, int]]) -> list[Task]:
    """The far banks of sites at which engineers are at work or near: infantry goes over first."""
    found = []
    hands = builders(pic)
    for value, number in sites[: max(1, len(hands))]:
        site = pic.board.crossings[number]
        near, far = ends(pic, site)
        if pic.view.control[far] == pic.side and not pic.threat[far]:
            continue
        if not any(pic.grid.distance(pic.unit(n).at, near) <= 12 for n in hands):
            continue
        reason = Reason(Why.CROSS, site.id, far)
        need = 4 + 0.5 * pic.threat[far]
        found.append(Task(reason, (far,), 2.0 + value / 3, need, _area(pic, far), hold=True))
    return found


def landings(pic: Picture, sites: list[tuple[float, int]]) -> set[int]:
    """Far banks that a crossing can feed tomorrow: engineers are at its near end in a day."""
    found = set()
    hands = builders(pic)
    for _value, number in sites[: len(hands)]:
        near, far = ends(pic, pic.board.crossings[number])
        if near != NOWHERE and any(_is_near(pic, n, near) for n in hands):
            found.add(far)
    return found


def piers(pic: Picture, sites: list[tuple[float, int]]) -> set[int]:
    """Near ends of sites at whose far end enemies stand: room there is for who attacks them."""
    found = set()
    for _value, number in sites:
        near, far = ends(pic, pic.board.crossings[number])
        if near != NOWHERE and pic.enemies_at(far):
            found.add(near)
    return found


def _is_near(pic: Picture, n: int, end: int) -> bool:
    """Whether a bridging unit can be at the end of a crossing in a day."""
    way = pic.course((end,), _area(pic, end), pic.type(n).moves)
    return way[pic.unit(n).at] <= allowance(pic.view, n)


def _area(pic: Picture, h: int) -> tuple[int, ...]:
    return area_of(pic.view, h, pic.place_at(h))


def works(pic: Picture, sites: list[tuple[float, int]]) -> dict[int, int]:
    """Which bridging unit works at which site: who is at one that is worth it stays there."""
    found: dict[int, int] = {}
    free = builders(pic)
    best_value = max((value for value, _number in sites), default=0.0)
    for value, number in sites:
        near, _far = ends(pic, pic.board.crossings[number])
        at_work = [n for n in free if near != NOWHERE and _beside(pic, n, near)]
        if at_work and value >= _STAY * best_value:
            found[at_work[0]] = number
            free.remove(at_work[0])
    for _value, number in sites:
        if not free:
            break
        if number in found.values():
            continue
        near, _far = ends(pic, pic.board.crossings[number])
        best = min(free, key=lambda n: (pic.grid.distance(pic.unit(n).at, near), n))
        free.remove(best)
        found[best] = number
    return found


def _beside(pic: Picture, n: int, end: int) -> bool:
    """Whether a unit can work at the end of a crossing from where it stands."""
    here = pic.unit(n).at
    return here == end or (pic.grid.distance(here, end) == 1 and not over_main(pic, here, end))


def work_order(pic: Picture, n: int, number: int) -> Order | None:
    """What a bridging unit does about a site: build, or come to it."""
    site = pic.board.crossings[number]
    build = BuildCrossing(pic.id(n), site.id)
    if why_illegal(pic.view, build) is None:
        return build
    near, _far = ends(pic, site)
    unit = pic.unit(n)
    if near == NOWHERE or unit.mp <= 0 or pic.type(n).moves is MoveClass.STATIC:
        return None
    if unit.at == near or (pic.grid.distance(unit.at, near) == 1 and pic.own_at(unit.at) != [n]):
        return None
    course = pic.course((near,), _area(pic, near), pic.type(n).moves)
    reached = pic.range(n).cost
    goal = min(
        (h for h in reached if room_for(pic.view, h, pic.side, n) and h not in pic.piers),
        key=lambda h: (course[h] + _risk(pic, n, h), h),
        default=unit.at,
    )
    if unit.fresh and unit.mp == allowance(pic.view, n) and course[unit.at] > 2 * unit.mp:
        march = march_range(pic.view, n).cost
        end = min(march, key=lambda h: (course[h], h), default=unit.at)
        if course[end] + 4 < course[goal] and room_for(pic.view, end, pic.side, n):
            return OperationalMove(pic.id(n), end)
    before = course[unit.at] + _risk(pic, n, unit.at)
    return Move(pic.id(n), goal) if course[goal] + _risk(pic, n, goal) < before else None


def _risk(pic: Picture, n: int, h: int) -> float:
    """Half-points of way that engineers go out of their way to be safe: there are few of them."""
    threat = pic.threat[h]
    if not threat:
        return 0.0
    mates = sum(pic.weight(m) for m in pic.own_at(h) if m != n)
    beside = sum(
        pic.weight(m)
        for there, river in pic.steps_over(h)
        if river != River.MAIN
        for m in pic.own_at(there)
        if m != n
    )
    return _SHY if mates * 2 + beside < threat else 2.0
