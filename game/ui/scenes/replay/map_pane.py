"""The map of the replay: what it shows of a day, whose eyes see it, its pins and its cursor."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING, Final, Literal, Protocol

import pygame

from game.engine.events import Event
from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.history.city_share import quarters
from game.ui.map.boxes_strip import BoxesStrip
from game.ui.map.counters import Look
from game.ui.map.overlays import Cursor, HexMarks, HistoryFront, Overlay, Pins, Zone, supply_zone
from game.ui.map.store import map_folder
from game.ui.motion import Reel, day_beat
from game.ui.scenes.replay.day_page import DayPage
from game.ui.scenes.replay.viewpoint import EVERYBODY, seen, units_seen
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from game.ui.map.view import MapView

STEPS: Final = {
    "cursor_e": 0,
    "cursor_ne": 1,
    "cursor_nw": 2,
    "cursor_w": 3,
    "cursor_sw": 4,
    "cursor_se": 5,
}
"""Direction of each key of the hex cursor."""
START_ZOOM: Final = 2
OUTLINED_MS: Final = 1000
"""How long hexes that changed hands are outlined when nothing may move."""
_TAGS_FROM: Final = 1200
"""Logical width of the map from which the tags of off-map boxes are open at first."""
LAYERS: Final = ("control", "labels", "counters", "grid", "numbers")


class Maker(Protocol):
    """Makes the map view of a scenario."""

    def __call__(self, scenario: Scenario, theme: Theme) -> MapView:
        """Return a new view."""


def map_view(scenario: Scenario, theme: Theme) -> MapView:
    """Return a map view that keeps what it has drawn on the disk."""
    from game.ui.map.view import MapView

    return MapView(scenario, theme, map_folder())


class MapPane:
    """A map view that follows the days. A new one is made when the skin changes."""

    def __init__(self, scenario: Scenario, make: Maker | None = None) -> None:
        self.scenario = scenario
        self.cursor = -1
        """Hex of the keyboard, -1 while it is not used."""
        self.supply: set[str] = set()
        """Whose supply is shown: own, enemy."""
        self.pins = Pins(())
        self.view: MapView
        self.boxes: BoxesStrip
        self.shown: GameState | None = None
        """The state on the map, as it is known to the viewer."""
        self._make = make or map_view
        self._theme: Theme | None = None
        self._turn = 0
        self._seen: tuple[GameState, int, GameState] | None = None
        self._outlined = 0
        self._reel = Reel()
        self._below: tuple[Overlay, ...] = ()
        self._dragged: tuple[int, int] | None = None

    # --- place and contents -----------------------------------------------------------------

    def place(self, rect: pygame.Rect, theme: Theme) -> None:
        """Put the map into a rect of the screen; at first it shows the city."""
        if self._theme is None:
            self.view = self._make(self.scenario, theme)
            self.view.resize(rect)
            self.view.layers.discard("numbers")
            self.view.set_zoom(START_ZOOM)
            self.home()
            self.boxes = BoxesStrip(self.scenario, theme)
            self.boxes.folded = rect.w < theme.px(_TAGS_FROM)
        else:
            if self._theme != theme:
                self.view.set_theme(theme)
            self.view.resize(rect)
        self._theme = self.boxes.theme = theme

    def show(self, page: DayPage, viewer: int, *, outlined: bool = False) -> None:
        """Show a day as a side sees it; its pins with it."""
        if self._turn != page.turn:
            self._outlined = OUTLINED_MS if outlined and page.changed else 0
        self._turn = page.turn
        below: tuple[Overlay, ...] = (Zone(page.changed, "changed"),) if self._outlined else ()
        self.pins = Pins([(pin.hex, pin.grade, pin.entry) for pin in page.pins])
        self.show_state(page.state, viewer, (*below, self.pins), page.changed)

    def show_state(
        self,
        state: GameState | None,
        viewer: int,
        overlays: tuple[Overlay, ...] = (),
        changed: Set[int] = frozenset(),
    ) -> None:
        """Show a state as a side knows it, with something laid over it."""
        if state is None:
            return
        known = self.shown = self._known(state, viewer)
        beat = self._reel.now
        walking = {walk.unit for walk in beat.walks} if beat is not None else set()
        self.view.show(known, units_seen(known) - walking, set(changed))
        self.boxes.show(known, units_seen(known))
        cursor: list[Overlay] = [Cursor(self.cursor)] if self.cursor >= 0 else []
        self._below = (*self._supply(known, viewer), *overlays, *cursor)
        self.view.overlays = [*self._below, *self._reel.overlays()]

    def move(
        self,
        before: GameState,
        after: GameState,
        viewer: int,
        events: Iterable[Event],
        ms: int,
    ) -> None:
        """Let the units that a viewer knows on both evenings walk the ways of the day between."""
        self.stop_moving()
        was, known = seen(before, viewer), self._known(after, viewer)
        both = frozenset(units_seen(known)) & frozenset(units_seen(was))
        beat = day_beat(was, known, events, self.view.counters.look, ms, both)
        if beat is not None and ms > 0:
            self._reel.play([beat])
            self.view.show(known, units_seen(known) - {walk.unit for walk in beat.walks})
            self.view.overlays = [*self._below, *self._reel.overlays()]

    def stop_moving(self) -> bool:
        """Show all units where they are; False if none was on its way."""
        if not self._reel.finish():
            return False
        self._arrive()
        return True

    def _arrive(self) -> None:
        if self._seen is not None:
            self.view.show(self._seen[2], units_seen(self._seen[2]))
        self.view.overlays = list(self._below)

    def _known(self, state: GameState, viewer: int) -> GameState:
        """The state as it is known; the same one for the same state, so that the map sees it is."""
        if self._seen is None or self._seen[0] is not state or self._seen[1] != viewer:
            self._seen = (state, viewer, seen(state, viewer))
        return self._seen[2]

    def _supply(self, state: GameState, viewer: int) -> list[Overlay]:
        side = self.scenario.grade_side if viewer == EVERYBODY else viewer
        others = [n for n in range(len(self.scenario.oob.sides)) if n != side]
        found: list[Overlay] = []
        if "own" in self.supply:
            found.append(supply_zone(state, side, own=True))
        if "enemy" in self.supply:
            found += [supply_zone(state, other, own=False) for other in others[:1]]
        return found

    def update(self, ms: int) -> bool:
        """Let time pass; True while something on the map moves."""
        moving = self._reel.update(ms)
        if moving:
            self.view.overlays = [*self._below, *self._reel.overlays()]
            if not self._reel.active:
                self._arrive()
        if self._outlined:
            self._outlined = max(0, self._outlined - ms)
            if not self._outlined:
                self.view.overlays = [
                    o
                    for o in self.view.overlays
                    if not (isinstance(o, Zone) and o.style == "changed")
                ]
                return True
        return bool(self.view.update(ms)) | moving

    def wait(self, timeout_ms: int = 10_000) -> bool:
        """Wait until all that is visible is drawn; False if the time was too short."""
        return self.view.wait(timeout_ms)

    # --- pointer and keys -------------------------------------------------------------------

    def pin_at(self, pos: tuple[int, int]) -> str | None:
        """Return the entry whose pin is at a point."""
        number = self.pins.at(self.view, pos)
        return None if number is None else self.pins.pins[number][2]

    def take(self, event: pygame.event.Event) -> bool:
        """Take the pointer on the map: dragging pans."""
        view = self.view
        if event.type == pygame.MOUSEBUTTONDOWN and event.button in (1, 2):
            self._dragged = event.pos
            return True
        if event.type == pygame.MOUSEMOTION and self._dragged is not None:
            dx, dy = event.pos[0] - self._dragged[0], event.pos[1] - self._dragged[1]
            self._dragged = event.pos
            view.pan(dx, dy)
            return True
        return False

    def release(self) -> None:
        """The button is up again."""
        self._dragged = None

    @property
    def dragging(self) -> bool:
        """Whether the map is being moved by the pointer."""
        return self._dragged is not None

    def act(self, action: str) -> bool:
        """Do what a key of the map asks for."""
        view = self.view
        if action in STEPS:
            self._step(STEPS[action])
        elif action in ("zoom_in", "zoom_out"):
            view.zoom_at(view.rect.center, 1 if action == "zoom_in" else -1)
        elif action == "zoom_reset":
            view.set_zoom(START_ZOOM)
            self.home()
        elif action == "centre":
            view.centre_on(self.cursor if self.cursor >= 0 else city_centre(self.scenario))
        elif action in ("pan_left", "pan_right", "pan_up", "pan_down"):
            step = self.view.rect.w // 6
            x, y = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}[action[4:]]
            view.pan(-x * step, -y * step)
        elif action == "grid":
            for layer in ("grid", "numbers"):
                self.toggle(layer, on=not {"grid", "numbers"} <= view.layers)
        elif action == "hide_counters":
            self.toggle("counters")
        elif action in ("supply_own", "supply_enemy"):
            self.supply ^= {action.removeprefix("supply_")}
        else:
            return False
        return True

    def home(self) -> None:
        """Go back to the city."""
        self.view.centre_on(city_centre(self.scenario))

    def look_at(self, hex_: int, *, animate: bool) -> None:
        """Bring a hex into view, if it is not; does nothing for a hex off the map."""
        inner = self.view.rect.inflate(-self.view.rect.w // 6, -self.view.rect.h // 6)
        if hex_ >= 0 and not inner.collidepoint(self.view.to_screen(hex_)):
            self.view.centre_on(hex_, animate=animate)

    def look(self, unit: int) -> Look:
        """Return the look of a unit's counter."""
        return self.view.counters.look(unit)

    def toggle(self, layer: str, on: bool | None = None) -> None:
        """Show a layer, or take it away."""
        layers = self.view.layers
        if (layer not in layers) if on is None else on:
            layers.add(layer)
        else:
            layers.discard(layer)

    def _step(self, direction: int) -> None:
        grid = self.scenario.board.grid
        here = self.cursor if self.cursor >= 0 else self.view.hex_at(self.view.rect.center)
        if here < 0:
            here = city_centre(self.scenario)
        there = grid.around[here][direction] if self.cursor >= 0 else here
        if there >= 0:
            self.cursor = there
            x, y = self.view.to_screen(there)
            inner = self.view.rect.inflate(-self.view.rect.w // 5, -self.view.rect.h // 5)
            if not inner.collidepoint(x, y):
                self.view.centre_on(there)


def city_centre(scenario: Scenario) -> int:
    """Return the hex in the middle of the city, or of the map."""
    grid = scenario.board.grid
    places = scenario.board.places
    hexes = [h for number in quarters(scenario) for h in places[number].hexes]
    if hexes:
        hexes += [h for place in places if place.kind == "island" for h in place.hexes]
    if not hexes:
        hexes = list(range(grid.size))
    spots = [grid.centre(h) for h in hexes]
    x = sum(spot[0] for spot in spots) / len(spots)
    y = sum(spot[1] for spot in spots) / len(spots)
    return min(hexes, key=lambda h: (grid.centre(h)[0] - x) ** 2 + (grid.centre(h)[1] - y) ** 2)


def comparison_overlays(
    mine: bytes, history: bytes, marks: dict[int, Literal["up", "down", "disc"]]
) -> tuple[Overlay, ...]:
    """Return what is laid over the own game: history's front, and hexes held apart."""
    return HistoryFront(mine, history), HexMarks(marks)
