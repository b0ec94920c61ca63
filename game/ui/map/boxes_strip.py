"""The off-map boxes, as tags at the left and right edge of the map's window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from typing import Final

import pygame

from game.engine.board import NO_SIDE, NOWHERE
from game.engine.scenario import Scenario
from game.engine.state import GameState, Status
from game.ui.map.box_tags import BoxWords, Edge, Tag, draw_tag, tag_of
from game.ui.map.box_ways import draw_ways
from game.ui.map.counters import Look
from game.ui.map.screen_map import ScreenMap, clipped
from game.ui.map.side_looks import NOBODY, SideLook, side_look
from game.ui.toolkit.control import Control, Painter, State
from game.ui.toolkit.measures import natural_size
from game.ui.toolkit.theme import Theme

EDGES: Final[tuple[Edge, ...]] = ("left", "right")

_SIZE: Final = (186, 40)
_TAB: Final = (64, 28)
_GAP: Final = 6
_RIM: Final = 5
"""How far the ring of a tag reaches beyond it."""


@dataclass
class Room:
    """The part of the map's window that tags may lie in: margins in pixels, by edge."""

    area: pygame.Rect
    top: dict[Edge, int] = field(default_factory=dict)
    inset: dict[Edge, int] = field(default_factory=dict)
    bottom: int = 0
    wide: int = 0
    """Width of a tag, if not the usual one."""


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
    """Lays out and draws the tags of the boxes; the screen makes controls of them."""

    def __init__(self, scenario: Scenario, theme: Theme) -> None:
        self.scenario = scenario
        self.theme = theme
        self.folded = False
        """Only a tab at each edge, which tells the number of units."""
        self.marked: Set[int] = frozenset()
        """Boxes the selected unit can be sent to."""
        self.selected = NOWHERE
        self.tags: list[Tag] = []
        self.tabs: dict[Edge, pygame.Rect] = {}
        self._where = edge_of(scenario)
        self._units: dict[int, list[int]] = {}
        self._control = b""

    def show(self, state: GameState, visible: Set[int] | None = None) -> None:
        """Set who holds the boxes and which units are seen in them (None = all)."""
        self._control = state.boxes
        self._units = {}
        for number, unit in enumerate(state.units):
            if unit.status is Status.IN_BOX and (visible is None or number in visible):
                self._units.setdefault(unit.box, []).append(number)

    def layout(self, room: Room) -> None:
        """Place tabs and tags; of tags without room those farthest from the map are left out."""
        px = self.theme.px
        self.tags = []
        self.tabs = {}
        for edge in EDGES:
            boxes = [n for n in self._order(edge) if self._wanted(n)]
            if not boxes:
                continue
            inset = room.inset.get(edge, 0)
            start = room.area.left + inset if edge == "left" else room.area.right - inset
            tab = pygame.Rect(0, room.area.top + room.top.get(edge, 0), px(_TAB[0]), px(_TAB[1]))
            rect = pygame.Rect(0, tab.bottom + px(_GAP), room.wide or px(_SIZE[0]), px(_SIZE[1]))
            for one in (tab, rect):
                one.left = start if edge == "left" else start - one.w
            self.tabs[edge] = tab
            if self.folded:
                continue
            space = room.area.bottom - room.bottom - rect.top
            fits = max(0, (space + px(_GAP)) // (rect.h + px(_GAP)))
            nearest = sorted(boxes, key=lambda n: (not self._pressing(n), self._where[n][2]))
            kept = set(nearest[:fits])
            for number in [n for n in boxes if n in kept]:
                self.tags.append(
                    tag_of(self.theme, number, rect.copy(), edge, self._units.get(number, ()))
                )
                rect.y += rect.h + px(_GAP)

    def controls(
        self,
        words: BoxWords,
        look: Callable[[int], Look],
        pick: Callable[[int], None],
        fold: Callable[[], None],
    ) -> Iterator[Control]:
        """Yield tags and tabs as controls, at their places on the screen in every language."""
        for edge, rect in self.tabs.items():
            tab = Control(
                f"boxes_{edge}", rect.copy(), "button", words.tab(self._count(edge)), size=12,
                hint=words.fold, icon="box" if self.folded else "minus", part="map", action=fold,
            )  # fmt: skip
            tab.rect.w = natural_size(self.theme, tab)[0]
            if edge == "right":
                tab.rect.right = rect.right
            yield tab
        for tag in self.tags:
            yield Control(
                f"box_{tag.box}", tag.rect, "row", words.name(tag.box), part="map", group="boxes",
                facts=tuple(words.facts(tag.box)), current=tag.box == self.selected,
                action=_picking(pick, tag.box), paint=self._tag_painter(tag, words, look),
            )  # fmt: skip

    def draw_ways(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw the ways from the tags along the rim of the sheet, and where they come onto it."""
        before = clipped(surface, view)
        draw_ways(surface, view, self.tags)
        surface.set_clip(before)

    def draw_tags(
        self, surface: pygame.Surface, words: BoxWords, look: Callable[[int], Look]
    ) -> None:
        """Draw the tags on paper, where nothing can be clicked."""
        for tag in self.tags:
            text = words.name(tag.box), words.note(tag.box)
            holder = self._look(tag.box)
            draw_tag(surface, self.theme, tag, holder, text, look, ringed=False, hovered=False)

    def units_in(self, box: int) -> tuple[int, ...]:
        """Return the units seen in a box."""
        return tuple(self._units.get(box, ()))

    def step_to(self, box: int) -> tuple[int, int]:
        """Return the box on the way to the map and the days; of an entry box NOWHERE and days."""
        card = self.scenario.board.boxes[box]
        if card.entries:
            return NOWHERE, card.entry_days
        nearer = [link for link in card.links if self._where[link[0]][2] < self._where[box][2]]
        return min(nearer or card.links, key=lambda link: link[1], default=(NOWHERE, 0))

    def _order(self, edge: Edge) -> list[int]:
        """Boxes of an edge from north to south, each followed by those behind it."""
        mine = [n for n, where in self._where.items() if where[0] == edge]
        return sorted(mine, key=lambda n: (self._where[n][1], self._where[n][2], n))

    def _wanted(self, number: int) -> bool:
        return bool(self.scenario.board.boxes[number].entries) or self._pressing(number)

    def _pressing(self, number: int) -> bool:
        """True if a box matters now, however far it lies."""
        there = bool(self._units.get(number))
        return there or number in self.marked or number == self.selected

    def _look(self, number: int) -> SideLook:
        holder = self._control[number] if self._control else NO_SIDE
        if holder == NO_SIDE:
            return NOBODY
        return side_look(self.scenario.oob.sides[holder].colour, holder)

    def _tag_painter(self, tag: Tag, words: BoxWords, look: Callable[[int], Look]) -> Painter:
        text = (words.name(tag.box), words.note(tag.box))
        holder = self._look(tag.box)
        ringed = tag.box == self.selected or tag.box in self.marked

        kept: dict[bool, pygame.Surface] = {}

        def paint(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, state: State) -> None:
            place = rect.inflate(2 * theme.px(_RIM), 2 * theme.px(_RIM))
            image = kept.get(state.hovered)
            if image is None:
                image = kept[state.hovered] = pygame.Surface(place.size, pygame.SRCALPHA)
                draw_tag(
                    image, theme, tag.moved(-place.x, -place.y), holder, text, look,
                    ringed=ringed, hovered=state.hovered,
                )  # fmt: skip
            surface.blit(image, place)

        return paint

    def _count(self, edge: Edge) -> int:
        return sum(len(units) for box, units in self._units.items() if self._where[box][0] == edge)


def _picking(pick: Callable[[int], None], box: int) -> Callable[[], None]:
    return lambda: pick(box)
