"""The icons as lines, circles and polygons in units of the 16 px grid."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Path:
    """A line with round ends through points."""

    points: tuple[Point, ...]
    closed: bool = False
    width: float = 1.6


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled polygon, or a hole of its shape."""

    points: tuple[Point, ...]
    hole: bool = False


@dataclass(frozen=True, slots=True)
class Circle:
    """A ring."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle, or a hole of its shape."""

    x: float
    y: float
    radius: float
    hole: bool = False


Shape = Path | Fill | Circle | Disc


def _line(*points: Point) -> Path:
    return Path(points)


def _ring(*points: Point) -> Path:
    return Path(points, closed=True)


def _fill(*points: Point) -> Fill:
    return Fill(points)


def _arc(x: float, y: float, radius: float, start: float, end: float, steps: int = 14) -> Path:
    """Return a part of a circle; angles in degrees, clockwise from the right."""
    turn = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    return Path(tuple((x + radius * math.cos(a), y + radius * math.sin(a)) for a in turn))


def _wave(y: float) -> Path:
    points = [(1 + 14 * i / 24, y + 1.1 * math.sin(i / 24 * 4 * math.pi)) for i in range(25)]
    return Path(tuple(points))


def _almond() -> Path:
    """Return the outline of an eye."""
    top = [(1 + 14 * i / 16, 8 - 4.6 * math.sin(math.pi * i / 16)) for i in range(17)]
    low = [(15 - 14 * i / 16, 8 + 4.6 * math.sin(math.pi * i / 16)) for i in range(1, 16)]
    return Path(tuple(top + low), closed=True)


def _drop() -> Path:
    """Return the outline of a pin."""
    turn = [math.radians(160 + 220 * i / 18) for i in range(19)]
    bow = [(8 + 5 * math.cos(a), 6.2 + 5 * math.sin(a)) for a in turn]
    return Path((*bow, (8.0, 15.0)), closed=True)


def _star(x: float, y: float, radius: float) -> Fill:
    points = []
    for i in range(10):
        far = radius if i % 2 == 0 else radius * 0.45
        angle = math.radians(-90 + 36 * i)
        points.append((x + far * math.cos(angle), y + far * math.sin(angle)))
    return Fill(tuple(points))


def _flip(shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Return an icon seen in a mirror."""
    flipped: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Path):
            points = tuple((16 - x, y) for x, y in shape.points)
            flipped.append(Path(points, shape.closed, shape.width))
        elif isinstance(shape, Fill):
            flipped.append(Fill(tuple((16 - x, y) for x, y in shape.points), shape.hole))
        elif isinstance(shape, Circle):
            flipped.append(Circle(16 - shape.x, shape.y, shape.radius))
        else:
            flipped.append(Disc(16 - shape.x, shape.y, shape.radius, shape.hole))
    return tuple(flipped)


_BOX: Final = _ring((2.2, 2.2), (13.8, 2.2), (13.8, 13.8), (2.2, 13.8))
_UNDO: Final = (
    _line((5.4, 2.6), (2.2, 5.8), (5.4, 9)),
    _line((2.2, 5.8), (10, 5.8)),
    _arc(10, 9.6, 3.8, -90, 90),
    _line((10, 13.4), (5.2, 13.4)),
)
_PLAY: Final = (_fill((3.6, 1.6), (14.4, 8), (3.6, 14.4)),)
_NEXT_DAY: Final = (_fill((5, 2.6), (11.8, 8), (5, 13.4)),)
_LAST: Final = (_fill((2.4, 2.4), (10.8, 8), (2.4, 13.6)), _line((13.2, 2.6), (13.2, 13.4)))
_NEXT_EVENT: Final = (Disc(4, 8, 2.6), _line((9.2, 3), (14, 8), (9.2, 13)))
_ARROW: Final = (_line((2, 8), (13.6, 8)), _line((9.4, 3.8), (13.6, 8), (9.4, 12.2)))
_FLAG: Final = (
    _line((3.4, 1.6), (3.4, 14.6)),
    _line((3.4, 2.2), (13.4, 2.2), (11, 5.6), (13.4, 9), (3.4, 9)),
)

SHAPES: Final[Mapping[str, tuple[Shape, ...]]] = {
    "menu": tuple(_line((1.6, y), (14.4, y)) for y in (3.4, 8, 12.6)),
    "undo": _UNDO,
    "redo": _flip(_UNDO),
    "play": _PLAY,
    "playl": _flip(_PLAY),
    "pause": (
        _fill((3.4, 1.6), (7, 1.6), (7, 14.4), (3.4, 14.4)),
        _fill((9, 1.6), (12.6, 1.6), (12.6, 14.4), (9, 14.4)),
    ),
    "pday": _flip(_NEXT_DAY),
    "nday": _NEXT_DAY,
    "first": _flip(_LAST),
    "last": _LAST,
    "pev": _flip(_NEXT_EVENT),
    "nev": _NEXT_EVENT,
    "air": (
        _fill(
            (8, 0.6), (9.2, 1.6), (9.7, 5.4), (15.4, 9.8), (15.4, 11.6), (9.7, 10.6),
            (9.4, 13), (11.2, 14.4), (11.2, 15.6), (4.8, 15.6), (4.8, 14.4), (6.6, 13),
            (6.3, 10.6), (0.6, 11.6), (0.6, 9.8), (6.3, 5.4), (6.8, 1.6),
        ),
    ),
    "art": (Circle(8, 9.2, 5), Disc(8, 9.2, 2.3), _line((8, 0.9), (8, 4.2))),
    "eng": (_line((1.8, 13), (1.8, 3.4), (14.2, 3.4), (14.2, 13)), _line((8, 3.4), (8, 10.4))),
    "warn": (
        _ring((8, 1.6), (15, 14.2), (1, 14.2)),
        _line((8, 6), (8, 9.8)),
        Disc(8, 12.1, 1),
    ),
    "ok": (_line((1.6, 8.8), (5.6, 12.8), (14.4, 3.2)),),
    "x": (_line((2.8, 2.8), (13.2, 13.2)), _line((13.2, 2.8), (2.8, 13.2))),
    "q": (
        Circle(8, 8, 6.8),
        _arc(8, 6.3, 2.2, 180, 400),
        _line((9.7, 7.7), (8.2, 8.7), (8.1, 9.6)),
        Disc(8.1, 11.9, 1),
    ),
    "held": (_fill((1.4, 1.4), (14.6, 1.4), (14.6, 14.6), (1.4, 14.6)),),
    "half": (_BOX, _fill((2.2, 2.2), (13.8, 13.8), (2.2, 13.8))),
    "open": (_BOX,),
    "lost": (_BOX, _line((5.2, 5.2), (10.8, 10.8)), _line((10.8, 5.2), (5.2, 10.8))),
    "ppl": (
        Circle(5.4, 4.6, 2.6),
        _arc(5.4, 14.4, 4.4, 180, 360),
        Circle(11.6, 5.6, 1.9),
        _arc(11.2, 13.8, 3.9, -75, 0),
    ),
    "star": (_star(8, 8.4, 7.6),),
    "sup": (
        _line((1.2, 8), (8, 2), (14.8, 8)),
        _line((3.2, 7), (3.2, 13.4)),
        _line((12.8, 7), (12.8, 13.4)),
        _line((1.2, 13.8), (14.8, 13.8)),
        _line((6.2, 13.4), (6.2, 9.4), (9.8, 9.4), (9.8, 13.4)),
    ),
    "plus": (_line((8, 1.6), (8, 14.4)), _line((1.6, 8), (14.4, 8))),
    "minus": (_line((1.6, 8), (14.4, 8)),),
    "tgt": (
        Circle(8, 8, 5.2),
        _line((8, 0.9), (8, 5)),
        _line((8, 11), (8, 15.1)),
        _line((0.9, 8), (5, 8)),
        _line((11, 8), (15.1, 8)),
    ),
    "lay": (
        _ring((8, 2), (15, 6.2), (8, 10.4), (1, 6.2)),
        _line((1, 9.8), (8, 14), (15, 9.8)),
    ),
    "book": (
        _line((8, 3.6), (6.4, 2.6), (2, 2.6), (2, 12.6), (6.4, 12.6), (8, 13.6)),
        _line((8, 3.6), (9.6, 2.6), (14, 2.6), (14, 12.6), (9.6, 12.6), (8, 13.6)),
        _line((8, 3.6), (8, 13.6)),
    ),
    "note": (
        _ring((2.6, 1.8), (9.6, 1.8), (13.4, 5.6), (13.4, 14.2), (2.6, 14.2)),
        _line((5.2, 7.4), (10.8, 7.4)),
        _line((5.2, 10.8), (10.8, 10.8)),
    ),
    "gear": (
        _line((1.4, 3.4), (4.2, 3.4)), Circle(6.2, 3.4, 1.8), _line((8.4, 3.4), (14.6, 3.4)),
        _line((1.4, 8), (8.2, 8)), Circle(10.4, 8, 1.8), _line((12.6, 8), (14.6, 8)),
        _line((1.4, 12.6), (3, 12.6)), Circle(5, 12.6, 1.8), _line((7.2, 12.6), (14.6, 12.6)),
    ),
    "sel": (_fill((2.4, 0.8), (14.2, 7.4), (8.8, 9), (6.2, 14.4)),),
    "hex": (_ring((8, 1.2), (13.9, 4.6), (13.9, 11.4), (8, 14.8), (2.1, 11.4), (2.1, 4.6)),),
    "riv": (_wave(5.4), _wave(10.6)),
    "road": (
        _line((5.6, 1.4), (2.6, 14.6)),
        _line((10.4, 1.4), (13.4, 14.6)),
        _line((8, 1.6), (8, 3)),
        _line((8, 6.6), (8, 8.6)),
        _line((8, 12), (8, 14.4)),
    ),
    "pin": (_drop(), Disc(8, 6.2, 2.6)),
    "unit": (
        _ring((1.6, 4.4), (14.4, 4.4), (14.4, 14), (1.6, 14)),
        _line((1.6, 4.4), (14.4, 14)),
        _line((14.4, 4.4), (1.6, 14)),
        _line((6, 1.4), (6, 2.6)),
        _line((10, 1.4), (10, 2.6)),
    ),
    "evt": (
        _ring((1.8, 3.2), (14.2, 3.2), (14.2, 14.2), (1.8, 14.2)),
        _line((1.8, 6.4), (14.2, 6.4)),
        _line((5, 1.2), (5, 3.2)),
        _line((11, 1.2), (11, 3.2)),
        _star(8, 10.4, 2.8),
    ),
    "ctl": _FLAG,
    "box": (
        _ring((1.4, 2.4), (14.6, 2.4), (14.6, 13.6), (1.4, 13.6)),
        _line((4.6, 8), (11.2, 8)),
        _line((8.8, 5.6), (11.2, 8), (8.8, 10.4)),
    ),
    "chat": (
        _ring((1.6, 2), (14.4, 2), (14.4, 10.6), (8.4, 10.6), (5, 14.2), (5, 10.6), (1.6, 10.6)),
    ),
    "flag": _FLAG,
    "arr": _ARROW,
    "arl": _flip(_ARROW),
    "eye": (_almond(), Disc(8, 8, 2.6)),
    "lock": (
        _ring((2.8, 7.4), (13.2, 7.4), (13.2, 14.2), (2.8, 14.2)),
        _line((4.8, 7.2), (4.8, 4.8)),
        _arc(8, 4.8, 3.2, 180, 360),
        _line((11.2, 4.8), (11.2, 7.2)),
    ),
    "A": (Disc(8, 8, 6),),
    "B": (Circle(8, 8, 5.4), Fill(tuple(
        (8 + 5.4 * math.sin(math.pi * i / 16), 8 - 5.4 * math.cos(math.pi * i / 16))
        for i in range(17)
    ), hole=False)),
    "C": (_ring((8, 1.4), (14.6, 8), (8, 14.6), (1.4, 8)),),
    "down": (_line((3, 5.6), (8, 10.6), (13, 5.6)),),
    "up": (_line((3, 10.6), (8, 5.6), (13, 10.6)),),
    "search": (Circle(6.8, 6.8, 4.8), _line((10.4, 10.4), (14.4, 14.4))),
    "save": (
        _ring((2, 2), (11.4, 2), (14, 4.6), (14, 14), (2, 14)),
        _line((5, 2), (5, 6), (10.4, 6), (10.4, 2)),
        _line((4.8, 14), (4.8, 9.6), (11.2, 9.6), (11.2, 14)),
    ),
    "info": (Circle(8, 8, 6.8), _line((8, 7.4), (8, 11.6)), Disc(8, 4.6, 1)),
    "rest": (_arc(8, 8, 6.6, 40, 320), _line((8, 4), (8, 8), (10.6, 10))),
}  # fmt: skip
"""The shapes of every icon, by name."""
