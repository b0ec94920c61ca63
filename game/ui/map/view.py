"""The map on the screen: a camera over chunks, names, overlays and counters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pygame

from game.engine.scenario import Scenario
from game.engine.state import GameState, Status
from game.hexes import OFF_MAP
from game.ui.map.camera import Camera
from game.ui.map.chunks import CHUNK, Chunks, Key, Moment
from game.ui.map.counter_layer import CounterLayer
from game.ui.map.labels import LabelMoment, Labels
from game.ui.map.overlays import Overlay
from game.ui.map.painting import Look, Painting, chunks_in
from game.ui.map.palette import LIGHT, ZOOMS, Palette
from game.ui.map.revision import changed_spots, same_print
from game.ui.map.river_names import Glyph
from game.ui.map.sheet import Sheet
from game.ui.map.worker import Task, Worker
from game.ui.toolkit.theme import Theme

LAYERS: Final = frozenset({"grid", "numbers", "control", "labels", "counters"})
"""What the view draws by itself; other layers come as overlays."""
_START: Final = 3


class MapView:
    """Draws a scenario's map into a rectangle of the screen.

    Finished pieces arrive from a worker; call `update` once a frame and draw when it says so.
    Close the view when it is not needed any more.
    """

    def __init__(
        self,
        scenario: Scenario,
        theme: Theme,
        cache_dir: Path | None = None,
        palette: Palette = LIGHT,
    ) -> None:
        self._scenario = scenario
        self._theme = theme
        self.palette = palette
        self.sheet = Sheet(scenario, palette, cache_dir)
        self.camera = Camera(scenario.board, pygame.Rect(0, 0, 1, 1))
        self.camera.step = _START
        self.layers: set[str] = set(LAYERS)
        self.overlays: list[Overlay] = []
        self.counters = CounterLayer(scenario)
        self._chunks = Chunks(self.sheet)
        self._labels = Labels(self.sheet, scenario.oob.sides, theme.lang)
        self._old_labels: Labels | None = None
        """Names of the version before, shown until those of this one are in place."""
        self._painting = Painting(self._chunks, self.counters)
        self._state: GameState | None = None
        self._label_moment: LabelMoment | None = None
        self._label_turn = -1
        self._wanted: tuple[Key, ...] = ()
        self._layers_drawn = frozenset(self.layers)
        self._moved = True
        self.wake: Callable[[], None] | None = None
        """Asks for an `update` soon; may be called from any thread."""
        self._worker = Worker(self._task, self._ask)

    # What other parts of the screen ask

    @property
    def rect(self) -> pygame.Rect:
        """Where the map is on the screen."""
        return self.camera.rect

    @rect.setter
    def rect(self, rect: pygame.Rect) -> None:
        self.resize(rect)

    @property
    def scenario(self) -> Scenario:
        """Scenario whose board is shown."""
        return self._scenario

    @property
    def theme(self) -> Theme:
        """Skin and scale of the screen."""
        return self._theme

    @property
    def width(self) -> int:
        """Pixels of a hex from flat to flat."""
        return self.camera.w

    @property
    def zoom(self) -> int:
        """Zoom step, an index into ZOOMS."""
        return self.camera.step

    def hex_at(self, pos: tuple[float, float]) -> int:
        """Return the hex at a point of the screen, -1 where there is none."""
        if not self.rect.collidepoint(pos):
            return OFF_MAP
        return self._scenario.board.grid.at_point(*self.camera.point(pos))

    def to_screen(self, hex_: int) -> tuple[float, float]:
        """Return where the centre of a hex is on the screen."""
        return self.camera.to_screen(hex_)

    def unit_at(self, pos: tuple[int, int]) -> int | None:
        """Return the unit whose counter is at a point of the screen."""
        if "counters" not in self.layers or not self.rect.collidepoint(pos):
            return None
        return self.counters.unit_at(self, pos)

    # Moving about

    def resize(self, rect: pygame.Rect) -> None:
        """Take another rectangle of the screen."""
        if rect != self.camera.rect:
            self.camera.resize(rect)
            self._moved = True

    def zoom_at(self, pos: tuple[int, int], step: int) -> None:
        """Zoom in (+1) or out (-1), the point under `pos` staying where it is."""
        self._moved |= self.camera.zoom_at(pos, step)

    def set_zoom(self, step: int) -> None:
        """Go to a zoom step; the middle stays."""
        self.zoom_at(self.rect.center, step - self.camera.step)

    def pan(self, dx: int, dy: int) -> None:
        """Drag the map by some pixels."""
        before = self.camera.origin
        self.camera.pan(dx, dy)
        self._moved |= before != self.camera.origin

    def centre_on(self, hex_: int, animate: bool = False) -> None:
        """Bring a hex to the middle, at once or gliding there."""
        self.camera.centre_on(hex_, animate)
        self._moved = True

    # What is shown

    def show(
        self,
        state: GameState,
        units_visible: set[int] | None = None,
        changed: set[int] | None = None,
    ) -> None:
        """Set the state to draw and the units that are seen (None = all).

        Cheap when nothing changed; what did change about the ground is found out by itself, so
        `changed` is only a courtesy.
        """
        self.counters.show(state, units_visible)
        if state is not self._state:
            self._state = state
            self._moved = True

    def take(self, scenario: Scenario, state: GameState) -> bool:
        """Show another version of the scenario; False if it needs a view of its own.

        Camera and layers stay, and only what looks otherwise now is drawn anew.
        """
        if not same_print(self._scenario, scenario):
            return False
        spots = changed_spots(self._scenario, scenario)
        showing = self.counters.showing
        self._scenario = scenario
        self.counters = CounterLayer(scenario)
        self.counters.showing = showing
        self._painting = Painting(self._chunks, self.counters)
        self.show(state)
        if spots is not None:
            palette = self.palette
            self._chunks.revise(lambda: Sheet(scenario, palette), spots, self._moment(state))
            self._worker.wake()
        return True

    def set_theme(self, theme: Theme) -> None:
        """Take another skin, scale or language of the screen."""
        if theme.lang != self._theme.lang:
            self._labels = Labels(self.sheet, self._scenario.oob.sides, theme.lang)
            self._label_moment = None
        self._theme = theme
        self._moved = True

    def update(self, dt_ms: int) -> bool:
        """Let time pass; True if the map must be drawn again."""
        moved, self._moved = self._moved, False
        moved |= self.camera.update(dt_ms)
        if self._state is None:
            return moved
        if self._chunks.show(self._moment(self._state)):
            self._worker.wake()
            moved = True
        keys = self._keys()
        if keys != self._wanted:
            self._wanted = keys
            if self._chunks.want(keys):
                self._worker.wake()
        layers = frozenset(self.layers)
        if layers != self._layers_drawn:
            self._layers_drawn = layers
            moved = True
        self._worker.check()
        if self._chunks.sheet is not self.sheet:
            self._take_sheet(self._chunks.sheet)
        return self._advance_labels() | self._take_chunks() | moved

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the map into its rectangle."""
        before = surface.get_clip()
        if not self.rect.colliderect(before):
            return
        surface.set_clip(self.rect.clip(before))
        step = self.camera.step
        look = Look(step, frozenset(self.layers), tuple(self.overlays), self._glyphs(step))
        self._painting.draw(surface, self, self.camera.origin, look)
        surface.set_clip(before)

    def wait(self, timeout_ms: int = 10_000) -> bool:
        """Wait until all that is visible is finished; False if the time was too short."""
        left = timeout_ms
        while True:
            self.update(0)
            if self._settled():
                return True
            if left <= 0:
                return False
            if self._worker.busy:
                self._worker.wait(0.05)
                left -= 50

    def close(self) -> None:
        """End the worker and let go of all pictures."""
        self.wake = None
        self._worker.close()
        self._chunks.forget()
        self._painting.forget()

    @property
    def ready(self) -> bool:
        """True once there is a map to be seen, if coarsely."""
        return self._chunks.glance() is not None

    # The parts of it

    def _ask(self) -> None:
        wake = self.wake
        if wake is not None:
            wake()

    def _task(self) -> Task | None:
        return self._chunks_first() or self._labels.task() or self._chunks.task()

    def _chunks_first(self) -> Task | None:
        return self._chunks.task() if self._chunks.glance() is None else None

    def _moment(self, state: GameState) -> Moment:
        crossings = tuple(crossing.state for crossing in state.crossings)
        layers = self.layers
        return Moment(state.control, crossings, "control" in layers, "grid" in layers, state.rubble)

    def _keys(self) -> tuple[Key, ...]:
        """Return the chunks to be built: the visible ones from the middle out, then their rim."""
        left, top = self.camera.origin
        area = pygame.Rect(left, top, self.rect.w, self.rect.h)
        bounds = self.sheet.bounds(self.camera.w)
        near = area.inflate(CHUNK, CHUNK).clip(bounds)
        keys = []
        for square in chunks_in(near):
            away = (square.centerx - area.centerx) ** 2 + (square.centery - area.centery) ** 2
            key = (self.camera.step, square.x // CHUNK, square.y // CHUNK)
            keys.append((not square.colliderect(area), away, key))
        return tuple(key for _, _, key in sorted(keys))

    def _take_sheet(self, sheet: Sheet) -> None:
        """Set the names of another sheet, those of the old one staying for the moment."""
        self.sheet = sheet
        self._old_labels = self._labels
        self._labels = Labels(sheet, self._scenario.oob.sides, self._theme.lang)
        self._label_moment = None

    def _glyphs(self, step: int) -> Sequence[Glyph]:
        glyphs = self._labels.glyphs(step)
        if glyphs:
            self._old_labels = None
        return self._old_labels.glyphs(step) if self._old_labels is not None else glyphs

    def _advance_labels(self) -> bool:
        holding = self._chunks.holding()
        if "labels" not in self.layers or holding is None or self._state is None:
            return False
        if self._label_moment is None or self._label_turn != self._state.turn:
            if holding.control != self._state.control:
                return False  # its fronts are still being drawn
            self._label_turn = self._state.turn
            on_map = (u.at for u in self._state.units if u.status is Status.ON_MAP)
            self._label_moment = LabelMoment(holding, frozenset(on_map))
        changed, needed = self._labels.advance(self.camera.step, self._label_moment)
        if needed:
            self._worker.wake()
        if self._labels.lettering(self.camera.step):
            self._ask()
        return changed

    def _take_chunks(self) -> bool:
        """Take what the worker has finished; True if any of it is on the screen."""
        arrived = self._chunks.arrivals()
        area = pygame.Rect(self.camera.origin, self.rect.size)
        return self._painting.take([key for key in arrived if key[0] == self.camera.step], area)

    def _settled(self) -> bool:
        """True when nothing is under way: no chunk, no name, no movement."""
        if self._state is None:
            return True
        if self._worker.busy or self._chunks.holding() is None:
            return False
        if "labels" not in self.layers:
            return True
        moment = self._label_moment
        return moment is not None and self._labels.settled(self.camera.step, moment)


__all__ = ["LAYERS", "ZOOMS", "MapView", "Overlay"]
