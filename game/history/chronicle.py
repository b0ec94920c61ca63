"""The historical orders, carried out day by day through the engine's own `apply`.

Where the record knows what came of an order, the chronicle looks for dice that the rules allow
and that lead to it, takes the likeliest, and keeps the chance of that outcome. Everything else
that dice decide in the seams of a turn (a surrender, a step worn away) goes as the record has
it: nothing, unless the order says otherwise. Harm to civilians is left to the dice: the ledger is
the game's own and stands apart from the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - `date` is a field here
from datetime import timedelta

from game.engine.apply import apply
from game.engine.events import Event
from game.engine.legality import why_illegal
from game.engine.new_game import new_game
from game.engine.order_text import OrderSyntaxError, read
from game.engine.orders import Decree, EndTurn, NextDay, Order, Recorded
from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.history.settling import quiet_dice, settle
from game.scenario.documents import HistoryDayDoc, HistoryOrderDoc
from game.scenario.record import Record


@dataclass(frozen=True, slots=True)
class Deed:
    """One historical order as it was carried out."""

    side: int
    text: str
    legal: bool
    chance: float
    """Of the recorded outcome, 1.0 where no dice decide."""
    outcome: str
    sources: tuple[str, ...]
    note: str
    refusal: str = ""
    decree: str = ""
    order: Order | None = None
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class ChronicleDay:
    """A day of the record: what was ordered, what happened, and the state at its end."""

    turn: int
    date: str
    deeds: tuple[Deed, ...]
    events: tuple[Event, ...]
    """All events of the day in sequence, those of the deeds included."""
    state: GameState
    """In the night, before the next day begins."""


@dataclass(slots=True)
class Chronicle:
    """A replay in progress. Iterate `days()`; `state` is where it stands."""

    scenario: Scenario
    record: Record
    seed: int = 1
    state: GameState = field(init=False)
    opening: tuple[Event, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.state, self.opening = new_game(self.scenario, self.seed, recorded=True)

    def days(self) -> Iterator[ChronicleDay]:
        """Carry out the record from the first day to the last."""
        first = Day.fromisoformat(self.scenario.start)
        by_date = {day.date: day for day in self.record.history.days}
        before = self.opening
        for turn in range(1, self.scenario.turns + 1):
            today = first + timedelta(days=turn - 1)
            yield self._day(turn, today.isoformat(), by_date.get(today), before)
            before = ()

    def _day(
        self, turn: int, date: str, day: HistoryDayDoc | None, before: tuple[Event, ...]
    ) -> ChronicleDay:
        deeds: list[Deed] = []
        events = list(before)
        if turn > 1:
            self.state, dawn = apply(self.state, Recorded(NextDay(), quiet_dice()))
            events.extend(dawn)
        for decree in day.decrees if day else ():
            effects = self.record.decree_effects(decree)
            deeds.append(self._decree(decree.reason, effects, decree.sources))
        orders = {s.side: s.orders for s in day.segments} if day else {}
        for side in self.scenario.oob.sides:
            done = [self.carry_out(doc) for doc in orders.get(side.id, ())]
            if not any(isinstance(deed.order, EndTurn) for deed in done):
                done.append(self.carry_out(HistoryOrderDoc("end")))
            deeds.extend(done)
        for deed in deeds:
            events.extend(deed.events)
        return ChronicleDay(turn, date, tuple(deeds), tuple(events), self.state)

    def _decree(self, reason: str, effects: tuple[object, ...], sources: tuple[str, ...]) -> Deed:
        order = Decree(reason, effects)  # type: ignore[arg-type]
        refused = why_illegal(self.state, order)
        if refused:
            return Deed(
                self.state.active,
                f"decree {reason}",
                False,
                0.0,
                "",
                sources,
                "",
                refused.text,
                reason,
            )
        side = self.state.active
        self.state, events = apply(self.state, order)
        return Deed(side, f"decree {reason}", True, 1.0, "", sources, "", "", reason, order, events)

    def carry_out(self, doc: HistoryOrderDoc) -> Deed:
        """Give one order of the record; an order that is not legal changes nothing."""
        side = self.state.active
        try:
            order = read(self.scenario, doc.order)
        except OrderSyntaxError as error:
            return Deed(side, doc.order, False, 0.0, doc.outcome, doc.sources, doc.note, str(error))
        refused = why_illegal(self.state, order)
        if refused:
            return Deed(
                side, doc.order, False, 0.0, doc.outcome, doc.sources, doc.note, refused.text
            )
        found = settle(self.state, order, doc.outcome)
        if found is None:
            text = f"no dice lead to the outcome `{doc.outcome}`"
            return Deed(side, doc.order, False, 0.0, doc.outcome, doc.sources, doc.note, text)
        self.state, events, chance = found
        return Deed(
            side, doc.order, True, chance, doc.outcome, doc.sources, doc.note, "", "", order, events
        )
