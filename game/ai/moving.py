"""Where a unit goes: nearer to its task, over safe ground, taking what is free."""

from __future__ import annotations

from game.ai.picture import Picture, loss_if_attacked
from game.ai.retreat import ground_held, risked
from game.ai.tasks import Task, are_sappers
from game.ai.ways import FAR, Course
from game.engine.apply import apply
from game.engine.board import NOWHERE, River
from game.engine.legality import why_illegal
from game.engine.orders import CrossRiver, Move, OperationalMove, Order
from game.engine.rulebook import MoveClass, Trait
from game.engine.rules.boats import boats_at, fits_into_boats
from game.engine.rules.ground import terrain_at
from game.engine.rules.mobility import allowance, closed_hexes
from game.engine.rules.operational import march_range
from game.engine.rules.presence import room_for

_BESIDE: int = 4
"""Hexes by which ground may lie off the straight line and still be taken by a move."""
_BEST: int = 6
"""Hexes that are looked at closely, of those to which supply follows."""
_BEYOND: int = 60
"""Hexes that are looked at in all."""
_ALONE: float = 1.5
"""What it costs sappers to stand alone where the enemy can strike."""
_IN_THE_WAY: float = 1.5
"""What it costs to stand where others are to go over the river."""
_COVER: float = 0.3
"""What a hex may gain at most by being looked at closely."""


def next_step(pic: Picture, n: int, task: Task) -> Order | None:
    """The order that brings a unit nearer to its task, None if it is best where it is."""
    unit, kind = pic.unit(n), pic.type(n)
    if unit.mp <= 0 or kind.moves is MoveClass.STATIC or not unit.active:
        return None
    way = pic.course(task.hexes, task.area, kind.moves)
    pace = allowance(pic.view, n)
    here = way[unit.at]
    if here == 0 and task.hold:
        return None
    march = _march(pic, n, way) if here > 1.5 * pace else None
    goal, gained = _best_hex(pic, n, task, way)
    if march is not None and here - way[march] > gained + pace / 2:
        return OperationalMove(pic.id(n), march)
    boat = _boat(pic, n, way)
    if boat is not None and here - way[boat] > gained and _may_land(pic, n, boat, task):
        return CrossRiver(pic.id(n), boat)
    return Move(pic.id(n), goal) if goal != unit.at else None


def _march(pic: Picture, n: int, way: Course) -> int | None:
    """The end of the best operational move, if one is allowed at all."""
    unit = pic.unit(n)
    if not unit.fresh or unit.mp < allowance(pic.view, n):
        return None
    reached = march_range(pic.view, n).cost
    if len(reached) < 2:
        return None
    for h in sorted(reached, key=lambda h: (way[h], h))[:8]:
        if h != unit.at and room_for(pic.view, h, pic.side, n):
            return h if way[h] < way[unit.at] else None
    return None


def _boat(pic: Picture, n: int, way: Course) -> int | None:
    """The far bank, if the unit can be rowed over to it now."""
    p, unit = pic.view, pic.unit(n)
    if (
        not unit.fresh
        or unit.mp < allowance(p, n)
        or not fits_into_boats(p, n)
        or p.boats_used >= pic.rules.ground.boat_capacity
    ):
        return None
    closed = closed_hexes(p, pic.side)
    best = NOWHERE
    for there, river in pic.steps_over(unit.at):
        if (
            river == River.MAIN
            and not closed[there]
            and boats_at(p, pic.side, unit.at, there)
            and room_for(p, there, pic.side, n)
            and (best == NOWHERE or way[there] < way[best])
        ):
            best = there
    return None if best == NOWHERE else best


def _may_land(pic: Picture, n: int, h: int, task: Task) -> bool:
    """Whether supply follows to a far bank, or a first foothold is made there."""
    return pic.lifeline.price(n, h) < 1.0 or (task.hold and h in task.hexes)


def _best_hex(pic: Picture, n: int, task: Task, way: Course) -> tuple[int, int]:
    """The best hex within reach, and by how much it is nearer."""
    unit = pic.unit(n)
    pace = max(1, allowance(pic.view, n))
    reached = pic.range(n).cost
    here = way[unit.at]
    pic.takings.look_again()
    rated = sorted((_rough(pic, h, way, pace), h) for h in reached if way[h] < FAR)
    rated.reverse()
    best, best_score = unit.at, _fine(pic, n, unit.at, _rough(pic, unit.at, way, pace), task)
    best_score += 0.05
    looked, margin = 0, _COVER + 2 * pic.character.noise
    for rough, h in rated[:_BEYOND]:
        if looked >= _BEST or rough + margin < best_score:
            break
        if h == unit.at or not room_for(pic.view, h, pic.side, n):
            continue
        looked += pic.lifeline.price(n, h) <= 1.0
        score = _fine(pic, n, h, rough, task)
        if score > best_score and not takes_what_is_claimed(pic, n, h):
            best, best_score = h, score
    return best, here - way[best]


def takes_what_is_claimed(pic: Picture, n: int, goal: int) -> bool:
    """Whether a move would take, on its way, ground that is left to a neutral side."""
    here, distance = pic.unit(n).at, pic.grid.distance
    direct = distance(here, goal) + _BESIDE
    if not any(distance(here, h) + distance(h, goal) <= direct for h in pic.left_open):
        return False
    order = Move(pic.id(n), goal)
    if why_illegal(pic.view, order) is not None:
        return False
    control = apply(pic.view, order)[0].control
    return any(control[h] == pic.side for h in pic.left_open)


def _rough(pic: Picture, h: int, way: Course, pace: int) -> float:
    """Nearness to the task, and ground that can be taken there."""
    score = -1.5 * min(way[h], FAR) / pace
    for taken in pic.takings.at(h):
        score += taken
    return score


def _fine(pic: Picture, n: int, h: int, rough: float, task: Task) -> float:
    """The same with the enemy's answer, cover and supply thought of."""
    friends = [m for m in pic.own_at(h) if m != n]
    defence = pic.weight(n) + sum(pic.weight(m) for m in friends)
    defence = max(defence, pic.together.get(h, 0))
    lost = loss_if_attacked(pic, h, defence, pic.threat[h])
    score = rough - pic.character.reply * pic.caution * lost * pic.step_worth(n) * 0.6
    if pic.lifeline.fed(n):
        score -= pic.lifeline.price(n, h)
        if pic.character.foresight and pic.lifeline.exposed(h):
            score -= 1.5 * max(0.0, risked(pic, n) - ground_held(pic, h))
    if h in pic.piers and _is_in_the_way(pic, n, h, friends):
        score -= _IN_THE_WAY
    if pic.threat[h]:
        score -= 0.08 * terrain_at(pic.view, h).shift
        if not friends and are_sappers(pic, n) and pic.threat[h] > 2 * defence:
            score -= _ALONE
    return score + pic.err() * 0.5


def _is_in_the_way(pic: Picture, n: int, h: int, friends: list[int]) -> bool:
    """Whether a landing is better left to others: by militia, and by the last of those for whom
    there is room, while sappers are to come."""
    if Trait.MILITIA in pic.traits(n):
        return True
    full = len(friends) >= pic.rules.movement.stack_units - 1
    if not full or h not in pic.awaited or are_sappers(pic, n):
        return False
    return pic.unit(n).at != h or all(pic.power(n) <= pic.power(m) for m in friends)
