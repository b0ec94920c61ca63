"""The map on the screen: a camera over chunks, names, overlays and counters."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pygame

from game.engine.scenario import Scenario
from game.engine.state import GameState, Status
from game.hexes import OFF_MAP
from game.ui.map.camera import Camera
from game.ui.map.chunks import CHUNK, Chunks, Key, Moment
from game.ui.map.counter_layer import CounterLayer
from game.ui.map.hex_numbers import HexNumbers
from game.ui.map.labels import LabelMoment, Labels
from game.ui.map.overlays import Overlay
from game.ui.map.palette import LIGHT, ZOOMS, Palette
from game.ui.map.river_names import Glyph
from game.ui.map.screen_map import Pane, reach_of_marks
from game.ui.map.sheet import Sheet
from game.ui.map.squares import Squares
from game.ui.map.stopgap import Stopgap
from game.ui.map.worker import Task, Worker
from game.ui.toolkit.theme import Theme

LAYERS: Final = frozenset({"grid", "numbers", "control", "labels", "counters"})
"""What the view draws by itself; other layers come as overlays."""
_START: Final = 3
_PAPER_RIM: Final = 10
_MANY: Final = 600
"""Hexes from which on everything is painted again rather than what lies around each."""


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
        self._numbers = HexNumbers(scenario.board.grid, palette)
        self._stopgap = Stopgap(self._chunks)
        self._state: GameState | None = None
        self._label_moment: LabelMoment | None = None
        self._label_turn = -1
        self._wanted: tuple[Key, ...] = ()
        self._layers_drawn = frozenset(self.layers)
        self._squares = Squares(self._paint)
        self._look_painted: tuple[object, ...] = ()
        self._overlays_painted: list[Overlay] = []
        self._glyphs: list[Glyph] = []
        self._moved = True
        self._worker = Worker(self._task)

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
        return self._advance_labels() | self._take_chunks() | moved

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the map into its rectangle."""
        self._stopgap.begin()
        self._spoil_what_changed()
        before = surface.get_clip()
        surface.set_clip(self.rect.clip(before))
        area = pygame.Rect(self.camera.origin, self.rect.size)
        self._squares.show(surface, area, self.rect.topleft)
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
        """End the worker."""
        self._worker.close()

    @property
    def ready(self) -> bool:
        """True once there is a map to be seen, if coarsely."""
        return self._chunks.glance() is not None

    @property
    def chunks_built(self) -> int:
        """Chunks built so far, for tests and measurements."""
        return self._chunks.built

    # The parts of it

    def _task(self) -> Task | None:
        return self._chunks_first() or self._labels.task() or self._chunks.task()

    def _chunks_first(self) -> Task | None:
        return self._chunks.task() if self._chunks.glance() is None else None

    def _moment(self, state: GameState) -> Moment:
        crossings = tuple(crossing.state for crossing in state.crossings)
        return Moment(state.control, crossings, "control" in self.layers, "grid" in self.layers)

    def _keys(self) -> tuple[Key, ...]:
        """Return the chunks to be built: the visible ones from the middle out, then their rim."""
        left, top = self.camera.origin
        area = pygame.Rect(left, top, self.rect.w, self.rect.h)
        bounds = self.sheet.bounds(self.camera.w)
        near = area.inflate(CHUNK, CHUNK).clip(bounds)
        keys = []
        for square in _chunks_in(near):
            away = (square.centerx - area.centerx) ** 2 + (square.centery - area.centery) ** 2
            key = (self.camera.step, square.x // CHUNK, square.y // CHUNK)
            keys.append((not square.colliderect(area), away, key))
        return tuple(key for _, _, key in sorted(keys))

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
        return changed

    def _take_chunks(self) -> bool:
        """Take what the worker has finished; True if any of it is on the screen."""
        seen = self._chunks.glance() is not None and self._squares.spoil_rough()
        area = pygame.Rect(self.camera.origin, self.rect.size)
        for step, i, j in self._chunks.arrivals():
            square = pygame.Rect(i * CHUNK, j * CHUNK, CHUNK, CHUNK)
            if step == self.camera.step:
                self._squares.spoil((square,))
                seen |= bool(square.colliderect(area))
        return seen

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

    # The picture, in squares

    def _paint(self, surface: pygame.Surface, area: pygame.Rect) -> bool:
        """Paint a part of the map with all that lies on it; False if its ground is still rough."""
        pane = Pane(self, area)
        self._stopgap.rough = False
        self._paint_sheet(surface, area)
        if "numbers" in self.layers:
            self._numbers.draw(surface, pane)
        if "labels" in self.layers:
            near = [glyph for glyph in self._glyphs if glyph.rect.colliderect(area)]
            surface.fblits([(g.image, (g.x - area.x, g.y - area.y)) for g in near])
        for overlay in self.overlays:
            if not overlay.over:
                overlay.draw(surface, pane)
        if "counters" in self.layers and self._state is not None:
            self.counters.draw(surface, pane)
        for overlay in self.overlays:
            if overlay.over:
                overlay.draw(surface, pane)
        return not self._stopgap.rough

    def _paint_sheet(self, surface: pygame.Surface, area: pygame.Rect) -> None:
        bounds = self.sheet.bounds(self.camera.w)
        sheet = bounds.move(-area.x, -area.y)
        if not bounds.contains(area):
            surface.fill(self._theme.bg0)
            surface.fill(self.palette.paper, sheet.inflate(2 * _PAPER_RIM, 2 * _PAPER_RIM))
        clip = surface.get_clip()
        surface.set_clip(clip.clip(sheet))
        for square in _chunks_in(area.clip(bounds)):
            key = (self.camera.step, square.x // CHUNK, square.y // CHUNK)
            place = square.x - area.x, square.y - area.y
            image = self._chunks.get(key) or self._stopgap.image(key)
            if image is not None:
                surface.blit(image, place)
            else:
                surface.fill(self.palette.desert, (*place, CHUNK, CHUNK))
                self._stopgap.rough = True
        surface.set_clip(clip)
        if not bounds.contains(area):
            pygame.draw.rect(surface, self.palette.frame, sheet.inflate(2, 2), 1)
            pygame.draw.rect(surface, self.palette.frame, sheet.inflate(12, 12), 1)

    def _spoil_what_changed(self) -> None:
        """Have painted again what looks otherwise than it did in the last frame."""
        look = (self.camera.step, self._theme, frozenset(self.layers))
        everything = look != self._look_painted
        self._look_painted = look
        moved = self.counters.changes()
        laid = self._changed_overlays()
        glyphs = self._changed_glyphs()
        if everything or laid is None:
            self._squares.spoil_all()
            return
        self._squares.spoil(glyphs)
        self._squares.spoil(self._around({*moved, *laid}))

    def _changed_overlays(self) -> set[int] | None:
        """Return the hexes at which the overlays are others now; None = anywhere."""
        before, now = self._overlays_painted, list(self.overlays)
        if before == now:
            return set()
        self._overlays_painted = now
        gone = [one for one in before if one not in now]
        come = [one for one in now if one not in before]
        stay = [one for one in now if one in before]
        if stay != [one for one in before if one in now]:
            return None
        found: set[int] = set()
        for overlay in (*gone, *come):
            where = overlay.where()
            if where is None:
                return None
            found.update(where)
        return found if len(found) <= _MANY else None

    def _changed_glyphs(self) -> list[pygame.Rect]:
        before, now = self._glyphs, self._labels.glyphs(self.camera.step)
        if before is now:
            return []
        self._glyphs = now
        old, new = ({(id(g.image), g.x, g.y): g for g in glyphs} for glyphs in (before, now))
        return [(old.get(key) or new[key]).rect for key in old.keys() ^ new.keys()]

    def _around(self, hexes: set[int]) -> list[pygame.Rect]:
        reach, w, centre = reach_of_marks(self), self.width, self._scenario.board.grid.centre
        size = 2 * math.ceil(reach) + 2
        corners = ((x * w - reach, y * w - reach) for x, y in map(centre, hexes))
        return [pygame.Rect(math.floor(x), math.floor(y), size, size) for x, y in corners]


def _chunks_in(area: pygame.Rect) -> Iterator[pygame.Rect]:
    """Yield the squares of the chunks that an area of the map touches."""
    if not area.w or not area.h:
        return
    for i in range(area.left // CHUNK, (area.right - 1) // CHUNK + 1):
        for j in range(area.top // CHUNK, (area.bottom - 1) // CHUNK + 1):
            yield pygame.Rect(i * CHUNK, j * CHUNK, CHUNK, CHUNK)


__all__ = ["LAYERS", "ZOOMS", "MapView", "Overlay"]
