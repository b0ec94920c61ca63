"""The loop of a game in the terminal: the others play, the player is asked, until it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.engine.order_text import VERBS, OrderSyntaxError, read
from game.engine.orders import Attack, EndTurn, Order
from game.session import Session
from game.session.sight import Sight
from game.text.names import Names
from game.text.page import counted
from game.text.play import help_page, standing
from game.text.play.commands import HELP, find, meant
from game.text.play.odds import odds_page
from game.text.play.spelling import sentence, with_ids
from game.text.telling import sentences

if TYPE_CHECKING:
    from game.scenario.documents import BriefingDoc
    from game.text.play.console import Console

DECREE: Final = "decree"
"""An order of the record; whoever types it is told why it cannot be given."""


class TextGame:
    """A game that is played by typing."""

    def __init__(self, session: Session, briefing: BriefingDoc, console: Console) -> None:
        """Play a session; `briefing` is what is read before and after it."""
        self.session = session
        self.briefing = briefing
        self.console = console
        self.names = Names(session.scenario)
        self.over = False
        """The player has left, or the game is over and told."""
        self._shown_turn = (0, -1)

    def play(self) -> None:
        """Play until the game is over or the player leaves."""
        self._open()
        while not self.over:
            self._others()
            if self.session.ended:
                self._close()
                return
            if not self.session.humans:
                continue
            self._arrive()
            line = self.console.ask(f"{self._prompt()}> ")
            if line is None:
                self.console.say("The game is kept; `load` brings it back.")
                return
            self.do(line)

    def do(self, line: str) -> None:
        """Carry out one line: a command or an order."""
        words = line.split()
        if not words:
            return
        if words[0].lower() in HELP:
            help_page.show(self.console, words[1:])
            return
        found = find(line)
        if found:
            command, rest = found
            command.run(self, rest if command.verbatim else with_ids(self, rest))
        elif words[0].rstrip("!") in (*VERBS, DECREE):
            self._order(" ".join([words[0], *with_ids(self, words[1:])]))
        else:
            near = meant(words[0], VERBS)
            hint = f" Did you mean {near!r}?" if near else ""
            self.console.tell(f"I do not know {words[0]!r}.{hint} `help` lists what can be typed.")

    def adopt(self, session: Session) -> None:
        """Go on with another game: one that was loaded."""
        self.session, self.names = session, Names(session.scenario)
        self._shown_turn = (0, -1)

    # --- orders -----------------------------------------------------------------------------

    def _order(self, line: str) -> None:
        sure = line.endswith("!")
        try:
            order = read(self.session.scenario, line.rstrip("! "))
        except OrderSyntaxError as error:
            self.console.tell(
                f"{sentence(str(error))} `help {line.split()[0]}` shows how it is written."
            )
            return
        refused = self.session.why_illegal(order)
        if refused:
            self.console.tell(refused.text)
        elif sure or self._agrees(order):
            self._carry_out(order)

    def _agrees(self, order: Order) -> bool:
        """Ask before what cannot be taken back lightly: an attack, and a turn with idle units."""
        if isinstance(order, Attack):
            self.console.items(odds_page(self.names, self.session.view(), order))
            return self._yes("Attack?")
        if isinstance(order, EndTurn):
            idle = self.session.idle_units()
            if idle:
                told = counted(len(idle), "unit has", "units have")
                return self._yes(f"{told} been told nothing (`idle` lists them). End the turn?")
        return True

    def _yes(self, question: str) -> bool:
        answer = self.console.ask(f"{question} (yes or no) ")
        if (answer or "").lower() in ("y", "yes"):
            return True
        self.console.say("Nothing was done.")
        return False

    def _carry_out(self, order: Order) -> None:
        side, before = self.session.side, self.session.state
        refused = self.session.submit(order)
        if refused:
            self.console.tell(refused.text)
            return
        seen = Sight(before, self.session.state, side).seen(self.session.events)
        if isinstance(order, EndTurn):
            return
        if not self.console.items(sentences(self.names, seen)):
            self.console.say("Done.")
        self._notice()

    # --- the others, and the seams of the day -------------------------------------------------

    def _others(self) -> None:
        """Let computers play, and the night pass; Ctrl-C leaves the game between two orders."""
        told = -1
        while not self.session.waits:
            side = self.session.side
            seat = self.session.seat
            if side != told and seat is not None and seat.commander and self.console.live:
                self.console.say(f"{self.names.side(side)}: the computer gives its orders.")
                told = side
            if self.session.step() is None:
                break
        self._notice()

    def _arrive(self) -> None:
        """Say what a side needs to know when its turn begins."""
        here = (self.session.state.turn, self.session.side)
        if here == self._shown_turn:
            return
        if self.session.hotseat and self._shown_turn != (0, -1):
            self._hand_over()
        self._shown_turn = here
        self.console.heading(
            f"{self.names.day(here[0])}, day {here[0]} of {self.session.scenario.turns}: "
            f"{self.names.side(here[1])}"
        )
        standing.changed(self, [])
        standing.situation(self, [])

    def _hand_over(self) -> None:
        """Keep what one side has read from the other who sits down now."""
        if self.console.live:
            self.console.say(*[""] * 60)
        side = self.names.side(self.session.side)
        self.console.ask(f"It is the turn of {side}. Press Enter when their player sits here. ")

    def _notice(self) -> None:
        notice, self.session.notice = self.session.notice, None
        if notice:
            self.console.tell(notice.text)

    def _open(self) -> None:
        self.console.say(self.console.paint.heading(self.session.scenario.title))
        note = self.briefing.content_note.en
        if note:
            self.console.say("")
            self.console.tell(note)
        self.console.say("", "`help` lists what can be typed, `briefing` tells what is at stake.")

    def _close(self) -> None:
        self.console.heading("The game is over")
        standing.result(self, [])
        self.over = True

    def _prompt(self) -> str:
        return self.session.scenario.oob.sides[self.session.side].id
