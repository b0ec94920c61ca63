"""A game of one's own beside history, on the same map and the same time line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from game.history.film import Film
from game.ui.map.overlays import Overlay, held_apart
from game.ui.scenes.replay.against_history import Against, against
from game.ui.scenes.replay.comparison_column import lay_comparison
from game.ui.scenes.replay.comparison_marks import lay_front_legend, lay_top
from game.ui.scenes.replay.map_pane import comparison_overlays
from game.ui.scenes.replay.own_game import OwnGame
from game.ui.scenes.replay.scene import ReplayScene

if TYPE_CHECKING:
    from game.engine.state import GameState
    from game.session import Session
    from game.storage.listing import SaveEntry
    from game.ui.app import App

Mode = Literal["mine", "both", "history"]
MODES: tuple[Mode, ...] = ("mine", "both", "history")


class ComparisonScene(ReplayScene):
    """The comparison. The day of the head counts for both."""

    take_label = "compare.continue_here"

    def __init__(self, film: Film, ref: str, own: OwnGame, path: Path | None = None) -> None:
        super().__init__(film, ref, own.last)
        self.own = own
        self.path = path
        """The save the game comes from; None for a game that is being played."""
        self.mode: Mode = "both"
        self.apart = False
        """History is shown a day earlier than the game."""
        self._known = 0

    def enter(self, app: App) -> None:
        """Begin to work both out."""
        super().enter(app)
        self.own.heard = app.wake
        self.own.start()

    def leave(self) -> None:
        """Stop both."""
        self.own.heard = None
        self.own.close()
        super().leave()

    def busy(self) -> bool:
        """Whether there is still something to come."""
        return super().busy() or not self.own.done

    # --- the day ----------------------------------------------------------------------------

    @property
    def compare_label(self) -> str:  # type: ignore[override]
        """The name of the button that hides history."""
        return "compare.hide_history" if self.mode != "mine" else "replay.compare"

    @property
    def mine(self) -> GameState | None:
        """The game in the evening of the day, None on a day it was not played."""
        return self.own.evening(self.head.turn)

    @property
    def theirs(self) -> GameState | None:
        """History in the evening of the day, or of the one before."""
        turn = self.head.turn - (1 if self.apart else 0)
        return self.film.evening(max(1, turn))

    def against(self) -> Against | None:
        """Return what is told of the day; None if one of the two is not there."""
        mine, theirs = self.mine, self.theirs
        if mine is None or theirs is None:
            return None
        return against(mine, theirs, self.own.side, self.own.first)

    def subtitle(self) -> str:
        """Return the line below the date."""
        return self.w("compare.day", day=self.page.turn, days=self.line.turns)

    def own_name(self) -> str:
        """Return what the game is called."""
        session = self.own.session
        side = self.naming.side(self.own.side)
        title = self.film.record.header.title
        scenario = title.ar if self.theme.lang == "ar" and title.ar else title.en
        if self.own.name:
            return self.w("compare.saved_game", name=self.own.name, side=side, scenario=scenario)
        if session.branch is not None:
            day = self.short(session.branch.turn)
            return self.w("compare.branch_short", date=day, side=side)
        return self.w("compare.saved_short", side=side, scenario=scenario)

    # --- layout -----------------------------------------------------------------------------

    def lay_top(self) -> None:
        """Lay out the bar with what the map shows."""
        lay_top(self)

    def lay_column(self) -> None:
        """Lay out the comparison, or what was opened over it."""
        if self.view or self.tab == "notes":
            super().lay_column()
        elif self.areas.column_open:
            lay_comparison(self, self.areas.column)

    def lay_legend(self) -> int:
        """Lay out what the lines and marks mean; returns where it ends."""
        return lay_front_legend(self)

    def show_map(self) -> None:
        """Show the game, and history where it differs; or one of the two."""
        mine, theirs = self.mine, self.theirs
        shown = theirs if self.mode == "history" or mine is None else mine
        overlays: tuple[Overlay, ...] = ()
        if self.mode == "both" and mine is not None and theirs is not None:
            marks = held_apart(mine.control, theirs.control, self.own.side)
            overlays = comparison_overlays(mine.control, theirs.control, dict(marks))
        self.map.show_state(shown, self.viewer, overlays)
        turn = self.page.turn
        if self.mode == "history" or mine is None:
            self.walk(self.film.evening(turn - 1), theirs, self.day_events())
        else:
            self.walk(self.own.evening(turn - 1), mine, self.own.events.get(turn, ()))

    # --- what buttons and keys ask ----------------------------------------------------------

    def set_mode(self, mode: object) -> None:
        """Show the game, history or both."""
        self.mode = mode if mode in MODES else "both"
        self.app.relayout()

    def toggle_apart(self) -> None:
        """Show history a day earlier, or on the same day again."""
        self.apart = not self.apart
        self.app.relayout()

    def can_compare(self) -> bool:
        """History can always be hidden and shown."""
        return True

    def compare(self) -> None:
        """Hide history, or show it again."""
        self.set_mode("both" if self.mode == "mine" else "mine")

    def open(self, view: str) -> None:
        """Open something in the column; command is not asked for, the game goes on."""
        if view == "take":
            self.go_on()
            return
        super().open(view)

    def go_on(self) -> None:
        """Go on with the game: where it stands, or from the morning of the day shown."""
        turn = self.head.turn
        if self.path is None:
            self._again_from(turn)
            return
        if turn < self.own.first:
            self.toast(self.w("compare.continue_none"), "x")
            return
        from game.session import load
        from game.storage.notice import StorageError
        from game.ui import flow

        try:
            session = load(self.path, turn=turn if turn < self.own.last else None)
        except (StorageError, ValueError) as error:
            self.toast(self.w("replay.save_broken", why=str(error)), "x")
            return
        flow.play(self.app, session)

    def _again_from(self, turn: int) -> None:
        """Go back to the game that is being played, or to a morning of it: that begins a branch."""
        from game.session import load
        from game.session.saving import Autosave
        from game.storage.notice import StorageError
        from game.ui.scenes.play import scene_for
        from game.ui.scenes.play.scene import PlayScene

        keeper = self.own.session.keeper
        if turn >= self.own.last and not self.own.session.ended:
            self.leave_scene()
            return
        if turn < self.own.first or not isinstance(keeper, Autosave):
            self.toast(self.w("compare.continue_none"), "x")
            return
        try:
            session = load(keeper.journal.folder, turn=turn)
        except (StorageError, ValueError) as error:
            self.toast(self.w("replay.save_broken", why=str(error)), "x")
            return
        app = self.app
        while app.depth > 1 and not isinstance(app.scene, PlayScene):
            app.pop()
        app.replace(scene_for(session))

    def back(self) -> bool:
        """Close what is open; False leaves the comparison."""
        if self.tab == "notes" and not self.view and self.going.text is None:
            self.tab = "journal"
            self.app.relayout()
            return True
        return super().back()

    def update(self, dt_ms: int) -> bool:
        """Let time pass; evenings of the game may have come."""
        known = len(self.own.evenings) + self.own.done
        if known != self._known:
            shown, self._known = self.mine, known
            if shown is not None or self.own.done:
                self.app.relayout()
        return super().update(dt_ms)


def compare_with_save(scene: ReplayScene, save: SaveEntry) -> None:
    """Open the comparison with a save of the same scenario."""
    from game.session import load
    from game.storage.notice import StorageError

    try:
        session = load(save.path, autosave=False)
    except (StorageError, ValueError) as error:
        scene.toast(scene.w("replay.save_broken", why=str(error)), "x")
        return
    own = OwnGame(session, save.name)
    film = Film(scene.film.scenario, scene.film.record)
    film.take_over(scene.film)
    other = ComparisonScene(film, scene.ref, own, save.path)
    other.head.go(scene.head.turn if own.first <= scene.head.turn <= own.last else own.last)
    scene.app.push(other)


def open_for_session(app: App, session: Session, name: str = "", *, replayed: bool = False) -> None:
    """Open the comparison with a game that is being played; `replayed` from its first day on."""
    from game.scenario.package import load_record

    ref = session.ref or session.scenario.id
    film = Film(session.scenario, load_record(ref))
    scene = ComparisonScene(film, ref, OwnGame(session, name))
    if replayed:
        scene.mode = "mine"
        scene.head.go(scene.own.first)
    app.push(scene)
