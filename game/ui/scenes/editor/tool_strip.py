"""The strip of tools at the start, and the buttons over the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui.scenes.editor.tools import TOOLS
from game.ui.toolkit import painter
from game.ui.toolkit.control import Painter
from game.ui.toolkit.controls import Control, State
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.look import accent_bar
from game.ui.toolkit.text import draw_text, elide, line_height
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from game.ui.scenes.editor.scene import EditorScene


def lay(scene: EditorScene) -> None:
    """Lay the ten tools out; where the strip is wide, with their names."""
    theme, px, area = scene.theme, scene.px, scene.areas.tools
    scene.fill(area, theme.bg1)
    scene.fill(Rect(area.right - px(1), area.y, px(1), area.h), theme.line)
    named = not scene.areas.compact and area.h >= px(56) * len(TOOLS)
    most = px(56) if named else px(40)
    high = min(most, area.h // len(TOOLS))
    for number, tool in enumerate(TOOLS):
        rect = Rect(area.x, area.y + number * high, area.w - px(1), high)
        control = Control(
            f"tool_{tool.id}", rect, "area" if named else "icon", icon=tool.icon,
            hint=scene.w(f"author.tool_{tool.id}"), key=scene.app.keys.cap(f"tool_{tool.id}"),
            current=scene.hand.tool is tool, part="tools", action=scene.take(tool.id), size=18,
        )  # fmt: skip
        if named:
            control.kind, control.paint = "row", _named(control, scene.w(f"author.tool_{tool.id}"))
        scene.add(control)


def _named(control: Control, name: str) -> Painter:
    """How a tool with its name looks: icon over a word."""

    def paint(surface: pygame.Surface, theme: Theme, rect: Rect, state: State) -> None:
        fill = theme.bg0 if state.pressed else theme.bg3 if state.hovered else theme.bg1
        surface.fill(theme.bg2 if control.current and not state.hovered else fill, rect)
        if control.current:
            accent_bar(surface, theme, rect)
        ink = theme.text1 if control.current or state.hovered else theme.text2
        size = theme.px(20)
        high = size + theme.px(3) + line_height(theme, 12)
        top = rect.y + (rect.h - high) // 2
        draw_icon(
            surface, theme, control.icon, Rect(rect.centerx - size // 2, top, size, size), ink
        )
        word = elide(theme, name, 12, rect.w - theme.px(4))
        at = (rect.x, top + size + theme.px(3))
        weight = "semibold" if control.current else "regular"
        draw_text(surface, theme, word, at, 12, ink, weight, "centre", rect.w)  # type: ignore[arg-type]

    return paint


def lay_map_tools(scene: EditorScene) -> None:
    """Lay out zoom and layers at the end of the map."""
    theme, px, area = scene.theme, scene.px, scene.areas.map
    keys, w = scene.app.keys, scene.w
    tools = [
        ("zoom_in", "plus", w("play.zoom_in"), "zoom_in", scene.zoom(+1), False),
        ("zoom_out", "minus", w("play.zoom_out"), "zoom_out", scene.zoom(-1), False),
        ("centre", "tgt", w("play.centre"), "centre", scene.centre, False),
        ("numbers", "hex", w("play.hex_layer"), "grid", scene.toggle_layer("numbers"),
         "numbers" in scene.layers),
        ("people", "ppl", w("layers.people"), "", scene.toggle_layer("people"),
         "people" in scene.layers),
        ("counters", "eye", w("play.counters_hide"), "hide_counters",
         scene.toggle_layer("counters"), "counters" not in scene.layers),
    ]  # fmt: skip
    side = px(32 if not scene.areas.compact else 28)
    margin = px(16 if not scene.areas.compact else 8)
    right = scene.areas.form.x if scene.areas.form_open else area.right
    x, y = min(area.right, right) - margin - side, area.y + margin
    if scene.areas.form_open and scene.areas.kind == "drawer":
        x = area.x + margin
    scene.panel(Rect(x - px(1), y - px(1), side + px(2), side * len(tools) + px(2)), theme.bg1,
                theme.line)  # fmt: skip
    for ident, icon, hint, action_id, action, current in tools:
        scene.add(
            Control(
                f"map_{ident}", Rect(x, y, side, side), "icon", icon=icon, hint=hint,
                key=keys.cap(action_id) if action_id else "", current=current, part="map",
                action=action,
            )
        )  # fmt: skip
        y += side


def draw_where(surface: pygame.Surface, scene: EditorScene) -> None:
    """Draw the number of the hex under the pointer, and what a click is waiting for."""
    view = scene.map
    if view is None:
        return
    theme, px = scene.theme, scene.px
    here = scene.hover if scene.hover >= 0 else scene.cursor
    words = [scene.aim[0]] if scene.aim is not None else []
    if 0 <= here < view.scenario.board.grid.size:
        words.append(scene.told_of_hex(here))
    if not words:
        return
    text = "   ".join(words)
    size = 12
    from game.ui.toolkit.text import measure

    wide = min(measure(theme, text, size)[0] + 2 * px(10), view.rect.w - px(24))
    box = Rect(0, 0, wide, px(26))
    box.midtop = (view.rect.centerx, view.rect.top + px(10))
    painter.panel(surface, theme, box, theme.bg1, theme.line2)
    top = box.y + (box.h - line_height(theme, size)) // 2
    draw_text(surface, theme, text, (box.x + px(10), top), size, theme.text1, width=wide - px(20))
