"""A computer's turn: asks the commander, order by order, and ends the turn when it has no more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from game.engine.legality import why_illegal
from game.engine.orders import EndTurn, NextDay, Order
from game.engine.state import GameState
from game.session.seats import Seat
from game.session.sight import view

MOST_ORDERS: Final = 2000
"""Orders a commander may give in a turn; more is a mistake of the commander."""


class Plan:
    """What is left of a computer's turn."""

    def __init__(self, place: tuple[int, int], seat: Seat) -> None:
        """Begin the turn of a side; `place` is its turn and number."""
        self.place = place
        self.seat = seat
        self._commander = seat.commander if seat.kind == "computer" else None
        self._orders: Iterator[Order] | None = None
        self._left = MOST_ORDERS
        self._fruitful = False

    def next_order(self, state: GameState, side: int) -> Order:
        """Return the next legal order; what is refused is passed over."""
        while self._commander is not None:
            if self._orders is None:
                self._orders, self._fruitful = iter(self._commander(view(state, side), side)), False
            for order in self._orders:
                self._left -= 1
                if self._left < 0:
                    return EndTurn()
                if not isinstance(order, NextDay) and why_illegal(state, order) is None:
                    self._fruitful = True
                    return order
            self._orders = None
            if not self._fruitful:
                break
        return EndTurn()
