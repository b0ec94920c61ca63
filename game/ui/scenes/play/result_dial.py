"""A dial of the result: half a ring with a pointer, and history's mark where there is a figure."""

from __future__ import annotations

import math

import pygame
from pygame import Rect

from game.ui.scenes.play.result_facts import DialWords
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.theme import Theme


def draw_dial(
    surface: pygame.Surface, theme: Theme, rect: Rect, facts: DialWords, history: str, roomy: bool
) -> None:
    """Draw a half ring with its pointer; history is a dashed tick where there is a figure."""
    fine = 3
    thick = theme.px(12 if roomy else 9)
    radius = min(rect.w // 2 - theme.px(16), rect.h - theme.px(34 if roomy else 30))
    middle = (rect.centerx, rect.y + theme.px(22) + radius)
    size = 2 * (radius + theme.px(10))
    image = pygame.Surface((size * fine, size * fine), pygame.SRCALPHA)
    at = (size * fine // 2, size * fine // 2)
    image.fill((*theme.line, 0))
    pygame.draw.circle(image, theme.line, at, radius * fine, thick * fine)
    image.fill((*theme.line, 0), Rect(0, at[1], size * fine, at[1]))
    small = pygame.transform.smoothscale(image, (size, size))
    surface.blit(small, (middle[0] - size // 2, middle[1] - size // 2))

    def spot(part: float, far: float) -> tuple[int, int]:
        angle = math.pi * (1 - part) if not theme.rtl else math.pi * part
        return (round(middle[0] + far * math.cos(angle)), round(middle[1] - far * math.sin(angle)))

    for part, label in facts.ticks:
        if roomy:
            start, end = (spot(part, radius - thick - theme.px(off)) for off in (3, 7))
            pygame.draw.line(surface, theme.line2, start, end, theme.px(1))
        if abs(part - facts.at) < 0.05:
            continue
        edge = part in (0.0, 1.0)
        x, y = spot(part, radius - thick - theme.px(18 if roomy else 10))
        wide = measure(theme, label, 12)[0]
        if edge:
            y -= line_height(theme, 12) // 2 - theme.px(2)
            x += theme.px(6) if x < middle[0] else -theme.px(6)
        draw_text(surface, theme, label, (x - wide // 2, y - line_height(theme, 12) // 2), 12,
                  theme.text2, align="left")  # fmt: skip
    if facts.history is not None:
        for near, far in ((0.0, 0.35), (0.5, 0.75), (0.9, 1.2)):
            a = spot(facts.history, radius - thick + near * thick)
            b = spot(facts.history, radius - thick + far * thick)
            pygame.draw.line(surface, theme.text1, a, b, theme.px(2))
        x, y = spot(facts.history, radius + theme.px(10))
        if not 0.12 < facts.history < 0.88:
            y -= theme.px(18)
        wide = measure(theme, history, 12)[0]
        x = min(max(rect.left, x - wide // 2), rect.right - wide)
        draw_text(surface, theme, history, (x, y - line_height(theme, 12) // 2 - theme.px(2)), 12,
                  theme.text1, align="left")  # fmt: skip
    _needle(surface, theme, spot(facts.at, radius - thick / 2),
            spot(facts.at, radius - thick - theme.px(26 if roomy else 14)))  # fmt: skip
    big = 28 if roomy else 20
    wide = measure(theme, facts.value, big, "semibold")[0]
    draw_text(surface, theme, facts.value,
              (middle[0] - wide // 2, middle[1] - line_height(theme, big) - theme.px(2)), big,
              theme.text1, "semibold", align="left")  # fmt: skip


def _needle(
    surface: pygame.Surface, theme: Theme, head: tuple[int, int], foot: tuple[int, int]
) -> None:
    """Draw the pointer of a dial with a smooth head."""
    fine, margin = 4, theme.px(10)
    box = Rect(head, (1, 1)).union(Rect(foot, (1, 1))).inflate(2 * margin, 2 * margin)
    image = pygame.Surface((box.w * fine, box.h * fine), pygame.SRCALPHA)
    image.fill((*theme.accent, 0))
    a, b = (((x - box.x) * fine, (y - box.y) * fine) for x, y in (head, foot))
    along = pygame.Vector2(b) - pygame.Vector2(a)
    if along.length():
        across = along.rotate(90)
        across.scale_to_length(theme.px(4) * fine / 2)
        corners = [pygame.Vector2(a) + across, pygame.Vector2(b) + across,
                   pygame.Vector2(b) - across, pygame.Vector2(a) - across]  # fmt: skip
        pygame.draw.polygon(image, theme.accent, corners)
    pygame.draw.circle(image, theme.bg1, a, theme.px(8) * fine)
    pygame.draw.circle(image, theme.accent, a, theme.px(6) * fine)
    surface.blit(pygame.transform.smoothscale(image, box.size), box)
