"""Who can come to an attack, from which hexes, and the position once they stand there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.ai.picture import Picture
from game.ai.supposed import standing
from game.engine.board import River
from game.engine.changed import changed
from game.engine.rules.boats import boats_at, fits_into_boats
from game.engine.rules.crossings import carrier
from game.engine.rules.ground import terrain_at
from game.engine.rules.river_assault import BOAT, NO_WAY, ways_over
from game.engine.rules.supply import network
from game.engine.state import GameState


def who_can_come(
    pic: Picture, able: Iterable[int], targets: Iterable[int]
) -> dict[int, dict[int, list[int]]]:
    """By hex with enemies: by own unit, the hexes from which it can attack this turn."""
    around: dict[int, list[int]] = {}
    for h in targets:
        for there in pic.grid.neighbours[h]:
            around.setdefault(there, []).append(h)
    found: dict[int, dict[int, list[int]]] = {}
    for n in able:
        unit = pic.unit(n)
        if unit.fought or unit.digging or not unit.active:
            continue
        cost = pic.range(n).cost if unit.mp > 0 else {unit.at: 0}
        if len(cost) > len(around):
            hexes = [h for h in around if h in cost]
        else:
            hexes = [h for h in cost if h in around]
        for h in hexes:
            for target in around[h]:
                if _can_strike(pic, n, h, target):
                    found.setdefault(target, {}).setdefault(n, []).append(h)
    return found


def _can_strike(pic: Picture, n: int, here: int, target: int) -> bool:
    """Whether nothing but the river bars an attack from hex to hex, or it has a way over it."""
    direction = pic.grid.direction(here, target)
    if pic.board.rivers[6 * here + direction] != River.MAIN:
        return True
    p, side = pic.view, pic.side
    if carrier(p, side, pic.type(n).moves, here, target) is not None:
        return True
    return (
        fits_into_boats(p, n)
        and boats_at(p, side, here, target)
        and p.boats_used < p.scenario.rules.ground.boat_capacity
    )


def too_many_over(pic: Picture, places: Mapping[int, int], target: int) -> bool:
    """Whether boats and crossings do not carry all of them to the far bank."""
    main = River.MAIN
    rivers, direction = pic.board.rivers, pic.grid.direction
    if all(rivers[6 * h + direction(h, target)] != main for h in places.values()):
        return False
    ways = ways_over(moved(pic, places), tuple(places), target).values()
    boats = sum(way == BOAT for way in ways)
    return NO_WAY in ways or boats + pic.view.boats_used > pic.rules.ground.boat_capacity


def approach(
    pic: Picture, n: int, hexes: list[int], target: int, chosen: Mapping[int, int]
) -> int | None:
    """The hex from which a unit best joins an attack; None if there is room in none."""
    unit = pic.unit(n)
    limit = pic.rules.movement
    sides = {pic.grid.direction(target, h) for h in chosen.values()}
    best, best_score = None, -99.0
    for h in hexes:
        if h != unit.at:
            there = [m for m in pic.own_at(h) if m not in chosen]
            there += [m for m, at in chosen.items() if at == h]
            steps = sum(pic.unit(m).steps for m in there) + unit.steps
            if len(there) >= limit.stack_units or steps > limit.stack_steps:
                continue
        edge = 6 * h + pic.grid.direction(h, target)
        river = pic.board.rivers[edge]
        side = pic.grid.direction(target, h)
        score = -1.5 * (river == River.CHANNEL) - 4.0 * (river == River.MAIN)
        score += 0.8 * ((side + 3) % 6 in sides) + 0.3 * (side not in sides)
        score += 0.5 * (h == unit.at) - 0.1 * terrain_at(pic.view, h).shift
        score -= 0.02 * pic.threat[h]
        if score > best_score:
            best, best_score = h, score
    return best


def moved(pic: Picture, places: Mapping[int, int]) -> GameState:
    """The position with units where they would attack from."""
    p = pic.view
    going = frozenset((n, h) for n, h in places.items() if p.units[n].at != h)
    if not going:
        return p
    known = pic.positions.get(going)
    if known is None:
        known = pic.positions[going] = changed(p, units=standing(p, dict(going)))
        known.memo["network", pic.side] = network(p, pic.side)
    return known
