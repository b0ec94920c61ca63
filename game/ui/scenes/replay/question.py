"""The question who takes command: asked in the column, beside the map."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.scenes.replay import ways_out
from game.ui.scenes.replay.source_rows import lay_head
from game.ui.toolkit import painter
from game.ui.toolkit.control import Painter
from game.ui.toolkit.controls import Control, State
from game.ui.toolkit.text import draw_text, line_height
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    import pygame

    from game.ui.scenes.replay.scene import ReplayScene
    from game.ui.toolkit.theme import Theme

_PAD = 16


def lay_question(scene: ReplayScene, rect: Rect) -> None:
    """Lay out the sides to choose from."""
    theme, px, w = scene.theme, scene.px, scene.w
    day = date(theme.lang, scene.page.date, "long")
    y = lay_head(scene, rect, w("replay.take_question_short", date=day)) + px(10)
    inner = rect.w - 2 * px(_PAD)
    y += scene.lines(w("replay.take_text"), rect.x + px(_PAD), y, inner, 14, theme.text2)
    y += px(14)
    sides = list(enumerate(scene.film.scenario.oob.sides))
    sides.sort(key=lambda pair: pair[0] != scene.film.scenario.grade_side)
    for number, side in sides:
        scene.add(
            Control(
                f"take:{side.id}", Rect(rect.x + px(_PAD), y, inner, px(48)), "card",
                part="column", group="take", paint=_side(scene, number),
                action=partial(ways_out.take_command, scene, number),
            )
        )  # fmt: skip
        y += px(56)
    scene.add(
        Control(
            "take_cancel", Rect(rect.x + px(_PAD), y, inner, px(32)), "button",
            w("replay.take_cancel"), part="column", action=lambda: scene.open(""),
        )
    )  # fmt: skip
    if scene.refusal:
        y += px(44)
        scene.lines(scene.refusal, rect.x + px(_PAD), y, inner, 12, theme.text2)


def _side(scene: ReplayScene, number: int) -> Painter:
    side = scene.film.scenario.oob.sides[number]
    name = scene.naming.side(number)

    def paint(surface: pygame.Surface, theme: Theme, rect: Rect, state: State) -> None:
        size = theme.px(16)
        box = Rect(rect.x + theme.px(14), rect.centery - size // 2, size, size)
        painter.swatch(surface, theme, side.colour, theme.mirrored(box, rect))
        top = rect.y + (rect.h - line_height(theme, 16)) // 2
        line = Rect(rect.x + theme.px(42), top, rect.w - theme.px(54), line_height(theme, 16))
        line = theme.mirrored(line, rect)
        draw_text(surface, theme, name, line.topleft, 16, theme.text1, "semibold", width=line.w)

    return paint
