"""Supply that is broken: where it has to be opened again, hex by hex, for units that are cut off.

The way of least resistance from own supply to each of them is looked for. What bars it - enemies,
their zones, ground that is theirs - becomes tasks, and beating who stands there is worth more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import Final

from game.ai.commander import Reason, Why
from game.ai.picture import Picture
from game.ai.retreat import risked
from game.ai.supposed import without
from game.ai.tasks import Task
from game.ai.ways import area_of, around
from game.engine.board import NO_SIDE, NOWHERE, River
from game.engine.changed import changed
from game.engine.rules.links import Links, road_links
from game.engine.rules.supply import feeding_crossings, linked_set
from game.engine.state import Status

_STEP: Final = 0.02
"""What a step costs a way of supply."""
_THEIRS: Final = 0.15
"""What a hex costs that an enemy or nobody holds."""
_ZONE: Final = 0.8
"""What a hex costs in an enemy zone without an own unit."""
_ENEMY: Final = 2.0
"""What an enemy in the way costs, ..."""
_STRENGTH: Final = 0.2
"""... and each point of his strength."""
_NO_WAY: Final = 1e6
"""More than any way costs."""
_TASKS: Final = 8
"""Places at which a way is opened at once, at most."""
_CUT: Final = 1.7
"""How much more a unit is at risk that is cut off already."""


@dataclass(slots=True)
class Broken:
    """What bars supply."""

    tasks: list[Task] = field(default_factory=list)
    foes: dict[int, float] = field(default_factory=dict)
    """By hex with enemies in the way: what it would be worth to be rid of them."""


def broken_lines(pic: Picture) -> Broken:
    """What has to be done so that own units are in supply again."""
    found = Broken()
    linked = pic.lifeline.net.all
    cut = [n for n in pic.own() if not linked[pic.unit(n).at]]
    if not cut or not any(pic.lifeline.net.roads):
        return found
    ways = _Ways(pic)
    stake: dict[tuple[int, ...], float] = {}
    whose: dict[tuple[int, ...], int] = {}
    for n in sorted(cut, key=lambda n: (-risked(pic, n), n)):
        path = ways.to(pic.unit(n).at)
        parts = _barred(pic, path)
        if not parts or not _feeds(pic, path, pic.unit(n).at):
            continue
        for part in parts:
            stake[part] = stake.get(part, 0.0) + _CUT * risked(pic, n) / len(parts) ** 0.5
            whose.setdefault(part, n)
    for part in sorted(stake, key=lambda part: (-stake[part], part))[:_TASKS]:
        found.tasks.append(_task(pic, part, stake[part], whose[part]))
        for foe in _guards(pic, part[0]):
            found.foes[foe] = max(found.foes.get(foe, 0.0), stake[part])
    for foe, value in found.foes.items():
        if (foe,) not in stake:
            found.tasks.append(_task(pic, (foe,), value, next(iter(whose.values()))))
    return found


def _task(pic: Picture, part: tuple[int, ...], value: float, n: int) -> Task:
    h = part[0]
    reason = Reason(Why.RELIEVE, hex=h, unit=pic.id(n))
    foes = sum(pic.weight(e) for e in pic.enemies_at(h))
    need = 1.6 * foes if foes else max(2.0, 0.3 * pic.threat[h])
    hold = not foes and bool(pic.zone()[h])
    area = area_of(pic.view, h, pic.place_at(h))
    return Task(reason, part, 0.5 + value, need, area, hold=hold)


def _barred(pic: Picture, path: list[int]) -> list[tuple[int, ...]]:
    """What bars a way: hexes with enemies or in their zone one by one, others in one piece."""
    parts: list[tuple[int, ...]] = []
    run: list[int] = []
    for h in path:
        if not _bars(pic, h) or pic.zone()[h] or pic.enemies_at(h):
            if run:
                parts.append(tuple(run))
                run = []
            if _bars(pic, h):
                parts.append((h,))
        else:
            run.append(h)
    return parts


def _bars(pic: Picture, h: int) -> bool:
    """Whether supply cannot pass a hex as it is."""
    if pic.own_at(h):
        return False
    return pic.view.control[h] not in (pic.side, NO_SIDE) or bool(pic.zone()[h])


def _guards(pic: Picture, h: int) -> Iterable[int]:
    """Hexes of the enemies who bar a hex."""
    if pic.enemies_at(h):
        return (h,)
    if not pic.zone()[h]:
        return ()
    beside = (there for there, river in pic.steps_over(h) if river != River.MAIN)
    return [there for there in beside if pic.enemies_at(there)]


class _Ways:
    """The ways of supply that are the easiest to open: along roads, the last hexes over land."""

    def __init__(self, pic: Picture) -> None:
        """Find them from all roads in supply."""
        self._pic = pic
        self._over = _crossings(pic)
        self._price = _Prices(pic)
        self._cost: dict[int, float] = {h: 0.0 for h, on in enumerate(pic.lifeline.net.roads) if on}
        self._before: dict[int, list[int]] = {}
        links = road_links(pic.view.scenario, tuple(sorted(self._over)))
        self._along(links, list(self._cost))
        # A road that begins at a landing carries on, if the landing lies near a road in supply.
        ends = sorted({h for pair in self._over for h in pair})
        self._along(links, [h for h in ends if self._lands(h)])

    def to(self, h: int) -> list[int]:
        """The way to a hex, from there back; empty if there is none."""
        _cost, way = self._trace(h)
        while way and way[-1] in self._before:
            way = [*way, *self._before[way[-1]]]
        return way

    def _along(self, links: Links, starts: list[int]) -> None:
        cost = self._cost
        waiting = [(cost[h], h) for h in starts]
        heapify(waiting)
        while waiting:
            so_far, here = heappop(waiting)
            if so_far > cost[here]:
                continue
            for there in links[here]:
                then = so_far + self._price[there]
                if then < cost.get(there, _NO_WAY):
                    cost[there] = then
                    self._before[there] = [here]
                    heappush(waiting, (then, there))

    def _lands(self, h: int) -> bool:
        """Whether a landing comes nearer to supply over land than along roads."""
        known = self._cost.get(h, _NO_WAY)
        cost, way = self._trace(h, known)
        if cost + _STEP >= known:
            return False
        self._cost[h] = cost
        self._before[h] = way[1:]
        return True

    def _trace(self, h: int, below: float = _NO_WAY) -> tuple[float, list[int]]:
        """The cheapest way from a hex to a road within the trace, with its cost, if it is less."""
        known = {h: (self._price[h], 0, NOWHERE)}
        waiting = [(self._price[h], h)]
        best: tuple[float, int] = (below, NOWHERE)
        limit = self._pic.rules.supply.trace
        while waiting:
            so_far, here = heappop(waiting)
            cost, steps, _before = known[here]
            if so_far >= best[0]:
                break
            if so_far > cost:
                continue
            if here in self._cost:
                # What the road hex itself costs stands in its own cost already.
                best = min(best, (so_far + max(0.0, self._cost[here] - self._price[here]), here))
            if steps == limit:
                continue
            for there, river in self._pic.steps_over(here):
                if river == River.MAIN and (here, there) not in self._over:
                    continue
                then = so_far + self._price[there]
                if there not in known or then < known[there][0]:
                    known[there] = (then, steps + 1, here)
                    heappush(waiting, (then, there))
        way, here = [], best[1]
        while here != NOWHERE:
            way.append(here)
            here = known[here][2]
        return best[0], way[::-1]


class _Prices(dict[int, float]):
    """By hex, what it takes to have supply pass it; worked out as it is asked for."""

    def __init__(self, pic: Picture) -> None:
        self._pic = pic

    def __missing__(self, h: int) -> float:
        found = self[h] = _price(self._pic, h)
        return found


def _price(pic: Picture, h: int) -> float:
    """What it takes to have supply pass a hex."""
    if pic.neutral_ground(h):
        return _NO_WAY
    if not _bars(pic, h):
        return _STEP
    foes = sum(pic.weight(e) for e in pic.enemies_at(h))
    if foes:
        return _STEP + _ENEMY + _STRENGTH * foes
    return _STEP + (_ZONE if pic.zone()[h] else _THEIRS)


def _crossings(pic: Picture) -> set[tuple[int, int]]:
    """Pairs of hexes over the main river between which supply can pass."""
    found = set()
    for site, _feeds in feeding_crossings(pic.view, pic.side):
        found |= {(site.a, site.b), (site.b, site.a)}
    return found


def _feeds(pic: Picture, path: list[int], h: int) -> bool:
    """Whether supply would follow if nobody barred the way."""
    p = pic.view
    control = bytearray(p.control)
    near = {there for here in path for there in around(pic.grid, here, 1)}
    for here in path:
        control[here] = pic.side
    bars = [
        n
        for n, unit in enumerate(p.units)
        if unit.at in near and unit.status is Status.ON_MAP and pic.foes[pic.cards[n].side]
    ]
    then = changed(p, control=bytes(control), units=without(p, bars))
    return bool(linked_set(then, pic.side) >> h & 1)
