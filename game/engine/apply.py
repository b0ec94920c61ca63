"""The one way in: every change of state is an order given to `apply`."""

from __future__ import annotations

from dataclasses import replace

from game.engine.draft import Draft
from game.engine.events import Event
from game.engine.legality import why_illegal
from game.engine.order_rules import ORDER_RULES
from game.engine.orders import Order, Recorded
from game.engine.refusal import IllegalOrder
from game.engine.state import GameState
from game.engine.untouched import hand_on
from game.engine.view import keep_views


def apply(state: GameState, order: Order) -> tuple[GameState, tuple[Event, ...]]:
    """Carry out an order; returns the new state and what happened.

    Raises IllegalOrder, with the reason of `why_illegal`, for an order that is not legal.
    """
    refused = why_illegal(state, order)
    if refused:
        raise IllegalOrder(refused)
    draft = Draft(state)
    if isinstance(order, Recorded):
        draft.dice = replace(draft.dice, fixed=order.dice)
        order = order.order
    ORDER_RULES[type(order)].do(draft, order)
    if draft.dice.fixed:
        draft.dice = replace(draft.dice, fixed=())
    after = draft.freeze()
    hand_on(state, after)
    keep_views(state, after)
    return after, tuple(draft.events)
