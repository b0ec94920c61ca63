"""Orders of the history that no unit can march, told by distance alone.

The replay (`validate --replay`) knows better, but takes its time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day  # noqa: N812 - as in the documents
from typing import Final

from game.engine.board import NOWHERE
from game.engine.order_text import read
from game.engine.orders import Attack, CrossRiver, Move, OperationalMove, Order
from game.scenario.problems import Path
from game.scenario.warnings.look import Look

_SLACK: Final = 3
"""Hexes a unit may have come by what no order says: a retreat, a search for room."""


def impossible_marches(look: Look) -> None:
    """Warn of a unit that an order sends farther than it can have come since its last order."""
    board, oob = look.scenario.board, look.scenario.oob
    a_day = look.scenario.rules.movement.operational_hexes
    last: dict[str, tuple[int, int]] = {
        card.id: (card.hex, max(1, card.arrives)) for card in oob.units if card.hex != NOWHERE
    }
    for effect in look.effects():
        last.pop(effect.unit, None)  # an event may put it anywhere
    for day, path, order in _orders(look):
        for unit, to, reach in _goes(order):
            known = last.get(unit)
            turn = (day - look.header.start).days + 1
            if known is not None and turn >= known[1]:
                far = board.grid.distance(known[0], to) - reach
                days = turn - known[1] + 1
                if far > a_day * days + _SLACK:
                    message = (
                        f"{unit} was at {board.grid.label(known[0])} {_ago(days)}; "
                        f"{far} hexes are more than {a_day} a day"
                    )
                    look.warn("march", path, message, inherited=False)
            if reach == 0:
                last[unit] = (to, turn)
            else:
                last.pop(unit, None)
        _forget(order, last)


def _orders(look: Look) -> Iterator[tuple[Day, Path, Order]]:
    for number, day in enumerate(look.history.days):
        for at, segment in enumerate(day.segments):
            for which, doc in enumerate(segment.orders):
                path = ("history", "days", number, "segments", at, "orders", which, "order")
                yield day.date, path, read(look.scenario, doc.order)


def _goes(order: Order) -> Iterator[tuple[str, int, int]]:
    """Units, where the order has them be, and how near that is enough."""
    match order:
        case Move(unit, to) | OperationalMove(unit, to) | CrossRiver(unit, to):
            yield unit, to, 0
        case Attack(target=target, units=units, advance=advance):
            for unit in units:
                yield unit, target, 0 if unit in advance else 1


def _forget(order: Order, last: dict[str, tuple[int, int]]) -> None:
    """After any other order of a unit nobody knows where it is without the rules."""
    if not isinstance(order, Move | OperationalMove | CrossRiver | Attack):
        last.pop(getattr(order, "unit", ""), None)


def _ago(days: int) -> str:
    return "the same morning" if days == 1 else f"{days - 1} days before"
