"""The replay: the record day by day on the map, with everything that was reported about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

import pygame

from game.history.film import Film
from game.ui.scenes.replay.areas import areas
from game.ui.scenes.replay.bottom_bar import lay_bottom
from game.ui.scenes.replay.box_rows import lay_boxes
from game.ui.scenes.replay.column import lay_column
from game.ui.scenes.replay.date_field import DateField
from game.ui.scenes.replay.day_scene import DayScene
from game.ui.scenes.replay.live_files import LiveFiles
from game.ui.scenes.replay.map_marks import draw_scale, draw_working, lay_legend, lay_tools
from game.ui.scenes.replay.naming import Naming
from game.ui.scenes.replay.note_desk import NoteDesk
from game.ui.scenes.replay.own_game import newest_save
from game.ui.scenes.replay.pointer import Pointer
from game.ui.scenes.replay.top_bar import lay_top
from game.ui.scenes.replay.viewpoint import EVERYBODY

if TYPE_CHECKING:
    from game.storage.listing import SaveEntry
    from game.ui.app import App

_REFRESH: Final = 5
"""Days of the film after which the screen is laid out again while they are worked out."""


class ReplayScene(DayScene):
    """The screen of the replay."""

    contexts = ("replay", "map", "everywhere", "play")
    take_label = "replay.take_command"
    compare_label = "replay.compare"

    def __init__(self, film: Film, ref: str, turn: int = 1) -> None:
        super().__init__(film, ref, turn)
        self.desk = NoteDesk(self)
        self.going = DateField(self)
        self._save: SaveEntry | None = None
        self._opened = False
        self._drawer = False
        self._ready = 0
        self._shown = False
        self._pointer = Pointer(self)
        self.files = LiveFiles(self)

    # --- coming and going -------------------------------------------------------------------

    def enter(self, app: App) -> None:
        """Come onto the app; the days are worked out once the first picture is there."""
        super().enter(app)
        self.film.heard = lambda ready: app.wake()
        self.page = self.make_page()
        self._first_entry()
        self._look_for_save()

    def resume(self) -> None:
        """Come back: there may be a game to compare with now."""
        self._look_for_save()
        self.app.relayout()

    def _look_for_save(self) -> None:
        self._save = newest_save(self.film.scenario.id)

    def leave(self) -> None:
        """Stop working; the map's worker ends."""
        self.film.heard = None
        self.film.close(0)
        self.files.leave()
        if hasattr(self.map, "view"):
            self.map.view.close()

    def busy(self) -> bool:
        """Whether there is still something to come that nobody has asked to wait for."""
        return self.film.running or not self._shown

    # --- layout -----------------------------------------------------------------------------

    def layout(self, app: App) -> None:
        """Lay everything out for the day of the head."""
        self.begin(app)
        self.naming = Naming(self.film.scenario, app.words)
        self.page = self.make_page()
        self.areas = areas(self.theme, app.size, column_open=self._drawer, bottom_open=self._opened)
        self.curve = None
        self.map_bottom = self.areas.map.bottom
        if self.areas.bottom_open:
            self.map_bottom = self.areas.bottom.top
        self.map.place(self.turned(self.areas.map), self.theme)
        self.map.view.wake = app.wake
        self.show_map()
        self.put(self.areas.map, self._draw_map)
        self.controls.parts = ["top", "map", "column", "bottom"]
        self.lay_top()
        lay_tools(self)
        if self.page.state is not None:
            lay_boxes(self, self.lay_legend())
        self.lay_column()
        lay_bottom(self)
        self.files.lay()
        if self.controls.focused() is None and self.controls.part != "map":
            self.controls.set_focus("play", visible=not self.controls.focus or None)

    def lay_top(self) -> None:
        """Lay out the top bar."""
        lay_top(self)

    def lay_column(self) -> None:
        """Lay out the column."""
        lay_column(self)

    def lay_legend(self) -> int:
        """Lay out the legend on the map; returns where it ends."""
        return lay_legend(self)

    # --- going through time -----------------------------------------------------------------

    def go_to(self, turn: int, entry: str = "") -> None:
        """Go to a day, perhaps to an entry of it."""
        moved = self.head.go(turn)
        if moved:
            self._new_day()
        if entry:
            self.choose(entry)
        self.app.relayout()

    def _new_day(self) -> None:
        """Let go of everything that was about the day before."""
        self.page = self.make_page()
        self.scroll.clear()
        if self.view in ("sources", "take"):
            self.view = ""
        self.desk.new_day()
        self._first_entry()
        self.app.say(f"{self.short(self.page.turn)}, {self.subtitle()}")

    def _first_entry(self) -> None:
        self.current = self.page.entries[0].id if self.page.entries else ""

    def choose(self, entry: str) -> None:
        """Choose an entry: its row is seen, and its place on the map."""
        self.current = entry
        self.tab, self.view = "journal", ""
        self._drawer = True
        self.app.relayout()
        self.layout(self.app)
        row = self.controls.get(f"entry:{entry}")
        if row is not None and row.area is not None:
            row.area.reveal(row.rect)
        for pin in self.page.pins:
            if pin.entry == entry:
                self.map.look_at(pin.hex, animate=not self.app.reduced_motion)

    # --- what buttons and keys ask ----------------------------------------------------------

    def do(self, action: str) -> bool:
        """Do what an action of the key table means; True if it means anything here."""
        head, line = self.head, self.line
        steps: Mapping[str, Callable[[], None]] = {
            "day_back": lambda: self.go_to(head.turn - 1),
            "day_on": lambda: self.go_to(head.turn + 1),
            "event_back": lambda: self.go_to(line.event(head.turn, -1)),
            "event_on": lambda: self.go_to(line.event(head.turn, +1)),
            "first_day": lambda: self.go_to(1),
            "last_day": lambda: self.go_to(line.turns),
            "play_pause": self.play_pause,
            "slower": lambda: self._pace(-1),
            "faster": lambda: self._pace(+1),
            "go_to_date": self.going.ask,
            "take_command": lambda: self.open("take"),
            "bookmark": self.desk.bookmark,
            "note": self.desk.ask,
            "compare": self.compare,
            "log": self.toggle_log,
            "layers": lambda: self.open("" if self.view == "layers" else "layers"),
            "objectives": lambda: self.open("" if self.view == "aims" else "aims"),
            "why": self.why,
        }
        step = steps.get(action)
        if step is None:
            return False
        step()
        return True

    def press(self, action: str) -> None:
        """Do what a button with an action of the key table means."""
        self.do(action)

    def act(self, action: str) -> bool:
        """Do what a key asks for."""
        if self.do(action):
            return True
        if self.map.act(action):
            self.app.relayout()
            return True
        return False

    def play_pause(self) -> None:
        """Run or stand still."""
        before = self.head.turn
        self.head.toggle()
        if self.head.turn != before:
            self._new_day()
        self.app.relayout()

    def _pace(self, step: int) -> None:
        self.head.faster(step)
        self.app.relayout()

    def next_speed(self) -> None:
        """Go to the next pace, after the fastest to the slowest."""
        if not self.head.faster(+1):
            self.head.pace = 0
        self.app.relayout()

    def open(self, view: str) -> None:
        """Show something in the column, or with an empty name the tabs again."""
        if view == "take":
            self.head.playing = False
        self.view, self.refusal = view, ""
        self.scroll.clear()
        self._drawer = self._drawer or bool(view)
        self.app.relayout()
        self.layout(self.app)
        if view:
            first = next((c for c in self.controls.controls if c.part == "column"
                          and c.id != "back"), None)  # fmt: skip
            if first is not None:
                self.controls.set_focus(first.id, visible=self.controls.focus_visible)

    def show_tab(self, tab: object) -> None:
        """Show another tab."""
        self.tab, self.view = str(tab), ""
        self.scroll.clear()
        self.app.relayout()

    def show_sources(self, title: str, rows: tuple[str, ...], stated: str) -> None:
        """Show the sources of an entry or an order."""
        self.asked = (title, rows, stated)
        self.open("sources")

    def why(self) -> None:
        """Show the sources of what has the focus, or of the chosen entry."""
        focused = self.controls.focused()
        names = (
            [f"source:{focused.id}", f"source:{focused.id.partition(':')[2]}"] if focused else []
        )
        for name in [*names, f"source:{self.current}"]:
            if self.controls.activate(name):
                return

    def toggle_log(self) -> None:
        """Open the bottom bar over the map, or close it."""
        self._opened = not self._opened
        self.app.relayout()

    def open_box(self, box: int) -> None:
        """Show an off-map box in the column."""
        self.box = box
        self.open("" if self.view == "box" and self.map.boxes.selected == box else "box")

    def fold_boxes(self) -> None:
        """Show only the tabs of the boxes, or the boxes again."""
        self.map.boxes.folded = not self.map.boxes.folded
        self.app.relayout()

    def next_viewer(self) -> None:
        """Look with the eyes of the next side, after the last with all."""
        count = len(self.film.scenario.oob.sides)
        self.viewer = self.viewer + 1 if self.viewer + 1 < count else EVERYBODY
        self.scroll.clear()
        self.app.relayout()

    def toggle_layer(self, name: str) -> None:
        """Show a layer of the map, or take it away."""
        self.map.toggle(name)
        self.app.relayout()

    def tool(self, action: str) -> None:
        """Do what a tool beside the map means."""
        if action == "viewer":
            self.next_viewer()
        elif action == "home":
            self.map.home()
        else:
            self.act(action)
        self.app.relayout()

    def focus_on(self, name: str) -> None:
        """Lay out at once and give the focus to a control."""
        self.layout(self.app)
        self.controls.set_focus(name, visible=True)
        self.app.redraw()

    def tool_cap(self, action: str) -> str:
        """Return the key of a tool."""
        known = {"home": "", "viewer": ""}
        return known[action] if action in known else self.app.keys.cap(action)

    def can_compare(self) -> bool:
        """Whether there is a game of one's own to compare with."""
        return self._save is not None

    def compare(self) -> None:
        """Compare with the newest game of one's own."""
        from game.ui.scenes.replay.comparison import compare_with_save

        if self._save is not None:
            compare_with_save(self, self._save)
        else:
            self.toast(self.w("replay.no_save"), "x")

    def leave_scene(self) -> None:
        """Go back to where the replay was opened."""
        self.app.pop()

    # --- events and time --------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool | None:
        """Take an event: the controls first, then time line and map."""
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN) and hasattr(self.map, "view"):
            self.map.stop_moving()
        return self._pointer.handle(event)

    def back(self) -> bool:
        """Close what is open; False if nothing was."""
        if self.going.close() or self.desk.drop() or self.files.close():
            pass
        elif self.view:
            self.open("")
        elif self.areas.kind == "drawer" and self._drawer:
            self._drawer = False
        elif self._opened:
            self._opened = False
        elif self.map.cursor >= 0:
            self.map.cursor = -1
        else:
            return False
        self.app.relayout()
        return True

    def open_drawer(self, opened: bool) -> None:
        """Let the column slide over the map, or back."""
        if self._drawer != opened:
            self._drawer = opened
            self.app.relayout()

    def update(self, dt_ms: int) -> bool:
        """Let time pass."""
        if self._shown:
            self.film.start()
        ready = self.film.ready
        if ready != self._ready:
            known = self.page.state is not None
            old, self._ready = self._ready, ready
            if not known or old // _REFRESH != ready // _REFRESH or self.film.complete:
                self.app.relayout()
        if self.head.pass_time(dt_ms, ready):
            self._new_day()
            self.app.relayout()
        self.toast_over()
        self.files.update(dt_ms)
        self._pointer.update(dt_ms)
        if self.page.state is None:
            return False
        return self.map.update(dt_ms)

    def moving_areas(self) -> list[pygame.Rect]:
        """Only the map moves."""
        return [self.turned(self.areas.map)]

    # --- drawing ----------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface) -> None:
        """Draw everything, a toast and a tooltip last."""
        super().draw(surface)
        self._shown = True
        self.draw_said(surface)
        self._pointer.draw(surface)

    def _draw_map(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        if self.page.state is None:
            draw_working(self, surface)
            return
        before = surface.get_clip()
        surface.set_clip(rect.clip(before))
        self.map.view.draw(surface)
        self.map.boxes.draw_ways(surface, self.map.view)
        draw_scale(self, surface)
        surface.set_clip(before)
