"""The whole board in a small picture: ground, river, who holds what, and the part in view."""

from __future__ import annotations

import numpy as np
import pygame
from numpy.typing import NDArray

from game.engine.board import NO_SIDE, River
from game.engine.scenario import Scenario
from game.ui.map.geometry import ROW, Side, corner_point, hexside, nearest_hex, relaxed, trace
from game.ui.map.looks import looks
from game.ui.map.palette import LIGHT, Palette
from game.ui.map.screen_map import Point, ScreenMap
from game.ui.map.side_looks import side_look
from game.ui.surface_arrays import surfarray
from game.ui.toolkit.theme import Colour, Theme

LOGICAL_SIZE = (320, 256)

_FINE = 2
_TINT = 0.24
_HAMLET = 0.6
"""Share of houses up to which a place is too small to be shown."""
_SOFT = 5
"""Pixels over which one kind of ground passes into another."""
_FRONT: Colour = (42, 36, 32)


class Minimap:
    """Draws the board small and turns clicks and drags on it into hexes."""

    def __init__(self, scenario: Scenario, theme: Theme, palette: Palette = LIGHT) -> None:
        self.scenario = scenario
        self.theme = theme
        self.palette = palette
        self.rect = pygame.Rect(0, 0, *(theme.px(edge) for edge in LOGICAL_SIZE))
        self._control = b""
        self._size = (0, 0)
        self._image = pygame.Surface((1, 1))
        self._hexes: NDArray[np.intp] = np.zeros((1, 1), np.intp)
        self._ground = np.zeros((1, 3), np.float32)
        self._dragging = False

    def place(self, rect: pygame.Rect) -> None:
        """Set where it is on the screen."""
        self.rect = pygame.Rect(rect)

    def show(self, control: bytes) -> None:
        """Set who holds what; cheap when nothing has changed."""
        if control == self._control and self.rect.size == self._size:
            return
        if self.rect.size != self._size:
            self._measure()
        self._control = control
        self._paint()

    def draw(self, surface: pygame.Surface, view: ScreenMap | None = None) -> None:
        """Draw it, with the part of the board that a view shows."""
        if self.rect.size != self._size:
            self.show(self._control or self.scenario.board.start_control)
        surface.blit(self._image, self.rect)
        if view is not None:
            before = surface.get_clip()
            surface.set_clip(self.rect.clip(before))
            box = self.part(view)
            line = self.theme.px(2)
            case = max(1, self.theme.px(1))
            pygame.draw.rect(
                surface, self.theme.casing, box.inflate(2 * case, 2 * case), line + 2 * case
            )
            pygame.draw.rect(surface, self.theme.accent_map, box, line)
            surface.set_clip(before)

    def part(self, view: ScreenMap) -> pygame.Rect:
        """Return the part of the board in view, on the screen; never outside the picture."""
        x0, y0 = view.to_screen(0)
        area = view.rect
        left, top = self._point((area.left - x0) / view.width, (area.top - y0) / view.width)
        right, bottom = self._point((area.right - x0) / view.width, (area.bottom - y0) / view.width)
        box = pygame.Rect(round(left), round(top), round(right - left), round(bottom - top))
        return box.clip(self.rect.inflate(-2, -2))

    def hex_at(self, pos: tuple[int, int]) -> int:
        """Return the hex at a point of the screen, the nearest one for a point beside the board."""
        scale, left, top = self._fit()
        x = np.array([(pos[0] - self.rect.x - left) / scale - 0.5])
        y = np.array([(pos[1] - self.rect.y - top) / scale - ROW * 2 / 3])
        return int(nearest_hex(self.scenario.board.grid, x, y)[0])

    def handle(self, event: pygame.event.Event) -> int | None:
        """Return the hex to show for a click or a drag that began here; None for all else."""
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._dragging = self.rect.collidepoint(event.pos)
            return self.hex_at(event.pos) if self._dragging else None
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self._dragging = False
        if event.type == pygame.MOUSEMOTION and self._dragging:
            return self.hex_at(event.pos)
        return None

    def _fit(self) -> tuple[float, float, float]:
        """Pixels of a hex, and the margins left and above the board."""
        grid = self.scenario.board.grid
        wide, high = grid.width + 0.5, (grid.height - 1) * ROW + 2 * ROW * 2 / 3
        scale = min(self.rect.w / wide, self.rect.h / high)
        return scale, (self.rect.w - wide * scale) / 2, (self.rect.h - high * scale) / 2

    def _point(self, x: float, y: float) -> Point:
        scale, left, top = self._fit()
        return (
            self.rect.x + left + (x + 0.5) * scale,
            self.rect.y + top + (y + ROW * 2 / 3) * scale,
        )

    def _measure(self) -> None:
        """Find the hex of every pixel, and the colour of the bare ground of every hex."""
        self._size = self.rect.size
        grid = self.scenario.board.grid
        scale, left, top = self._fit()
        x = (np.arange(self.rect.w * _FINE) + 0.5) / _FINE
        y = (np.arange(self.rect.h * _FINE) + 0.5) / _FINE
        cx = (x - left) / scale - 0.5
        cy = (y - top) / scale - ROW * 2 / 3
        self._hexes = nearest_hex(
            grid,
            np.repeat(cx[:, None], len(y), 1),
            np.repeat(cy[None], len(x), 0),
        ).astype(np.intp)
        kinds = np.array([self._colour(n) for n in range(len(self.scenario.rules.terrains))])
        terrain = np.frombuffer(self.scenario.board.terrain, np.uint8)
        self._ground = kinds[terrain].astype(np.float32)

    def _colour(self, terrain: int) -> tuple[float, ...]:
        look = looks(self.scenario.rules.terrains)[terrain]
        palette = self.palette
        if look.lattice is not None and look.lattice.share > _HAMLET:
            tone = getattr(palette, look.lattice.tone)
            return tuple(0.8 * a + 0.2 * b for a, b in zip(tone, palette.town, strict=True))
        return palette.farm if look.farm or look.wood or look.settled else palette.desert

    def _paint(self) -> None:
        board = self.scenario.board
        inks = np.zeros((256, 3), np.float32)
        share = np.zeros(256, np.float32)
        for number, side in enumerate(self.scenario.oob.sides):
            inks[number] = side_look(side.colour, number).tint
            share[number] = _TINT
        held = np.frombuffer(self._control, np.uint8)
        part = share[held][:, None]
        colours = self._ground * (1 - part) + inks[held] * part
        pixels = colours.astype(np.uint8)[self._hexes]
        big = pygame.Surface((self.rect.w * _FINE, self.rect.h * _FINE))
        surfarray.blit_array(big, pixels)
        big = pygame.transform.box_blur(big, max(1, round(_SOFT * self.theme.scale)))
        self._lines(big, self._wet(), self.palette.shore, 5.5)
        fronts: dict[Side, None] = {}
        for a in range(board.grid.size):
            for direction in range(3):
                b = board.grid.around[a][direction]
                if b >= 0 and held[a] != held[b] and NO_SIDE not in (held[a], held[b]):
                    fronts[hexside(board.grid, a, direction)] = None
        self._lines(big, fronts, _FRONT, 2)
        self._image = pygame.transform.smoothscale(big, self.rect.size)

    def _wet(self) -> dict[Side, None]:
        board = self.scenario.board
        return {
            hexside(board.grid, n // 6, n % 6): None
            for n, kind in enumerate(board.rivers)
            if kind == River.MAIN
        }

    def _lines(
        self, big: pygame.Surface, sides: dict[Side, None], colour: Colour, width: float
    ) -> None:
        thick = max(2, round(width * self.theme.scale))
        for chain, _ in trace(sides):
            points = []
            for px, py in relaxed([corner_point(corner) for corner in chain], 4):
                x, y = self._point(float(px), float(py))
                points.append(((x - self.rect.x) * _FINE, (y - self.rect.y) * _FINE))
            pygame.draw.lines(big, colour, False, points, thick)
            for point in points:
                pygame.draw.circle(big, colour, point, thick / 2 - 0.5)
