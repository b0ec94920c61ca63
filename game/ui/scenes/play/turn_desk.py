"""The seams of the turn: ending it, waiting for the others, the digest, the hand-over, the end."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.board import NOWHERE
from game.engine.orders import EndTurn
from game.session import ReplayStep
from game.session.saving import begin_autosave
from game.ui.map.overlays import DigestNumbers, Selection
from game.ui.scenes.play.digest import MOST, map_numbers
from game.ui.scenes.play.guide_steps import Deed
from game.ui.scenes.play.others_desk import OthersDesk


class TurnDesk(OthersDesk):
    """The part of the screen that leads through the turn."""

    # --- ending the turn --------------------------------------------------------------------

    def end_turn_state(self) -> tuple[bool, str]:
        """Whether the turn can be ended now, and why not."""
        if self.session.ended:
            return False, self.w("play.game_over")
        if self.panel_name == "digest":
            return False, self.w("play.digest_first")
        if not self.may_order:
            return False, self.w("play.thinking", side=self.side_short(self.session.side))
        if self.odds is not None:
            return False, self.w("play.odds_open")
        return True, ""

    def side_note(self) -> str:
        """What stands behind the date: whose turn it is, and what is going on."""
        side = self.side_short(self.viewer)
        if self.panel_name == "digest":
            return self.w("play.side_digest", side=side)
        if self.session.ended:
            return self.w("play.game_over")
        if self.session.side != self.viewer:
            return self.w("play.thinking", side=self.side_short(self.session.side))
        return self.w("play.side_to_move", side=side)

    def ask_end_turn(self) -> None:
        """End the turn, but ask first while units have not acted."""
        if not self.end_turn_state()[0]:
            return
        if self.idle() and self.panel_name != "idle":
            self.aim, self.odds = None, None
            self.show_panel("idle")
            self.controls.set_focus("end_now", visible=self.controls.focus_visible)
            return
        self.end_turn()

    def end_turn(self) -> None:
        """End the turn; the others play."""
        self.panel_name, self.message = "unit", ""
        self.aim, self.odds = None, None
        refused = self.session.submit(EndTurn())
        if refused is not None:
            self.say(refused.text)
            self.sound("refused")
            return
        self.guided(Deed("end"))
        self.sound("end_turn", self.session.events)
        self.sel = type(self.sel)(cursor=self.sel.cursor)
        self.after_order()
        self.begin_others()
        self.others_play()

    def arrived(self) -> None:
        """A person is to play, or the game is over."""
        if self.session.ended:
            self.finish()
            return
        morning = (self.session.state.turn, self.session.side)
        if morning == self.digest_shown_for:
            return
        before = self.digest_shown_for[1]
        self.digest_shown_for = morning
        date, side = self.names.date(morning[0], "weekday"), self.side_short(morning[1])
        self.app.say(self.w("play.morning", date=date, side=side))
        if self.panel_name == "others":
            self.panel_name = "unit"
        if self.session.hotseat and before != -1 and before != self.session.side:
            self._hand_over(before)
        else:
            self.open_digest()

    def _hand_over(self, other: int) -> None:
        from game.ui.scenes.handover import HandoverFacts, HandoverScene

        side = self.session.side
        facts = HandoverFacts(
            self.side_short(side),
            self.names.colour(side),
            self.side_short(other),
            self.session.date,
            self.session.state.turn,
            self.session.scenario.turns,
        )
        # Nothing of the last player's turn may be left behind the screen that hides it.
        self.forget_selection()
        self.app.push(HandoverScene(facts, self.open_digest, self.leave_to_title))

    def forget_selection(self) -> None:
        """Let go of everything that belonged to the side that has played."""
        self.sel = type(self.sel)()
        self.hover = NOWHERE
        self.message, self.find_text = "", ""
        self.why_entry, self.objective_at = -1, NOWHERE
        self.aim, self.odds, self.question = None, None, None
        self.areas.clear()
        self.digest_lines = []
        self.refresh()

    # --- the digest -------------------------------------------------------------------------

    def open_digest(self) -> None:
        """Show what the others did; straight to the turn if that is nothing."""
        self.digest_lines = self.session.digest_of_other_sides()
        self.digest_at = 0
        self.areas.pop("digest", None)
        if not self.digest_lines:
            self.begin_turn()
            return
        self.panel_name = "digest"
        self.drawer_open = True
        self.refresh()
        self.app.relayout()
        self._show_line(0)
        self.controls.set_focus("begin_turn", visible=self.controls.focus_visible)

    def begin_turn(self) -> None:
        """Close the digest and give orders."""
        self.stop_show()
        self.panel_name = "unit"
        self.controls.set_focus("")
        self.refresh()
        self.app.relayout()
        self.start_guide()

    def start_guide(self) -> None:
        """Begin the guided turn, if it has not been seen."""

    def show_digest_line(self, place: int) -> Callable[[], None]:
        """Return what centres the map on a line of the digest."""

        def act() -> None:
            self._show_line(place)
            if place < len(self.digest_lines):
                self.sound("digest", self.digest_lines[place].events)

        return act

    def _show_line(self, place: int) -> None:
        if not 0 <= place < len(self.digest_lines):
            return
        self.digest_at = place
        h = self.digest_lines[place].hex
        if h != NOWHERE:
            self.bring_into_view(h)
        self.refresh()
        self.app.relayout()

    def digest_overlays(self) -> list[object]:
        """What the digest puts on the map."""
        lines = self.digest_lines[:MOST]
        found: list[object] = []
        if 0 <= self.digest_at < len(lines) and lines[self.digest_at].hex != NOWHERE:
            found.append(Selection(lines[self.digest_at].hex, 0))
        found.append(DigestNumbers(tuple(map_numbers(lines))))
        return found

    # --- watching the others' turn ----------------------------------------------------------

    def watchable(self) -> list[ReplayStep]:
        """Return the steps of the others' turn in which something was seen."""
        return [step for step in self.session.replay_of_other_turn() if self.visible(step)]

    def watch(self) -> None:
        """Show the others' turn on the map, order by order."""
        self.watch_steps(self.watchable())

    def watch_line(self, place: int) -> Callable[[], None]:
        """Return what shows the order of one line of the digest again."""

        def act() -> None:
            entry = self.digest_lines[place].entry
            steps = self.session.replay_of_other_turn()
            self.watch_steps(step for step in steps if step.entry == entry)

        return act

    def leave_to_title(self) -> None:
        """Go back to where the game was begun; it is saved up to the last order."""
        raise NotImplementedError

    # --- the end ----------------------------------------------------------------------------

    def finish(self) -> None:
        """Show the result; from the menu also before the last day, as the game stands."""
        from game.ui.scenes.play.result import ResultScene

        self.app.push(ResultScene(self.session))

    def keep_on_disk(self) -> None:
        """Keep the game on the disk from now on."""
        if self.session.keeper is None:
            begin_autosave(self.session)
        self.tell_notice()
