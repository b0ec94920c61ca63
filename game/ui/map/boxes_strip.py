"""The off-map boxes, as tags at the left and right edge of the map's window."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Final, Literal

import pygame

from game.engine.board import NO_SIDE
from game.engine.scenario import Scenario
from game.engine.state import GameState, Status
from game.ui.map.counter_layer import CounterLayer, draw_card
from game.ui.map.screen_map import ScreenMap, centre, clipped
from game.ui.map.side_looks import NOBODY, SideLook, side_look
from game.ui.map.strokes import cased
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.painter import panel
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.theme import Colour, Theme

Edge = Literal["left", "right"]

_PAPER: Final[Colour] = (249, 244, 232)
_INK: Final[Colour] = (42, 36, 32)
_SOFT: Final[Colour] = (81, 70, 60)
_ROAD: Final[Colour] = (255, 243, 210)
_SIZE: Final = (186, 40)
_GAP: Final = 6
_CARD: Final = 28
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Tag:
    """One box on the screen."""

    box: int
    rect: pygame.Rect
    edge: Edge
    cards: tuple[tuple[int, pygame.Rect], ...]
    """Units drawn, and where."""
    more: int
    """Units that are there and have no room."""


def edge_of(scenario: Scenario) -> dict[int, tuple[Edge, int, int]]:
    """Return the edge of each box, the row of its nearest entry hex and its links away from it."""
    board = scenario.board
    found: dict[int, tuple[Edge, int, int]] = {}
    for number, box in enumerate(board.boxes):
        if box.entries:
            spots = [board.grid.col_row(h) for h in box.entries]
            col = sum(c for c, _ in spots) / len(spots)
            edge: Edge = "left" if col < board.grid.width / 2 else "right"
            found[number] = (edge, min(r for _, r in spots), 0)
    queue = sorted(found, key=lambda n: found[n][1])
    for number in queue:
        edge, row, away = found[number]
        for other, _ in board.boxes[number].links:
            if other not in found:
                found[other] = (edge, row, away + 1)
                queue.append(other)
    for number in range(len(board.boxes)):
        found.setdefault(number, ("left", board.grid.height, 0))
    return found


class BoxesStrip:
    """Lays out, draws and finds the tags of the boxes."""

    def __init__(self, scenario: Scenario, theme: Theme) -> None:
        self.scenario = scenario
        self.theme = theme
        self.folded = False
        """Only a tab at each edge, with the number of units."""
        self.every = False
        """Show also boxes that are empty and do not touch the map."""
        self.marked: Set[int] = frozenset()
        """Boxes a unit can be sent to."""
        self.selected: int | None = None
        self.tags: list[Tag] = []
        self.tabs: dict[Edge, pygame.Rect] = {}
        self._where = edge_of(scenario)
        self._units: dict[int, list[int]] = {}
        self._control = b""

    def show(self, state: GameState, visible: Set[int] | None = None) -> None:
        """Set who holds the boxes and which units are seen in them."""
        self._control = state.boxes
        self._units = {}
        for number, unit in enumerate(state.units):
            if unit.status is Status.IN_BOX and (visible is None or number in visible):
                self._units.setdefault(unit.box, []).append(number)

    def layout(self, area: pygame.Rect, top: int = 16, bottom: int = 16, inset: int = 0) -> None:
        """Place the tags in the map's window; margins in logical pixels, `inset` from the left."""
        px = self.theme.px
        self.tags = []
        self.tabs = {}
        for edge in ("left", "right"):
            boxes = [n for n in self._order(edge) if self._wanted(n)]
            if not boxes:
                continue
            x = area.left + px(12 + inset) if edge == "left" else area.right - px(12 + _SIZE[0])
            y = area.top + px(top)
            tab = pygame.Rect(x, y, px(64), px(28))
            if edge == "right":
                tab.right = area.right - px(12)
            self.tabs[edge] = tab
            if self.folded:
                continue
            y = tab.bottom + px(_GAP)
            for number in boxes:
                rect = pygame.Rect(x, y, px(_SIZE[0]), px(_SIZE[1]))
                if rect.bottom > area.bottom - px(bottom):
                    break
                self.tags.append(self._tag(number, rect, edge))
                y = rect.bottom + px(_GAP)

    def draw(self, surface: pygame.Surface, layer: CounterLayer, view: ScreenMap) -> None:
        """Draw roads to entry hexes in view, then the tags, then the tabs."""
        before = clipped(surface, view)
        for tag in self.tags:
            self._roads(surface, tag, view)
        for tag in self.tags:
            self._draw_tag(surface, tag, layer)
        for edge, rect in self.tabs.items():
            self._draw_tab(surface, edge, rect)
        surface.set_clip(before)

    def box_at(self, pos: tuple[int, int]) -> int | None:
        """Return the box at a point of the screen."""
        return next((tag.box for tag in self.tags if tag.rect.collidepoint(pos)), None)

    def unit_at(self, pos: tuple[int, int]) -> int | None:
        """Return the unit whose counter in a tag is at a point of the screen."""
        for tag in self.tags:
            for unit, rect in tag.cards:
                if rect.collidepoint(pos):
                    return unit
        return None

    def tab_at(self, pos: tuple[int, int]) -> bool:
        """Tell whether a point is on a tab, which folds and unfolds the strip."""
        return any(rect.collidepoint(pos) for rect in self.tabs.values())

    def units_in(self, box: int) -> tuple[int, ...]:
        """Return the units seen in a box."""
        return tuple(self._units.get(box, ()))

    def _order(self, edge: Edge) -> list[int]:
        """Boxes of an edge from north to south, each followed by those behind it."""
        mine = [n for n, where in self._where.items() if where[0] == edge]
        return sorted(mine, key=lambda n: (self._where[n][1], self._where[n][2], n))

    def _wanted(self, number: int) -> bool:
        box = self.scenario.board.boxes[number]
        return bool(
            self.every
            or box.entries
            or self._units.get(number)
            or number in self.marked
            or number == self.selected
        )

    def _tag(self, number: int, rect: pygame.Rect, edge: Edge) -> Tag:
        px = self.theme.px
        units = self._units.get(number, [])
        shown = units if len(units) <= _SHOWN else units[: _SHOWN - 1]
        size, gap = px(_CARD), px(3)
        x = rect.right - px(6) - len(shown) * size - (len(shown) - 1) * gap
        more = len(units) - len(shown)
        if more:
            x -= px(22)
        if self.theme.rtl:
            x = rect.left + px(6) + (px(22) if more else 0)
        cards = []
        for nth, unit in enumerate(shown):
            left = x + nth * (size + gap)
            cards.append((unit, pygame.Rect(left, rect.centery - size // 2, size, size)))
        return Tag(number, rect, edge, tuple(cards), more)

    def _look(self, number: int) -> SideLook:
        holder = self._control[number] if self._control else NO_SIDE
        if holder == NO_SIDE:
            return NOBODY
        return side_look(self.scenario.oob.sides[holder].colour, holder)

    def _draw_tag(self, surface: pygame.Surface, tag: Tag, layer: CounterLayer) -> None:
        theme, rect = self.theme, tag.rect
        box = self.scenario.board.boxes[tag.box]
        look = self._look(tag.box)
        ring = tag.box == self.selected or tag.box in self.marked
        if ring:
            grown = rect.inflate(2 * theme.px(3), 2 * theme.px(3))
            panel(surface, theme, grown, theme.casing, theme.accent_map, 2)
        panel(surface, theme, rect, _PAPER, _INK, 1.2, 2)
        band = pygame.Rect(rect.x, rect.y, theme.px(8), rect.h)
        if theme.rtl:
            band.right = rect.right
        _band(surface, band, look, theme)
        start = rect.left + theme.px(14)
        end = rect.right - theme.px(6)
        if theme.rtl:
            start, end = rect.left + theme.px(6), rect.right - theme.px(14)
        if tag.cards:
            spots = [r for _, r in tag.cards]
            if theme.rtl:
                start = max(r.right for r in spots) + theme.px(6)
            else:
                end = min(r.left for r in spots) - theme.px(6)
        room = max(0, end - start)
        arabic = theme.lang == "ar"
        top = rect.y + (rect.h - line_height(theme, 13) - line_height(theme, 12)) // 2
        name = box.name_ar if arabic and box.name_ar else box.name
        draw_text(surface, theme, name, (start, top), 13, _INK, "semibold", "start", room)
        top += line_height(theme, 13)
        draw_text(
            surface, theme, self._holder(tag.box), (start, top), 12, _SOFT, "regular", "start", room
        )
        for unit, spot in tag.cards:
            draw_card(surface, theme, layer.look(unit), spot)
        if tag.more:
            text = f"+{tag.more}"
            wide = measure(theme, text, 12, "semibold")[0]
            x = rect.left + theme.px(6) if theme.rtl else rect.right - theme.px(6) - wide
            y = rect.centery - line_height(theme, 12) // 2
            draw_text(surface, theme, text, (x, y), 12, _INK, "semibold", "left")

    def _holder(self, number: int) -> str:
        holder = self._control[number] if self._control else NO_SIDE
        if holder == NO_SIDE:
            return "–"
        side = self.scenario.oob.sides[holder]
        return side.name_ar if self.theme.lang == "ar" and side.name_ar else side.name

    def _draw_tab(self, surface: pygame.Surface, edge: Edge, rect: pygame.Rect) -> None:
        theme = self.theme
        panel(surface, theme, rect, theme.bg1, theme.line2)
        count = sum(len(units) for box, units in self._units.items() if self._where[box][0] == edge)
        sign = pygame.Rect(rect.x + theme.px(10), 0, theme.px(16), theme.px(16))
        sign.centery = rect.centery
        draw_icon(surface, theme, "box" if self.folded else "minus", sign, theme.text1)
        top = rect.centery - line_height(theme, 12) // 2
        at = (sign.right + theme.px(4), top)
        draw_text(
            surface,
            theme,
            str(count),
            at,
            12,
            theme.text1,
            "semibold",
            "centre",
            rect.right - at[0] - theme.px(6),
        )

    def _roads(self, surface: pygame.Surface, tag: Tag, view: ScreenMap) -> None:
        """Draw the way from a tag to its entry hexes, where those are in view."""
        start = (tag.rect.right if tag.edge == "left" else tag.rect.left, tag.rect.centery)
        for hex in self.scenario.board.boxes[tag.box].entries:
            end = centre(view, hex)
            if not view.rect.collidepoint(end):
                continue
            bend = (end[0], start[1]) if abs(end[1] - start[1]) > view.width else end
            cased(surface, [[start, bend, end]], 1.6, _ROAD, _INK, 1.2)


def _band(surface: pygame.Surface, band: pygame.Rect, look: SideLook, theme: Theme) -> None:
    """The band of the holder: its tint and its pattern, between thin lines."""
    before = surface.get_clip()
    surface.set_clip(band.clip(before))
    surface.fill(look.tint, band)
    step = theme.px(5)
    if look.pattern == "stripes":
        for y in range(band.top - band.w, band.bottom, step):
            start, end = (band.left, y), (band.right, y + band.w)
            pygame.draw.aaline(surface, look.edge, start, end)
    elif look.pattern == "dots":
        for y in range(band.top + step // 2, band.bottom, step):
            pygame.draw.circle(surface, look.edge, (band.centerx, y), max(1, theme.px(1)))
    pygame.draw.rect(surface, _INK, band, 1)
    surface.set_clip(before)
