"""The table a game is played at: the state, who sits where, what each side may see and order.

Nothing here changes the game; `game.session.play` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from game.engine.legal_orders import legal_orders
from game.engine.legality import why_illegal
from game.engine.memo import once
from game.engine.orders import Order
from game.engine.refusal import Illegal
from game.engine.rules.mobility import allowance
from game.engine.rules.turn import is_night
from game.engine.scenario import Scenario
from game.engine.state import GameState, Status
from game.engine.view import view_for
from game.session.log import NOBODY
from game.session.seats import Seat
from game.session.sight import visible_units


class Table:
    """A state and the seats around it."""

    def __init__(self, state: GameState, seats: Mapping[str, Seat]) -> None:
        """Sides without a seat in `seats` have nobody to play them."""
        self.scenario: Scenario = state.scenario
        self.state = state
        self.seats = {side.id: seats.get(side.id, Seat("none")) for side in self.scenario.oob.sides}
        self._last_human = self._first_human()

    @property
    def date(self) -> str:
        """The day of the battle, ISO."""
        first = date.fromisoformat(self.scenario.start)
        return (first + timedelta(days=self.state.turn - 1)).isoformat()

    @property
    def ended(self) -> bool:
        """Whether the game is over."""
        return self.state.ended

    @property
    def night(self) -> bool:
        """Whether all sides have played today."""
        return is_night(self.state)

    @property
    def side(self) -> int:
        """The side to play, NOBODY at night."""
        return NOBODY if self.night else self.state.active

    @property
    def seat(self) -> Seat | None:
        """Who is to play, None at night."""
        return None if self.night else self.seats[self.scenario.oob.sides[self.side].id]

    @property
    def humans(self) -> tuple[int, ...]:
        """The sides that people play."""
        sides = enumerate(self.scenario.oob.sides)
        return tuple(n for n, side in sides if self.seats[side.id].kind == "human")

    @property
    def hotseat(self) -> bool:
        """Whether several people share the screen, so that it must be handed over unseen."""
        return len(self.humans) > 1

    @property
    def waits(self) -> bool:
        """Whether nothing happens until a person gives an order, or ever."""
        return self.ended or (self.seat is not None and self.seat.kind == "human")

    @property
    def viewer(self) -> int:
        """The side whose eyes the screen shows: the person to play, or who played last."""
        if self.side in self.humans:
            return self.side
        return self._last_human

    def view(self, side: int | None = None) -> GameState:
        """Return the state as a side knows it, without one as the viewer does."""
        return view_for(self.state, self.viewer if side is None else side)

    def visible_units(self, side: int | None = None) -> frozenset[int]:
        """Return the units a side knows about, without one those of the viewer."""
        return visible_units(self.state, self.viewer if side is None else side)

    def why_illegal(self, order: Order) -> Illegal | None:
        """Return why an order is refused, None if it is not."""
        return why_illegal(self.state, order)

    def legal(self, unit: int | str | None = None) -> tuple[Order, ...]:
        """Return the legal orders of a unit, by number or id; without one all of the side to play.

        Orders in which several units take part are those of each. They are found in the view of
        the side, so that they tell nothing it does not know.
        """
        if self.ended or self.night:
            return legal_orders(self.state)
        known = self.view(self.side)
        if unit is None:
            return once(known, ("orders", "all"), lambda: legal_orders(known))
        name = unit if isinstance(unit, str) else self.scenario.oob.units[unit].id
        return once(known, ("orders", "by unit"), lambda: _by_unit(self.legal())).get(name, ())

    def idle_units(self) -> list[int]:
        """Return the units of the side to play that could act today and have been told nothing."""
        if self.ended or self.night:
            return []
        cards = self.scenario.oob.units
        return [
            n
            for n, unit in enumerate(self.state.units)
            if cards[n].side == self.side
            and unit.status is Status.ON_MAP
            and unit.fresh
            and unit.active > 0
            and not unit.digging
            and not unit.fought
            and not unit.stand_fast
            and unit.mp > 0
            and allowance(self.state, n) > 0
        ]

    def _first_human(self) -> int:
        return next(iter(self.humans), 0)


def _by_unit(orders: tuple[Order, ...]) -> dict[str, tuple[Order, ...]]:
    """Orders by the units that take part in them."""
    found: dict[str, list[Order]] = {}
    for order in orders:
        units = getattr(order, "units", None) or (getattr(order, "unit", None),)
        for unit in units:
            if unit:
                found.setdefault(unit, []).append(order)
    return {unit: tuple(given) for unit, given in found.items()}
