"""The rules of the game, pure: no screen, no file, no clock, no hidden randomness.

This is the public face. A game begins with `new_game`; the only thing that changes it is an order
given to `apply`; `why_illegal` and `legal_orders` say what may be ordered, `odds` what an attack
may bring, `view_for` what a side may see. Orders are in `orders`, what happens in `events`, and
which module holds which rule in `order_rules` and in docs/architecture.md.
"""

from game.engine import events, orders
from game.engine.apply import apply
from game.engine.dice import Fixed, Purpose
from game.engine.legal_orders import legal_orders
from game.engine.legality import why_illegal
from game.engine.new_game import new_game
from game.engine.order_text import OrderSyntaxError, read, write
from game.engine.orders import Order
from game.engine.refusal import Illegal, IllegalOrder, Refusal
from game.engine.rules.odds import Outcome, Sheet, odds, sheet
from game.engine.scenario import Scenario
from game.engine.state import GameState, digest
from game.engine.view import view_for

__all__ = [
    "Fixed",
    "GameState",
    "Illegal",
    "IllegalOrder",
    "Order",
    "OrderSyntaxError",
    "Outcome",
    "Purpose",
    "Refusal",
    "Scenario",
    "Sheet",
    "apply",
    "digest",
    "events",
    "legal_orders",
    "new_game",
    "odds",
    "orders",
    "read",
    "sheet",
    "view_for",
    "why_illegal",
    "write",
]
