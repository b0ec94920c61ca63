"""The names of the map as pictures, by zoom: lettered on the main thread, placed by the worker."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pygame

from game.engine.forces import Side
from game.ui.map.control import Holding
from game.ui.map.names import Name, names, picture
from game.ui.map.palette import ZOOMS
from game.ui.map.placement import Box, Obstacle, costs_of, place_names
from game.ui.map.plates import SIDE_NAMES_BELOW, deep_spots, shields, side_name
from game.ui.map.river_names import Glyph, river_names
from game.ui.map.sheet import Sheet
from game.ui.map.worker import Task

_SLICE: Final = 4
"""Names lettered in one go, so that no frame has to wait."""
_COUNTER_COST: Final = 6.0


@dataclass(frozen=True, slots=True)
class LabelMoment:
    """What names keep off: the fronts and counters of a moment."""

    holding: Holding
    occupied: frozenset[int]
    """Hexes with counters."""


@dataclass(slots=True)
class _Zoom:
    """The names of one zoom step."""

    found: list[Name]
    pictures: list[pygame.Surface] = field(default_factory=list)
    fixed: list[Glyph] = field(default_factory=list)
    """Names in rivers and shields."""
    placed_for: LabelMoment | None = None
    places: dict[int, tuple[int, int]] = field(default_factory=dict)
    sides: list[tuple[int, int]] = field(default_factory=list)
    """Side and hex of the names of held areas."""
    glyphs: list[Glyph] = field(default_factory=list)


class Labels:
    """Names on the sheet in one language."""

    def __init__(self, sheet: Sheet, sides: tuple[Side, ...], lang: str) -> None:
        self._sheet = sheet
        self._lang = lang
        self._sides = sides
        self._side_images = [
            side_name(side, number, sheet.palette, lang) for number, side in enumerate(sides)
        ]
        self._built = np.array([look.built for look in sheet.looks], np.float32)
        self._zooms: dict[int, _Zoom] = {}
        self._making: Iterator[None] | None = None
        self._making_step = -1
        self._lock = threading.Lock()
        self._job: tuple[int, LabelMoment] | None = None
        self._result: (
            tuple[int, LabelMoment, dict[int, tuple[int, int]], list[tuple[int, int]]] | None
        )
        self._result = None

    def glyphs(self, step: int) -> list[Glyph]:
        """Return the pictures of a zoom step as far as they are placed."""
        zoom = self._zooms.get(step)
        return zoom.glyphs if zoom else []

    def names(self, step: int) -> list[str]:
        """Return the ids of the places named at a zoom step."""
        zoom = self._zooms.get(step)
        return [zoom.found[n].place.id for n in zoom.places] if zoom else []

    def advance(self, step: int, moment: LabelMoment) -> tuple[bool, bool]:
        """Do a slice of work for a zoom step: (the picture changed, the worker is needed)."""
        changed = self._collect()
        if self.lettering(step):
            if self._making is None or self._making_step != step:
                self._making, self._making_step = self._letter(step), step
            next(self._making, None)
            return changed, False
        zoom = self._zooms[step]
        with self._lock:
            waiting = self._job is not None or self._result is not None
            if waiting or zoom.placed_for == moment:
                return changed, False
            self._job = (step, moment)
        return changed, True

    def lettering(self, step: int) -> bool:
        """True while pictures of a zoom step are still to be made by `advance`."""
        zoom = self._zooms.get(step)
        return zoom is None or len(zoom.pictures) < len(zoom.found)

    def settled(self, step: int, moment: LabelMoment) -> bool:
        """True when the names of a zoom step are in place for a moment."""
        zoom = self._zooms.get(step)
        return zoom is not None and zoom.placed_for == moment

    def task(self) -> Task | None:
        """Return the next placing to do; asked by the worker."""
        with self._lock:
            if self._job is None:
                return None
            step, moment = self._job
        return lambda: self._place(step, moment)

    def _letter(self, step: int) -> Iterator[None]:
        """Letter the names of a zoom step, some at a time."""
        sheet, w = self._sheet, ZOOMS[step]
        zoom = _Zoom(names(sheet.board, step))
        busy = np.array([site.middle for site in sheet.sites]).reshape(-1, 2)
        zoom.fixed = [
            *river_names(sheet.board, sheet.courses, busy, w, sheet.palette, self._lang),
            *shields(sheet.courses, busy, w, sheet.palette),
        ]
        self._zooms[step] = zoom
        yield
        for n, name in enumerate(zoom.found):
            zoom.pictures.append(picture(name, step, sheet.palette, self._lang))
            if n % _SLICE == _SLICE - 1:
                yield

    def _place(self, step: int, moment: LabelMoment) -> None:
        sheet, w, zoom = self._sheet, ZOOMS[step], self._zooms[step]
        board = sheet.board
        costs = costs_of(board, sheet.courses, sheet.sites, moment.holding.fronts, w)
        for obstacle in _counters(sheet, moment.occupied, w):
            costs.soft[costs.part(obstacle.box)] += obstacle.cost
        sides: list[tuple[int, int]] = []
        if w < SIDE_NAMES_BELOW:
            middles = [(g.x + g.image.get_width() / 2, g.y + 8) for g in zoom.fixed]
            taken = np.array(middles).reshape(-1, 2) / w
            spots = deep_spots(board, moment.holding.control, sheet.courses, taken)
            sides = [(side, hex_) for side, hex_ in spots if side < len(self._sides)]
        boxes = [_box_of(glyph) for glyph in zoom.fixed]
        boxes += [_box_of(self._side_glyph(side, hex_, w)) for side, hex_ in sides]
        for box in boxes:
            costs.taken[costs.part(box)] = True
        bounds = sheet.bounds(w)
        sizes = [image.get_size() for image in zoom.pictures]
        places = place_names(
            board.grid,
            zoom.found,
            sizes,
            costs,
            (bounds.x + 2, bounds.y + 2, bounds.w - 4, bounds.h - 4),
            self._built,
            w,
            zoom.places,
        )
        with self._lock:
            self._job = None
            self._result = (step, moment, places, sides)

    def _collect(self) -> bool:
        with self._lock:
            result, self._result = self._result, None
        if result is None:
            return False
        step, moment, places, sides = result
        zoom = self._zooms[step]
        zoom.placed_for, zoom.places, zoom.sides = moment, places, sides
        w = ZOOMS[step]
        zoom.glyphs = [
            *zoom.fixed,
            *(self._side_glyph(side, hex_, w) for side, hex_ in sides),
            *(Glyph(zoom.pictures[n], x, y) for n, (x, y) in places.items()),
        ]
        return True

    def _side_glyph(self, side: int, hex_: int, w: float) -> Glyph:
        image = self._side_images[side]
        x, y = self._sheet.board.grid.centre(hex_)
        return Glyph(
            image, round(x * w - image.get_width() / 2), round(y * w - image.get_height() / 2)
        )


def _counters(sheet: Sheet, occupied: frozenset[int], w: float) -> list[Obstacle]:
    cost = _COUNTER_COST if w > 40 else 2.0
    out = []
    for i in sorted(occupied):
        x, y = sheet.board.grid.centre(i)
        out.append(Obstacle((x * w - 0.44 * w, y * w - 0.5 * w, 0.94 * w, 0.9 * w), cost))
    return out


def _box_of(glyph: Glyph) -> Box:
    width, height = glyph.image.get_size()
    return glyph.x, glyph.y, width, height
