"""The sheet of one scenario: paints any window of it, layer by layer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

from game.engine.board import CrossingState
from game.engine.scenario import Scenario
from game.ui.map.blocks import Blocks, paint_hachures
from game.ui.map.control import ControlPainter, Holding
from game.ui.map.courses import read_courses
from game.ui.map.crossing_signs import gaps, paint_crossing, sites
from game.ui.map.fronts import draw_fronts
from game.ui.map.geometry import ROW, TIP, nearest_hex
from game.ui.map.ground import Ground
from game.ui.map.looks import Look, looks
from game.ui.map.noise import blurred, noise
from game.ui.map.palette import LIGHT, Palette
from game.ui.map.pen import Pen
from game.ui.map.river import Water
from game.ui.map.roads import airfields, paint_grid, paint_outlines, paint_roads, paint_runway
from game.ui.map.rubble import paint_rubble
from game.ui.map.signs import paint_signs
from game.ui.map.store import Store, board_key
from game.ui.map.window import Window
from game.ui.surface_arrays import surfarray

States = tuple[CrossingState, ...]
_SOFT_FROM: Final = 7
"""Pixels of a hex from which the ground of a sketch is softened."""


@dataclass(frozen=True, slots=True)
class Land:
    """The fixed layers below control: colours and how dry each pixel is."""

    colour: NDArray[np.uint8]
    dry: NDArray[np.uint8]


class Sheet:
    """Everything that is drawn of a board except names and counters.

    Safe to use from one worker thread while the main thread blits finished surfaces.
    """

    def __init__(
        self, scenario: Scenario, palette: Palette = LIGHT, cache_dir: Path | None = None
    ) -> None:
        board = scenario.board
        self.board = board
        self.palette = palette
        self.inks = palette.sides([side.colour for side in scenario.oob.sides])
        self.store = Store(cache_dir, board_key(scenario, palette)) if cache_dir else None
        self.courses = read_courses(board)
        terrain_looks = looks(scenario.rules.terrains)
        self.looks = tuple(terrain_looks[terrain] for terrain in board.terrain)
        """Of each hex."""
        self.ground = Ground(
            board, terrain_looks, palette, self.courses.water(main=True), self.store
        )
        self._blocks = Blocks(board, terrain_looks, self.courses)
        self._water = Water(self.courses)
        self._flat = np.array([flat_colour(look, palette) for look in self.looks], np.float32)
        self._control = ControlPainter(board.grid, self.inks, palette)
        self._airfields = airfields(board, terrain_looks)
        self.sites = sites(board, self.courses)
        self._ruin = np.float32(1 / max(1, scenario.rules.civilians.rubble_for_ruins))
        """Share of ruin in one level of rubble."""

    def bounds(self, w: float) -> pygame.Rect:
        """Return the printed area at a zoom, in pixels of the map."""
        grid = self.board.grid
        shove = 0.5 if grid.height > 1 else 0.0
        left, top = round(-0.5 * w), round(-TIP * w)
        right = round((grid.width - 0.5 + shove) * w)
        bottom = round(((grid.height - 1) * ROW + TIP) * w)
        return pygame.Rect(left, top, right - left, bottom - top)

    def holding(self, control: bytes) -> Holding:
        """Draw the fronts of a moment."""
        fronts = draw_fronts(self.board.grid, control, len(self.inks), self.courses)
        return Holding(control, fronts)

    def land(self, window: Window) -> Land:
        """Paint terrain, hachures, houses and water."""
        colour = self.ground.paint(window)
        surface = _surface(colour)
        strokes = self.ground.strokes(window)
        if len(strokes) or self._blocks.seen(window):
            pen = Pen(window)
            paint_hachures(pen, strokes, self.palette)
            self._blocks.paint(pen, self.palette)
            surface.blit(pen.finished(), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
            colour = surfarray.array3d(surface).astype(np.float32)
        distance = self._water.paint(colour, window, self.palette)
        return _land(colour, distance)

    def overlay(self, window: Window, crossings: States, rubble: bytes = b"") -> pygame.Surface:
        """Draw broken houses, districts, roads, runways, crossings and signs; premultiplied."""
        pen = Pen(window)
        if any(rubble):
            share = np.frombuffer(rubble, np.uint8).astype(np.float32) * self._ruin
            paint_rubble(pen, self._blocks, share, self.palette)
        paint_outlines(pen, self.courses, self.palette)
        for field in self._airfields:
            paint_runway(pen, self.board, field, self.palette)
        cut = gaps(self.board, self.sites, crossings)
        paint_roads(pen, self.courses, cut, self.palette)
        for site, state in zip(self.sites, crossings, strict=True):
            paint_crossing(pen, site, state, self.palette)
        paint_signs(pen, self.board, self.palette)
        return pen.finished()

    def compose(
        self,
        window: Window,
        land: Land,
        overlay: pygame.Surface,
        holding: Holding | None = None,
        grid: bool = True,
    ) -> pygame.Surface:
        """Join the layers of a window to one opaque surface."""
        colour = land.colour.astype(np.float32)
        if holding is not None:
            dry = land.dry.astype(np.float32) * np.float32(1 / 255)
            self._control.tint(colour, dry, window, holding)
        surface = _surface(colour)
        if grid:
            pen = Pen(window)
            paint_grid(pen, self.board, self.palette)
            surface.blit(pen.finished(), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
        surface.blit(overlay, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
        if holding is not None:
            pixels = surfarray.pixels3d(surface)
            self._control.lines(pixels, window, holding)
            del pixels
        return surface

    def picture(
        self, window: Window, holding: Holding | None, crossings: States, grid: bool = True
    ) -> pygame.Surface:
        """Paint a whole window at once."""
        land, overlay = self.land(window), self.overlay(window, crossings)
        return self.compose(window, land, overlay, holding, grid)

    def sketch(
        self,
        window: Window,
        holding: Holding | None,
        crossings: States,
        land: Land | None = None,
    ) -> pygame.Surface:
        """Paint a window fast and without texture, for small pictures and first glances."""
        pen = Pen(window)
        paint_roads(pen, self.courses, gaps(self.board, self.sites, crossings), self.palette)
        land = land or self.sketched_land(window)
        return self.compose(window, land, pen.finished(), holding, grid=False)

    def sketched_land(self, window: Window) -> Land:
        """Paint terrain and water without texture."""
        x, y = window.axes()
        area = (window.x, window.y, window.width, window.height)
        n1, n2 = (noise(*area, max(2, 0.9 * window.w), seed, 2) for seed in (1, 2))
        colour = self._flat[nearest_hex(self.board.grid, x + 0.5 * n1, y + 0.5 * n2)]
        if window.w >= _SOFT_FROM:
            radius = int(window.w * 0.13)
            colour = np.stack([blurred(colour[..., n], radius) for n in range(3)], -1)
        colour *= (1 + np.float32(0.03) * n1)[..., None]
        distance = self._water.paint(colour, window, self.palette)
        return _land(colour, distance)

    def glance_land(self, window: Window) -> Land:
        """Return the sketched land of the whole sheet, kept on disk."""
        kept = self.store.load("glance") if self.store else None
        if kept is not None and kept["colour"].shape[:2] == window.size:
            return Land(kept["colour"], kept["dry"])
        land = self.sketched_land(window)
        if self.store:
            self.store.save("glance", colour=land.colour, dry=land.dry)
        return land


def starting_crossings(scenario: Scenario) -> States:
    """Return the states of the crossings at the start."""
    return tuple(crossing.start for crossing in scenario.board.crossings)


def flat_colour(look: Look, palette: Palette) -> NDArray[np.float32]:
    """The colour of a kind of ground seen from far away, houses and all."""
    colour = (np.array(palette.desert, np.float32) + palette.desert2) / 2
    if look.farm or look.settled:
        colour = np.array(palette.farm, np.float32) * 0.6 + np.array(palette.farm2) * 0.4
    for here, tone in (
        (look.hill, palette.hill),
        (look.wood, palette.wood),
        (look.base, palette.base),
        (look.airfield, palette.airfield),
    ):
        if here:
            colour = colour + (np.array(tone) - colour) * 0.75
    colour = colour + (np.array(palette.town) - colour) * min(0.9, look.built)
    if look.lattice is not None:
        share = look.lattice.share * (0.7 if look.lattice.close else 0.35)
        colour = colour + (np.array(getattr(palette, look.lattice.tone)) - colour) * share
    return np.asarray(colour, np.float32)


def _land(colour: NDArray[np.float32], distance: NDArray[np.float32]) -> Land:
    """Join colours and the distance from the water."""
    dry = np.clip(distance / 2 + 0.25, 0, 1) * 255
    return Land(np.clip(colour, 0, 255).astype(np.uint8), dry.astype(np.uint8))


def _surface(colour: NDArray[np.float32]) -> pygame.Surface:
    surface = pygame.Surface(colour.shape[:2], 0, 32)
    surfarray.blit_array(surface, np.clip(colour, 0, 255).astype(np.uint8))
    return surface
