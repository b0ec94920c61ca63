"""While others play: who is at it, what is seen of it, and how fast."""

from __future__ import annotations

from time import perf_counter
from typing import Final

from game.engine.orders import EndTurn
from game.engine.state import Status
from game.session import Decision, Session
from game.ui.motion import Beat
from game.ui.motion.beats import changed_hexes
from game.ui.motion.tempo import OUTLINE_MS
from game.ui.scenes.play.happened import log_line
from game.ui.scenes.play.order_desk import OrderDesk
from game.ui.scenes.play.thinking import Thinker

STEP_S: Final = 0.02
"""How long others may play before the screen is drawn again."""
SEEN_LINES: Final = 8


class OthersDesk(OrderDesk):
    """The part of the screen that lets computers and empty seats play."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.thinker = Thinker()
        self.skipping = False
        """Their orders are not shown one by one."""
        self.seen_orders: list[str] = []
        """What was seen of them, in words."""

    def arrived(self) -> None:
        """A person is to play, or the game is over."""
        raise NotImplementedError

    def begin_others(self) -> None:
        """Show who plays, if a computer is among them."""
        self.skipping, self.seen_orders = False, []
        if any(seat.kind == "computer" for seat in self.session.seats.values()):
            self.areas.pop("others", None)
            self.show_panel("others")

    def others_play(self) -> bool:
        """Let others play for a moment; True if something was carried out."""
        until = perf_counter() + STEP_S
        done = False
        while not self.session.waits and not self.reel.active:
            decision = self._decided(until)
            if decision is None:
                break
            self.session.carry_out(decision)
            done = True
            self._tell_order()
            if perf_counter() >= until:
                break
        if self.session.waits and not self.reel.active:
            self._outline_all()
            self.arrived()
        return done

    def _decided(self, until: float) -> Decision | None:
        """What is done next, None if nobody knows yet."""
        seat = self.session.seat
        if seat is None or seat.commander is None:
            return self.session.decide()
        if not self.thinker.busy:
            self.thinker.ask(self.session.decide)
        answer = self.thinker.take(until - perf_counter())
        if isinstance(answer, Exception):
            self.toast(self.w("others.failed", why=str(answer) or type(answer).__name__), "x")
            return Decision(EndTurn())
        return answer

    def _tell_order(self) -> None:
        """Show the last order, and put it into words, as far as it was seen."""
        place = len(self.session.log) - 1
        entry = self.session.log[place]
        seat = self.session.seats.get(self._side_id(entry.side))
        if seat is None or seat.kind != "computer" or isinstance(entry.order, EndTurn):
            return
        step = self.session.shown_again(place)
        if step is not None and (said := log_line(self.names, step.events)):
            self.seen_orders = [*self.seen_orders[1 - SEEN_LINES :], said]
        if not self.skipping and self.tempo.moving:
            self.show_others(place)

    def _side_id(self, side: int) -> str:
        sides = self.session.scenario.oob.sides
        return sides[side].id if 0 <= side < len(sides) else ""

    def _outline_all(self) -> None:
        """Where nothing moves: what has changed is outlined for a while."""
        if self.tempo.moving:
            return
        steps = self.session.replay_of_other_turn()
        spots = frozenset(h for step in steps for h in changed_hexes(step.events))
        if spots:
            self.reel.play([Beat(OUTLINE_MS, outline=spots)])

    def skip(self) -> None:
        """Show nothing more of the others' turn; the digest tells it."""
        self.skipping = True
        self.stop_show()
        self.app.relayout()

    def set_follow(self, on: object) -> None:
        """Let the map follow what others do, or stay where it is."""
        self.follow = bool(on)
        self.app.relayout()

    def set_speed(self, value: object) -> None:
        """Change how fast everything moves."""
        self.app.change(animation=str(value))

    def others_share(self) -> float:
        """How much of its turn the side that plays has behind it: units that have acted."""
        state, side = self.session.state, self.session.side
        cards = state.scenario.oob.units
        own = [
            unit
            for n, unit in enumerate(state.units)
            if cards[n].side == side and unit.status is Status.ON_MAP
        ]
        return sum(not unit.fresh for unit in own) / len(own) if own else 0.0
