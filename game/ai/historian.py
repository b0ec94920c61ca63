"""A commander that follows the historical orders and their tempo as far as it can.

An order that is not legal any more is replaced by what comes nearest to it (`adapting`). What is
still owed from the days before - an attack that failed, a place not reached - is tried again. Who
cannot follow at all, and who stands near a place that history has in the side's hands for good and
the game has not, is led by another commander.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from datetime import date as Day  # noqa: N812 - as in the documents
from datetime import timedelta
from typing import Final

from game.ai.adapting import attack, follow, go, goal_of
from game.ai.commander import Commander, Intent, Reason, Turn, Why
from game.engine.board import NO_SIDE, NOWHERE
from game.engine.order_text import read
from game.engine.orders import Attack, AttackBox, ClaimBox, OpenCorridor, Order
from game.engine.rules.presence import enemies_at, hostile, side_of
from game.engine.state import GameState, Status
from game.history.holders import holders
from game.history.truth_table import TruthTable
from game.scenario.record import Record

OWED_DAYS: Final = 10
"""Days for which an order that could not be carried out is still tried."""
NEAR: Final = 5
"""Hexes around a lost place within which units are led by the other commander."""
ABOUT: Final = 2
"""Hexes around a lost place, or the goal of an order, within which it attacks."""
LATE_DAYS: Final = 3
"""A place counts as lost if history had it in the side's hands so many days ago already ..."""
SOON_DAYS: Final = 10
"""... and still has after so many days; else the game is only a little slower or quicker."""
_SHARED: Final = (OpenCorridor, ClaimBox)
"""Orders of no single unit which the other commander may give."""


class Historian:
    """Follows the orders of a record; without any, another commander plays for it altogether."""

    def __init__(self, record: Record | None, otherwise: Commander) -> None:
        """Take the record of the scenario, and who plays where it does not help."""
        self._otherwise = otherwise
        days = record.history.days if record else ()
        self._orders: Mapping[tuple[Day, str], tuple[str, ...]] = {
            (day.date, segment.side): tuple(doc.order for doc in segment.orders)
            for day in days
            for segment in day.segments
        }
        self._table = TruthTable(record.control.control if record else ())

    @property
    def has_record(self) -> bool:
        """Whether there are historical orders to follow."""
        return bool(self._orders)

    def turn(self, view: GameState, side: int) -> Turn:
        """Give the orders of one turn."""
        if not self._orders:
            yield from self._otherwise.turn(view, side)
            return
        told: set[str] = set()
        free: set[str] = set()
        aims: set[int] = set()
        for order in self._of_day(view, side, view.turn):
            reason = _reason(view, order)
            view, done = yield from follow(view, order, reason)
            names = units_of(order)
            told.update(names)
            if not done:
                free.update(names)
                aims.update(() if reason.hex == NOWHERE else (reason.hex,))
        view, busy = yield from self._pay(view, side, told)
        lost, posts = self._places(view, side)
        free |= _units_near(view, side, lost, posts) - told - busy
        if free:
            yield from self._lead(view, side, free, lost | aims)

    def _of_day(self, view: GameState, side: int, turn: int) -> list[Order]:
        name = view.scenario.oob.sides[side].id
        return [
            read(view.scenario, text) for text in self._orders.get((_day(view, turn), name), ())
        ]

    def _pay(
        self, view: GameState, side: int, told: set[str]
    ) -> Generator[Intent, GameState, tuple[GameState, set[str]]]:
        """Try again what is owed by units that have no order today; returns who is busy with it."""
        busy = set(told)
        goals: dict[str, list[int]] = {}
        assaults: dict[int, Attack] = {}
        for turn in range(max(1, view.turn - OWED_DAYS), view.turn):
            for order in self._of_day(view, side, turn):
                if isinstance(order, Attack):
                    assaults[order.target] = order
                for name in units_of(order):
                    goals.setdefault(name, []).append(goal_of(view, order))
        for order in assaults.values():
            if busy.isdisjoint(order.units) and enemies_at(view, order.target, side, hidden=False):
                view, done = yield from attack(view, order, _reason(view, order))
                busy.update(order.units if done else ())
        due = self._due(view, side)
        for name, aims in goals.items():
            # Ground that was to be taken on the way to where the unit was sent later comes first.
            goal = next((aim for aim in aims if aim in due), aims[-1])
            if name not in busy and goal != NOWHERE and not _there(view, name, goal):
                view, done = yield from go(view, name, goal, Reason(Why.RECORD, hex=goal))
                busy.update((name,) if done else ())
        return view, busy - told

    def _due(self, view: GameState, side: int) -> set[int]:
        """Hexes of places that history has in the side's hands for good by now, and enemies or
        nobody have in the game."""
        board = view.scenario.board
        name, held = view.scenario.oob.sides[side].id, holders(view)
        today = self._table.evening(_day(view, view.turn).isoformat())
        after = self._table.evening(_day(view, view.turn + SOON_DAYS).isoformat())
        return {
            h
            for place, owner in today.items()
            if owner == name == after[place] and held.get(place) != name
            for h in board.places[board.place_index[place]].hexes
            if view.control[h] != side and not _of_neutral(view, side, h)
        }

    def _places(self, view: GameState, side: int) -> tuple[set[int], set[int]]:
        """Hexes of places that the side has for good in history: those it has not in the game, and
        those it has."""
        board = view.scenario.board
        name, held = view.scenario.oob.sides[side].id, holders(view)
        before = self._table.evening(_day(view, view.turn - LATE_DAYS).isoformat())
        after = self._table.evening(_day(view, view.turn + SOON_DAYS).isoformat())
        lost: set[int] = set()
        posts: set[int] = set()
        for place, owner in before.items():
            if owner == name == after[place]:
                found = posts if held.get(place) == name else lost
                found.update(board.places[board.place_index[place]].hexes)
        return lost, posts

    def _lead(self, view: GameState, side: int, names: set[str], aims: set[int]) -> Turn:
        """Let the other commander lead some units: all others it sees as done for the day.

        They attack only where it is about the hexes of `aims`, if there are any.
        """
        about = {there for h in aims for there in view.scenario.board.grid.disc(h, ABOUT)}
        shown = _others_done(view, side, names)
        turn = self._otherwise.turn(shown, side)
        try:
            intent = next(turn)
            while True:
                units = units_of(intent.order)
                allowed = set(units) <= names if units else isinstance(intent.order, _SHARED)
                if isinstance(intent.order, Attack) and about:
                    allowed = allowed and intent.order.target in about
                if allowed:
                    then = yield intent
                    if then is not view:
                        view, shown = then, _others_done(then, side, names)
                intent = turn.send(shown)
        except StopIteration:
            return


def _units_near(view: GameState, side: int, lost: set[int], posts: set[int]) -> set[str]:
    """Own units near lost hexes; who stands in a place that is held stays there as a garrison."""
    grid, oob = view.scenario.board.grid, view.scenario.oob
    near = {there for h in lost for there in grid.disc(h, NEAR)} - posts
    return {
        oob.units[n].id
        for n, unit in enumerate(view.units)
        if side_of(view, n) == side and unit.status is Status.ON_MAP and unit.at in near
    }


def _others_done(view: GameState, side: int, names: set[str]) -> GameState:
    """The view in which own units other than those named can do nothing more today."""
    cards = view.scenario.oob.units
    units = tuple(
        replace(unit, mp=0, fresh=False, fought=True)
        if cards[n].side == side and cards[n].id not in names
        else unit
        for n, unit in enumerate(view.units)
    )
    return replace(view, units=units)


def units_of(order: Order) -> tuple[str, ...]:
    """Return the ids of the units an order sets to work."""
    if isinstance(order, (Attack, AttackBox)):
        return order.units
    name: str | None = getattr(order, "unit", None)
    return (name,) if name else ()


def _day(view: GameState, turn: int) -> Day:
    return Day.fromisoformat(view.scenario.start) + timedelta(days=turn - 1)


def _reason(view: GameState, order: Order) -> Reason:
    target = order.target if isinstance(order, Attack) else goal_of(view, order)
    return Reason(Why.RECORD, hex=target)


def _of_neutral(view: GameState, side: int, h: int) -> bool:
    owner = view.control[h]
    return owner != NO_SIDE and not hostile(view, side, owner)


def _there(view: GameState, name: str, goal: int) -> bool:
    return view.units[view.scenario.oob.unit_index[name]].at == goal
