"""The sheet with all that lies on it, painted in squares that last until something changes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.ui.map.chunks import CHUNK, Chunks, Key
from game.ui.map.counter_layer import CounterLayer
from game.ui.map.hex_numbers import HexNumbers
from game.ui.map.margin import paint_margin
from game.ui.map.overlays import Overlay, Placed, is_placed
from game.ui.map.river_names import Glyph
from game.ui.map.screen_map import Pane, ScreenMap, reach_of_marks
from game.ui.map.squares import Squares
from game.ui.map.stopgap import Stopgap
from game.ui.toolkit.theme import Theme

_MANY: Final = 600
"""Hexes from which on everything is painted again rather than what lies around each."""


@dataclass(frozen=True)
class Look:
    """What a frame of the map shows."""

    step: int = -1
    layers: frozenset[str] = frozenset()
    overlays: tuple[Overlay, ...] = ()
    glyphs: Sequence[Glyph] = ()


class Painting:
    """Paints what is missing in a frame, and shows the squares."""

    _view: ScreenMap

    def __init__(self, chunks: Chunks, counters: CounterLayer) -> None:
        self._sheet = chunks.sheet
        self._chunks = chunks
        self._counters = counters
        self._numbers = HexNumbers(chunks.sheet.board.grid, chunks.sheet.palette)
        self._stopgap = Stopgap(chunks)
        self._squares = Squares(self._paint)
        self._look = Look()
        self._skin: tuple[object, ...] = ()
        self._placed: list[Placed] = []
        """The overlays that are painted into the squares."""

    def draw(
        self, surface: pygame.Surface, view: ScreenMap, origin: tuple[int, int], look: Look
    ) -> None:
        """Draw the map into the window of a view; `origin` is the map's pixel in its corner."""
        self._view = view
        self._stopgap.begin()
        self._spoil_what_changed(look, view.theme)
        self._squares.show(surface, pygame.Rect(origin, view.rect.size), view.rect.topleft)
        for overlay in look.overlays:
            if not is_placed(overlay):
                overlay.draw(surface, view)

    def forget(self) -> None:
        """Let go of all pictures."""
        self._squares.spoil_all()

    def take(self, arrived: Sequence[Key], area: pygame.Rect) -> bool:
        """Take the chunks that have been built; True if the picture of an area changes."""
        seen = self._chunks.glance() is not None and self._squares.spoil_rough()
        for _, i, j in arrived:
            square = pygame.Rect(i * CHUNK, j * CHUNK, CHUNK, CHUNK)
            self._squares.spoil((square,))
            seen |= bool(square.colliderect(area))
        return seen

    def _paint(self, surface: pygame.Surface, area: pygame.Rect) -> bool:
        """Paint a part of the map with all that lies on it; False if its ground is still rough."""
        pane = Pane(self._view, area)
        self._stopgap.rough = False
        self._paint_sheet(surface, area)
        if "numbers" in self._look.layers:
            self._numbers.draw(surface, pane)
        if "labels" in self._look.layers:
            near = [glyph for glyph in self._look.glyphs if glyph.rect.colliderect(area)]
            surface.fblits([(g.image, (g.x - area.x, g.y - area.y)) for g in near])
        for overlay in self._placed:
            if not overlay.over:
                overlay.draw(surface, pane)
        if "counters" in self._look.layers:
            self._counters.draw(surface, pane)
        for overlay in self._placed:
            if overlay.over:
                overlay.draw(surface, pane)
        return not self._stopgap.rough

    def _paint_sheet(self, surface: pygame.Surface, area: pygame.Rect) -> None:
        bounds = self._sheet.bounds(self._view.width)
        sheet = bounds.move(-area.x, -area.y)
        if not bounds.contains(area):
            surface.fill(self._sheet.palette.paper)  # the rest of the paper it is printed on
        clip = surface.get_clip()
        surface.set_clip(clip.clip(sheet))
        for square in chunks_in(area.clip(bounds)):
            key = (self._look.step, square.x // CHUNK, square.y // CHUNK)
            place = square.x - area.x, square.y - area.y
            image = self._chunks.get(key) or self._stopgap.image(key)
            if image is not None:
                surface.blit(image, place)
            else:
                surface.fill(self._sheet.palette.desert, (*place, CHUNK, CHUNK))
                self._stopgap.rough = True
        surface.set_clip(clip)
        if not bounds.contains(area):
            paint_margin(surface, sheet, self._sheet.board, self._sheet.palette)

    def _spoil_what_changed(self, look: Look, theme: Theme) -> None:
        """Have painted again what looks otherwise than it did in the last frame."""
        before, self._look = self._look, look
        skin = (look.step, look.layers, theme)
        everything, self._skin = skin != self._skin, skin
        moved = self._counters.changes()
        laid = self._changed_overlays()
        if everything or laid is None:
            self._squares.spoil_all()
            return
        self._squares.spoil(_changed_glyphs(before.glyphs, look.glyphs))
        self._squares.spoil(self._around({*moved, *laid}))

    def _changed_overlays(self) -> set[int] | None:
        """Return the hexes at which the overlays are others now; None = anywhere."""
        before = self._placed
        now = [overlay for overlay in self._look.overlays if is_placed(overlay)]
        if before == now:
            return set()
        self._placed = now
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

    def _around(self, hexes: set[int]) -> list[pygame.Rect]:
        view = self._view
        reach, w, centre = reach_of_marks(view), view.width, view.scenario.board.grid.centre
        size = 2 * math.ceil(reach) + 2
        corners = ((x * w - reach, y * w - reach) for x, y in map(centre, hexes))
        return [pygame.Rect(math.floor(x), math.floor(y), size, size) for x, y in corners]


def _changed_glyphs(before: Sequence[Glyph], now: Sequence[Glyph]) -> list[pygame.Rect]:
    """Return where names stand that did not stand there before, or do no more."""
    if before is now:
        return []
    old, new = ({(id(g.image), g.x, g.y): g for g in glyphs} for glyphs in (before, now))
    return [(old.get(key) or new[key]).rect for key in old.keys() ^ new.keys()]


def chunks_in(area: pygame.Rect) -> Iterator[pygame.Rect]:
    """Yield the squares of the chunks that an area of the map touches."""
    if not area.w or not area.h:
        return
    for i in range(area.left // CHUNK, (area.right - 1) // CHUNK + 1):
        for j in range(area.top // CHUNK, (area.bottom - 1) // CHUNK + 1):
            yield pygame.Rect(i * CHUNK, j * CHUNK, CHUNK, CHUNK)
