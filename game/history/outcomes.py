"""What the record says came of an order, as a test on the state before and after.

A word of `HistoryOrderDoc.outcome`. The chronicle looks for dice that lead to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.engine.orders import Attack, AttackBox, Bombard, Order
from game.engine.rules.presence import enemies_at, hostile, side_of, units_in_box
from game.engine.state import GameState

Test = Callable[[GameState, Order, GameState], bool]


def _vacated(before: GameState, order: Order, after: GameState) -> bool:
    """No enemy is left where the attack went."""
    if isinstance(order, AttackBox):
        box = before.scenario.board.box_index[order.box]
        return not any(
            hostile(after, before.active, side_of(after, n)) for n in units_in_box(after, box)
        )
    return isinstance(order, Attack) and not enemies_at(after, order.target, before.active)


def _taken(before: GameState, order: Order, after: GameState) -> bool:
    """The attacker stands in the hex."""
    return (
        isinstance(order, Attack)
        and _vacated(before, order, after)
        and (not order.advance or after.control[order.target] == before.active)
    )


def _destroyed(before: GameState, order: Order, after: GameState) -> bool:
    """Every defender is out of play."""
    if not isinstance(order, Attack):
        return False
    stood = enemies_at(before, order.target, before.active)
    return all(after.units[n].steps == 0 for n in stood)


def _held(before: GameState, order: Order, after: GameState) -> bool:
    """The defenders are still there and no attacker was lost."""
    if not isinstance(order, Attack):
        return False
    gone = [u for u in order.units if after.units[before.scenario.oob.unit_index[u]].steps == 0]
    return bool(enemies_at(after, order.target, before.active)) and not gone


def _repulsed(before: GameState, order: Order, after: GameState) -> bool:
    """The defenders are still there, whole, and the attackers lost a step."""
    if not isinstance(order, Attack):
        return False
    index = before.scenario.oob.unit_index
    lost = sum(before.units[index[u]].steps - after.units[index[u]].steps for u in order.units)
    stood = enemies_at(before, order.target, before.active)
    return lost > 0 and all(after.units[n].steps == before.units[n].steps for n in stood)


def _suppressed(before: GameState, order: Order, after: GameState) -> bool:
    """The defenders are still there and suppressed."""
    if not isinstance(order, (Attack, Bombard)):
        return False
    there = enemies_at(after, order.target, before.active)
    return bool(there) and any(after.units[n].suppressed for n in there)


OUTCOMES: Mapping[str, Test] = {
    "take": _taken,
    "vacate": _vacated,
    "destroy": _destroyed,
    "hold": _held,
    "repulse": _repulsed,
    "suppress": _suppressed,
}
