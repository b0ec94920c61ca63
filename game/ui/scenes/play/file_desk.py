"""Saves, settings, and the ways out of the game."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from game.ai.commander import Reason
from game.engine.board import NOWHERE
from game.engine.rules.presence import side_of
from game.engine.state import Status
from game.session.saving import load, quick_load, quick_save, save
from game.storage.listing import SaveEntry, list_saves
from game.storage.notice import StorageError
from game.ui.scenes.play.desk import Question
from game.ui.scenes.play.turn_desk import TurnDesk
from game.ui.scenes.scenario_cards import said

if TYPE_CHECKING:
    from game.session import Session

Found = tuple[str, str, Callable[[], None]]
MOST_FOUND = 12


class FileDesk(TurnDesk):
    """The part of the screen that keeps, brings back and leaves games."""

    # --- saves ------------------------------------------------------------------------------

    def quick_save(self) -> None:
        """F5: save in the one place for quick saves."""
        try:
            quick_save(self.session)
        except StorageError as error:
            self.toast(error.notice.text, "x")
            return
        self.toast(self.w("play.saved", turn=self.session.state.turn))

    def quick_load(self) -> None:
        """F9: bring the quick save back."""
        try:
            session = quick_load()
        except StorageError as error:
            self.toast(error.notice.text, "x")
            return
        if session is None:
            self.toast(self.w("saves.none"), "info")
            return
        self.replace_by(session)

    def replace_by(self, session: Session) -> None:
        """Play another game in the place of this one."""
        from game.ui.scenes.play import scene_for

        self.app.replace(scene_for(session))

    def open_saves(self) -> None:
        """Ctrl-S: save under a name, or bring a save back."""
        self.save_name = ""
        self.odds = None
        self.show_panel("saves")
        self.controls.set_focus("save_name")

    def default_save_name(self) -> str:
        """Return the name a save gets if none is typed."""
        return self.w(
            "saves.default_name", date=self.names.date(self.view.turn),
            side=self.side_short(self.viewer),
        )  # fmt: skip

    def name_save(self, value: object) -> None:
        """Take what was typed as the name."""
        self.save_name = str(value)

    def save_named(self) -> None:
        """Save under the name."""
        name = self.save_name.strip() or self.default_save_name()
        try:
            save(self.session, name)
        except StorageError as error:
            self.toast(error.notice.text, "x")
            return
        self.toast(self.w("play.saved", turn=self.session.state.turn))
        self.save_name = ""
        self.close_panel()

    def save_entries(self) -> list[SaveEntry]:
        """Return the saves there are."""
        return list_saves()

    def load_entry(self, entry: SaveEntry) -> Callable[[], None]:
        """Return what brings a save back, after a question."""

        def act() -> None:
            self.ask(
                Question(
                    self.w("saves.load_question", name=entry.name or entry.title),
                    (
                        (self.w("common.load"), lambda: self._load(entry)),
                        (self.w("common.cancel"), self.close_panel),
                    ),
                    self.w("saves.load_note"),
                )
            )

        return act

    def _load(self, entry: SaveEntry) -> None:
        try:
            session = load(entry.path)
        except StorageError as error:
            self.toast(error.notice.text, "x")
            self.close_panel()
            return
        self.replace_by(session)

    # --- finding ----------------------------------------------------------------------------

    def search(self, value: object) -> None:
        """Take what was typed to be found."""
        self.find_text = str(value)
        self.app.relayout()

    def found(self) -> list[Found]:
        """Return places and own units whose name has what was typed."""
        wanted = self.find_text.strip().lower()
        if not wanted:
            return []
        names, view, found = self.names, self.view, []
        label = wanted.replace(",", "_").replace(" ", "_")
        try:
            h = view.scenario.board.grid.parse(label)
            found.append((names.hex(h), "", self._go_hex(h)))
        except (ValueError, LookupError):
            pass
        for number, unit in enumerate(view.units):
            if side_of(view, number) == self.viewer and unit.status is Status.ON_MAP:
                card = view.scenario.oob.units[number]
                if wanted in f"{card.name} {card.name_ar} {card.id}".lower():
                    found.append((names.unit(number), names.hex(unit.at), self.go_to_unit(number)))
        for number, place in enumerate(view.scenario.board.places):
            if place.label_hex >= 0 and wanted in f"{place.name} {place.name_ar}".lower():
                found.append(
                    (names.place(number), names.label(place.label_hex),
                     self._go_hex(place.label_hex))
                )  # fmt: skip
        return found[:MOST_FOUND]

    def _go_hex(self, h: int) -> Callable[[], None]:
        def act() -> None:
            self.panel_name = "unit"
            self.select_hex(h)
            self.map.centre_on(h, not self.app.reduced_motion)

        return act

    # --- other screens ----------------------------------------------------------------------

    def open_menu(self) -> None:
        """Open the menu, or close it."""
        if self.panel_name == "menu":
            self.close_panel()
        else:
            self.odds = None
            self.show_panel("menu")

    def open_settings(self) -> None:
        """Open the settings on top."""
        from game.ui.scenes.settings import SettingsScene

        self.app.push(SettingsScene())

    def open_keys(self) -> None:
        """Open the sheet of keys on top."""
        from game.ui.scenes.keys import KeysScene

        self.app.push(KeysScene())

    def open_rule(self, number: str) -> Callable[[], None]:
        """Return what opens the rulebook at a section."""

        def act() -> None:
            from game.ui.scenes.rules_reader import RulesScene

            self.app.push(RulesScene(number))

        return act

    def can_compare(self) -> bool:
        """True if there is a history to compare the game with."""
        return self.record is not None and bool(self.record.history.days)

    def compare(self) -> None:
        """K: lay history's front over the own one."""
        from game.ui.scenes.replay import open_comparison

        if self.can_compare():
            open_comparison(self.app, self.session)

    def replay_game(self) -> None:
        """Show the own game again from its first day, and take command of any morning of it."""
        from game.ui.scenes.replay import open_own_game

        if self.can_compare():
            open_own_game(self.app, self.session)

    def back_to_history(self) -> None:
        """Leave a game that has branched off, for the history it left."""
        branch = self.session.branch
        if branch is None:
            return
        self.ask(
            Question(
                self.w("play.leave_question"),
                (
                    (self.w("play.menu_history"), self._to_history),
                    (self.w("play.keep_playing"), self.close_panel),
                ),
            )
        )

    def _to_history(self) -> None:
        from game.ui.scenes import replay

        ref = self.session.ref or self.session.scenario.id
        self.app.pop()
        replay.open_replay(self.app, ref)

    def leave_to_title(self) -> None:
        """Go back to where the game was begun; it is saved up to the last order."""
        if self.app.depth > 1:
            self.app.pop()
            return
        from game.ui.scenes.title import TitleScene

        self.app.reset(TitleScene())

    def scenario_title(self) -> str:
        """Return the name of the scenario."""
        record = self.record
        title = said(record.header.title, self.theme.lang) if record is not None else ""
        return title or self.session.scenario.title

    # --- explanations -----------------------------------------------------------------------

    def explain(self, entry: int) -> Callable[[], None]:
        """Return what shows why an order ended as it did."""

        def act() -> None:
            if self.panel_name == "digest":
                self.explain_from_digest = True
            self.why_entry = entry
            self.areas.pop("why", None)
            self.show_panel("why")

        return act

    explain_from_digest = False

    def why_last(self) -> None:
        """F2: why the last own result came."""
        from game.ui.scenes.play.log import own_lines

        lines = [line for line in own_lines(self, 2) if line.why]
        self.why_entry = lines[-1].entry if lines else -1
        if self.panel_name == "digest":
            line = self.digest_lines[self.digest_at] if self.digest_lines else None
            self.why_entry = line.entry if line is not None else -1
            self.explain_from_digest = True
        self.areas.pop("why", None)
        self.show_panel("why")

    def why_events(self) -> tuple[Any, ...]:
        """Return the events to explain, as the viewer saw them."""
        log = self.session.log
        if not 0 <= self.why_entry < len(log):
            return ()
        entry = log[self.why_entry]
        if entry.side == self.viewer:
            return entry.events
        lines = [line for line in self.digest_lines if line.entry == self.why_entry]
        return tuple(event for line in lines for event in line.events)

    def why_reason(self) -> Reason | None:
        """Return the intent of the order to explain, if a computer gave it."""
        return self.reason_of(self.why_entry)

    def show_objective(self, number: int) -> Callable[[], None]:
        """Return what shows where an objective is."""

        def act() -> None:
            objective = self.session.scenario.objectives[number]
            places = [self.session.scenario.board.places[p] for p in objective.places]
            spot = next((p.label_hex for p in places if p.label_hex != NOWHERE), NOWHERE)
            self.objective_at = number
            if spot != NOWHERE:
                self.map.centre_on(spot, not self.app.reduced_motion)
            if self.panel_name not in ("digest", "objectives"):
                self.odds = None
                self.show_panel("objectives")
            self.refresh()
            self.app.relayout()

        return act

    def objective_text(self, row: Any) -> str:
        """Return what an objective asks for."""
        return self.names.text(row.objective)

    def show_entry(self, place: int) -> Callable[[], None]:
        """Return what shows an entry of the journal with its sources."""

        def act() -> None:
            entries = self.reported()
            if place >= len(entries):
                return
            entry = entries[place]
            rows = [self.source_text(ident) for ident in entry.rows]
            note = "\n".join(text for text in (entry.sources, *rows) if text)
            told = f"{entry.id}. {said(entry.text, self.theme.lang)}"
            self.ask(Question(told, ((self.w("common.close"), self.close_panel),), note))

        return act
