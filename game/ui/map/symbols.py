"""Unit symbols: APP-6 pictures from SVG, and plain pictures for those who do not read them.

The SVG files are read as text, cut down to frame or content, inked in our colours and rastered at
the wanted size, so that a symbol is sharp at every zoom. Nothing here knows of sides.
"""

from __future__ import annotations

import io
import os
import re
from functools import cache, lru_cache
from typing import Final, Literal

import pygame

from game.scenario.layout import data_folder
from game.ui.map.plain_pictures import plain_picture
from game.ui.toolkit.theme import Colour

Frame = Literal["rectangle", "diamond", "square", "unknown"]
"""Shape round a symbol. Which side gets which is the viewer's setting, never a judgement."""

CREAM: Final[Colour] = (253, 250, 242)
INK: Final[Colour] = (26, 24, 22)

_FILES: Final[dict[str, str]] = {
    "rectangle": "friend",
    "diamond": "hostile",
    "square": "neutral",
    "unknown": "unknown",
}
_BOX: Final[dict[str, tuple[float, float, float, float]]] = {
    "rectangle": (25, 50, 150, 100),
    "square": (45, 45, 110, 110),
    "diamond": (28, 28, 144, 144),
    "unknown": (29, 29, 142, 142),
}
"""Outer box of each frame in the units of the files: left, top, width, height."""
_ENLARGED: Final = {"special_forces": 1.75, "engineer": 1.2, "mortar": 1.3}
"""Content that is small in its frame, and by how much it grows for the size of a counter."""
_ELEMENT: Final = re.compile(r"<(?:path|circle|g)\b.*?(?:</path>|</circle>|</g>)", re.DOTALL)


def proportion(frame: Frame) -> float:
    """Width of a frame for one of height."""
    box = _BOX[frame]
    return box[2] / box[3]


@lru_cache(maxsize=512)
def framed(
    name: str,
    frame: Frame,
    height: int,
    line: float,
    fill: Colour = CREAM,
    ink: Colour = INK,
    edge: Colour | None = None,
) -> pygame.Surface:
    """Return an APP-6 symbol whose frame is `height` pixels high, with lines of `line` pixels.

    The frame is inked in `edge`, if given. A name without a file gives the empty frame. Do not
    draw on the surface: it is shared.
    """
    edge = ink if edge is None else edge
    width = max(3, round(height * proportion(frame)))
    if frame in ("rectangle", "square"):
        picture = pygame.Surface((width, height), pygame.SRCALPHA)
        picture.fill(fill)
        content = _content(name, frame)
        if content:
            picture.blit(_raster(content, _BOX[frame], (width, height), line, fill, ink), (0, 0))
        pygame.draw.rect(picture, edge, picture.get_rect(), max(1, round(line)))
        return picture
    x, y, w, h = _BOX[frame]
    rim = line * h / height
    box = (x - rim, y - rim, w + 2 * rim, h + 2 * rim)
    border = _elements("infantry", frame)[1]
    border = border.replace('"black"', f'"#{edge[0]:02x}{edge[1]:02x}{edge[2]:02x}"')
    whole = border + _content(name, frame)
    return _raster(whole, box, (width, height), line, fill, ink)


@lru_cache(maxsize=256)
def plain(name: str, height: int, fill: Colour = CREAM, ink: Colour = INK) -> pygame.Surface:
    """Return a plain picture on a plate 1.4 times as wide as it is `height` pixels high."""
    return plain_picture(name, (round(height * 1.4), height), fill, ink)


def _raster(
    body: str,
    box: tuple[float, float, float, float],
    size: tuple[int, int],
    line: float,
    fill: Colour,
    ink: Colour,
) -> pygame.Surface:
    width = line * box[3] / size[1]
    body = re.sub(r'fill="rgb\(\d+,\d+,\d+\)"', f'fill="rgb({fill[0]},{fill[1]},{fill[2]})"', body)
    body = body.replace('"black"', f'"rgb({ink[0]},{ink[1]},{ink[2]})"')
    body = re.sub(r'stroke-width="[\d.]+"', f'stroke-width="{width:.2f}"', body)
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="{} {} {} {}" '
        'preserveAspectRatio="none">{}</svg>'
    ).format(*size, *box, body)
    return pygame.image.load_sized_svg(io.BytesIO(text.encode()), size)


def _content(name: str, frame: Frame) -> str:
    """What stands inside the frame, enlarged where it would be lost at the size of a counter."""
    body = "".join(_elements(name, frame)[2:])
    grow = _ENLARGED.get(name, 1.0)
    if grow == 1 or not body:
        return body
    body = body.replace("stroke-width=", "stroke-linejoin='miter' stroke-width=")
    shift = 100 * (1 - grow)
    return f'<g transform="matrix({grow} 0 0 {grow} {shift:.1f} {shift:.1f})">{body}</g>'


@cache
def _elements(name: str, frame: Frame) -> tuple[str, ...]:
    """The drawn elements of a file: white outline, frame, then the content; none if no file."""
    if not name.replace("_", "").isalnum():
        return ()
    file = os.path.join(data_folder(), "assets", "symbols", f"{_FILES[frame]}-{name}-none.svg")
    try:
        with open(file, encoding="utf-8") as stream:
            text = stream.read()
    except FileNotFoundError:
        return ()
    return tuple(e for e in _ELEMENT.findall(text) if ' d=""' not in e)
