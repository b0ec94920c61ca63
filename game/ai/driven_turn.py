"""A commander's turn, order by order, against the real state."""

from __future__ import annotations

from typing import Final

from game.ai.commander import Commander, Intent, Turn
from game.engine.legality import why_illegal
from game.engine.orders import EndTurn, NextDay
from game.engine.state import GameState
from game.engine.view import view_for

MOST_ORDERS: Final = 2000
"""Orders a commander may give in a turn; more is a mistake of the commander."""


class DrivenTurn:
    """What is left of a commander's turn."""

    def __init__(self, commander: Commander) -> None:
        """Begin a turn; the commander sees nothing before `next_intent`."""
        self._commander = commander
        self._turn: Turn | None = None
        self._left = MOST_ORDERS

    def next_intent(self, state: GameState, side: int) -> Intent | None:
        """Return the next legal order, None when the turn is over; what is refused is passed over.

        To be asked again with the state that the order led to.
        """
        view = view_for(state, side)
        try:
            if self._turn is None:
                self._turn = self._commander.turn(view, side)
                intent = next(self._turn)
            else:
                intent = self._turn.send(view)
            while self._left > 0:
                self._left -= 1
                if isinstance(intent.order, EndTurn):
                    return None
                if not isinstance(intent.order, NextDay) and not why_illegal(state, intent.order):
                    return intent
                intent = self._turn.send(view)
        except StopIteration:
            pass
        return None
