"""An order to a whole formation: all its units go toward a hex as far as they legally can.

There is no such order in the rules: it is a row of ordinary moves, nearest unit first, each worked
out on the state the one before has left.
"""

from __future__ import annotations

from game.engine.apply import apply
from game.engine.legality import why_illegal
from game.engine.orders import Move
from game.engine.rules.mobility import range_of
from game.engine.rules.presence import room_for, side_of
from game.engine.state import GameState, Status


def units_of(view: GameState, side: int, formation: int) -> list[int]:
    """Own units of a formation on the map."""
    return [
        n
        for n, card in enumerate(view.scenario.oob.units)
        if card.side == side
        and card.formation == formation
        and view.units[n].status is Status.ON_MAP
    ]


def step_toward(view: GameState, unit: int, goal: int) -> Move | None:
    """The legal move of a unit that brings it nearest to a hex; None if none brings it nearer."""
    now = view.units[unit]
    if now.status is not Status.ON_MAP or now.mp <= 0 or not now.fresh or now.fought:
        return None
    distance = view.scenario.board.grid.distance
    side, name = side_of(view, unit), view.scenario.oob.units[unit].id
    found = range_of(view, unit)
    best = (distance(now.at, goal), 0, now.at)
    for h, cost in found.cost.items():
        if h != now.at and room_for(view, h, side, unit):
            best = min(best, (distance(h, goal), cost, h))
    if best[2] == now.at:
        return None
    order = Move(name, best[2])
    return order if why_illegal(view, order) is None else None


def moves_toward(view: GameState, side: int, formation: int, goal: int) -> list[Move]:
    """The row of moves of a formation toward a hex, planned on what the side can see.

    The moves are given one by one, and the plan ends where something unforeseen happens.
    """
    distance = view.scenario.board.grid.distance
    order = sorted(
        units_of(view, side, formation), key=lambda n: (distance(view.units[n].at, goal), n)
    )
    planned: list[Move] = []
    state = view
    for unit in order:
        move = step_toward(state, unit, goal)
        if move is None:
            continue
        planned.append(move)
        state, _ = apply(state, move)
    return planned
