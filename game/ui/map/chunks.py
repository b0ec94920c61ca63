"""The sheet in squares of 512 pixels, built on a worker and kept while they are of use."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pygame

from game.ui.map.control import Holding
from game.ui.map.fronts import changed_sides
from game.ui.map.geometry import Floats, corner_point
from game.ui.map.palette import ZOOMS
from game.ui.map.sheet import Land, Sheet, States
from game.ui.map.window import Window
from game.ui.map.worker import Task

CHUNK: Final = 512
Key = tuple[int, int, int]
"""Zoom step, column, row."""
_KEPT: Final = 72
"""Finished chunks, 1 MiB each."""
_LAYERS_KEPT: Final = 36
"""Fixed layers of chunks, 2 MiB each, so that control can be laid on anew."""
_REACH: Final = 2.0
"""Hexes around a changed hexside or hex that may look otherwise."""
_GLANCE_PIXELS: Final = 400_000


@dataclass(frozen=True, slots=True)
class Moment:
    """What changes about the sheet during a game."""

    control: bytes
    crossings: States
    tinted: bool = True
    grid: bool = True
    rubble: bytes = b""
    """Level by hex."""

    @property
    def marks(self) -> tuple[States, bytes]:
        """What the layer over the land depends on."""
        return self.crossings, self.rubble


@dataclass(slots=True)
class _Layers:
    land: Land
    overlay: pygame.Surface
    marks: tuple[States, bytes]
    """What the overlay was drawn for."""


class Chunks:
    """Finished chunks by zoom and place, out of date only until the worker has come round."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.built = 0
        """Chunks built so far."""
        self._lock = threading.Lock()
        self._done: OrderedDict[Key, pygame.Surface] = OrderedDict()
        self._layers: OrderedDict[Key, _Layers] = OrderedDict()
        self._stale: set[Key] = set()
        self._wanted: tuple[Key, ...] = ()
        self._moment: Moment | None = None
        self._drawn: Moment | None = None
        """The moment whose fronts `_holding` holds."""
        self._holding: Holding | None = None
        self._glance: pygame.Surface | None = None
        self._glance_w = self._glance_width()
        self._arrived: list[Key] = []
        self._revision: tuple[Callable[[], Sheet], Floats, Moment] | None = None

    def revise(self, make: Callable[[], Sheet], spots: Floats, moment: Moment) -> None:
        """Draw from another sheet of the same size, anew only near some points of it.

        What is there already is shown until the worker has come round; `sheet` changes then.
        """
        with self._lock:
            if self._revision is not None:
                spots = np.concatenate([self._revision[1], spots])
            self._revision = make, spots, moment
            self._moment = moment

    def show(self, moment: Moment) -> bool:
        """Set the moment to be shown; True if it is another one."""
        with self._lock:
            if moment == self._moment:
                return False
            self._moment = moment
            return True

    def want(self, keys: Sequence[Key]) -> bool:
        """Set the chunks to be built, most wanted first; True if any of them is missing."""
        wanted = tuple(keys)
        with self._lock:
            self._wanted = wanted
            return any(key not in self._done for key in wanted)

    def get(self, key: Key) -> pygame.Surface | None:
        """Return a chunk if it is there; it may be out of date for a moment."""
        with self._lock:
            found = self._done.get(key)
            if found is not None:
                self._done.move_to_end(key)
            return found

    def glance(self) -> tuple[pygame.Surface, float] | None:
        """Return a small picture of the whole sheet and its pixels per hex, once it is there."""
        with self._lock:
            return (self._glance, self._glance_w) if self._glance is not None else None

    def arrivals(self) -> list[Key]:
        """Return the chunks finished since the last call."""
        with self._lock:
            arrived, self._arrived = self._arrived, []
            return arrived

    def holding(self) -> Holding | None:
        """Return the control last drawn; for the worker."""
        return self._holding

    def task(self) -> Task | None:
        """Return the next thing to do; asked by the worker."""
        with self._lock:
            moment = self._moment
            if moment is None:
                return None
            if self._revision is not None:
                revision, self._revision = self._revision, None
                return lambda: self._revise(*revision)
            if moment is not self._drawn:
                return lambda: self._turn_to(moment)
            if self._glance is None:
                return lambda: self._take_glance(moment)
            for key in self._wanted:
                if key not in self._done or key in self._stale:
                    self._stale.discard(key)
                    return lambda: self._build(key, moment)
            return None

    def forget(self) -> None:
        """Let go of all pictures."""
        with self._lock:
            self._wanted, self._moment = (), None
            self._done.clear()
            self._layers.clear()
            self._stale.clear()

    def window(self, key: Key) -> Window:
        """Return the pixels of a chunk."""
        step, i, j = key
        return Window(ZOOMS[step], i * CHUNK, j * CHUNK, CHUNK, CHUNK)

    def _revise(self, make: Callable[[], Sheet], spots: Floats, moment: Moment) -> None:
        """Take the other sheet; let go of all that was made of the old one near the points."""
        sheet = make()
        holding = sheet.holding(moment.control)
        for key in self._touched(list(self._layers), spots):
            del self._layers[key]
        with self._lock:
            self.sheet = sheet
            self._stale.update(self._touched(self._done, spots))
            self._holding, self._drawn = holding, moment

    def _turn_to(self, moment: Moment) -> None:
        """Find out which finished chunks look otherwise at a new moment."""
        before, old = self._drawn, self._holding
        if before is None or before.control != moment.control or old is None:
            holding = self.sheet.holding(moment.control)
        else:
            holding = old
        with self._lock:
            if before is None or old is None:
                pass
            elif (before.tinted, before.grid) != (moment.tinted, moment.grid):
                self._stale.update(self._done)
            else:
                changed = self._changed_spots(before, old, moment, holding)
                self._stale.update(self._touched(self._done, changed))
            self._holding, self._drawn = holding, moment

    def _changed_spots(
        self, before: Moment, old: Holding, moment: Moment, holding: Holding
    ) -> Floats:
        grid = self.sheet.board.grid
        spots: list[tuple[float, float]] = []
        if moment.tinted and old is not holding:
            for side in changed_sides(old.fronts, holding.fronts):
                spots += [corner_point(corner) for corner in side]
            a = np.frombuffer(before.control, np.uint8)
            b = np.frombuffer(moment.control, np.uint8)
            spots += [grid.centre(i) for i in np.nonzero(a != b)[0].tolist()]
        if before.rubble != moment.rubble:
            wrecked = zip(before.rubble, moment.rubble, strict=True)
            spots += [grid.centre(i) for i, (was, now) in enumerate(wrecked) if was != now]
        for site, was, now in zip(
            self.sheet.sites, before.crossings, moment.crossings, strict=True
        ):
            if was is not now:
                spots.append((float(site.middle[0]), float(site.middle[1])))
        return np.array(spots, float).reshape(-1, 2)

    def _touched(self, keys: Iterable[Key], spots: Floats) -> list[Key]:
        if not len(spots):
            return []
        found = []
        for key in keys:
            left, top, right, bottom = self.window(key).bounds(_REACH)
            x, y = spots[:, 0], spots[:, 1]
            if ((x > left) & (x < right) & (y > top) & (y < bottom)).any():
                found.append(key)
        return found

    def _build(self, key: Key, moment: Moment) -> None:
        window = self.window(key)
        layers = self._layers.get(key)
        if layers is None:
            land = self.sheet.land(window)
            layers = _Layers(land, self.sheet.overlay(window, *moment.marks), moment.marks)
        elif layers.marks != moment.marks:
            layers.overlay = self.sheet.overlay(window, *moment.marks)
            layers.marks = moment.marks
        self._layers[key] = layers
        self._layers.move_to_end(key)
        while len(self._layers) > _LAYERS_KEPT:
            self._layers.popitem(last=False)
        holding = self._holding if moment.tinted else None
        surface = self.sheet.compose(window, layers.land, layers.overlay, holding, moment.grid)
        with self._lock:
            self._done[key] = surface
            self._done.move_to_end(key)
            wanted = set(self._wanted)
            for other in [k for k in self._done if k not in wanted]:
                if len(self._done) <= _KEPT:
                    break
                del self._done[other]
                self._stale.discard(other)
            self.built += 1
            self._arrived.append(key)

    def _glance_width(self) -> float:
        grid = self.sheet.board.grid
        return min(16.0, math.sqrt(_GLANCE_PIXELS / (grid.width * grid.height * 0.867)))

    def _take_glance(self, moment: Moment) -> None:
        bounds = self.sheet.bounds(self._glance_w)
        window = Window(
            self._glance_w,
            bounds.x - bounds.x % 2,
            bounds.y - bounds.y % 2,
            bounds.w + bounds.w % 2 + 2,
            bounds.h + bounds.h % 2 + 2,
        )
        holding = self._holding if moment.tinted else None
        land = self.sheet.glance_land(window)
        surface = self.sheet.sketch(window, holding, moment.crossings, land)
        with self._lock:
            self._glance = surface
