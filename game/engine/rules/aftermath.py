"""Losses, retreat and advance after an attack (rules 3.5 to 3.7)."""

from __future__ import annotations

from game.engine.board import NO_SIDE, NOWHERE
from game.engine.draft import Draft
from game.engine.events import UnitMoved, UnitSetOut
from game.engine.rulebook import MoveClass
from game.engine.rules.belts import enter_belt
from game.engine.rules.control import sweep
from game.engine.rules.ground import IMPASSABLE, move_costs, terrain_at
from game.engine.rules.presence import (
    enemies_at,
    friends_at,
    hostile,
    room_for,
    side_of,
    strangers_at,
    type_of,
)
from game.engine.rules.shifts import Assault
from game.engine.rules.sight import came_by
from game.engine.rules.supply import linked_hexes
from game.engine.rules.zoc import enemy_zone
from game.engine.state import Status


def take_losses(
    d: Draft, units: list[int], steps: int, why: str, *, lead_first: bool = False
) -> None:
    """Take steps from a stack: from the leader first, or from the unit with most steps."""
    for turn in range(steps):
        alive = [u for u in units if d.units[u].steps > 0]
        if not alive:
            return
        lead = lead_first and turn == 0 and units[0] in alive
        unit = units[0] if lead else max(alive, key=lambda u: (d.units[u].steps, -u))
        d.lose_steps(unit, 1, why)


def give_ground(d: Draft, a: Assault, box: int = NOWHERE) -> None:
    """The defenders retreat, stand fast, or lose a step more (rules 3.6, 3.7)."""
    alive = [u for u in a.defenders if d.units[u].steps > 0]
    if not alive:
        return
    if box < 0 and _stands_fast(d, a.target, alive):
        take_losses(d, alive, 1, "stand fast")
        return
    for unit in alive:
        done = _retreat_from_box(d, unit, box) if box >= 0 else _retreat(d, unit, a)
        if not done:
            d.lose_steps(unit, 1, "no retreat")


def _stands_fast(d: Draft, h: int, units: list[int]) -> bool:
    cover = terrain_at(d, h).built_up or d.works[h] > 0
    return cover and all(d.units[u].stand_fast for u in units)


def _retreat(d: Draft, unit: int, a: Assault) -> bool:
    """One hex, toward supply and away from the attackers; False if there is no way."""
    here = d.units[unit].at
    ways = retreat_hexes(d, unit)
    if not ways:
        return False
    grid, side = d.scenario.board.grid, side_of(d, unit)
    linked = linked_hexes(d, side)
    attackers = [d.units[u].at for u in a.attackers if d.units[u].at >= 0]

    def worth(h: int) -> tuple[int, int, int, int]:
        away = sum(grid.distance(h, other) for other in attackers)
        return (-int(d.control[h] == side), -int(linked[h]), -away, h)

    to = min(ways, key=worth)
    d.change(unit, at=to, fresh=False, digging=False)
    d.tell(UnitMoved(unit, (here, to), 0, "retreat"))
    if d.control[to] == NO_SIDE or hostile(d, side, d.control[to]):
        d.take([to], side, "retreat")
    came_by(d, unit, (here, to))
    return True


def retreat_hexes(d: Draft, unit: int) -> list[int]:
    """Neighbouring hexes a unit may retreat to."""
    now, side, kind = d.units[unit], side_of(d, unit), type_of(d, unit)
    grid = d.scenario.board.grid
    if kind.moves is MoveClass.STATIC:
        return []
    costs, zone = move_costs(d, side, kind.moves), enemy_zone(d, side)
    found = []
    for there in grid.neighbours[now.at]:
        owner = d.control[there]
        if (
            not enemies_at(d, there, side)
            and not strangers_at(d, there, side)
            and (not zone[there] or friends_at(d, there, side))
            and (owner in (NO_SIDE, side) or hostile(d, side, owner))
            and room_for(d, there, side, unit)
            and _can_step(d, unit, there, costs)
        ):
            found.append(there)
    return found


def _can_step(d: Draft, unit: int, there: int, costs: bytes) -> bool:
    here, side = d.units[unit].at, side_of(d, unit)
    if costs[6 * here + d.scenario.board.grid.direction(here, there)] != IMPASSABLE:
        return True
    leg = type_of(d, unit).moves is MoveClass.LEG
    return leg and d.scenario.oob.sides[side].boats


def _retreat_from_box(d: Draft, unit: int, box: int) -> bool:
    """To a linked box of the own side."""
    side = side_of(d, unit)
    own = [b for b, _ in d.scenario.board.boxes[box].links if d.boxes[b] == side]
    if not own:
        return False
    to, days = next((b, n) for b, n in d.scenario.board.boxes[box].links if b == own[0])
    due = d.turn + max(1, days)
    d.change(unit, status=Status.TRAVELLING, box=to, due=due, fresh=False)
    d.tell(UnitSetOut(unit, to, NOWHERE, due))
    return True


def advance(
    d: Draft, a: Assault, units: tuple[int, ...], through: frozenset[int] = frozenset()
) -> None:
    """Named attackers enter the vacated hex as far as there is room (rule 3.7).

    From beside it, over the river by the crossing or boat of the attack; or `through` a tunnel.
    An enemy zone there ends their movement like any other.
    """
    for unit in units:
        now = d.units[unit]
        if now.steps == 0 or now.active == 0 or now.at < 0:
            continue
        here = now.at
        near = unit in through or d.scenario.board.grid.direction(here, a.target) >= 0
        if not near or not room_for(d, a.target, a.side, unit):
            continue
        d.change(unit, at=a.target)
        d.tell(UnitMoved(unit, (here, a.target), 0, "advance"))
        if enter_belt(d, unit, a.target) or enemy_zone(d, a.side)[a.target]:
            d.change(unit, mp=0)
        if d.units[unit].steps:
            sweep(d, unit, (a.target,))
            came_by(d, unit, (here, a.target))
