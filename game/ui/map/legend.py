"""The legend of the printed sheet: lines, ground, crossings and counters, cut from the real map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import pygame

from game.engine.state import GameState, Supply
from game.ui.map.counters import Look, card_picture, picture
from game.ui.map.palette import SideInk, weights
from game.ui.map.sheet import Sheet
from game.ui.map.side_looks import frame_of
from game.ui.map.window import Window
from game.ui.surface_arrays import surfarray
from game.ui.toolkit.fonts import Weight
from game.ui.toolkit.text import Align, draw_text, line_height, wrap
from game.ui.toolkit.theme import Colour, Theme

WIDTH: Final = 262
_SWATCH: Final = 58
_PATCH: Final = (40, 24)
_GROUND_W: Final = 46
_CROSSING_W: Final = 64
_MOST: Final = 8
_ALIKE: Final = 3
"""Neighbours of the same ground that a hex needs to stand for it."""
_CARD: Final = 44
_ROW: Final = 24
_SIZE: Final = 12


@dataclass(frozen=True)
class LegendWords:
    """What the legend says, in the language of the sheet."""

    title: str
    side: Callable[[int], str]
    terrain: Callable[[int], str]
    crossing: Callable[[str, str], str]
    """What a crossing of some kind and state is called."""
    roads: tuple[str, str, str]
    counters: tuple[str, str, str, str]
    """Fit; suppressed and lost; low supply; cut off."""


Patch = tuple[pygame.Surface, str]


@dataclass(frozen=True)
class Legend:
    """A legend to be drawn; every part is given its left upper corner and tells where it ends."""

    surface: pygame.Surface
    theme: Theme
    sheet: Sheet
    state: GameState
    words: LegendWords

    def draw(self, corner: tuple[int, int]) -> int:
        """Draw it with its left upper corner somewhere; returns where it ends."""
        x, y = corner
        palette = self.sheet.palette
        self._write(self.words.title, (x, y), WIDTH, palette.ink_soft, "semibold", "start")
        y += line_height(self.theme, _SIZE) + 3
        self.surface.fill(palette.frame, (x, y, WIDTH, 1))
        y = self._fronts((x, y + 10))
        y = self._roads((x, y + 8))
        y = self._patches(_ground(self.sheet, self.state, self.words), (x, y + 10))
        y = self._patches(_crossings(self.sheet, self.state, self.words), (x, y + 8))
        return self._counters((x, y + 12))

    def _write(
        self,
        text: str,
        at: tuple[int, int],
        width: int,
        ink: Colour,
        weight: Weight = "regular",
        align: Align = "left",
    ) -> None:
        draw_text(self.surface, self.theme, text, at, _SIZE, ink, weight, align, width)

    def _label(self, text: str, box: pygame.Rect) -> None:
        """Write one or two lines in the middle of a box's height."""
        rows = wrap(self.theme, text, _SIZE, box.w)[:2]
        step = line_height(self.theme, _SIZE) - 2 * (len(rows) > 1)
        top = box.centery - step * len(rows) // 2
        for number, row in enumerate(rows):
            at = box.x, top + number * step
            self._write(row, at, box.w, self.sheet.palette.ink)

    def _fronts(self, corner: tuple[int, int]) -> int:
        x, y = corner
        for number, side in enumerate(self.state.scenario.oob.sides):
            middle = y + _ROW // 2
            _front(self.surface, self.sheet.inks[number], (x, middle))
            box = pygame.Rect(x + _SWATCH + 16, y, WIDTH - _SWATCH - 60, _ROW)
            self._label(self.words.side(number), box)
            mini = picture(Look(side.colour, frame=frame_of(self.state.scenario, number)), 21)
            self.surface.blit(mini, mini.get_rect(center=(x + WIDTH - 14, middle)))
            y += _ROW
        return y

    def _roads(self, corner: tuple[int, int]) -> int:
        x, y = corner
        palette, width = self.sheet.palette, weights(_CROSSING_W)
        kinds = (
            (palette.highway, palette.highway_case, width.highway, width.highway_case),
            (palette.road, palette.road_case, width.road, width.road_case),
        )
        for number, text in enumerate(self.words.roads):
            middle = y + 10
            if number < len(kinds):
                fill, case, wide, rim = kinds[number]
                outer, inner = round(wide + 2 * rim), round(wide)
                self.surface.fill(case, (x, middle - outer // 2, _SWATCH, outer))
                self.surface.fill(fill, (x, middle - inner // 2, _SWATCH, inner))
            else:
                for at in range(x, x + _SWATCH - 6, 11):
                    self.surface.fill(palette.track, (at, middle, 7, 2))
            box = pygame.Rect(x + _SWATCH + 16, y, WIDTH - _SWATCH - 16, 20)
            self._label(text, box)
            y += 20
        return y

    def _patches(self, patches: list[Patch], corner: tuple[int, int]) -> int:
        """Lay patches out in two columns."""
        x, y = corner
        half = WIDTH // 2 + 4
        high = max((image.get_height() for image, _ in patches), default=0)
        for number, (image, text) in enumerate(patches):
            at = pygame.Rect(
                (x + number % 2 * half, y + number // 2 * (high + 8)), image.get_size()
            )
            self.surface.blit(image, at)
            pygame.draw.rect(self.surface, self.sheet.palette.frame, at, 1)
            self._label(text, pygame.Rect(at.right + 8, at.y, half - at.w - 12, at.h))
        return y + -(-len(patches) // 2) * (high + 8)

    def _counters(self, corner: tuple[int, int]) -> int:
        x, y = corner
        sides = self.state.scenario.oob.sides
        lowest = y + _CARD
        samples = (
            Look("", fit=2),
            Look("", fit=0, suppressed=1, lost=1),
            Look("", fit=2, supply=Supply.LOW),
            Look("", fit=2, supply=Supply.ISOLATED),
        )
        step = WIDTH // len(samples) + 4
        for number, (look, text) in enumerate(zip(samples, self.words.counters, strict=True)):
            side = number % len(sides)
            shown = replace(
                look, colour=sides[side].colour, frame=frame_of(self.state.scenario, side)
            )
            left = x + number * step
            self.surface.blit(card_picture(shown, _CARD), (left + (step - _CARD) // 2, y))
            top = y + _CARD + 4
            for row in wrap(self.theme, text, _SIZE, step)[:3]:
                ink = self.sheet.palette.ink_soft
                self._write(row, (left, top), step, ink, align="centre")
                top += line_height(self.theme, _SIZE) - 1
            lowest = max(lowest, top)
        return lowest


def _front(surface: pygame.Surface, ink: SideInk, start: tuple[int, int]) -> None:
    """Draw a piece of a side's front, three times as large and scaled down."""
    fine = 3
    image = pygame.Surface((_SWATCH * fine, 16 * fine), pygame.SRCALPHA)
    image.fill((*ink.line, 0))
    middle, high = 7 * fine, round(2.4 * fine)
    if ink.pattern == "dots":
        for x in range(2 * fine, _SWATCH * fine, 6 * fine):
            pygame.draw.circle(image, ink.line, (x, middle), 1.8 * fine)
    elif ink.pattern in ("dash", "dash_dot"):
        for x in range(0, (_SWATCH - 7) * fine, 11 * fine):
            image.fill(ink.line, (x, middle - high // 2, 7 * fine, high))
    else:
        image.fill(ink.line, (0, middle - high // 2, _SWATCH * fine, high))
        for x in range(6 * fine, _SWATCH * fine, 10 * fine):
            tip = (x, middle + 6 * fine)
            pygame.draw.polygon(image, ink.line, [(x - 10, middle), (x + 10, middle), tip])
    x, y = start
    surface.blit(pygame.transform.smoothscale(image, (_SWATCH, 16)), (x, y - 8))


def _ground(sheet: Sheet, state: GameState, words: LegendWords) -> list[Patch]:
    """Cut a piece out of each kind of ground, where most of it lies together."""
    board = state.scenario.board
    near = board.grid.neighbours
    inner: dict[int, int] = {}
    most: dict[int, int] = {}
    for i, terrain in enumerate(board.terrain):
        alike = sum(board.terrain[n] == terrain for n in near[i])
        if alike > most.get(terrain, _ALIKE - 1):
            inner[terrain], most[terrain] = i, alike
    often = Counter(board.terrain)
    found = []
    for terrain in sorted(inner, key=lambda t: -often[t])[:_MOST]:
        window = _window(_GROUND_W, board.grid.centre(inner[terrain]), _PATCH)
        image = pygame.Surface(window.size)
        surfarray.blit_array(image, sheet.land(window).colour)
        found.append((image, words.terrain(terrain)))
    return found


def _crossings(sheet: Sheet, state: GameState, words: LegendWords) -> list[Patch]:
    states = tuple(crossing.state for crossing in state.crossings)
    found: dict[str, pygame.Surface] = {}
    for site, crossing, now in zip(
        sheet.sites, state.scenario.board.crossings, states, strict=True
    ):
        name = words.crossing(crossing.kind, now)
        if name not in found and len(found) < _MOST:
            middle = float(site.middle[0]), float(site.middle[1])
            window = _window(_CROSSING_W, middle, (_PATCH[0], 30))
            found[name] = sheet.picture(window, None, states, grid=False)
    return [(image, name) for name, image in found.items()]


def _window(w: int, middle: tuple[float, float], size: tuple[int, int]) -> Window:
    left, top = (round(part * w) - side // 2 for part, side in zip(middle, size, strict=True))
    return Window(w, left - left % 2, top - top % 2, *size)
