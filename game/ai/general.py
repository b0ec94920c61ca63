"""A commander with a plan: reads the map, gives tasks, attacks where it pays, moves, digs in."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeAlias

from game.ai.assault import Attacks, Plan, attack_on
from game.ai.bridging import footholds, wanted_sites, work_order, works
from game.ai.character import Character
from game.ai.commander import Intent, Reason, Turn, Why
from game.ai.moving import next_step
from game.ai.picture import Picture
from game.ai.retreat import ways_out
from game.ai.tasks import Task, assign, tasks
from game.engine.orders import Bombard, DigIn, Move, Order
from game.engine.rulebook import Trait
from game.engine.rules.support import bombard_needs
from game.engine.state import GameState, Status

Orders: TypeAlias = Generator[Intent, GameState, None]


class General:
    """Plays any side of any scenario by its character."""

    def __init__(self, character: Character) -> None:
        """Take on a character."""
        self._character = character

    def turn(self, view: GameState, side: int) -> Turn:
        """Give the orders of one turn."""
        pic = Picture(view, side, self._character)
        yield from _leave(pic)
        todo = tasks(pic)
        sites = wanted_sites(pic, todo)
        yield from _build(pic, sites)
        todo += footholds(pic, sites)
        given = assign(pic, todo, [n for n in pic.own() if _can_act(pic, n)])
        yield from _attacks(pic, given)
        pic.look_again()
        yield from _moves(pic, given)
        yield from _fire(pic)
        yield from _rest(pic, given)


def _can_act(pic: Picture, n: int) -> bool:
    gone = n in pic.leaving
    return pic.unit(n).active > 0 and not gone and Trait.BRIDGING not in pic.traits(n)


def _leave(pic: Picture) -> Orders:
    """Get out who had better not stay."""
    for n, (order, reason) in ways_out(pic).items():
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
    """Give one order; returns whether it was carried out."""
    view = yield Intent(order, reason)
    return pic.see(view)


def _ties(pic: Picture, given: dict[int, Task]) -> dict[int, float]:
    """What it costs to take a unit from where it stands: the ground the enemy would walk into."""
    found = {}
    worth, control = pic.worth.hexes, pic.view.control
    for n in pic.own():
        here = pic.unit(n).at
        if not pic.threat[here]:
            continue
        others = sum(pic.weight(m) for m in pic.own_at(here) if m != n)
        share = pic.weight(n) / (pic.weight(n) + 2 * others)
        near = sum(worth[h] for h in pic.grid.neighbours[here] if control[h] == pic.side)
        found[n] = pic.character.keep * share * (0.8 * worth[here] + 0.2 * near)
        task = given.get(n)
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
    reason = Reason(Why.OPEN_WAY, pic.place_at(plan.target), plan.target)
    for n, h in plan.places.items():
        if pic.unit(n).at != h:
            yield from give(pic, Move(pic.id(n), h), reason)
    there = {n: h for n, h in plan.places.items() if pic.unit(n).at == h and pic.unit(n).active}
    if len(there) < len(plan.places):
        again = attack_on(pic, plan.target, there)
        if again is None or again.value < pic.character.least_gain:
            return
        plan = again
    yield from give(pic, plan.order(pic), reason)


def _targets(pic: Picture) -> set[int]:
    return {pic.unit(e).at for e in pic.enemies()}


def _moves(pic: Picture, given: dict[int, Task]) -> Orders:
    """Bring everyone nearer to his task."""
    for n, task in given.items():
        before = pic.unit(n).at
        if pic.unit(n).status is not Status.ON_MAP:
            continue
        order = next_step(pic, n, task)
        if order is not None and (yield from give(pic, order, task.reason)):
            pic.lifeline.moved(before, pic.unit(n).at)


def _fire(pic: Picture) -> Orders:
    """Use what fire is left where nobody lives: an enemy kept down does not attack."""
    for h in sorted(_targets(pic), key=lambda h: -sum(map(pic.power, pic.enemies_at(h)))):
        means = pic.view.means[pic.side]
        air, guns = min(means.air, 2), min(means.artillery, 1)
        if not air + guns:
            return
        if pic.view.population[h] or bombard_needs(pic.view, h, air, guns) > 9:
            continue
        reason = Reason(Why.SOFTEN, pic.place_at(h), h)
        yield from give(pic, Bombard(h, air, guns), reason)


def _rest(pic: Picture, given: dict[int, Task]) -> Orders:
    """Whoever stays where the enemy may come digs in."""
    for n in pic.own():
        unit = pic.unit(n)
        low = pic.view.works[unit.at] < pic.rules.ground.works_max
        if unit.fresh and unit.active and pic.threat[unit.at] and low:
            reason = Reason(Why.DIG, pic.place_at(unit.at), unit.at)
            yield from give(pic, DigIn(pic.id(n)), reason)
