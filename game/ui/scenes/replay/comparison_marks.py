"""The top bar of the comparison, and the legend of its lines and marks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui.map.strokes import dashes, stroke
from game.ui.scenes.replay.top_bar import lay_day, lay_menu_button
from game.ui.toolkit.controls import Control, natural_size
from game.ui.toolkit.icons import for_direction
from game.ui.toolkit.text import line_height, measure

if TYPE_CHECKING:
    from game.ui.scenes.replay.comparison import ComparisonScene

_FRONT = (206, 70, 38)
_OTHER = (40, 44, 52)


def lay_top(scene: ComparisonScene) -> None:
    """Lay out day, choice of what is shown, name of the game, and the way back."""
    theme, px, rect = scene.theme, scene.px, scene.areas.top
    wide = scene.areas.kind == "wide"
    scene.fill(rect, theme.bg1)
    scene.fill(Rect(rect.x, rect.bottom - px(1), rect.w, px(1)), theme.line)
    side = px(32 if wide else 28)
    top = (rect.h - side) // 2
    lay_menu_button(scene, top, side)
    left = lay_day(scene, px(64 if wide else 44), wide)
    key = "compare.back_to_history" if scene.path is not None else "compare.back"
    back = Control(
        "leave", Rect(0, 0, 0, 0), "button", scene.w(key), icon=for_direction(theme, "arl"),
        key=scene.app.keys.cap("back") if wide else "", part="top", action=scene.leave_scene,
    )  # fmt: skip
    used = natural_size(theme, back)[0]
    back.rect = Rect(rect.right - px(16 if wide else 8) - used, top, used, side)
    x = left
    for mode in ("mine", "both", "history"):
        control = Control(
            f"mode:{mode}", Rect(0, 0, 0, 0), "segment", scene.w(f"compare.{mode}"),
            current=scene.mode == mode, value=mode, group="mode", part="top",
            changed=scene.set_mode,
        )  # fmt: skip
        wide_px = natural_size(theme, control)[0]
        control.rect = Rect(x, top, wide_px, side)
        scene.add(control)
        x += wide_px
    scene.add(back)
    x += px(12)
    name = scene.own_name()
    room = back.rect.x - px(16) - x
    if room > px(80):
        y = (rect.h - line_height(theme, 12)) // 2
        scene.text(name, x, y, room, 12, theme.text2, may_cut=True)


def lay_front_legend(scene: ComparisonScene) -> int:
    """Lay out what the lines and triangles mean, at the end of the map; returns where it ends."""
    told = scene.against() if scene.mode == "both" else None
    if told is None:
        return scene.areas.map.y
    theme, px, area = scene.theme, scene.px, scene.areas.map
    rows = (
        ("front", scene.w("compare.front_mine")),
        ("history", scene.w("compare.front_history")),
        ("up", scene.w("compare.you_hold", count=told.held_more)),
        ("down", scene.w("compare.history_held", count=told.held_less)),
    )
    row, sign_w = px(20), px(44)
    wide = max(measure(theme, text, 12)[0] for _, text in rows) + sign_w + px(36)
    box = Rect(area.right - px(16) - wide, area.y + px(16), wide, row * len(rows) + px(16))
    scene.panel(box, theme.bg1, theme.line)
    for number, (kind, text) in enumerate(rows):
        y = box.y + px(8) + number * row
        sign = Rect(box.x + px(12), y, sign_w, row)
        scene.put(sign, partial(_sign, scene, kind))
        top = y + (row - line_height(theme, 12)) // 2
        scene.text(text, box.x + px(20) + sign_w, top, wide - sign_w - px(28), 12, theme.text1)
    return box.bottom


def _sign(scene: ComparisonScene, kind: str, surface: pygame.Surface, rect: Rect) -> None:
    theme = scene.theme
    px = theme.px
    mid = rect.centery
    if kind == "front":
        surface.fill(_FRONT, (rect.x, mid - px(3), rect.w, px(3)))
        for x in range(rect.x, rect.right - px(6), px(10)):
            surface.fill(theme.text2, (x, mid + px(1), px(7), px(2)))
    elif kind == "history":
        line = [(float(rect.x), float(mid)), (float(rect.right), float(mid))]
        stroke(surface, line, px(7), theme.casing)
        for dash in dashes(line, px(12), px(6)):
            stroke(surface, dash, px(4), theme.accent_map)
    else:
        triangle(surface, scene, rect.center, px(15), up=kind == "up")


def triangle(
    surface: pygame.Surface, scene: ComparisonScene, middle: tuple[int, int], size: int, *, up: bool
) -> None:
    """Draw the mark of a hex held apart, as it stands on the map."""
    theme = scene.theme
    disc = Rect(0, 0, size, size)
    disc.center = middle
    pygame.draw.circle(surface, theme.casing, disc.center, size // 2)
    third = size * 0.27
    x, y = middle
    points = (
        [(x, y - third), (x + third, y + third * 0.7), (x - third, y + third * 0.7)]
        if up
        else [(x, y + third), (x + third, y - third * 0.7), (x - third, y - third * 0.7)]
    )
    pygame.draw.polygon(surface, theme.accent_map if up else _OTHER, points)
