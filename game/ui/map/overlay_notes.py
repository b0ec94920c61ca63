"""Overlays that point at hexes: pins of the record, numbers of a digest, harm, objectives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

import pygame

from game.ui.map.screen_map import Point, ScreenMap, centre, clipped, on_screen, whole
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.painter import mark, panel
from game.ui.toolkit.text import draw_text, line_height, measure

_PIN = 28
_NUMBER = 20
_BADGE = 22


@dataclass
class Pins:
    """What the record reports for a day: a dark square with the mark of its grade, on a point."""

    pins: Sequence[tuple[int, str, str]]
    """(hex, grade A, B or C, text)."""
    over: ClassVar[bool] = True

    def where(self) -> list[int]:
        """Hexes it is drawn at."""
        return [hex for hex, _, _ in self.pins]

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        before = clipped(surface, view)
        theme = view.theme
        for (_, grade, _), (box, tip) in zip(self.pins, self._boxes(view), strict=True):
            if not view.rect.colliderect(box):
                continue
            wing = theme.px(6 * _share(view))
            point = [
                (tip[0] - wing, box.bottom - 2),
                (tip[0] + wing, box.bottom - 2),
                tip,
            ]
            pygame.draw.polygon(surface, theme.casing, whole((x, y + 1) for x, y in point))
            panel(surface, theme, box.inflate(2, 2), theme.casing)
            panel(surface, theme, box, _dark(view))
            pygame.draw.polygon(surface, _dark(view), whole(point))
            sign = pygame.Rect(0, 0, theme.px(16 * _share(view)), theme.px(16 * _share(view)))
            sign.center = box.center
            mark(surface, theme, grade, sign, _light(view))
        surface.set_clip(before)

    def at(self, view: ScreenMap, pos: tuple[int, int]) -> int | None:
        """Return the number of the pin under a point of the screen."""
        for number, (box, _) in reversed(list(enumerate(self._boxes(view)))):
            if box.collidepoint(pos) and view.rect.collidepoint(pos):
                return number
        return None

    def _boxes(self, view: ScreenMap) -> list[tuple[pygame.Rect, Point]]:
        """Square and tip of each pin; pins on the same hex stand side by side."""
        size, drop = view.theme.px(_PIN * _share(view)), view.theme.px(9 * _share(view))
        seen: dict[int, int] = {}
        boxes: list[tuple[pygame.Rect, Point]] = []
        for hex, _, _ in self.pins:
            nth = seen[hex] = seen.get(hex, -1) + 1
            x, y = centre(view, hex)
            x += 0.3 * view.width + nth * (size + view.theme.px(3))
            y -= 0.1 * view.width
            box = pygame.Rect(round(x - size / 2), round(y - size - drop), size, size)
            boxes.append((box, (round(x), round(y))))
        return boxes


@dataclass
class DigestNumbers:
    """The numbers of a list's lines on the map: dark discs with a number."""

    numbers: Sequence[tuple[int, int]]
    """(hex, number)."""
    over: ClassVar[bool] = True

    def where(self) -> list[int]:
        """Hexes it is drawn at."""
        return [hex for hex, _ in self.numbers]

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""

        def badge(box: pygame.Rect, nth: int) -> None:
            panel(surface, view.theme, box.inflate(2, 2), view.theme.casing, radius=11)
            panel(surface, view.theme, box, _dark(view), radius=10)
            top = box.y + (box.h - line_height(view.theme, 12)) // 2
            draw_text(
                surface,
                view.theme,
                str(self.numbers[nth][1]),
                (box.x, top),
                12,
                _light(view),
                "semibold",
                "centre",
                box.w,
            )

        _badges(surface, view, [hex for hex, _ in self.numbers], _NUMBER, (-0.36, -0.36), badge)


@dataclass
class HarmNotes:
    """Hexes in which civilians were harmed: a plate with the sign of people, and how often."""

    notes: Sequence[tuple[int, int]]
    """(hex, entries of the ledger)."""
    over: ClassVar[bool] = True

    def where(self) -> list[int]:
        """Hexes it is drawn at."""
        return [hex for hex, _ in self.notes]

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        theme = view.theme

        def badge(box: pygame.Rect, nth: int) -> None:
            count = self.notes[nth][1]
            if count > 1:
                box = box.copy()
                box.w += measure(theme, str(count), 12, "semibold")[0] + theme.px(3)
            panel(surface, theme, box, (239, 230, 210), (22, 25, 28))
            sign = pygame.Rect(0, 0, theme.px(16), theme.px(16))
            sign.midleft = (box.left + theme.px(3), box.centery)
            draw_icon(surface, theme, "ppl", sign, (22, 25, 28))
            if count > 1:
                top = box.y + (box.h - line_height(theme, 12)) // 2
                at = (sign.right + theme.px(2), top)
                draw_text(surface, theme, str(count), at, 12, (22, 25, 28), "semibold", "left")

        _badges(surface, view, [hex for hex, _ in self.notes], _BADGE, (0.36, 0.34), badge)


@dataclass
class ObjectiveBadges:
    """The mark of each objective at its place: open, half, held or lost."""

    badges: Sequence[tuple[int, str]]
    """(hex, mark)."""
    over: ClassVar[bool] = True

    def where(self) -> list[int]:
        """Hexes it is drawn at."""
        return [hex for hex, _ in self.badges]

    def draw(self, surface: pygame.Surface, view: ScreenMap) -> None:
        """Draw on the map's window."""
        theme = view.theme

        def badge(box: pygame.Rect, nth: int) -> None:
            panel(surface, theme, box.inflate(2, 2), theme.casing)
            panel(surface, theme, box, _dark(view))
            sign = pygame.Rect(0, 0, theme.px(12), theme.px(12))
            sign.center = box.center
            mark(surface, theme, self.badges[nth][1], sign, _light(view))

        _badges(surface, view, [hex for hex, _ in self.badges], _NUMBER, (-0.36, 0.34), badge)


def _badges(
    surface: pygame.Surface,
    view: ScreenMap,
    hexes: Sequence[int],
    size: int,
    offset: Point,
    draw: Callable[[pygame.Rect, int], None],
) -> None:
    """Draw a badge of a logical size at a shoulder of each hex; more than one step aside."""
    before = clipped(surface, view)
    edge = view.theme.px(size)
    seen: dict[int, int] = {}
    for nth, hex in enumerate(hexes):
        place = seen[hex] = seen.get(hex, -1) + 1
        x, y = centre(view, hex)
        if not on_screen(view, (x, y)):
            continue
        box = pygame.Rect(0, 0, edge, edge)
        lean = 1 if offset[0] < 0 else -1
        box.center = (
            round(x + offset[0] * view.width + lean * place * (edge + 3)),
            round(y + offset[1] * view.width),
        )
        draw(box, nth)
    surface.set_clip(before)


def _share(view: ScreenMap) -> float:
    """Pins are smaller at the far zooms, where they would hide whole quarters."""
    return 1.0 if view.width >= 46 else 0.72


def _dark(view: ScreenMap) -> tuple[int, int, int]:
    """Badges are dark on the paper in every skin."""
    return (27, 31, 35) if view.theme.name == "light" else view.theme.bg1


def _light(view: ScreenMap) -> tuple[int, int, int]:
    return (240, 236, 227) if view.theme.name == "light" else view.theme.text1
