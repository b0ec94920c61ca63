"""The one place where legality is decided: `why_illegal` asks the rule that owns the order."""

from __future__ import annotations

from game.engine.dice import can_show
from game.engine.draft import Position
from game.engine.order_rules import ORDER_RULES
from game.engine.orders import Decree, NextDay, Order, Recorded
from game.engine.refusal import Illegal, Refusal
from game.engine.rules.turn import is_night


def why_illegal(p: Position, order: Order) -> Illegal | None:
    """Why the side to play may not give this order, or None if it may."""
    if p.ended:
        return Illegal(Refusal.GAME_OVER, "The game is over.")
    if is_night(p) and not isinstance(order, (NextDay, Decree, Recorded)):
        return Illegal(Refusal.NOT_YOURS, "It is night: all sides have played.")
    if isinstance(order, Recorded):
        return _why_illegal_recorded(p, order)
    return ORDER_RULES[type(order)].why_illegal(p, order)


def _why_illegal_recorded(p: Position, order: Recorded) -> Illegal | None:
    """Fixed dice belong to the record, and must be totals that dice can show."""
    if not p.recorded:
        return Illegal(Refusal.NOT_RECORDED, "Only the replay of the record fixes dice.")
    if isinstance(order.order, (Recorded, Decree)):
        return Illegal(Refusal.NOT_RECORDED, "A recorded order is a plain order.")
    for fixed in order.dice:
        if not can_show(fixed.purpose, fixed.total):
            text = f"The dice for {fixed.purpose} cannot show {fixed.total}."
            return Illegal(Refusal.BAD_DICE, text)
    return why_illegal(p, order.order)
