"""A commander with a plan: reads the map, gives tasks, attacks where it pays, moves, digs in."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Final, TypeAlias

from game.ai.assault import Attacks, Plan, attack_on, least_gain
from game.ai.bridging import footholds, landings, piers, wanted_sites, work_order, works
from game.ai.character import Character
from game.ai.commander import Intent, Reason, Turn, Why
from game.ai.lines import lifelines, rings
from game.ai.moving import next_step, takes_what_is_claimed
from game.ai.outside import box_orders, fights, in_boxes, leave_order, leaving_tasks
from game.ai.people import agreed, given_up, relief, ways_out
from game.ai.picture import Picture
from game.ai.reopening import broken_lines
from game.ai.resting import leaders, postures, refits, rests
from game.ai.retreat import ways_back
from game.ai.rides import roads_to_guard
from game.ai.sappers import cleared, crossings_denied
from game.ai.tasks import Task, are_sappers, assign, tasks
from game.engine.legality import why_illegal
from game.engine.orders import Bombard, Move, Order
from game.engine.rulebook import Trait
from game.engine.rules.support import bombard_needs
from game.engine.state import GameState, Status

_GUARDS: Final = (Why.GUARD, Why.GUARD_CROSSING)
"""Reasons of tasks whose posts are not to be left open on the way."""
_LIKELY: Final = 9
"""What a bombardment may need on two dice to be tried."""
Orders: TypeAlias = Generator[Intent, GameState, None]


class General:
    """Plays any side of any scenario by its character."""

    def __init__(self, character: Character) -> None:
        """Take on a character."""
        self._character = character

    def turn(self, view: GameState, side: int) -> Turn:
        """Give the orders of one turn."""
        pic = Picture(view, side, self._character)
        yield from _all(pic, agreed(pic))
        yield from _all(pic, given_up(pic))
        yield from _leave(pic)
        todo = tasks(pic)
        sites = wanted_sites(pic, todo)
        pic.piers = piers(pic, sites)
        yield from _build(pic, sites)
        yield from _outside(pic, todo)
        exits = leaving_tasks(pic)
        able = [n for n in pic.own() if _can_act(pic, n)]
        broken = broken_lines(pic)
        pic.bars = broken.foes
        closers = [n for n in able if not are_sappers(pic, n)]
        lines = [*lifelines(pic), *broken.tasks, *roads_to_guard(pic), *rings(pic, closers)]
        banks = footholds(pic, sites)
        pic.landings = landings(pic, sites)
        goals = [*todo, *lines, *banks, *(task for task, _box in exits)]
        given = assign(pic, goals, able)
        pic.duty = _duties(pic, given)
        yield from _all(pic, leaders(pic))
        yield from _all(pic, crossings_denied(pic))
        yield from _attacks(pic, given)
        pic.look_again()
        yield from _build(pic, wanted_sites(pic, todo))
        pic.look_again()
        pic.together = _going_over(pic, given)
        pic.awaited = _awaited(pic, given)
        yield from _moves(pic, given, {id(task): box for task, box in exits})
        pic.look_again()
        yield from _build(pic, wanted_sites(pic, todo))
        yield from _all(pic, cleared(pic))
        yield from _fire(pic)
        yield from _all(pic, refits(pic))
        yield from _all(pic, postures(pic, given))
        yield from _all(pic, rests(pic, given))
        yield from _all(pic, ways_out(pic))
        yield from _all(pic, relief(pic))


def _all(pic: Picture, intents: Iterator[Intent]) -> Orders:
    """Give orders one by one; each is thought of when those before it have been carried out."""
    for intent in intents:
        yield from give(pic, intent.order, intent.reason)


def _outside(pic: Picture, todo: list[Task]) -> Orders:
    """Units off the map: fight, take possession, travel, enter."""
    if not in_boxes(pic):
        return
    yield from _all(pic, fights(pic))
    for order, reason in box_orders(pic, todo).values():
        yield from give(pic, order, reason)


def _can_act(pic: Picture, n: int) -> bool:
    gone = n in pic.leaving
    return pic.unit(n).active > 0 and not gone and Trait.BRIDGING not in pic.traits(n)


def _leave(pic: Picture) -> Orders:
    """Get out who had better not stay."""
    for n, (order, reason) in ways_back(pic).items():
        if (yield from give(pic, order, reason)):
            pic.leaving.add(n)
    pic.look_again()


def _build(pic: Picture, sites: list[tuple[float, int]]) -> Orders:
    """Engineers go to the crossings and work there."""
    for n, number in works(pic, sites).items():
        reason = Reason(Why.BRIDGE, pic.board.crossings[number].id)
        for _ in range(2):
            order = work_order(pic, n, number)
            if order is None or not (yield from give(pic, order, reason)):
                break


def give(pic: Picture, order: Order, reason: Reason) -> Generator[Intent, GameState, bool]:
    """Give one order if it is legal; returns whether it was carried out.

    A move that would take what is left to a neutral side is not made.
    """
    if why_illegal(pic.view, order) is not None:
        return False
    if isinstance(order, Move):
        n = pic.view.scenario.oob.unit_index[order.unit]
        if takes_what_is_claimed(pic, n, order.to):
            return False
    view = yield Intent(order, reason)
    return pic.see(view)


def _duties(pic: Picture, given: dict[int, Task]) -> dict[int, float]:
    """What it costs to use units for something else that are on their way to a post in danger."""
    found = {}
    for n, task in given.items():
        post = task.hexes[0]
        if task.reason.why not in _GUARDS or pic.unit(n).at == post or pic.own_at(post):
            continue
        if pic.threat[post] and post in pic.range(n).cost:
            found[n] = 0.4 * task.value
    return found


def _going_over(pic: Picture, given: dict[int, Task]) -> dict[int, int]:
    """By far bank, the strength of those who are to go over to it and can today."""
    found: dict[int, int] = {}
    for n, task in given.items():
        bank = task.hexes[0]
        if task.reason.why is Why.CROSS and (pic.unit(n).at == bank or bank in pic.range(n).cost):
            found[bank] = found.get(bank, 0) + pic.weight(n)
    return found


def _awaited(pic: Picture, given: dict[int, Task]) -> set[int]:
    """Near ends with enemies opposite to which sappers are told to come and where none are yet."""
    told = {
        t.hexes[0] for n, t in given.items() if t.reason.why is Why.CROSS and are_sappers(pic, n)
    }
    return {
        near
        for near in pic.piers
        if any(there in told for there in pic.grid.neighbours[near])
        and not any(are_sappers(pic, n) for n in pic.own_at(near))
    }


def _ties(pic: Picture, given: dict[int, Task]) -> dict[int, float]:
    """What it costs to take a unit from where it stands: the ground the enemy would walk into."""
    found = {}
    worth, control = pic.worth.hexes, pic.view.control
    for n in pic.own():
        here = pic.unit(n).at
        task = given.get(n)
        if task is not None and task.reason.why in (Why.FIX, Why.CLOSE_RING) and task.hold:
            found[n] = 0.4 * task.value * (here in task.hexes)
        if not pic.threat[here]:
            continue
        others = sum(pic.weight(m) for m in pic.own_at(here) if m != n)
        share = pic.weight(n) / (pic.weight(n) + 2 * others)
        near = sum(worth[h] for h in pic.grid.neighbours[here] if control[h] == pic.side)
        stake = pic.character.keep * share * (0.8 * worth[here] + 0.2 * near)
        found[n] = found.get(n, 0.0) + stake
        if task is not None and task.hold and here in task.hexes:
            found[n] += 0.3
    return found


def _attacks(pic: Picture, given: dict[int, Task]) -> Orders:
    """Attack while it pays."""
    attacks = Attacks(pic, _ties(pic, given))
    while plan := attacks.best():
        yield from _carry_out(pic, plan)
        attacks.touched(plan)


def _carry_out(pic: Picture, plan: Plan) -> Orders:
    """Bring the attackers up and attack with those who are there."""
    before = {n: pic.unit(n).at for n in plan.places}
    yield from _brought_up(pic, plan)
    for n, h in before.items():
        pic.lifeline.moved(h, pic.unit(n).at)


def _brought_up(pic: Picture, plan: Plan) -> Orders:
    reason = Reason(Why.OPEN_WAY, pic.place_at(plan.target), plan.target)
    for n, h in plan.places.items():
        if pic.unit(n).at != h:
            yield from give(pic, Move(pic.id(n), h), reason)
    there = {n: h for n, h in plan.places.items() if pic.unit(n).at == h and pic.unit(n).active}
    if len(there) < len(plan.places):
        again = attack_on(pic, plan.target, there)
        if again is None or again.value < least_gain(pic):
            return
        plan = again
    yield from give(pic, plan.order(pic), reason)


def _targets(pic: Picture) -> set[int]:
    return {pic.unit(e).at for e in pic.enemies()}


def _moves(pic: Picture, given: dict[int, Task], exits: dict[int, int]) -> Orders:
    """Bring everyone nearer to his task; `exits`: boxes behind tasks that lead off the map."""
    for n, task in given.items():
        if pic.unit(n).status is not Status.ON_MAP:
            continue
        box = exits.get(id(task))
        off = leave_order(pic, n, box) if box is not None else None
        before = pic.unit(n).at
        order = off or next_step(pic, n, task)
        if order is None or not (yield from give(pic, order, task.reason)):
            continue
        if pic.unit(n).status is not Status.ON_MAP:
            continue
        pic.lifeline.moved(before, pic.unit(n).at)
        if box is not None and (off := leave_order(pic, n, box)):
            yield from give(pic, off, task.reason)


def _fire(pic: Picture) -> Orders:
    """Use what fire is left where nobody lives: an enemy kept down does not attack."""
    for h in sorted(_targets(pic), key=lambda h: -sum(map(pic.power, pic.enemies_at(h)))):
        means = pic.view.means[pic.side]
        air, guns = min(means.air, 2), min(means.artillery, 1)
        if not air + guns:
            return
        if pic.view.population[h] or h in pic.claimed:
            continue
        for points in dict.fromkeys(((air, guns), (air, 0), (0, guns))):
            order = Bombard(h, *points)
            likely = sum(points) and bombard_needs(pic.view, h, *points) <= _LIKELY
            if likely and why_illegal(pic.view, order) is None:
                yield from give(pic, order, Reason(Why.SOFTEN, pic.place_at(h), h))
                break
