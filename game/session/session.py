"""One game being played: its state, who sits where, the log, undo.

The engine knows none of this: it turns a state and an order into the next state. All that a save
needs to bring a game back is `script`, the list of what was done, and how the game began.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.ai.commander import Commander, Intent, Reason, read_reason
from game.ai.driven_turn import DrivenTurn
from game.engine.apply import apply
from game.engine.events import Event
from game.engine.legality import why_illegal
from game.engine.new_game import new_game
from game.engine.order_text import read
from game.engine.orders import EndTurn, NextDay, Order
from game.engine.scenario import Scenario
from game.engine.state import GameState, digest
from game.session.branch import Branching, Progress, morning_of
from game.session.digest import (
    DigestLine,
    Happening,
    ReplayStep,
    digest_lines,
    replay_steps,
    shown_step,
)
from game.session.log import NOBODY, LogEntry, Morning
from game.session.play import Play
from game.session.seats import HISTORIAN, Seat, computer_seat, historian
from game.storage.chain import Body
from game.storage.notice import Notice

if TYPE_CHECKING:
    from game.scenario.record import Record


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody who is no person does next."""

    order: Order
    reason: Reason | None = None


class Session(Play):
    """A game in progress."""

    def __init__(
        self,
        state: GameState,
        opening: tuple[Event, ...],
        seats: Mapping[str, Seat],
        seed: int,
        *,
        branch: Branching | None = None,
        ref: str = "",
    ) -> None:
        """Begin with a state; use `new` or `from_history`.

        `opening` is what happened up to then, `ref` the path of a scenario that is not found by
        its id.
        """
        super().__init__(state, opening, seats)
        self.seed = seed
        self.branch = branch
        self.ref = ref
        self.notice: Notice | None = None
        """Something about the saves that the player should be told."""
        self.recalled = True
        """Whether all entries of the log have their events; see `recall`."""
        self._driven: tuple[tuple[int, int], Seat, DrivenTurn | None] | None = None
        self._historian: Commander | None = None

    @classmethod
    def new(
        cls, scenario: Scenario, seed: int, seats: Mapping[str, Seat], *, ref: str = ""
    ) -> Session:
        """Begin a scenario on its first day."""
        state, opening = new_game(scenario, seed)
        return cls(state, opening, seats, seed, ref=ref)

    @classmethod
    def from_history(
        cls,
        scenario: Scenario,
        record: Record,
        turn: int,
        side: int | str,
        seats: Mapping[str, Seat] | None = None,
        seed: int = 1,
        *,
        evening: GameState | None = None,
        progress: Progress | None = None,
        ref: str = "",
    ) -> Session:
        """Take over a side on the morning of a day as history had it.

        Without `seats` computers play the others. `evening` spares the replay of the record: the
        state of the evening before, as a chronicle of it has shown.
        """
        state, opening = morning_of(
            scenario, record, turn, seed, evening=evening, progress=progress
        )
        sides = scenario.oob.sides
        name = side if isinstance(side, str) else sides[side].id
        if seats is None:
            seats = {s.id: Seat() if s.id == name else computer_seat(s.agent) for s in sides}
        return cls(state, opening, seats, seed, branch=Branching(turn, name), ref=ref)

    # --- the other sides --------------------------------------------------------------------

    def step(self) -> LogEntry | None:
        """Carry out one order of a computer, the end of an empty seat's turn, or the dawn.

        None if a person is to play, or the game is over.
        """
        return None if self.waits else self.carry_out(self.decide())

    def decide(self) -> Decision:
        """Return what whoever is to play, not a person, does next. Changes nothing of the game.

        May be called in another thread, one call at a time, while nothing is carried out; what is
        found out there can also be thrown away.
        """
        seat = self.seat
        intent = self._next_intent(seat) if seat else None
        if intent:
            return Decision(intent.order, intent.reason)
        return Decision(EndTurn() if seat else NextDay())

    def carry_out(self, decision: Decision) -> LogEntry:
        """Carry out what was decided in the state as it is now."""
        refused = self.submit(decision.order, decision.reason)
        if refused:  # only legal orders are passed on, and a turn may always be ended
            raise RuntimeError(refused.text)
        return self.log[-1]

    def _next_intent(self, seat: Seat) -> Intent | None:
        """What a computer's commander orders next, None when its turn is over."""
        place = (self.state.turn, self.state.active)
        if self._driven is None or self._driven[0] != place or self._driven[1] is not seat:
            commander = self._commander_of(seat)
            self._driven = (place, seat, DrivenTurn(commander) if commander else None)
        turn = self._driven[2]
        return turn.next_intent(self.state, self.side) if turn else None

    def _commander_of(self, seat: Seat) -> Commander | None:
        """Who commands; the record that a historian follows is looked up once."""
        if seat.kind != "computer" or seat.own is not None or seat.level != HISTORIAN:
            return seat.commander
        if self._historian is None:
            self._historian = historian(self.ref or self.scenario.id)
        return self._historian

    def advance(self) -> list[LogEntry]:
        """Play on until a person has to: ends the turn of whoever has nobody to play, and night.

        If no person plays at all it stops at the next dawn.
        """
        done: list[LogEntry] = []
        while entry := self.step():
            done.append(entry)
            if isinstance(entry.order, NextDay) and not self.humans:
                break
        return done

    def digest_of_other_sides(
        self, since: int | None = None, side: int | None = None
    ) -> list[DigestLine]:
        """Return what happened while others played, as a side (the viewer) saw it.

        From the entry `since` of the log on; without one since that side's turn ended. Goes back
        to yesterday at most.
        """
        who = self.viewer if side is None else side
        return digest_lines(list(self._happenings(who, since)), who)

    def replay_of_other_turn(
        self, since: int | None = None, side: int | None = None
    ) -> list[ReplayStep]:
        """Return the same order by order, to be shown on the map."""
        who = self.viewer if side is None else side
        return replay_steps(list(self._happenings(who, since)), who)

    def shown_again(self, entry: int, side: int | None = None) -> ReplayStep | None:
        """Return one order as a side (the viewer) saw it, its own too; None if it is too long ago.

        That is so for orders before yesterday, and before the morning a save began with.
        """
        if entry not in self._states:
            return None
        after = self._states.get(entry + 1, self.state)
        what = Happening(entry, self.log[entry], self._states[entry], after)
        return shown_step(what, self.viewer if side is None else side, what.done.events)

    def _happenings(self, side: int, since: int | None) -> Iterator[Happening]:
        first = self._own_last_end(side) if since is None else since
        if first < 0:
            entry = LogEntry(self.begun.turn, NOBODY, "dawn", NextDay(), self.opening)
            yield Happening(-1, entry, self.begun, self.begun)
        for place in range(max(first, 0), len(self.log)):
            done = self.log[place]
            own = done.side == side and not isinstance(done.order, EndTurn)
            if place in self._states and not own:
                after = self._states.get(place + 1, self.state)
                yield Happening(place, done, self._states[place], after)

    def _own_last_end(self, side: int) -> int:
        """Place in the log of the last end of a side's turn, -1 if it has not ended one."""
        for place in range(len(self.log) - 1, -1, -1):
            if self.log[place].side == side and isinstance(self.log[place].order, EndTurn):
                return place
        return -1

    # --- coming back ------------------------------------------------------------------------

    def resume(self, state: GameState, script: Sequence[Body]) -> None:
        """Go on from a morning later in the game, without repeating what led there.

        The log then has the orders up to it but not their events; `recall` finds them again.
        """
        done: list[LogEntry] = []
        undone: list[LogEntry] = []
        for body in script:
            match body["do"]:
                case "order":
                    done.append(self._entry(body))
                    undone.clear()
                case "undo":
                    undone.append(done.pop())
                case "redo":
                    done.append(undone.pop())
                case "seat":
                    self._seat(body["of"], Seat(body["kind"], body["level"]))
        self.log, self.script = done, list(script)
        self.mornings = [Morning(len(script), state)]
        self.state, self.events, self.recalled = state, (), False
        self._last_human = next(
            (entry.side for entry in reversed(done) if entry.side in self.humans),
            self._first_human(),
        )

    def _entry(self, body: Body) -> LogEntry:
        side = self.scenario.oob.side_index.get(body.get("side", ""), NOBODY)
        order = read(self.scenario, body["order"])
        reason = read_reason(body.get("why", ""))
        code = body.get("state", "")
        return LogEntry(body["turn"], side, body["order"], order, (), code, reason)

    def recall(self) -> bool:
        """Find the events of all orders again, by repeating the game from its beginning.

        Takes as long as the game is old. False if this version of the game leads elsewhere; the
        log then has as many events as before.
        """
        if self.recalled:
            return True
        state, found = self.begun, []
        for entry in self.log:
            if why_illegal(state, entry.order):
                return False
            state, events = apply(state, entry.order)
            if entry.digest and digest(state) != entry.digest:
                return False
            found.append(replace(entry, events=events))
        self.log, self.recalled = found, True
        return True
