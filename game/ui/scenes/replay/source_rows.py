"""The sources behind an entry or an order: the rows of the record, each with its certainty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.scenes.replay.sheet import Sheet
from game.ui.toolkit.controls import Control, natural_size
from game.ui.toolkit.icons import for_direction
from game.ui.toolkit.text import line_height
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene

_PAD = 16


def lay_head(scene: ReplayScene, rect: Rect, title: str) -> int:
    """Lay out a title with the way back; returns where it ends."""
    theme, px = scene.theme, scene.px
    y = rect.y + px(10)
    back = Control(
        "back", Rect(0, 0, 0, 0), "button", scene.w("replay.back"),
        icon=for_direction(theme, "arl"),
        key="" if scene.areas.kind != "wide" else scene.app.keys.cap("back"), part="column",
        action=lambda: scene.open(""),
    )  # fmt: skip
    back.rect = Rect(rect.x + px(_PAD), y, natural_size(theme, back)[0], px(32))
    scene.add(back)
    y += px(32) + px(10)
    y += scene.lines(title, rect.x + px(_PAD), y, rect.w - 2 * px(_PAD), 16, theme.text1,
                     "semibold")  # fmt: skip
    y += px(8)
    scene.fill(Rect(rect.x, y, rect.w, px(1)), theme.line)
    return y + px(1)


def lay_sources(scene: ReplayScene, rect: Rect) -> None:
    """Lay out the rows of the sources that were asked for."""
    theme, px, w = scene.theme, scene.px, scene.w
    title, rows, stated = scene.asked
    y = lay_head(scene, rect, w("replay.sources_of", id=title))
    body = Rect(rect.x, y, rect.w, rect.bottom - y)
    area = scene.list_area(body)
    inner = body.w - 2 * px(_PAD)
    sheet = Sheet(theme, body.w)
    sheet.gap(10)
    if stated:
        sheet.lines(w("replay.sources_stated", sources=stated), px(_PAD), inner, 12, theme.text2)
        sheet.gap(8)
    known = {row.id: row for row in scene.film.record.sources.sources}
    lines: list[int] = []
    for ident in rows:
        row = known.get(ident)
        if row is None:
            continue
        first, _, last = row.date.partition("/")
        when = date(theme.lang, first, "short") if first[:4].isdigit() else row.date
        if last[:4].isdigit():
            when += f" – {date(theme.lang, last, 'short')}"
        sheet.text(w("replay.sources_row", id=row.id, date=when), px(_PAD), inner, 12, theme.text2,
                   "semibold")  # fmt: skip
        sheet.y += line_height(theme, 12)
        sheet.gap(2)
        sheet.lines(row.text, px(_PAD), inner, 14, theme.text1)
        sheet.gap(2)
        sheet.lines(row.source, px(_PAD), inner, 12, theme.text2)
        key = f"replay.sources_certainty_{row.certainty}"
        if scene.app.words.has(key):
            sheet.lines(w(key), px(_PAD), inner, 12, theme.text3)
        if row.note:
            sheet.lines(row.note, px(_PAD), inner, 12, theme.text3)
        sheet.gap(8)
        lines.append(sheet.y)
        sheet.gap(9)
    if not lines:
        sheet.lines(w("replay.sources_none"), px(_PAD), inner, 14, theme.text2)
    for box, brush in sheet.items:
        scene.put(box.move(body.topleft), brush, area)
    for line in lines[:-1]:
        scene.fill(Rect(body.x + px(_PAD), body.y + line, inner, px(1)), theme.line, area)
    scene.fit_area(area, body.y + sheet.y)
