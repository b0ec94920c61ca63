"""Operational moves: long marches on friendly road, away from the enemy (rule 2.7)."""

from __future__ import annotations

from game.engine.board import River
from game.engine.draft import Draft, Position
from game.engine.events import MoveStopped, UnitMoved
from game.engine.memo import once
from game.engine.orders import OperationalMove
from game.engine.refusal import Illegal, Refusal
from game.engine.rulebook import MoveClass
from game.engine.rules.crossings import note_traffic
from game.engine.rules.ground import IMPASSABLE, may_use
from game.engine.rules.mobility import allowance, near_enemy
from game.engine.rules.presence import held_by, own_unit_on_map, room_for, side_of, type_of
from game.engine.rules.sight import came_by
from game.engine.rules.unseen import open_way
from game.engine.scenario import Scenario
from game.hexes import Marked, Reach, flags_of, reach_again, set_of


def march_range(p: Position, unit: int) -> Reach:
    """Hexes a fresh unit can reach by an operational move; cost in hexes."""
    side, here = side_of(p, unit), p.units[unit].at
    limit = p.scenario.rules.movement.operational_hexes
    if near_enemy(p, side)[here]:
        limit = 0
    moves = type_of(p, unit).moves
    steps = once(p, ("road steps", side, moves), lambda: _road_steps(p, side, moves))
    closed = once(p, ("off limits", side), lambda: _off_limits(p, side))
    return reach_again(p.scenario.board.grid, steps, here, limit, None, closed)


def _off_limits(p: Position, side: int) -> Marked:
    """Every hex that is not the side's own or that is too near to an enemy."""
    size = p.scenario.board.grid.size
    own = set_of(held_by(p, side)) & ~set_of(near_enemy(p, side))
    others = ~own & ((1 << size) - 1)
    return Marked(bytes(flags_of(others, size)), others)


def _road_steps(p: Position, side: int, moves: MoveClass) -> bytes:
    """1 for every step along a road, over rivers only where a crossing can carry the unit."""
    steps = bytearray(once(p.scenario, "road steps", lambda: _roads(p.scenario)))
    board = p.scenario.board
    for number, site in enumerate(board.crossings):
        forth = 6 * site.a + board.grid.direction(site.a, site.b)
        back = 6 * site.b + board.grid.direction(site.b, site.a)
        if may_use(p, number, side, moves):
            steps[forth] = steps[back] = 1
    return bytes(steps)


def _roads(scenario: Scenario) -> bytes:
    return bytes(
        1 if road and river == River.NONE else IMPASSABLE
        for road, river in zip(scenario.board.roads, scenario.board.rivers, strict=True)
    )


def why_illegal_operational(p: Position, order: OperationalMove) -> Illegal | None:
    """Whether a unit may march to a hex."""
    number = own_unit_on_map(p, order.unit)
    if isinstance(number, Illegal):
        return number
    now = p.units[number]
    if not 0 <= order.to < p.scenario.board.grid.size:
        return Illegal(Refusal.UNKNOWN, "There is no such hex.")
    if type_of(p, number).moves is MoveClass.STATIC:
        return Illegal(Refusal.WRONG_KIND, f"{order.unit} is a garrison and does not move.")
    if not now.fresh or now.mp < allowance(p, number):
        return Illegal(Refusal.SPENT, f"{order.unit} has already done something this turn.")
    if now.active == 0:
        return Illegal(Refusal.SUPPRESSED, f"{order.unit} is suppressed.")
    found = march_range(p, number)
    if order.to == now.at or order.to not in found.cost:
        text = f"{order.unit} cannot march to {p.scenario.board.grid.label(order.to)}:"
        return Illegal(Refusal.NO_WAY, f"{text} own road, away from the enemy, within reach.")
    if not room_for(p, order.to, side_of(p, number), number):
        return Illegal(Refusal.STACKING, "There is no room in that hex.")
    return None


def do_operational(d: Draft, order: OperationalMove) -> None:
    """March; the unit does nothing else this turn."""
    number = d.scenario.oob.unit_index[order.unit]
    path = open_way(d, number, march_range(d, number).path(order.to))
    d.change(number, at=path[-1], mp=0, fresh=False, fought=True, digging=False)
    d.tell(UnitMoved(number, path, len(path) - 1, "operational"))
    if path[-1] != order.to:
        d.tell(MoveStopped(number, path[-1], "hidden enemy"))
    note_traffic(d, side_of(d, number), type_of(d, number).moves, path)
    came_by(d, number, path)
