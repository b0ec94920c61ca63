"""Overlays of giving orders: reach, path, goal, targets, selection, attack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar, Final

import pygame

from game.ui.map.counters import CARDS_FROM, card_size
from game.ui.map.hex_areas import fill, outline
from game.ui.map.map_text import half_points, haloed, put
from game.ui.map.screen_map import (
    Point,
    ScreenMap,
    centre,
    clipped,
    hexagon,
    on_screen,
    seen,
    whole,
)
from game.ui.map.stacks import SHOWN, stack_step
from game.ui.map.strokes import cased, closed, side_dashes, stroke
from game.ui.toolkit.theme import Colour

MAP_INK: Final[Colour] = (26, 24, 22)
"""Ink on the paper, the same in every skin of the interface."""
REACH_ALPHA: Final = 51
"""20 %."""


def weight(view: ScreenMap, width: float) -> float:
    """Return the width of a line at the scale of the interface."""
    return width * max(0.75, view.theme.scale)


def text_size(view: ScreenMap, share: float, low: float, high: float) -> float:
    """Return a logical size of text that is a share of a hex, within limits in pixels."""
    scale = max(0.75, view.theme.scale)
    return float(max(low * scale, min(high * scale, share * view.width)) / view.theme.scale)


@dataclass
class Reach:
    """Where a unit can go: a clear fill, its outline, the cost in each hex, bars at must-stops."""

    costs: Mapping[int, int]
    """Cost in half-points by hex."""
    stops: Set[int] = frozenset()
    """Hexes in which it must stop."""
    over: ClassVar[bool] = False
    _area: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._area = frozenset(self.costs)

    def where(self) -> Iterable[int]:
        """Hexes it is drawn at."""
        return self.costs

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        theme = view.theme
        fill(surface, view, self._area, theme.accent_map, REACH_ALPHA)
        lines = outline(view.scenario.board.grid, self._area).near(view, weight(view, 6))
        cased(surface, lines, weight(view, 2.4), theme.accent_map, theme.casing, weight(view, 1.5))
        if view.width >= CARDS_FROM:
            self._numbers(surface, view)
        surface.set_clip(before)

    def _numbers(self, surface: pygame.Surface, view: ScreenMap) -> None:
        theme = view.theme
        size = text_size(view, 0.22, 11, 22)
        bar = pygame.Surface((max(9, round(0.3 * view.width)), round(weight(view, 5))))
        bar.fill(theme.casing)
        bar.fill(theme.accent_map, bar.get_rect().inflate(-2, -2))
        for hex, (x, y) in seen(view, self.costs):
            cost, stop = self.costs[hex], hex in self.stops
            if cost:
                image = haloed(theme, half_points(cost), size, theme.accent_map, theme.casing)
                box = put(surface, image, (x, y - (0.07 * view.width if stop else 0)))
                y = box.bottom + bar.get_height() / 2
            if stop:
                put(surface, bar, (x, y))


@dataclass
class Path:
    """The way a unit would take, hex by hex."""

    hexes: Sequence[int]
    over: ClassVar[bool] = False

    def where(self) -> Iterable[int]:
        """Hexes it is drawn at."""
        return self.hexes

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        theme = view.theme
        line = [centre(view, hex) for hex in self.hexes]
        cased(surface, [line], weight(view, 3.5), theme.accent_map, theme.casing, weight(view, 1.5))
        surface.set_clip(before)


@dataclass
class Goal:
    """The hex a unit would go to: a dashed hex."""

    hex: int
    over: ClassVar[bool] = False

    def where(self) -> Iterable[int]:
        """Hexes it is drawn at."""
        return (self.hex,)

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        theme = view.theme
        ring = hexagon(centre(view, self.hex), view.width - weight(view, 3))
        sides = side_dashes(closed(ring))
        cased(surface, sides, weight(view, 3.2), theme.accent_map, theme.casing, weight(view, 1.2))
        surface.set_clip(before)


@dataclass
class Targets:
    """Hexes that can be attacked: four corner brackets in ink."""

    hexes: Set[int]
    over: ClassVar[bool] = True

    def where(self) -> Iterable[int]:
        """Hexes it is drawn at."""
        return self.hexes

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        half, arm = 0.46 * view.width, max(4.0, 0.2 * view.width)
        for _, (x, y) in seen(view, self.hexes):
            brackets = []
            for sx in (-1, 1):
                for sy in (-1, 1):
                    corner = (round(x + sx * half) + 0.5, round(y + sy * half) + 0.5)
                    brackets.append(
                        [
                            (corner[0] - sx * arm, corner[1]),
                            corner,
                            (corner[0], corner[1] - sy * arm),
                        ]
                    )
            cased(surface, brackets, weight(view, 2.2), MAP_INK, view.theme.casing, 1.4)
        surface.set_clip(before)


@dataclass
class Selection:
    """A ring round the counters of a hex, or round the whole hex where it has none."""

    hex: int
    stack: int = 1
    """Counters in the hex; 0 = the hex itself."""
    over: ClassVar[bool] = True

    def where(self) -> Iterable[int]:
        """Hexes it is drawn at."""
        return (self.hex,)

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        middle = centre(view, self.hex)
        if not on_screen(view, middle):
            return
        before = clipped(surface, view)
        theme = view.theme
        thick, case = weight(view, 3.2), weight(view, 6)
        if not self.stack or view.width < CARDS_FROM:
            ring = closed(hexagon(middle, view.width - thick))
            cased(surface, [ring], thick, theme.accent_map, theme.casing, (case - thick) / 2)
        else:
            step = (min(self.stack, SHOWN) - 1) * stack_step(view.width)
            edge = round(card_size(view.width) + step + case)
            image = _ring(edge, round(0.12 * edge), thick, case, theme.accent_map, theme.casing)
            put(surface, image, middle)
        surface.set_clip(before)


@dataclass
class Cursor:
    """The hex the keyboard stands on: a thin ring inside the hex."""

    hex: int
    over: ClassVar[bool] = True

    def where(self) -> Iterable[int]:
        """Hexes it is drawn at."""
        return (self.hex,)

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        ring = closed(hexagon(centre(view, self.hex), view.width - weight(view, 2)))
        cased(surface, [ring], weight(view, 1.8), MAP_INK, view.theme.casing, weight(view, 1.2))
        surface.set_clip(before)


@dataclass
class Attack:
    """An attack being weighed: a ring round the target, an arrow from each attacker's hex."""

    target: int
    attackers: Sequence[int]
    """Hexes they attack from."""
    over: ClassVar[bool] = True

    def where(self) -> Iterable[int]:
        """Hexes it is drawn at."""
        return (self.target, *self.attackers)

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        theme = view.theme
        middle = centre(view, self.target)
        ring = closed(hexagon(middle, view.width - weight(view, 3)))
        cased(surface, [ring], weight(view, 3.2), theme.accent_map, theme.casing, weight(view, 1.5))
        for hex in dict.fromkeys(self.attackers):
            if hex != self.target:
                _arrow(surface, view, centre(view, hex), middle)
        surface.set_clip(before)


def _arrow(surface: pygame.Surface, view: ScreenMap, start: Point, end: Point) -> None:
    """A short thick arrow over the middle of the way, its head toward the end."""
    theme = view.theme
    along = pygame.Vector2(end[0] - start[0], end[1] - start[1]).normalize()
    across = pygame.Vector2(-along.y, along.x)
    unit = max(0.1 * view.width, 4.0)
    middle = pygame.Vector2(start).lerp(pygame.Vector2(end), 0.5)

    def at(u: float, v: float) -> Point:
        point = middle + along * (u * unit) + across * (v * unit)
        return point.x, point.y

    shape = [
        at(-1.7, -0.75),
        at(0.1, -0.75),
        at(0.1, -1.6),
        at(1.9, 0),
        at(0.1, 1.6),
        at(0.1, 0.75),
        at(-1.7, 0.75),
        at(-1.1, 0),
    ]
    stroke(surface, closed(shape), weight(view, 5), theme.casing)
    pygame.draw.polygon(surface, theme.accent_map, whole(shape))
    stroke(surface, closed(shape), weight(view, 1.2), theme.accent_map)


@lru_cache(maxsize=64)
def _ring(
    edge: int, radius: int, thick: float, case: float, colour: Colour, casing: Colour
) -> pygame.Surface:
    fine = 4
    margin = round(case) + 1
    size = edge + 2 * margin
    big = pygame.Surface((size * fine, size * fine), pygame.SRCALPHA)
    big.fill((*casing, 0))
    for wide, ink in ((case, casing), (thick, colour)):
        out = wide / 2
        box = pygame.Rect(0, 0, round((edge + 2 * out) * fine), round((edge + 2 * out) * fine))
        box.center = big.get_rect().center
        pygame.draw.rect(big, ink, box, round(wide * fine), round((radius + out) * fine))
    return pygame.transform.smoothscale(big, (size, size))
