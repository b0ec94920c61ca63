"""Rides behind the front: where an enemy who comes through in a turn would cut supply.

A column on a road goes far in a day, and what it passes is its own. The ground that enemies could
ride over is given to them for a trial, and supply worked out for the position then.
"""

from __future__ import annotations

from typing import Final

from game.ai.commander import Reason, Why
from game.ai.lifeline import if_held
from game.ai.picture import Picture
from game.ai.retreat import risked
from game.ai.supposed import without
from game.ai.tasks import Task
from game.ai.ways import area_of
from game.engine.changed import changed
from game.engine.rulebook import MoveClass
from game.engine.rules.mobility import Range, allowance, range_of
from game.engine.rules.supply import linked_set
from game.engine.state import GameState, Unit
from game.engine.untouched import hand_on

_WIDE: Final = 25
"""Hexes that an enemy has to have before him for a ride to be thought of."""
_FRONT: Final = 3
"""Hexes from enemies up to which a unit is part of the front."""
_LEAST: Final = 1.5
"""What has to be at risk with the units that would be cut off."""
_GOALS: Final = 6
"""Hexes of roads within an enemy's reach that are looked at, at most."""
_GUARDS: Final = 4
"""Rides that are guarded against in a turn, at most."""
_DEAR: Final = 1.3
"""How much more what is at risk counts: who is cut off is of little use until he is fed again."""


def roads_to_guard(pic: Picture) -> list[Task]:
    """Where to stand so that no ride of an enemy cuts supply; who stands there already stays.

    Units behind the front are thought away first, for they may be there as guards.
    """
    if pic.character.foresight <= 0:
        return []
    fed = [n for n in pic.own() if pic.lifeline.net.all[pic.unit(n).at]]
    guards = [n for n in fed if _behind(pic, n)]
    bare = _imagined(pic.view, without(pic.view, guards))
    riders = [
        (e, reach) for e in pic.enemies() if (reach := _reach(pic, bare, e)) and _goals(pic, reach)
    ]
    if not riders or _loss(pic, fed, _taken(pic, bare, riders)) < _LEAST:
        return []
    blocker = next((n for n in guards if pic.unit(n).active), None)
    if blocker is None:
        return []
    found: dict[int, tuple[float, float]] = {}
    known: dict[tuple[int, int, int], tuple[int, float] | None] = {}
    for e, reach in riders:
        card = pic.cards[e]
        alike = (card.side, card.type, pic.unit(e).at)  # they can go to the same hexes
        if alike not in known:
            known[alike] = _stop(pic, fed, bare, e, reach, blocker)
        if stop := known[alike]:
            value, power = found.get(stop[0], (0.0, 0.0))
            found[stop[0]] = (max(value, stop[1]), power + pic.power(e))
    worst = sorted(found, key=lambda h: (-found[h][0], h))[:_GUARDS]
    return [_guard(pic, h, *found[h]) for h in worst]


def _stop(
    pic: Picture, fed: list[int], bare: GameState, e: int, reach: Range, blocker: int
) -> tuple[int, float] | None:
    """Where an enemy is best stopped, and what that saves, if it is worth it."""
    loss = _loss(pic, fed, _taken(pic, bare, [(e, reach)]))
    if loss < _LEAST:
        return None
    h, left = _best_stand(pic, fed, bare, e, reach, blocker)
    return (h, loss - left) if loss - left >= _LEAST / 2 else None


def _guard(pic: Picture, h: int, loss: float, power: float) -> Task:
    place = pic.place_at(h)
    area = area_of(pic.view, h, place)
    value = pic.character.keep * (pic.worth.hexes[h] + _DEAR * loss)
    return Task(Reason(Why.GUARD, place, h), (h,), value, max(1.5, power / 2.5), area, hold=True)


def _behind(pic: Picture, n: int) -> bool:
    """Whether a unit stands so far from enemies that it is no part of the front."""
    here, distance = pic.unit(n).at, pic.grid.distance
    return all(distance(here, pic.unit(e).at) > _FRONT for e in pic.enemies())


def _imagined(p: GameState, units: tuple[Unit, ...]) -> GameState:
    """The position with other units, and what has been worked out that they do not touch."""
    then = changed(p, units=units)
    hand_on(p, then)
    return then


def _reach(pic: Picture, p: GameState, e: int) -> Range | None:
    """Where an enemy can come in a day, if he has wide ground before him."""
    if not pic.unit(e).active or pic.type(e).moves is MoveClass.STATIC:
        return None
    reach = range_of(p, e, mp=allowance(p, e))
    return reach if len(reach.cost) >= _WIDE else None


def _goals(pic: Picture, reach: Range) -> list[int]:
    """Roads of own supply within reach; some of them, near and far."""
    roads = pic.lifeline.net.roads
    found = [h for h in reach.cost if roads[h]]
    found.sort(key=lambda h: (reach.cost[h], h))
    if len(found) <= _GOALS:
        return found
    return [found[k * (len(found) - 1) // (_GOALS - 1)] for k in range(_GOALS)]


def _best_stand(
    pic: Picture, fed: list[int], bare: GameState, e: int, reach: Range, blocker: int
) -> tuple[int, float]:
    """Where a unit leaves the enemy least to cut off, and how much that is."""
    goals = _goals(pic, reach)
    best: tuple[float, bool, int, int] | None = None
    for unmanned, cost, h in sorted((not pic.own_at(h), -reach.cost[h], h) for h in goals):
        if best is not None and best < (0.0, unmanned, cost, h):
            break  # however little it were to leave, it is not better, nor are those after it
        units = list(bare.units)
        units[blocker] = changed(pic.unit(blocker), at=h)
        then = _imagined(bare, tuple(units))
        left = range_of(then, e, mp=allowance(then, e))
        loss = round(_loss(pic, fed, _taken(pic, then, [(e, left)])), 2)
        rated = (loss, unmanned, cost, h)
        if best is None or rated < best:
            best = rated
    assert best is not None
    return best[3], best[0]


def _taken(pic: Picture, p: GameState, riders: list[tuple[int, Range]]) -> GameState:
    """The position if all they can reach were theirs: more than any ride can take."""
    control = bytearray(p.control)
    own = {p.units[n].at for n in pic.own()}
    neutrals = {side for side, neutral in enumerate(pic.neutrals) if neutral}
    for e, reach in riders:
        side = pic.cards[e].side
        for h in reach.cost:
            if p.control[h] not in neutrals and h not in own:
                control[h] = side
    return if_held(p, control, pic.side)


def _loss(pic: Picture, fed: list[int], then: GameState) -> float:
    """What would be at risk with units in supply now and not then."""
    linked = linked_set(then, pic.side)
    return sum(risked(pic, n) for n in fed if not linked >> pic.unit(n).at & 1)
