"""Which names stand on the map at each zoom, and how they are lettered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pygame

from game.engine.board import Board, Place
from game.ui.map.geometry import Floats, centres
from game.ui.map.lettering import Hand, line, stacked
from game.ui.map.palette import Palette
from game.ui.toolkit.fonts import Weight

AREA_FROM: Final = 5
"""Hexes from which the name of a place may lie anywhere within it."""
_PARTS: Final = 2
"""Smaller places that must lie in one for it to be a city (or a district in parts)."""
_SHARE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Style:
    """Lettering of one kind of place; sizes by zoom step, 0 = not shown."""

    sizes: tuple[int, int, int, int, int, int]
    second: tuple[int, int, int, int, int, int]
    """Size of the line in the other script."""
    colour: str
    rank: int
    weight: Weight = "regular"
    tracking: tuple[int, int, int, int, int, int] = (0, 0, 0, 0, 0, 0)
    capitals: bool = False
    slanted: bool = False


_STYLES: Final = {
    "city": Style(
        (17, 20, 24, 28, 30, 32), (16, 18, 22, 25, 27, 28), "ink", 0, "bold",
        (1, 2, 3, 4, 5, 6), capitals=True,
    ),
    "town": Style((13, 14, 15, 17, 18, 19), (12, 13, 14, 16, 17, 18), "ink", 1, "semibold"),
    "airbase": Style((11, 12, 13, 15, 16, 17), (0, 11, 12, 14, 15, 16), "ink", 1, "semibold"),
    "island": Style(
        (10, 11, 13, 15, 17, 18), (0, 10, 12, 14, 16, 17), "ink_water", 2,
        tracking=(0, 1, 1, 2, 2, 2), slanted=True,
    ),
    "city_district": Style((0, 0, 10, 12, 14, 15), (0, 0, 0, 12, 14, 15), "ink", 3, "semibold"),
    "village": Style((10, 11, 12, 14, 15, 16), (0, 10, 11, 13, 14, 15), "ink", 4),
    "hill": Style((9, 10, 11, 13, 14, 15), (0, 0, 10, 12, 13, 14), "ink_land", 5, slanted=True),
    "base": Style((9, 10, 11, 12, 13, 14), (0, 0, 0, 0, 13, 13), "ink_soft", 6),
    "bridge": Style((0, 0, 0, 12, 13, 13), (0, 0, 0, 0, 12, 13), "ink_water", 6, slanted=True),
    "landmark": Style((0, 0, 10, 12, 13, 13), (0, 0, 0, 0, 12, 13), "ink_soft", 7),
}  # fmt: skip
_STYLES["crossing"] = _STYLES["bridge"]
_STYLES["district"] = _STYLES["city_district"]
"""Rivers have names in the water instead."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name to be placed."""

    place: Place
    kind: str
    """Key of its style: the kind of the place, or `city`."""
    spots: Floats
    """Centres of its hexes."""
    anchor: tuple[float, float]

    @property
    def rank(self) -> int:
        """Importance, 0 first."""
        return _style(self.kind).rank

    @property
    def order(self) -> tuple[int, int, str]:
        """Order of placement: by rank, the smallest district but the largest town first."""
        size = len(self.place.hexes)
        return self.rank, size if self.kind == "city_district" else -size, self.place.id


def names(board: Board, step: int) -> list[Name]:
    """Return the names of a zoom step in the order they are placed."""
    found = []
    composed = _composed(board)
    for place in board.places:
        if not place.hexes or _nameless(place):
            continue
        kind = place.kind
        if place.id in composed:
            if kind == "city_district":
                continue  # its parts are named instead
            kind = "city"
        if _style(kind).sizes[step]:
            spots = centres(board.grid, place.hexes)
            found.append(Name(place, kind, spots, board.grid.centre(place.label_hex)))
    return sorted(found, key=lambda name: name.order)


def picture(name: Name, step: int, palette: Palette, lang: str) -> pygame.Surface:
    """Letter a name in its two scripts, that of the reader above and larger."""
    style = _style(name.kind)
    colour = getattr(palette, style.colour)
    latin = name.place.name.split(" (")[0]
    if style.capitals:
        latin = latin.upper()
    arabic = name.place.name_ar.split(";")[0].strip()
    first, second = style.sizes[step], style.second[step]
    if lang == "ar" and arabic:
        sizes = (second and max(9, second - 3), first + 1)
    else:
        sizes = (first, second if arabic else 0)
    parts = []
    if sizes[0]:
        hand = Hand(
            sizes[0], colour, style.weight, palette.halo,
            tracking=style.tracking[step], slanted=style.slanted,
        )  # fmt: skip
        parts.append(line(latin, hand))
    if sizes[1]:
        weight: Weight = "bold" if name.kind == "city" else "regular"
        parts.append(line(arabic, Hand(sizes[1], colour, weight, palette.halo), "ar"))
    if lang == "ar":
        parts.reverse()
    return stacked(parts)


def _style(kind: str) -> Style:
    return _STYLES.get(kind, _STYLES["landmark"])


def _nameless(place: Place) -> bool:
    return not place.name or place.name.lower().startswith("unnamed")


def _composed(board: Board) -> set[str]:
    """Return the places most of which belongs to several smaller settlements within them."""
    found = set()
    districts = [place for place in board.places if place.kind == "city_district"]
    for place in board.places:
        if place.kind not in ("town", "city", "city_district"):
            continue
        own = set(place.hexes)
        within = [
            set(other.hexes)
            for other in districts
            if other.id != place.id and len(other.hexes) < len(own) and own.issuperset(other.hexes)
        ]
        if len(within) >= _PARTS and len(set().union(*within)) >= _SHARE * len(own):
            found.add(place.id)
    return found
