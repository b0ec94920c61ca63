"""What moves over the map: counters on their way, and dice."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

import pygame

from game.ui.map.counters import Look, picture
from game.ui.map.screen_map import Point, ScreenMap, centre, clipped, on_screen
from game.ui.toolkit import painter
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.theme import Theme

_PIPS: Final[dict[int, tuple[tuple[int, int], ...]]] = {
    1: ((0, 0),),
    2: ((-1, -1), (1, 1)),
    3: ((-1, -1), (0, 0), (1, 1)),
    4: ((-1, -1), (1, -1), (-1, 1), (1, 1)),
    5: ((-1, -1), (1, -1), (0, 0), (-1, 1), (1, 1)),
    6: ((-1, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (1, 1)),
}
_TURNS: Final = 6
"""Faces a die shows while it rolls."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A unit on its way, from hex to hex."""

    unit: int
    look: Look
    path: tuple[int, ...]

    def at(self, view: ScreenMap, share: float) -> Point:
        """Return where the unit is on the screen after a share (0 to 1) of its way."""
        legs = len(self.path) - 1
        done = min(1.0, max(0.0, share)) * legs
        leg = min(legs - 1, math.floor(done))
        x0, y0 = centre(view, self.path[leg])
        x1, y1 = centre(view, self.path[leg + 1])
        rest = done - leg
        return x0 + (x1 - x0) * rest, y0 + (y1 - y0) * rest


@dataclass
class Walkers:
    """Counters between two hexes."""

    walks: Sequence[Walk]
    share: float = 0.0
    over: ClassVar[bool] = True

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        for walk in self.walks:
            middle = walk.at(view, self.share)
            if on_screen(view, middle):
                image = picture(walk.look, round(view.width))
                surface.blit(image, image.get_rect(center=(round(middle[0]), round(middle[1]))))
        surface.set_clip(before)


@dataclass
class DiceMark:
    """Two dice beside a hex, rolling or fallen, and what they brought."""

    hex: int
    faces: tuple[int, ...]
    result: str = ""
    share: float = 1.0
    """Below 1 they still roll."""
    over: ClassVar[bool] = True

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        x, y = centre(view, self.hex)
        if not on_screen(view, (x, y)):
            return
        before = clipped(surface, view)
        theme = view.theme
        fallen = self.share >= 1
        edge, pad = theme.px(26), theme.px(8)
        text = self.result if fallen else ""
        wide = len(self.faces) * (edge + pad) + pad
        if text:
            wide += measure(theme, text, 14, "semibold")[0] + pad
        box = pygame.Rect(0, 0, wide, edge + 2 * pad)
        box.midbottom = (round(x), round(y - 0.6 * view.width))
        if box.top < view.rect.top:
            box.top = round(y + 0.6 * view.width)
        box.clamp_ip(view.rect)
        painter.panel(surface, theme, box, theme.bg1, theme.line2)
        left = box.x + pad
        for place, face in enumerate(self.faces):
            shown = face if fallen else self._rolling(place)
            _die(surface, theme, pygame.Rect(left, box.y + pad, edge, edge), shown)
            left += edge + pad
        if text:
            top = box.centery - line_height(theme, 14) // 2
            draw_text(surface, theme, text, (left, top), 14, theme.text1, "semibold",
                      width=box.right - left - pad)  # fmt: skip
        surface.set_clip(before)

    def _rolling(self, place: int) -> int:
        """A face on the way: it says nothing about the one to come."""
        turn = int(self.share * _TURNS)
        return (turn * (5 if place else 3) + 2 * place) % 6 + 1


def _die(surface: pygame.Surface, theme: Theme, rect: pygame.Rect, face: int) -> None:
    painter.panel(surface, theme, rect, theme.plate, theme.ink)
    reach = rect.w * 0.26
    size = max(2, round(rect.w * 0.09))
    for dx, dy in _PIPS.get(face, ()):
        spot = (round(rect.centerx + dx * reach), round(rect.centery + dy * reach))
        pygame.draw.circle(surface, theme.ink, spot, size)
