"""The off-map boxes in the replay: their tags on the map, and one of them in the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.engine.board import NOWHERE
from game.ui.map.box_tags import Edge
from game.ui.map.boxes_strip import EDGES, Room
from game.ui.map.counter_layer import draw_card
from game.ui.scenes.box_words import box_words, ways
from game.ui.scenes.replay.sheet import Sheet
from game.ui.scenes.replay.source_rows import lay_head
from game.ui.toolkit.controls import ScrollArea
from game.ui.toolkit.text import draw_text, line_height

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene

_PAD = 16
_ROW = 44
_CARD = 36


def lay_boxes(scene: ReplayScene, legend_bottom: int) -> None:
    """Lay out the tags at the edges of the map, clear of the tools and below the legend."""
    strip, px, areas = scene.map.boxes, scene.px, scene.areas
    margin = px(16 if areas.kind == "wide" else 8)
    start: Edge = "right" if scene.theme.rtl else "left"
    end: Edge = "left" if scene.theme.rtl else "right"
    inset = {start: margin + px(44), end: margin}
    if areas.kind == "drawer" and areas.column_open:
        inset[end] += areas.column.w
    area = scene.turned(areas.map)
    area.h = scene.map_bottom - area.top
    top = dict.fromkeys(EDGES, margin)
    top[end] = max(margin, legend_bottom + px(8) - area.top)
    strip.selected = scene.box if scene.view == "box" else NOWHERE
    strip.layout(Room(area, top=top, inset=inset, bottom=px(66)))
    state = scene.map.shown
    if state is None:
        return
    told = box_words(scene.app.words, strip, state, scene.naming.box_at, scene.side_short)
    for control in strip.controls(told, scene.map.look, scene.open_box, scene.fold_boxes):
        scene.controls.add(control)


def lay_box(scene: ReplayScene, rect: Rect) -> None:
    """Lay out a box: who holds it, where it leads, which units are in it."""
    theme, px, state, box = scene.theme, scene.px, scene.map.shown, scene.box
    y = lay_head(scene, rect, scene.naming.box_at(box))
    if state is None:
        return
    body = Rect(rect.x, y, rect.w, rect.bottom - y)
    area = scene.list_area(body)
    inner = body.w - 2 * px(_PAD)
    sheet = Sheet(theme, body.w)
    sheet.gap(10)
    held = scene.w("boxes.held_by", side=scene.naming.side(state.boxes[box]))
    for line in (held, *ways(scene.app.words, state, box, scene.naming.box_at)):
        sheet.lines(line, px(_PAD), inner, 14, theme.text1)
    sheet.gap(10)
    units = scene.map.boxes.units_in(box)
    if not units:
        sheet.lines(scene.w("boxes.nobody_here"), px(_PAD), inner, 14, theme.text2)
    for piece, brush in sheet.items:
        scene.put(piece.move(body.topleft), brush, area)
    top = body.y + sheet.y
    for unit in units:
        _unit(scene, unit, Rect(body.x + px(_PAD), top, inner, px(_ROW)), area)
        top += px(_ROW)
    scene.fit_area(area, top)


def _unit(scene: ReplayScene, unit: int, row: Rect, area: ScrollArea) -> None:
    theme, px = scene.theme, scene.px
    look = scene.map.look(unit)
    card = scene.film.scenario.oob.units[unit]
    name, side = scene.naming.unit(card.id), scene.naming.side(card.side)

    def paint(surface: pygame.Surface, rect: Rect) -> None:
        edge = px(_CARD)
        spot = Rect(rect.x, rect.y + (rect.h - edge) // 2, edge, edge)
        draw_card(surface, theme, look, theme.mirrored(spot, rect))
        line = Rect(rect.x + edge + px(12), rect.y, rect.w - edge - px(12), rect.h)
        line = theme.mirrored(line, rect)
        first, second = line_height(theme, 14), line_height(theme, 12)
        top = line.y + (line.h - first - second) // 2
        draw_text(surface, theme, name, (line.x, top), 14, theme.text1, "semibold", width=line.w)
        draw_text(surface, theme, side, (line.x, top + first), 12, theme.text2, width=line.w)

    scene.put(row, paint, area)
