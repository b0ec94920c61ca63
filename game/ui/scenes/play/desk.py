"""What all parts of the playing screen share: the game, the map, what is selected and open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pygame import Rect

from game.ai.commander import Reason
from game.engine.board import NOWHERE
from game.engine.events import Event
from game.engine.orders import Order
from game.engine.state import GameState
from game.session import DigestLine, Session
from game.ui.map.boxes_strip import BoxesStrip
from game.ui.map.counters import Look
from game.ui.map.minimap import Minimap
from game.ui.map.view import MapView
from game.ui.scenes.page import Page
from game.ui.scenes.play.cues import heard
from game.ui.scenes.play.fire_sheet import FireModel
from game.ui.scenes.play.frame_layout import Frame
from game.ui.scenes.play.guide_steps import Deed
from game.ui.scenes.play.naming import Naming
from game.ui.scenes.play.odds import OddsModel
from game.ui.scenes.play.reach import ReachModel
from game.ui.scenes.play.selection import Selection, idle_units
from game.ui.sounds import Cue
from game.ui.toolkit.controls import ScrollArea

if TYPE_CHECKING:
    from game.scenario.documents import JournalDoc
    from game.scenario.record import Record
    from game.ui.scenes.play.guided import Guide


@dataclass(frozen=True)
class Question:
    """A question asked in the column, with its answers."""

    text: str
    answers: tuple[tuple[str, Callable[[], None]], ...]
    note: str = ""


@dataclass(frozen=True)
class Aim:
    """An order that waits for its hex: what a click on each hex gives."""

    verb: str
    orders: dict[int, Order] = field(default_factory=dict)
    reach: ReachModel | None = None
    formation: int = NOWHERE


class Desk(Page):
    """State of the playing screen, and what follows from it."""

    contexts = ("play", "map", "everywhere")

    map: MapView
    minimap: Minimap
    minimap_rect: Rect | None = None
    """Where the minimap is; None while something else is in its place."""
    boxes: BoxesStrip
    frame: Frame

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.sel = Selection()
        self.reach = ReachModel()
        self.targets: tuple[int, ...] = ()
        self.via: tuple[int, ...] = ()
        """Hexes that the selected unit is to go by."""
        self.hover = NOWHERE
        self.aim: Aim | None = None
        self.odds: OddsModel | None = None
        self.fire: FireModel | None = None
        self.all_lines = False
        self.panel_name = "unit"
        self.question: Question | None = None
        self.message = ""
        self.areas: dict[str, ScrollArea] = {}
        self.layers: set[str] = {"grid", "control", "labels", "counters"}
        self.orders_scope = "unit"
        self.digest_lines: list[DigestLine] = []
        self.digest_at = 0
        self.why_entry = -1
        self.objective_at = NOWHERE
        self.save_name = ""
        self.find_text = ""
        self.log_open = False
        self.log_follow = True
        self.drawer_open = False
        self.guide: Guide | None = None
        self.digest_shown_for = (0, -1)
        """Turn and side whose morning has been shown."""
        self._record: Record | bool | None = False

    # --- what the viewer sees ---------------------------------------------------------------

    @property
    def viewer(self) -> int:
        """The side whose eyes the screen shows."""
        return max(0, self.session.viewer)

    @property
    def view(self) -> GameState:
        """The state as the viewer knows it."""
        return self.session.view(self.viewer)

    @property
    def names(self) -> Naming:
        """Names in the language of the window."""
        known = getattr(self, "_names", None)
        if known is None or known.words is not self.app.words:
            known = Naming(self.session.scenario, self.app.words)
            self._names = known
        return known

    @property
    def record(self) -> Record | None:
        """The record of the scenario, if it can be read."""
        if self._record is False:
            from game.scenario.package import load_record
            from game.scenario.problems import ScenarioError

            try:
                self._record = load_record(self.session.ref or self.session.scenario.id)
            except (ScenarioError, OSError):
                self._record = None
        return self._record if not isinstance(self._record, bool) else None

    @property
    def may_order(self) -> bool:
        """True if the viewer may give orders now."""
        return (
            not self.session.ended
            and self.session.side == self.viewer
            and self.panel_name != "digest"
        )

    def idle(self) -> list[int]:
        """The viewer's units that have not acted, in the order in which N visits them."""
        if not self.may_order:
            return []
        known = set(self.session.idle_units())
        return [n for n in idle_units(self.view, self.viewer) if n in known]

    def side_short(self, side: int) -> str:
        """Return the short name of a side."""
        sides = self.session.scenario.oob.sides
        if not 0 <= side < len(sides):
            return self.w("play.nobody")
        key = f"common.side_{sides[side].id}"
        return self.w(key) if self.app.words.has(key) else self.names.side(side)

    def look(self, unit: int) -> Look:
        """Return the look of a unit's counter."""
        return self.map.counters.look(unit)

    def reason_of(self, entry: int) -> Reason | None:
        """Return why a computer gave an order, None for orders of people."""
        log = self.session.log
        return log[entry].reason if 0 <= entry < len(log) else None

    # --- what other parts do ----------------------------------------------------------------

    def refresh(self) -> None:
        """Work out anew what follows from the state and the selection."""
        raise NotImplementedError

    def submit(self, order: Order) -> bool:
        """Give an order; False, with the reason in the column, if it is refused."""
        raise NotImplementedError

    def show_panel(self, name: str) -> None:
        """Open a panel in the column."""
        self.panel_name = name
        self.message = ""
        self.drawer_open = name != "unit" or self.drawer_open
        self.app.relayout()

    @property
    def usual_panel(self) -> str:
        """What the column shows when nothing else is opened."""
        return "unit" if self.session.waits else "others"

    def close_panel(self) -> None:
        """Go back to the unit, or to those who play."""
        self.panel_name = self.usual_panel
        self.question, self.fire = None, None
        self.refresh()
        self.app.relayout()

    def toggle(self, name: str) -> Callable[[], None]:
        """Return what opens a panel, or closes it if it is open."""

        def act() -> None:
            if self.panel_name == name:
                self.close_panel()
            elif self.panel_name != "digest":
                self.odds = None
                self.show_panel(name)

        return act

    def say(self, text: str) -> None:
        """Put a remark at the top of the column."""
        self.message = text
        self.app.relayout()

    def sound(self, cue: Cue, events: Sequence[Event] = ()) -> None:
        """Have the cue of a deed heard, if it may be: `events` are what came of it."""
        allowed = heard(cue, events, self.session.hotseat)
        if allowed is not None:
            self.app.sound(allowed)

    def guided(self, deed: Deed) -> None:
        """Tell the guided turn that something was done."""
        if self.guide is not None:
            self.guide.did(deed)

    def ask(self, question: Question) -> None:
        """Ask a question in the column."""
        self.question = question
        self.show_panel("question")
        self.question = question

    def toast(self, text: str, kind: str = "ok") -> None:
        """Tell something about a file for some seconds."""
        raise NotImplementedError

    # --- the record -------------------------------------------------------------------------

    def reported(self) -> list[JournalDoc]:
        """Return the entries of the journal for the day."""
        record = self.record
        if record is None:
            return []
        day = self.names.day(self.view.turn)
        return [
            doc for doc in record.journal.journal if doc.date == day and doc.shown_in == "journal"
        ]

    def source_text(self, ident: str) -> str:
        """Return what a row of the sources says."""
        record = self.record
        if record is None:
            return ""
        row = next((row for row in record.sources.sources if row.id == ident), None)
        return f"{row.text} ({row.source})" if row is not None else ""

    def history_of(self, h: int) -> str:
        """Return what history did with the place of a hex, empty if the record is silent."""
        record, place = self.record, self.names.place_at(h)
        if record is None or place < 0:
            return ""
        ident = self.session.scenario.board.places[place].id
        own = self.session.scenario.oob.sides[self.viewer].id
        taken = [
            row for row in record.control.control
            if row.place == ident and row.side == own and not row.start
        ]  # fmt: skip
        if not taken:
            return ""
        from game.ui.toolkit.words import date

        return self.w("odds.history", date=date(self.theme.lang, taken[0].date, "short"))

    # --- geometry ---------------------------------------------------------------------------

    def map_areas(self) -> list[Rect]:
        """Where the screen changes when the map moves; none = anywhere."""
        if self.guide is not None:
            return []
        return [self.map.rect, *([self.minimap_rect] if self.minimap_rect is not None else [])]

    def map_rect(self) -> Rect:
        """Where the map is on the screen in this language."""
        return self.turned(self.frame.map)
