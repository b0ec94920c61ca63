"""Lines of supply: points of the own ones to guard, rings around enemies to close and keep.

What a unit more or less would mean is not guessed: supply is worked out for the position as it
would be (`game.engine.rules.supply.linked_set`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from game.ai.commander import Reason, Why
from game.ai.lifeline import if_held
from game.ai.picture import Picture
from game.ai.retreat import risked
from game.ai.supposed import standing, without
from game.ai.tasks import Task
from game.ai.ways import area_of, ashore
from game.engine.board import CrossingKind, CrossingState, River
from game.engine.changed import changed
from game.engine.rulebook import MoveClass, Trait
from game.engine.rules.ground import crossings_at, on_this_bank
from game.engine.rules.presence import room_for
from game.engine.rules.supply import linked_set, network, source_hexes
from game.engine.state import GameState

_IN_USE: Final = (
    CrossingState.INTACT, CrossingState.FERRY, CrossingState.PONTOON, CrossingState.HEAVY,
)  # fmt: skip
_RAID: Final = {MoveClass.STATIC: 0, MoveClass.LEG: 3, MoveClass.TRACKED: 4, MoveClass.MOTOR: 5}
"""Hexes that an enemy who is not opposed may come in a turn."""
_CLOSE: Final = 3
"""Hexes from which a raid is likely; one from further off is half as likely."""
_BRIDGE: Final = 1.5
"""What a crossing is worth that an enemy at its end may destroy."""
_LEAST: Final = 4
"""Strength of enemies from which a ring around them is thought of."""
_NEAR: Final = 3
"""Hexes around them in which own units stand that close it or keep it."""
_TRIED: Final = 6
"""Hexes from which a ring could be closed that are tried, at most."""
_PAIRED: Final = 4
"""Of these, how many are tried two by two if no single one closes it."""


def lifelines(pic: Picture) -> Iterator[Task]:
    """Crossings and sources of own supply with nobody on them that an enemy can come to."""
    p = pic.view
    for h, bridge in sorted(_points(pic).items()):
        if pic.own_at(h) or not (raiders := _raiders(pic, h)):
            continue
        control = bytearray(p.control)
        control[h] = pic.cards[raiders[0]].side
        left = linked_set(if_held(p, control, pic.side), pic.side)
        cut = [
            n
            for n in pic.own()
            if pic.lifeline.net.all[pic.unit(n).at] and not left >> pic.unit(n).at & 1
        ]
        if not cut:
            continue
        value = pic.worth.hexes[h] + sum(risked(pic, n) for n in cut) + bridge
        if all(pic.grid.distance(pic.unit(n).at, h) > _CLOSE for n in raiders):
            value /= 2
        need = max(1.5, sum(pic.power(n) for n in raiders) / 2.5)
        why = Why.GUARD_CROSSING if crossings_at(p.scenario, h) else Why.GUARD
        reason = Reason(why, pic.place_at(h), h)
        yield Task(reason, (h,), pic.character.keep * value, need, _area(pic, h), hold=True)


def _points(pic: Picture) -> dict[int, float]:
    """Sources of supply, and ends of crossings in use on both of whose banks the side stands.

    With what would be lost besides the ground: a crossing is not soon built again.
    """
    p = pic.view
    found = {h: 0.0 for h in source_hexes(p, pic.side) if p.control[h] == pic.side}
    for number, site in enumerate(pic.board.crossings):
        ends = (site.a, site.b)
        if p.crossings[number].state in _IN_USE and all(p.control[h] == pic.side for h in ends):
            lost = 0.0 if site.kind is CrossingKind.CAUSEWAY else _BRIDGE
            found.update(dict.fromkeys(ends, lost))
    return found


def _raiders(pic: Picture, h: int) -> list[int]:
    """Enemies who could be in a hex in a turn if nobody bars their way."""
    land, grid = pic.board.landmass, pic.grid
    return [
        n
        for n in pic.enemies()
        if pic.unit(n).active
        and land[pic.unit(n).at] == land[h]
        and grid.distance(pic.unit(n).at, h) <= _RAID[pic.type(n).moves]
    ]


def rings(pic: Picture, able: Iterable[int]) -> list[Task]:
    """Hexes to be taken, or not to be left, so that strong enemies are without supply."""
    budget = pic.character.rings
    if not budget:
        return []
    found: list[Task] = []
    free = list(able)
    for h, foes in _targets(pic):
        near = [n for n in free if pic.grid.distance(pic.unit(n).at, h) <= _NEAR]
        if len(near) < 2:
            continue
        ring = _Ring(pic, h, foes)
        hexes, why = (
            (ring.kept(near), Why.FIX) if ring.is_closed() else (ring.closing(free), Why.CLOSE_RING)
        )
        value = pic.worth.hexes[h] + 0.5 * sum(pic.step_worth(e) * pic.unit(e).steps for e in foes)
        for there in hexes:
            need = max(2.0, 0.3 * pic.threat[there])
            reason = Reason(why, pic.place_at(h), there)
            found.append(Task(reason, (there,), value, need, _area(pic, there), hold=True))
        budget -= ring.looked
        if budget <= 0:
            break
    return found


def _targets(pic: Picture) -> list[tuple[int, list[int]]]:
    """Hexes with strong enemies, those on the ground of most worth first."""
    found = []
    for h in {pic.unit(e).at for e in pic.enemies()}:
        foes = pic.enemies_at(h)
        if h not in pic.claimed and sum(pic.weight(e) for e in foes) >= _LEAST:
            found.append((h, foes))
    return sorted(found, key=lambda pair: (-pic.worth.hexes[pair[0]], pair[0]))


class _Ring:
    """What would cut off the enemies in a hex, or let them out."""

    def __init__(self, pic: Picture, h: int, foes: list[int]) -> None:
        self._pic = pic
        self._hex = h
        self._side = pic.cards[foes[0]].side
        self._net = network(pic.view, self._side)
        self.looked = 0

    def is_closed(self) -> bool:
        """Whether they are without supply as it is."""
        return not self._net.all[self._hex]

    def closing(self, able: list[int]) -> tuple[int, ...]:
        """The one or two hexes within reach from which the ring would be closed, if there are."""
        near = self._blocks(able)
        tried = sorted(near, key=lambda h: (-near[h][0], h))[:_TRIED]
        for number, choice in ((1, tried), (2, tried[:_PAIRED])):
            for hexes in combinations(choice, number):
                who = {near[h][1]: h for h in hexes}
                if len(who) == number and self._cut_by(who):
                    return hexes
        return ()

    def kept(self, near: list[int]) -> tuple[int, ...]:
        """Hexes of own units without which the ring would be open."""
        held = sorted({self._pic.unit(n).at for n in near})
        return tuple(h for h in held[:_TRIED] if self._open_without(h))

    def _open_without(self, here: int) -> bool:
        """Whether supply would reach them if a hex were left and the ground around it theirs."""
        self.looked += 1
        p = self._pic.view
        control = bytearray(p.control)
        for h in (here, *(h for h, river in self._pic.steps_over(here) if river != River.MAIN)):
            if not self._pic.neutral_ground(h):
                control[h] = self._side
        left = without(p, self._pic.own_at(here))
        then = changed(p, units=left, control=bytes(control))
        return _fed(then, self._side, self._hex)

    def _cut_by(self, who: dict[int, int]) -> bool:
        """Whether they are without supply once these units stand there."""
        self.looked += 1
        p = self._pic.view
        return not _fed(changed(p, units=standing(p, who)), self._side, self._hex)

    def _blocks(self, able: list[int]) -> dict[int, tuple[int, int]]:
        """By hex near them within reach: how much of their way out it bars, and who comes there."""
        pic = self._pic
        found: dict[int, tuple[int, int]] = {}
        land = pic.board.landmass
        barred = {
            h: much for h in ashore(pic.grid, land, self._hex, _NEAR)
            if not pic.enemies_at(h) and (much := self._barred(h))
        }  # fmt: skip
        for n in able:
            unit = pic.unit(n)
            if unit.mp <= 0 or not unit.active or Trait.BRIDGING in pic.traits(n):
                continue
            if pic.grid.distance(unit.at, self._hex) > 2 * _NEAR + 2:
                continue
            for h in barred.keys() & pic.range(n).cost.keys():
                if h not in found and room_for(pic.view, h, pic.side, n):
                    found[h] = (barred[h], n)
        return found

    def _barred(self, h: int) -> int:
        """How much of the supply of the enemies a unit in a hex bars."""
        open_now, roads = self._net.all, self._net.roads
        near = on_this_bank(self._pic.view.scenario)[h]
        return open_now[h] + sum(open_now[there] + roads[there] for there in near)


def _fed(p: GameState, side: int, h: int) -> bool:
    return bool(linked_set(p, side) >> h & 1)


def _area(pic: Picture, h: int) -> tuple[int, ...]:
    return area_of(pic.view, h, pic.place_at(h))
