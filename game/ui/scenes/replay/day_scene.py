"""What every screen of a record has: the film, the day, and the words about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Day  # noqa: N812 - as elsewhere
from typing import TYPE_CHECKING

import pygame

from game.engine.board import NOWHERE
from game.engine.events import Event
from game.history.chronicle import Deed
from game.history.city_share import CityShare
from game.history.claims import Claim, claims
from game.history.film import Film
from game.ui.motion import tempo_of
from game.ui.motion.tempo import WAY_MS
from game.ui.scenes.page import Page
from game.ui.scenes.replay.areas import Areas
from game.ui.scenes.replay.day_page import DayPage, day_page
from game.ui.scenes.replay.map_pane import MapPane
from game.ui.scenes.replay.naming import Naming
from game.ui.scenes.replay.notebook import Notebook
from game.ui.scenes.replay.order_words import goal_of
from game.ui.scenes.replay.timeline import PACES, Head, TimeLine
from game.ui.scenes.replay.viewpoint import EVERYBODY
from game.ui.toolkit.callouts import TOAST_MS, draw_toast
from game.ui.toolkit.controls import ScrollArea
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.engine.state import GameState
    from game.ui.scenes.replay.share_curve import ShareCurve
    from game.ui.scenes.replay.time_bar import TimeBar


class DayScene(Page):
    """A film with a head on one of its days. Every panel shows `page`, which is of that day."""

    page: DayPage
    areas: Areas
    bar: TimeBar
    naming: Naming

    def __init__(self, film: Film, ref: str, turn: int = 1) -> None:
        super().__init__()
        self.film = film
        self.ref = ref
        self.line = TimeLine.of(film.scenario, film.record)
        self.head = Head(film.turns, turn)
        self.notebook = Notebook.of(film.scenario.id)
        self.map = MapPane(film.scenario)
        self.viewer = EVERYBODY
        self.tab = "journal"
        self.view = ""
        """What the column shows in the place of the tabs."""
        self.box = NOWHERE
        """The off-map box in the column."""
        self.current = ""
        """Id of the chosen entry, order or objective."""
        self.asked: tuple[str, tuple[str, ...], str] = ("", (), "")
        """What sources are shown of: title, rows, and as the entry has them."""
        self.refusal = ""
        self.scroll: dict[str, ScrollArea] = {}
        self.curve: ShareCurve | None = None
        self.map_bottom = 0
        self.said = ("", "ok", 0)
        """What the toast says, its icon, and when it ends (-1 = when it has been read)."""
        self._walked = turn
        """The day that the map showed last."""
        self._made: DayPage | None = None
        self._claims = claims(film.scenario, film.record, film.scenario.grade_side)

    def make_page(self) -> DayPage:
        """Return the page of the day of the head; the same one while nothing has changed."""
        turn = self.head.turn
        made = self._made
        if made is None or made.turn != turn or (made.state is None and self.film.day(turn)):
            made = self._made = day_page(self.film, turn)
        return made

    def list_area(self, body: pygame.Rect) -> ScrollArea:
        """Return the scroll area of the list in the column."""
        area = self.area(self.scroll.get("list"), body, body.h)
        self.scroll["list"] = area
        return area

    # --- the map ----------------------------------------------------------------------------

    def show_map(self) -> None:
        """Show the day on the map."""
        self.map.show(self.page, self.viewer, outlined=self.app.reduced_motion)
        self.walk(self.film.evening(self.page.turn - 1), self.page.state, self.day_events())

    def day_events(self) -> tuple[Event, ...]:
        """Return what happened on the day in history."""
        day = self.film.day(self.page.turn)
        return day.events if day is not None else ()

    def walk(
        self, before: GameState | None, after: GameState | None, events: Iterable[Event]
    ) -> None:
        """When the head has come to the next day, let units walk to where they are now."""
        turn, last = self.page.turn, self._walked
        if after is None or turn == last:
            return
        self._walked = turn
        tempo = tempo_of(self.app.settings.animation)
        if before is None or turn != last + 1 or not tempo.moving:
            self.map.stop_moving()
            return
        longest = PACES[self.head.pace] * 3 // 5 if self.head.playing else WAY_MS
        self.map.move(before, after, self.viewer, events, min(longest, tempo.ms(WAY_MS)))

    def point_at(self, name: str, deed: Deed) -> None:
        """Choose an order and show where it was carried out."""
        self.current = name
        self.map.look_at(goal_of(deed.order), animate=not self.app.reduced_motion)
        self.app.relayout()

    def point_at_aim(self, name: str, number: int) -> None:
        """Choose an objective and show its place."""
        self.current = name
        scenario = self.film.scenario
        places = [scenario.board.places[p] for p in scenario.objectives[number].places]
        spot = next((place.label_hex for place in places if place.hexes), -1)
        self.map.look_at(spot, animate=not self.app.reduced_motion)
        self.app.relayout()

    # --- words about the day ----------------------------------------------------------------

    @property
    def reading(self) -> str:
        """The reading of the history."""
        return self.film.record.header.reading

    def reading_name(self) -> str:
        """Return the reading in words."""
        key = f"replay.reading_{self.reading or 'seed'}"
        return self.w(key) if self.app.words.has(key) else self.reading

    def subtitle(self) -> str:
        """Return the line below the date."""
        return self.w(
            "replay.day", day=self.page.turn, days=self.line.turns, reading=self.reading_name()
        )

    def short(self, turn: int) -> str:
        """Return a day as a short date."""
        return date(self.theme.lang, self.line.date(turn), "short")

    def turn_of(self, day: str) -> int:
        """Return the day of an ISO date, the present one if it is outside."""
        return self.line.turn_of(Day.fromisoformat(day)) or self.head.turn

    def viewer_name(self) -> str:
        """Return whose eyes the map is seen with."""
        if self.viewer == EVERYBODY:
            return self.w("replay.seen_by_all")
        return self.side_short(self.viewer)

    def side_short(self, side: int) -> str:
        """Return the short name of a side, or that it is nobody."""
        return self.naming.side_short(side)

    def shares(self) -> list[CityShare | None]:
        """Return the share of the city on every day that is there."""
        return [self.film.share(turn) for turn in range(1, self.line.turns + 1)]

    def claim_labels(self) -> list[tuple[Claim, str]]:
        """Return the claims with what stands beside their dots."""
        return [(claim, self.claim_told(claim)) for claim in self._claims]

    def claim_told(self, claim: Claim) -> str:
        """Return who said how much."""
        if claim.words:
            key = f"replay.voice_words_{claim.words}"
            who = self.w(key) if self.app.words.has(key) else claim.words
        elif claim.voice:
            who = self.w(f"replay.voice_{claim.voice}")
        else:
            who = claim.claimant.partition(" ")[0] or self.w("replay.voice_unnamed")
        return self.w("replay.claim", who=who, percent=f"{claim.percent:g}")

    def bookmarked(self) -> set[int]:
        """Return the days with a bookmark or a note."""
        days = self.notebook.bookmarks | {note.date for note in self.notebook.notes}
        found = (self.line.turn_of(Day.fromisoformat(day)) for day in days)
        return {turn for turn in found if turn}

    # --- a toast ----------------------------------------------------------------------------

    def toast(self, text: str, kind: str = "ok") -> None:
        """Say something for a while at the foot of the map; an error stays until it was read."""
        ends = self.app.clock_ms + TOAST_MS if kind == "ok" else -1
        self.said = (text, kind, ends)
        self.app.redraw()

    def draw_said(self, surface: pygame.Surface) -> None:
        """Draw the toast, if there is one."""
        text, kind, _ = self.said
        if text:
            area = self.areas.map
            start = self.turned(pygame.Rect(area.x + self.px(16), 0, 1, 1))
            at = (start.right if self.theme.rtl else start.left, self.map_bottom - self.px(68))
            draw_toast(surface, self.theme, text, at, kind)

    def close_toast(self) -> None:
        """Take away an error that was read."""
        if self.said[0] and self.said[2] < 0:
            self.said = ("", "ok", 0)
            self.app.redraw()

    def toast_over(self) -> None:
        """Take away what has been said for long enough."""
        text, _, ends = self.said
        if text and 0 <= ends <= self.app.clock_ms:
            self.said = ("", "ok", 0)
            self.app.redraw()
