"""What lies over the map: the strip of tools, the scale bar with north, the tooltip of a hex."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.engine.board import NOWHERE
from game.engine.rules.presence import side_of, units_at
from game.engine.state import Supply
from game.ui.map.box_tags import Edge
from game.ui.map.boxes_strip import EDGES, Room
from game.ui.scenes.box_words import box_words
from game.ui.scenes.play.fact_words import supply_words
from game.ui.toolkit import painter
from game.ui.toolkit.callouts import Tooltip
from game.ui.toolkit.controls import Control
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from game.ui.map.view import MapView
    from game.ui.scenes.page import Page
    from game.ui.scenes.play.scene import PlayScene

PART = "map"
_LENGTHS_M = (200, 500, 1000, 2000, 5000, 10000, 20000, 50000)


def lay(scene: PlayScene) -> None:
    """Lay out the strip of tools at the start of the map."""
    theme, px, area = scene.theme, scene.px, scene.frame.map
    compact = scene.frame.compact
    size = px(32)
    margin = px(8 if compact else 16)
    w, keys = scene.w, scene.app.keys
    centre = area.center
    tools = [
        ("zoom_in", "plus", w("play.zoom_in"), "zoom_in",
         lambda: scene.zoom(+1, scene.map_rect().center), False),
        ("zoom_out", "minus", w("play.zoom_out"), "zoom_out",
         lambda: scene.zoom(-1, scene.map_rect().center), False),
        ("centre_map", "tgt", w("play.centre"), "centre", scene.centre_selection, False),
        ("layers", "lay", w("play.layers"), "layers", scene.toggle("layers"),
         scene.panel_name == "layers"),
        ("supply", "sup", w("play.supply_layer"), "supply_own", scene.toggle_layer("supply_own"),
         "supply_own" in scene.layers),
        ("grid", "hex", w("play.hex_layer"), "grid", scene.toggle_layer("numbers"),
         "numbers" in scene.layers),
        ("counters", "eye", w("play.counters_hide"), "hide_counters",
         scene.toggle_layer("counters"), "counters" not in scene.layers),
    ]  # fmt: skip
    del centre
    x, y = area.x + margin, area.y + px(8 if compact else 16)
    strip = Rect(x, y, size, size * len(tools) + px(2))
    scene.panel(strip.inflate(px(2), px(2)), theme.bg1, theme.line)
    for ident, icon, hint, action_id, action, current in tools:
        scene.add(
            Control(
                f"tool_{ident}", Rect(x, y, size, size), "icon", icon=icon, hint=hint,
                key=keys.cap(action_id), current=current, part=PART, action=action,
            )
        )  # fmt: skip
        y += size


def lay_boxes(scene: PlayScene) -> None:
    """Lay out the tags of the off-map boxes at the edges of the map, clear of the tools."""
    strip, px, words = scene.boxes, scene.px, scene.app.words
    margin = px(8 if scene.frame.compact else 16)
    start: Edge = "right" if scene.theme.rtl else "left"
    end: Edge = "left" if scene.theme.rtl else "right"
    inset = {start: margin + px(44), end: margin}
    if scene.frame.kind == "drawer":
        inset[end] += px(44) if scene.frame.column.x >= scene.screen.w else scene.frame.column.w
    strip.theme = scene.theme
    strip.layout(Room(scene.map.rect, top=dict.fromkeys(EDGES, margin), inset=inset, bottom=px(66)))
    told = box_words(words, strip, scene.view, scene.names.box, scene.side_short)
    for control in strip.controls(told, scene.look, scene.select_box, scene.fold_boxes):
        scene.controls.add(control)


def scale_bar(surface: pygame.Surface, scene: PlayScene) -> None:
    """Draw the scale bar and north of a game's map."""
    paper_scale(surface, scene, scene.map)


def paper_scale(surface: pygame.Surface, scene: Page, view: MapView) -> None:
    """Draw the scale bar and north, in the language of paper; they are never mirrored."""
    theme, px, rect = scene.theme, scene.px, view.rect
    metres_per_px = view.scenario.board.hex_km * 1000 / max(1, view.width)
    wanted = px(270)
    length = next((m for m in reversed(_LENGTHS_M) if m / metres_per_px <= wanted), _LENGTHS_M[0])
    bar_w = round(length / metres_per_px)
    high = px(44)
    left = rect.x + px(14)
    box = Rect(left, rect.bottom - px(10) - high, bar_w + px(64), high)
    painter.panel(surface, theme, box, (249, 244, 232), (205, 194, 170))
    ink = (42, 36, 32)
    x0, y0 = box.x + px(10), box.bottom - px(13)
    line = max(1, px(2))
    pygame.draw.line(surface, ink, (x0, y0), (x0 + bar_w, y0), line)
    for part in (0, bar_w // 2, bar_w):
        pygame.draw.line(surface, ink, (x0 + part, y0 - px(4)), (x0 + part, y0 + px(4)), line)
    top = y0 - px(4) - line_height(theme, 12)
    draw_text(surface, theme, "0", (x0, top), 12, ink, align="left")
    told = scene.w("play.km", number=length // 1000) if length >= 1000 else scene.w(
        "play.metres", number=length)  # fmt: skip
    wide = measure(theme, told, 12)[0]
    draw_text(surface, theme, told, (x0 + bar_w - wide, top), 12, ink, align="left")
    middle = box.right - px(20)
    draw_text(surface, theme, "N", (middle - px(4), box.y + px(1)), 12, ink, "semibold",
              align="left")  # fmt: skip
    tip, base = box.y + px(17), box.bottom - px(8)
    points = [(middle, tip), (middle + px(7), base), (middle, base - px(4)), (middle - px(7), base)]
    pygame.draw.polygon(surface, ink, points)


def hex_tip(scene: PlayScene, h: int) -> Tooltip | None:
    """Return what is told of the hex under the pointer: who stands there, or what it is."""
    told = scene.sel.hex if scene.odds is None else scene.odds.order.target
    if h in (NOWHERE, told):
        return None  # the column tells more of it
    view, names, w = scene.view, scene.names, scene.w
    here = units_at(view, h)
    if not here:
        return None
    others = [n for n in here if side_of(view, n) != scene.viewer]
    number = others[0] if others else here[0]
    now, card = view.units[number], view.scenario.oob.units[number]
    steps = w("play.tip_steps", kind=names.kind(number), fit=now.active, most=card.steps)
    facts = [steps]
    if now.supply is not Supply.SUPPLIED or not others:
        facts.append(supply_words(names, view, number))
    level = view.works[h]
    if level:
        facts.append(w("play.works_level", level=level))
    elif now.suppressed:
        facts.append(w("play.suppressed_steps", count=now.suppressed))
    if len(here) > 1:
        facts.append(w("play.tip_more", count=len(here) - 1))
    hint = ""
    if others and scene.may_order:
        if h in scene.targets:
            hint = w("play.tip_attack")
        elif scene.sel.unit != NOWHERE:
            hint = w("play.not_in_reach")
    return Tooltip(names.unit(number), facts[:3], hint)


def draw_note(surface: pygame.Surface, theme: Theme, lines: list[str], rect: Rect) -> None:
    """Draw a small dark note on the map."""
    painter.panel(surface, theme, rect, theme.bg1, theme.line2)
    y = rect.y + theme.px(6)
    for number, line in enumerate(lines):
        size, weight = (12, "regular") if number == 0 and len(lines) > 1 else (14, "semibold")
        ink = theme.text2 if weight == "regular" else theme.text1
        draw_text(surface, theme, line, (rect.x + theme.px(10), y), size, ink, weight,  # type: ignore[arg-type]
                  width=rect.w - theme.px(20))  # fmt: skip
        y += line_height(theme, size)
