"""Playing: orders carried out, taken back and given again, each kept before the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias, cast, get_args

from game.ai.commander import Reason, read_reason
from game.engine.apply import apply
from game.engine.events import Event
from game.engine.legality import why_illegal
from game.engine.order_text import read, write
from game.engine.orders import EndTurn, NextDay, Order
from game.engine.refusal import Illegal
from game.engine.state import GameState, digest
from game.session.log import NOBODY, LogEntry, Morning
from game.session.seats import Seat, SeatKind
from game.session.table import Table
from game.session.undo import UndoEnd, why_undo_ends
from game.storage.chain import Body

Keeper: TypeAlias = Callable[[Body], None]
"""Keeps what was just done on the disk; never raises."""

NOTHING_TO_REDO = "there is nothing to do again"


class Play(Table):
    """A game whose orders are carried out through the engine's `apply`, and nowhere else."""

    def __init__(
        self, state: GameState, opening: tuple[Event, ...], seats: Mapping[str, Seat]
    ) -> None:
        """Begin with a state; `opening` is what happened up to then."""
        super().__init__(state, seats)
        self.begun = state
        """The state the game began with."""
        self.opening = opening
        self.first_seats = dict(self.seats)
        self.log: list[LogEntry] = []
        self.script: list[Body] = []
        """Every order, undo, redo and change of seats, as a save holds them."""
        self.events: tuple[Event, ...] = opening
        """What the last order brought."""
        self.mornings: list[Morning] = []
        """This morning and yesterday's, if they were in this game."""
        self.keeper: Keeper | None = None
        self.undo_end = UndoEnd("turn")
        """Why undo goes no further back than it does."""
        self._undo: list[GameState] = []
        self._redo: list[Order] = []
        self._states: dict[int, GameState] = {}
        """State before each entry of the log, for today and yesterday."""

    def submit(self, order: Order, reason: Reason | None = None) -> Illegal | None:
        """Carry out an order of the side to play; returns why not, if it is not legal.

        `reason` is why a computer gives it.
        """
        order = self._as_written(order)
        refused = why_illegal(self.state, order)
        if refused:
            return refused
        self._redo.clear()
        self._note("order", self._carry_out(order, reason))
        return None

    def sit(self, side: str, seat: Seat) -> None:
        """Change who plays a side."""
        self._seat(side, seat)
        body: Body = {"do": "seat", "of": side, **seat.written(), **self._now()}
        self._keep(body)

    def _seat(self, side: str, seat: Seat) -> None:
        if side not in self.seats:
            raise KeyError(side)
        self.seats[side] = seat
        if self._last_human not in self.humans:
            self._last_human = self._first_human()

    @property
    def undo_blocked(self) -> str:
        """Why there is nothing to take back, empty if there is."""
        return "" if self._undo else self.undo_end.text

    @property
    def can_redo(self) -> bool:
        """Whether an order was taken back and can be given again."""
        return bool(self._redo)

    def undo(self) -> str | None:
        """Take the last order back; returns why that cannot be done, None if it was."""
        if not self._undo:
            return self.undo_end.text
        entry = self._take_back()
        self._note("undo", entry)
        return None

    def _take_back(self) -> LogEntry:
        self.state = self._undo.pop()
        entry = self.log.pop()
        self._states.pop(len(self.log), None)
        self._redo.append(entry.order)
        self.events = ()
        return entry

    def redo(self) -> str | None:
        """Give the order again that was taken back last; returns why not, None if it was done."""
        if not self._redo:
            return NOTHING_TO_REDO
        self._note("redo", self._carry_out(self._redo.pop()))
        return None

    def repeat(self, body: Body) -> None:
        """Do again what a line of a save holds; ValueError if that leads elsewhere than it did."""
        entry: LogEntry | None = None
        match body:
            case {"do": "order", "order": str(text)}:
                entry = self._again(read(self.scenario, text), read_reason(body.get("why", "")))
                self._redo.clear()
            case {"do": "redo"} if self._redo:
                entry = self._again(self._redo.pop())
            case {"do": "undo"} if self._undo:
                self._take_back()
            case {"do": "seat", "of": str(side), "kind": str(kind), "level": str(level)}:
                if side not in self.seats or kind not in get_args(SeatKind):
                    raise ValueError(f"there is no seat {kind} of {side}")
                self._seat(side, Seat(cast(SeatKind, kind), level))
            case _:
                raise ValueError(f"{body.get('do')!r} cannot be done here")
        if entry and entry.digest != body.get("state", ""):
            raise ValueError(f"{entry.text} leads to another state")
        self._append(body)

    def _again(self, order: Order, reason: Reason | None = None) -> LogEntry:
        refused = why_illegal(self.state, order)
        if refused:
            raise ValueError(refused.text)
        return self._carry_out(order, reason)

    def _carry_out(self, order: Order, reason: Reason | None = None) -> LogEntry:
        before, side = self.state, self.side
        if side in self.humans:
            self._last_human = side
        after, events = apply(before, order)
        seam = isinstance(order, (EndTurn, NextDay))
        code = digest(after) if seam else ""
        text = write(self.scenario, order)
        entry = LogEntry(before.turn, side, text, order, events, code, reason)
        self._states[len(self.log)] = before
        self.log.append(entry)
        self._undo.append(before)
        end = why_undo_ends(before, after, events, side)
        if end:
            self._undo.clear()
            self._redo.clear()
            self.undo_end = end
        # The tables of a state that is past are made again if it is ever asked; hundreds of them,
        # kept for undo and the digest, would fill the memory.
        before.memo.clear()
        self.state, self.events = after, events
        if isinstance(order, NextDay):
            self._forget(after.turn - 1)
        return entry

    def _forget(self, turn: int) -> None:
        """Let go of the states of the days before a turn."""
        for place in [n for n in self._states if self.log[n].turn < turn]:
            del self._states[place]

    def _as_written(self, order: Order) -> Order:
        """The order as it will be read from the log: that one counts."""
        return read(self.scenario, write(self.scenario, order))

    def _note(self, do: str, entry: LogEntry) -> None:
        """Add to the script, and keep it."""
        body: Body = {"do": do, "turn": entry.turn}
        if entry.side != NOBODY:
            body["side"] = self.scenario.oob.sides[entry.side].id
        if do == "order":
            body["order"] = entry.text
            if entry.reason:
                body["why"] = entry.reason.written()
        if do != "undo" and entry.digest:
            body["state"] = entry.digest
        if self.state.turn != entry.turn:
            body["then"] = self.state.turn
        if self.ended:
            body["ended"] = True
        self._keep(body)

    def _now(self) -> Body:
        return {"turn": self.state.turn, **({"ended": True} if self.ended else {})}

    def _keep(self, body: Body) -> None:
        self._append(body)
        if self.keeper:
            self.keeper(body)

    def _append(self, body: Body) -> None:
        """Add to the script; a new day is marked in it."""
        self.script.append(body)
        if body.get("then") == self.state.turn:
            self.mornings = [*self.mornings[-1:], Morning(len(self.script), self.state)]
