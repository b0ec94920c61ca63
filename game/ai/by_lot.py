"""A commander that draws its orders by lot: legal, without sense, for tests and as a yardstick."""

from __future__ import annotations

import random
from typing import Final

from game.ai.commander import Intent, Reason, Turn, Why
from game.engine.legal_orders import legal_orders
from game.engine.orders import EndTurn
from game.engine.state import GameState

ORDERS_A_TURN: Final = 40
"""At most; a lot may also end the turn before."""


class ByLot:
    """Draws among all legal orders, again after each."""

    def turn(self, view: GameState, side: int) -> Turn:
        """Give up to 40 orders."""
        lots = random.Random(f"{view.dice.seed} {view.turn} {side}")
        for _ in range(ORDERS_A_TURN):
            order = lots.choice(legal_orders(view))
            if isinstance(order, EndTurn):
                return
            view = yield Intent(order, Reason(Why.CHANCE))
