"""Text on the screen: measured, wrapped, cut and drawn in either direction."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

import pygame

from game.ui.toolkit.fonts import Weight, draws, faces, line_height, opened
from game.ui.toolkit.glyphs import set_line, width_of
from game.ui.toolkit.shaping import APART, has_arabic, isolated, shape
from game.ui.toolkit.theme import Colour, Theme

__all__ = [
    "capitals",
    "draw_lines",
    "draw_text",
    "elide",
    "isolated",
    "line_height",
    "measure",
    "rendered",
    "shape",
    "wrap",
]

Align = Literal["start", "centre", "end", "left", "right"]

_KEPT: Final = 3000
_PLAIN: Final = {"→": "-", "←": "-", "−": "-", "…": "...", "\u202f": " ", "\u00a0": " "}
"""What is written instead of a character that no typeface of ours has."""
_WIDTHS: Final = 20000
_drawn: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()
_measured: dict[tuple[object, ...], int] = {}


def measure(theme: Theme, text: str, size: float, weight: Weight = "regular") -> tuple[int, int]:
    """Return the width and the height of a line in pixels."""
    if not text:
        return 0, line_height(theme, size)
    return _width(theme, text, size, weight), line_height(theme, size)


def wrap(
    theme: Theme, text: str, size: float, width_px: int, weight: Weight = "regular"
) -> list[str]:
    """Break a text into lines that fit, in the order of reading. A word too long is broken."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if _width(theme, longer, size, weight) <= width_px:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = _broken(theme, word, size, width_px, weight)
            lines.extend(full)
        lines.append(line)
    return lines


def elide(theme: Theme, text: str, size: float, width_px: int, weight: Weight = "regular") -> str:
    """Return a text, cut with an ellipsis if it is too wide."""
    if _width(theme, text, size, weight) <= width_px:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if _width(theme, text[:middle].rstrip() + "…", size, weight) <= width_px:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def cut(
    theme: Theme,
    lines: Sequence[str],
    most: int,
    size: float,
    width_px: int,
    weight: Weight = "regular",
) -> list[str]:
    """Return no more than `most` wrapped lines; if there were more, the last has an ellipsis."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], elide(theme, " ".join(lines[most - 1 :]), size, width_px, weight)]


def capitals(theme: Theme, text: str) -> str:
    """Return the head of a section: in capitals, where the script has them."""
    return text if theme.lang == "ar" else text.upper()


def draw_text(
    surface: pygame.Surface,
    theme: Theme,
    text: str,
    pos: tuple[int, int],
    size: float,
    colour: Colour,
    weight: Weight = "regular",
    align: Align = "start",
    width: int | None = None,
) -> pygame.Rect:
    """Draw one line and return the box it took.

    With a width, the line stands in the box of that width whose top left corner is `pos`, at its
    start, centre or end, and is cut to fit. Without one, `pos` is the point at which the line
    starts, is centred or ends; the start of Arabic is its right. `left` and `right` are meant as
    they are, for what is not mirrored.
    """
    if width is not None:
        text = elide(theme, text, size, width, weight)
    image = rendered(theme, text, size, colour, weight)
    height = line_height(theme, size)
    side = _side(theme, align)
    x = pos[0]
    if side == "centre":
        x += ((width or 0) - image.get_width()) // 2
    elif side == "right":
        x += (width or 0) - image.get_width()
    surface.blit(image, (x, pos[1] + (height - image.get_height()) // 2))
    return pygame.Rect(x, pos[1], image.get_width(), height)


def draw_lines(
    surface: pygame.Surface,
    theme: Theme,
    text: str | Sequence[str],
    rect: pygame.Rect,
    size: float,
    colour: Colour,
    weight: Weight = "regular",
    align: Align = "start",
    most: int = 0,
) -> pygame.Rect:
    """Draw a wrapped text (or lines already wrapped) in a box; return the box it took.

    With `most`, no more lines than that are drawn and the last one is cut.
    """
    lines = wrap(theme, text, size, rect.w, weight) if isinstance(text, str) else list(text)
    if most:
        lines = cut(theme, lines, most, size, rect.w, weight)
    height = line_height(theme, size)
    for row, line in enumerate(lines):
        draw_text(
            surface,
            theme,
            line,
            (rect.x, rect.y + row * height),
            size,
            colour,
            weight,
            align,
            rect.w,
        )
    return pygame.Rect(rect.x, rect.y, rect.w, height * len(lines))


def rendered(
    theme: Theme, text: str, size: float, colour: Colour, weight: Weight = "regular"
) -> pygame.Surface:
    """Return a line as a picture; the same one for the same wish, so do not draw on it."""
    key = (text, theme.lang, theme.px(size), tuple(colour), weight)
    image = _drawn.get(key)
    if image is not None:
        _drawn.move_to_end(key)
        return image
    image = _paint(theme, text, size, colour, weight)
    _drawn[key] = image
    if len(_drawn) > _KEPT:
        _drawn.popitem(last=False)
    return image


def _side(theme: Theme, align: Align) -> str:
    if align == "start":
        return "right" if theme.rtl else "left"
    if align == "end":
        return "left" if theme.rtl else "right"
    return align


def _broken(theme: Theme, word: str, size: float, width_px: int, weight: Weight) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and _width(theme, pieces[-1] + letter, size, weight) > width_px:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _width(theme: Theme, text: str, size: float, weight: Weight) -> int:
    key = (theme.lang, theme.px(size), weight, text)
    width = _measured.get(key)
    if width is None:
        if len(_measured) > _WIDTHS:
            _measured.clear()
        runs = _runs(theme, text, weight)
        width = sum(_width_of(name, run, theme.px(size)) for name, run in runs)
        _measured[key] = width
    return width


def _runs(theme: Theme, text: str, weight: Weight) -> list[tuple[str, str]]:
    """Shape a line and cut it into pieces that one typeface can draw.

    What is set in Mono (keys, hexes, places in files) reads from left to right in any language.
    """
    shaped = shape(text, "en" if weight == "mono" else theme.lang)
    names = faces(theme.lang, weight)
    if APART not in shaped and {_set_in(names, char) for char in set(shaped)} == {names[0]}:
        return [(names[0], shaped)]
    runs: list[tuple[str, str]] = []
    for char in shaped:
        if char == APART and runs:
            runs[-1] = (runs[-1][0], runs[-1][1] + char)
            continue
        name = _set_in(names, char)
        if not name:
            name, char = names[0], _PLAIN.get(char, "")
        if runs and (runs[-1][0] == name or char == " "):
            runs[-1] = (runs[-1][0], runs[-1][1] + char)
        elif char:
            runs.append((name, char))
    return runs


@lru_cache(maxsize=20000)
def _set_in(names: tuple[str, ...], char: str) -> str:
    """Return the first typeface that has a character, empty if none has."""
    return next((name for name in names if draws(name, char)), "")


def _paint(theme: Theme, text: str, size: float, colour: Colour, weight: Weight) -> pygame.Surface:
    runs = _runs(theme, text, weight)
    pixels = theme.px(size)
    if not runs:
        return pygame.Surface((0, line_height(theme, size)), pygame.SRCALPHA)
    if len(runs) == 1:
        return _set(*runs[0], pixels, colour)
    pieces = [_set(name, run, pixels, colour) for name, run in runs]
    ascents = [opened(name, pixels).get_ascent() for name, _ in runs]
    up = max(ascents)
    down = max(piece.get_height() - ascent for piece, ascent in zip(pieces, ascents, strict=True))
    image = pygame.Surface((sum(piece.get_width() for piece in pieces), up + down), pygame.SRCALPHA)
    image.fill((*colour[:3], 0))
    x = 0
    for piece, ascent in zip(pieces, ascents, strict=True):
        image.blit(piece, (x, up - ascent))
        x += piece.get_width()
    return image


def _set(name: str, run: str, pixels: int, colour: Colour) -> pygame.Surface:
    """Return the picture of a piece. Joined letters stay with SDL, which sets them seamlessly."""
    if has_arabic(run):
        return opened(name, pixels).render(run, True, colour)
    return set_line(name, pixels, run, colour)


def _width_of(name: str, run: str, pixels: int) -> int:
    return opened(name, pixels).size(run)[0] if has_arabic(run) else width_of(name, pixels, run)
