"""A game between commanders, without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from game.ai.commander import Commander, Intent
from game.ai.driven_turn import DrivenTurn
from game.engine.apply import apply
from game.engine.events import Event
from game.engine.new_game import new_game
from game.engine.orders import Attack, AttackBox, EndTurn, NextDay, Order
from game.engine.rules.turn import is_night
from game.engine.scenario import Scenario
from game.engine.state import GameState


class Match:
    """A game in which every side has a commander, or nobody."""

    def __init__(self, state: GameState, commanders: Mapping[str, Commander]) -> None:
        """Begin with a state; sides without a commander only end their turn."""
        self.state = state
        self.orders = 0
        """Orders carried out, ends of turns not counted."""
        self.activations = 0
        """Units that those orders named as acting, each once an order."""
        self._commanders = commanders

    def turns(self) -> Iterator[GameState]:
        """Play on; yields the state at every dawn, and last the one in which the game is over."""
        while not self.state.ended:
            if is_night(self.state):
                self._do(NextDay())
                yield self.state
            else:
                for _intent, _events in self.side_turn():
                    pass
        yield self.state

    def side_turn(self) -> Iterator[tuple[Intent, tuple[Event, ...]]]:
        """Play the turn of the side to play; yields each order with what came of it."""
        side = self.state.active
        commander = self._commanders.get(self.state.scenario.oob.sides[side].id)
        if commander:
            turn = DrivenTurn(commander)
            while not self.state.ended and (intent := turn.next_intent(self.state, side)):
                self.orders += 1
                self.activations += acting(intent.order)
                yield intent, self._do(intent.order)
        if not self.state.ended:
            self._do(EndTurn())

    def _do(self, order: Order) -> tuple[Event, ...]:
        self.state, events = apply(self.state, order)
        return events


def acting(order: Order) -> int:
    """How many units an order sets to work; fire, terms and the like are orders of the side."""
    if isinstance(order, (Attack, AttackBox)):
        return len(order.units)
    return int(hasattr(order, "unit"))


def play_out(
    scenario: Scenario,
    seed: int,
    commanders: Mapping[str, Commander],
    watch: Callable[[GameState], object] | None = None,
) -> GameState:
    """Play a scenario to its end; returns the last state.

    `commanders` by id of side. `watch` is given the state of every dawn and the last one.
    """
    state, _ = new_game(scenario, seed)
    mornings: Iterable[GameState] = Match(state, commanders).turns()
    for state in mornings:
        if watch:
            watch(state)
    return state
