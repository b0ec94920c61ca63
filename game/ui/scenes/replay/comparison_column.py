"""The column of the comparison: how much agrees, and each objective against its real day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui.scenes.replay import ways_out
from game.ui.scenes.replay.against_history import Against, Row
from game.ui.toolkit import painter
from game.ui.toolkit.controls import Control, ScrollArea, natural_size
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.scenes.replay.comparison import ComparisonScene
    from game.ui.toolkit.theme import Theme

_PAD = 16
_LONGEST = 12
"""Days beyond which a bar grows no more."""


def lay_comparison(scene: ComparisonScene, rect: Rect) -> None:
    """Lay the column out."""
    theme, px, w = scene.theme, scene.px, scene.w
    scene.fill(rect, theme.bg1)
    scene.fill(Rect(rect.x, rect.y, px(1), rect.h), theme.line)
    inner = Rect(rect.x + px(_PAD), rect.y, rect.w - 2 * px(_PAD), rect.h)
    y = rect.y + px(13)
    title = w("compare.title", date=scene.short(scene.page.turn))
    shown = title if theme.lang == "ar" else title.upper()
    y += scene.text(shown, inner.x, y, inner.w, 12, theme.text2, "semibold", may_cut=True) + px(6)
    foot = _foot(scene, inner, rect.bottom - px(12))
    told = scene.against()
    if told is None:
        _nothing(scene, inner, y)
        return
    y = _numbers(scene, told, inner, y)
    y = _heads(scene, rect, inner, y)
    body = Rect(rect.x, y, rect.w, foot - px(8) - y)
    area = scene.list_area(body)
    for row in told.rows:
        y = _row(scene, row, body, inner, y, area)
    if not told.rows:
        y += px(12)
        y += scene.lines(w("compare.none_due"), inner.x, y, inner.w, 14, theme.text2, area=area)
    y = _caution(scene, told, inner, y + px(12), area)
    y = _note(scene, inner, y + px(12), area)
    scene.fit_area(area, y)


def _nothing(scene: ComparisonScene, inner: Rect, y: int) -> None:
    """Say why there is nothing to compare."""
    w, own = scene.w, scene.own
    if own.failure:
        text = w("replay.save_broken", why=own.failure)
    elif not own.done and scene.head.turn > len(own.evenings) + own.first - 1:
        text = w("compare.loading", day=len(own.evenings) + own.first)
    elif scene.head.turn < own.first:
        text = w("compare.continue_none")
    else:
        text = w("compare.not_yet", date=scene.short(own.last))
    scene.lines(text, inner.x, y + scene.px(8), inner.w, 14, scene.theme.text2)


def _numbers(scene: ComparisonScene, told: Against, inner: Rect, y: int) -> int:
    theme, px, w = scene.theme, scene.px, scene.w
    half = inner.w * 2 // 5
    agree = w("common.percent", number=f"{told.agree:.0f}")
    counts = f"{told.earlier} · {told.same} · {told.later}"
    scene.text(agree, inner.x, y, half, 28, theme.text1, "semibold")
    scene.text(counts, inner.x + half, y, inner.w - half, 28, theme.text1, "semibold")
    y += line_height(theme, 28)
    key = "compare.agree" if told.city else "compare.agree_all"
    first = scene.lines(w(key), inner.x, y, half - px(6), 12, theme.text2)
    other = scene.lines(w("compare.counts"), inner.x + half, y, inner.w - half, 12, theme.text2)
    return y + max(first, other) + px(12)


def _columns(scene: ComparisonScene, inner: Rect) -> tuple[int, int, int, int]:
    """Return the starts of date, bars, their axis, and the number.

    Where there is no room for a column of dates, they stand below the names: then the date
    starts where the name does.
    """
    px, theme = scene.px, scene.theme
    number = inner.right - px(44)
    bars = px(96 if scene.areas.kind == "wide" else 72)
    start = number - px(4) - bars
    dates = max(measure(theme, scene.short(turn), 12)[0] for turn in (17, 34, 50)) + px(8)
    real = start - dates
    return (real if real - inner.x >= px(110) else inner.x), start, start + bars // 2, number


def _heads(scene: ComparisonScene, rect: Rect, inner: Rect, y: int) -> int:
    theme, px, w = scene.theme, scene.px, scene.w
    scene.fill(Rect(rect.x, y, rect.w, px(1)), theme.line)
    y += px(7)
    real, bars, axis, _ = _columns(scene, inner)
    name_w = (real if real > inner.x else bars) - inner.x - px(4)
    heads = [(w("compare.objective"), inner.x, name_w, "start")]
    if real > inner.x:
        heads.append((w("compare.real"), real, bars - real - px(2), "start"))
    for text, x, width, align in (
        *heads,
        (w("compare.earlier"), bars - px(6), axis - bars + px(4), "start"),
        (w("compare.later_days"), axis + px(4), inner.right - axis - px(4), "end"),
    ):
        scene.text(text, x, y, width, 12, theme.text2, align=align, may_cut=True)  # type: ignore[arg-type]
    y += line_height(theme, 12) + px(7)
    scene.fill(Rect(rect.x, y, rect.w, px(1)), theme.line)
    return y + px(1)


def _row(
    scene: ComparisonScene, row: Row, body: Rect, inner: Rect, y: int, area: ScrollArea
) -> int:
    theme, px = scene.theme, scene.px
    real, bars, axis, number = _columns(scene, inner)
    high = px(32 if real > inner.x else 44)
    name = f"aim:{row.number}"
    scene.add(
        Control(
            name, Rect(body.x, y, body.w, high), "row", part="column", area=area, group="aims",
            current=scene.current == name, hint=scene.naming.objective(row.number),
            action=partial(scene.point_at_aim, name, row.number),
            paint=partial(_paint, scene, row, inner, (real, bars, axis, number)),
        )
    )  # fmt: skip
    scene.fill(Rect(body.x, y + high, body.w, px(1)), theme.line, area)
    return y + high + px(1)


def _paint(
    scene: ComparisonScene,
    row: Row,
    inner: Rect,
    columns: tuple[int, int, int, int],
    surface: pygame.Surface,
    theme: Theme,
    rect: Rect,
    state: object,
) -> None:
    real, bars, axis, number = columns
    px = theme.px
    turned = scene.turned

    def text(
        words: str, x: int, width: int, size: float, align: str, strong: bool = False, row: int = 0
    ) -> None:
        box = turned(Rect(x, 0, width, 0))
        top = rect.y + (rect.h - line_height(theme, size)) // 2 + row * px(9)
        draw_text(
            surface, theme, words, (box.x, top), size, theme.text1 if size > 12 else theme.text2,
            "semibold" if strong else "regular", align, width,  # type: ignore[arg-type]
        )  # fmt: skip

    name = scene.naming.objective_short(row.number)
    two = real == inner.x
    text(
        name, inner.x, (bars if two else real) - inner.x - px(6), 13, "start", row=-1 if two else 0
    )
    text(scene.short(row.real), real, bars - real - px(2), 12, "start", row=1 if two else 0)
    mid = rect.centery
    centre = turned(Rect(axis, mid - px(9), px(1), px(18)))
    surface.fill(theme.line2, centre)
    unit = (axis - bars) / _LONGEST
    if row.open:
        box = turned(Rect(axis, mid - px(6), px(18), px(12)))
        painter.dashed_rect(surface, theme, box, theme.text2)
        arrow = turned(Rect(axis + px(18), mid - px(5), px(11), px(11)))
        painter.mark(surface, theme, "arl" if theme.rtl else "arr", arrow, theme.text1)
        text(scene.w("compare.open"), number, inner.right - number, 13, "end", True)
        return
    long = round(min(_LONGEST, abs(row.days)) * unit)
    if row.days < 0:
        surface.fill(theme.accent, turned(Rect(axis - long, mid - px(6), long, px(12))))
    elif row.days > 0:
        hatched(surface, theme, turned(Rect(axis + px(1), mid - px(6), long, px(12))))
    else:
        disc = turned(Rect(axis - px(5), mid - px(5), px(11), px(11)))
        painter.mark(surface, theme, "disc", disc, theme.text1)
    text(signed(row.days), number, inner.right - number, 13, "end", True)


def signed(days: int) -> str:
    """Return a number of days with its sign, a true minus."""
    return f"−{-days}" if days < 0 else f"+{days}" if days else "0"


def hatched(surface: pygame.Surface, theme: Theme, rect: Rect) -> None:
    """Draw the bar of what came later: slanted lines, so that it tells without colour."""
    if rect.w <= 0:
        return
    before = surface.get_clip()
    surface.set_clip(rect.clip(before))
    step = theme.px(4)
    for x in range(rect.x - rect.h, rect.right + step, step):
        pygame.draw.line(
            surface, theme.text1, (x, rect.bottom), (x + rect.h, rect.top), theme.px(2)
        )
    surface.set_clip(before)
    pygame.draw.rect(surface, theme.text1, rect, theme.px(1))


def _caution(scene: ComparisonScene, told: Against, inner: Rect, y: int, area: ScrollArea) -> int:
    theme, w = scene.theme, scene.w
    if told.still_open:
        y += scene.lines(w("compare.more", count=told.still_open), inner.x, y, inner.w, 12,
                         theme.text2, area=area)  # fmt: skip
    text = w("compare.caution", reading=scene.reading_name())
    return y + scene.lines(text, inner.x, y, inner.w, 12, theme.text2, area=area)


def _note(scene: ComparisonScene, inner: Rect, y: int, area: ScrollArea) -> int:
    """The own note nearest before the day."""
    theme, px = scene.theme, scene.px
    notes = [note for note in scene.notebook.notes if note.date <= scene.page.date]
    if not notes:
        return y
    note = notes[-1]
    from game.ui.scenes.replay.sheet import Sheet

    sheet = Sheet(theme, inner.w)
    sheet.gap(8)
    sheet.mark("note", px(12), px(16), theme.text1, 14)
    title = scene.w("compare.your_note", date=date(theme.lang, note.date, "short"))
    sheet.text(title, px(36), inner.w - px(48), 14, theme.text1, "semibold")
    sheet.y += line_height(theme, 14)
    sheet.lines(note.text, px(12), inner.w - px(24), 12, theme.text2)
    sheet.gap(10)
    box = Rect(inner.x, y, inner.w, sheet.y)
    scene.panel(box, theme.bg2, theme.line, area)
    for item, brush in sheet.items:
        scene.put(item.move(box.topleft), brush, area)
    return y + sheet.y


def _foot(scene: ComparisonScene, inner: Rect, bottom: int) -> int:
    """The buttons at the foot; returns where they begin."""
    theme, px, w = scene.theme, scene.px, scene.w
    top = bottom - px(32)
    export = Control(
        "export", Rect(0, 0, 0, 0), "button", w("compare.export"), icon="note", part="column",
        action=partial(ways_out.export, scene),
    )  # fmt: skip
    apart = Control(
        "apart", Rect(0, 0, 0, 0), "button", w("compare.one_day_apart"), icon="eye", part="column",
        current=scene.apart, action=scene.toggle_apart,
    )  # fmt: skip
    used = natural_size(theme, export)[0]
    apart.rect = Rect(inner.x, top, inner.w - used - px(8), px(32))
    export.rect = Rect(inner.right - used, top, used, px(32))
    scene.add(apart)
    scene.add(export)
    return top
