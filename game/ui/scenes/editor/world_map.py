"""A map from geographic data for a new scenario: laid in a thread, shown before it counts."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Thread
from typing import Final

import pygame

from game.authoring.geojson import CannotImport, Extent, Laid, lay, read_geojson
from game.hexes.hexgrid import ROW_SPACING
from game.ui.scenes.coarse_map import GROUND, PAPER, WATER

Wish = tuple[str, float, str]
"""Path of the file, kilometres of a hex, extent as typed."""
_FINE: Final = 3


class WorldMap:
    """Lays a GeoJSON file on hexes behind the screen, again whenever the wish changes."""

    def __init__(self, heard: Callable[[], None]) -> None:
        self.laid: Laid | None = None
        self.failure = ""
        self.done, self.all = 0, 0
        self._heard = heard
        self._wish: Wish | None = None
        self._next: Wish | None = None
        self._thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being laid."""
        return self._thread is not None

    def want(self, wish: Wish | None) -> None:
        """Lay a file; None for no file."""
        if wish == (self._next or self._wish):
            return
        self._next = wish
        if wish is None:
            self.laid, self.failure, self._wish = None, "", None
        elif self._thread is None:
            self._begin(wish)

    def update(self) -> bool:
        """True once after a file was laid, or could not be."""
        if self._thread is None or self._thread.is_alive():
            return False
        self._thread = None
        if self._next is not None and self._next != self._wish:
            self._begin(self._next)
            return False
        if self._next is None and self._wish is None:
            self.laid, self.failure = None, ""
        return True

    def _begin(self, wish: Wish) -> None:
        self._wish = self._next = wish
        self._thread = Thread(target=self._work, args=(wish,), name="geojson", daemon=True)
        self._thread.start()

    def _work(self, wish: Wish) -> None:
        path, hex_km, extent = wish
        self.laid, self.failure = None, ""
        try:
            features = read_geojson(os.path.expanduser(path))
            self.laid = lay(features, hex_km, read_extent(extent), progress=self._count)
        except CannotImport as error:
            self.failure = str(error)
        finally:
            self._heard()

    def _count(self, done: int, every: int) -> None:
        self.done, self.all = done, every


def read_extent(text: str) -> Extent | None:
    """Return the stretch of the earth that is typed as west, south, east, north; None for all.

    Raises:
        CannotImport: if it is none.
    """
    if not text.strip():
        return None
    try:
        west, south, east, north = (float(part) for part in text.replace(" ", "").split(","))
    except ValueError:
        raise CannotImport(
            "an extent is west,south,east,north in degrees, as in 40.0,35.2,40.3,35.4"
        ) from None
    return Extent(west, south, east, north)


def picture(laid: Laid, size: tuple[int, int]) -> pygame.Surface:
    """Return the map that was laid, one patch for each hex, fitting into a size."""
    grid = laid.frame.grid
    wide, high = (grid.width + 1) * _FINE, round((grid.height + 1) * ROW_SPACING * _FINE)
    image = pygame.Surface((wide, high))
    image.fill(PAPER)
    for here in range(grid.size):
        row, col = divmod(here, grid.width)
        x, y = grid.centre(here)
        letter = laid.rows[row].replace(" ", "")[col]
        spot = (round(x * _FINE), round(y * _FINE), _FINE + 1, _FINE + 1)
        image.fill(GROUND.get(letter, PAPER), spot)
    for pairs in laid.rivers.values():
        for a, b in pairs:
            (x0, y0), (x1, y1) = grid.centre(a), grid.centre(b)
            middle = (round((x0 + x1 + 1) / 2 * _FINE), round((y0 + y1 + 1) / 2 * _FINE))
            pygame.draw.circle(image, WATER, middle, _FINE // 2 + 1)
    share = min(size[0] / wide, size[1] / high)
    fitted = (max(1, round(wide * share)), max(1, round(high * share)))
    return pygame.transform.smoothscale(image, fitted)
