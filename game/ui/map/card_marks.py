"""The small marks on a counter, each on whole pixels or shrunk from a large drawing."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

import pygame

from game.ui.map.plain_pictures import star_points
from game.ui.map.side_looks import SideLook
from game.ui.map.symbols import CREAM, INK
from game.ui.toolkit.fonts import opened
from game.ui.toolkit.theme import Colour

_FINE: Final = 8
_ECHELONS: Final = {
    "team": "o",
    "squad": ".",
    "section": "..",
    "platoon": "...",
    "company": "I",
    "battalion": "II",
    "regiment": "III",
    "brigade": "X",
    "division": "XX",
    "corps": "XXX",
}


def draw_echelon(
    surface: pygame.Surface, echelon: str, middle: float, card: pygame.Rect, below: int, ink: Colour
) -> None:
    """Draw the echelon mark between the top of the card and the symbol's top, `below`."""
    text = _ECHELONS.get(echelon, "")
    if not text:
        return
    high = max(3, min(round(0.13 * card.h), below - card.top - 3))
    wide = max(1, round(0.042 * card.h)) if text[0] == "I" else high
    gap = max(2, round(0.07 * card.h)) if text[0] == "I" else max(1, high // 4)
    x = round(middle - (len(text) * wide + (len(text) - 1) * gap) / 2)
    top = max(card.top + 2, (card.top + below - high + 1) // 2)
    for letter in text:
        if letter == "I":
            surface.fill(ink, (x, top, wide, high))
        else:
            surface.blit(_letter(letter, high, ink), (x, top))
        x += wide + gap


def draw_pips(
    surface: pygame.Surface,
    steps: tuple[int, int, int],
    middle: float,
    card: pygame.Rect,
    tone: SideLook,
) -> None:
    """Draw one mark a step: fit, suppressed, lost."""
    size = max(4, round(0.12 * card.w))
    kinds = "f" * steps[0] + "s" * steps[1] + "l" * steps[2]
    gap = max(1, round(0.34 * size))
    room = card.w - 4
    while len(kinds) * (size + gap) - gap > room and size > 2:
        size -= 1
        gap = 1
    x = round(middle - (len(kinds) * (size + gap) - gap) / 2)
    y = round(card.bottom - 0.125 * card.h - size / 2)
    for kind in kinds:
        if kind == "l":
            thick = max(1, size // 4)
            surface.fill(tone.mark, (x, y + (size - thick) // 2, size, thick))
        else:
            surface.blit(disc(size, tone.mark, hollow=kind == "s"), (x, y))
        x += size + gap


def draw_badge(surface: pygame.Surface, card: pygame.Rect, *, cut_off: bool) -> None:
    """Draw the state of supply in the top right corner."""
    size = max(7, round(0.26 * card.w))
    image = _crossed_square(size) if cut_off else _hollow_triangle(size)
    surface.blit(image, (card.right - size + 1, card.top - 1))


def draw_star(surface: pygame.Surface, card: pygame.Rect) -> None:
    """Draw the star of a leader in the top left corner."""
    size = max(9, round(0.3 * card.w))
    surface.blit(_star(size), (card.left - 2, card.top - 2))


def acted_corner(surface: pygame.Surface, card: pygame.Rect, tone: SideLook) -> None:
    """Draw the corner of a unit that has acted, dark on light bodies and light on dark ones."""
    size = max(6, round(0.33 * card.w))
    fill = (196, 194, 186) if tone.dark else (104, 100, 88)
    image = _corner(size, fill, tone.edge)
    surface.blit(image, (card.right - size, card.bottom - size))


def question_mark(surface: pygame.Surface, middle: tuple[int, int], edge: int) -> None:
    """Draw the question mark of a unit that is not known."""
    face = opened("IBMPlexSans_600SemiBold.ttf", max(11, round(0.42 * edge)))
    image = face.render("?", True, INK)
    box = image.get_bounding_rect()
    surface.blit(image, (middle[0] - box.centerx, middle[1] - box.centery))


@lru_cache(maxsize=256)
def disc(size: int, ink: Colour, *, hollow: bool = False) -> pygame.Surface:
    """Return a disc, or a ring, of a diameter in whole pixels. Do not draw on it: it is shared."""

    def draw(big: pygame.Surface) -> None:
        middle = (size * _FINE / 2, size * _FINE / 2)
        pygame.draw.circle(big, ink, middle, size * _FINE / 2)
        if hollow:
            line = max(1.0, 0.2 * size)
            pygame.draw.circle(big, (*ink, 0), middle, max(0.55, size / 2 - line) * _FINE)

    return _shrunk(size, draw, ink)


@lru_cache(maxsize=64)
def _letter(letter: str, size: int, ink: Colour) -> pygame.Surface:
    def draw(big: pygame.Surface) -> None:
        edge, line = size * _FINE, max(_FINE, round(0.22 * size * _FINE))
        if letter == "X":
            inner = line // 3
            for a, b in ((inner, edge - inner), (edge - inner, inner)):
                pygame.draw.line(big, ink, (inner, a), (edge - inner, b), line)
        elif letter == ".":
            pygame.draw.circle(big, ink, (edge / 2, edge / 2), edge * 0.36)
        else:
            pygame.draw.circle(big, ink, (edge / 2, edge / 2), edge / 2, line)
            pygame.draw.line(big, ink, (0, edge), (edge, 0), line)

    return _shrunk(size, draw, ink)


@lru_cache(maxsize=32)
def _hollow_triangle(size: int) -> pygame.Surface:
    def draw(big: pygame.Surface) -> None:
        edge = size * _FINE
        pygame.draw.rect(big, CREAM, big.get_rect(), border_radius=edge // 6)
        left, right, top, low = 0.1 * edge, 0.9 * edge, 0.16 * edge, 0.9 * edge
        pygame.draw.polygon(big, INK, ((left, top), (right, top), (edge / 2, low)))
        hole = ((0.36 * edge, 0.33 * edge), (0.64 * edge, 0.33 * edge), (edge / 2, 0.6 * edge))
        pygame.draw.polygon(big, CREAM, hole)

    return _shrunk(size, draw, CREAM)


@lru_cache(maxsize=32)
def _crossed_square(size: int) -> pygame.Surface:
    image = pygame.Surface((size, size), pygame.SRCALPHA)
    image.fill(CREAM)
    image.fill(INK, (1, 1, size - 2, size - 2))

    def draw(big: pygame.Surface) -> None:
        edge, line = (size - 2) * _FINE, max(_FINE, round(0.11 * size * _FINE))
        near = 0.2 * edge
        for a, b in ((near, edge - near), (edge - near, near)):
            pygame.draw.line(big, CREAM, (near, a), (edge - near, b), round(line * 1.25))

    image.blit(_shrunk(size - 2, draw, CREAM), (1, 1))
    return image


@lru_cache(maxsize=32)
def _star(size: int) -> pygame.Surface:
    def draw(big: pygame.Surface) -> None:
        middle = size * _FINE / 2
        pygame.draw.polygon(big, CREAM, star_points(middle, middle * 1.05, middle))
        pygame.draw.lines(
            big, CREAM, True, star_points(middle, middle * 1.05, middle * 0.86), round(_FINE * 1.6)
        )
        pygame.draw.polygon(big, INK, star_points(middle, middle * 1.05, middle * 0.8))

    return _shrunk(size, draw, CREAM)


@lru_cache(maxsize=64)
def _corner(size: int, fill: Colour, edge_ink: Colour) -> pygame.Surface:
    def draw(big: pygame.Surface) -> None:
        edge = size * _FINE
        round_off = round(0.24 * edge)
        shape = [(edge, 0), (edge, edge - round_off), (edge - round_off, edge), (0, edge)]
        pygame.draw.polygon(big, fill, shape)
        pygame.draw.line(big, edge_ink, (edge, 0), (0, edge), round(1.3 * _FINE))

    return _shrunk(size, draw, fill)


def _shrunk(size: int, draw: Callable[[pygame.Surface], None], rest: Colour) -> pygame.Surface:
    """Draw large on clear ground of the same colour, so that edges do not darken, and shrink."""
    big = pygame.Surface((size * _FINE, size * _FINE), pygame.SRCALPHA)
    big.fill((*rest, 0))
    draw(big)
    return pygame.transform.smoothscale(big, (size, size))
