"""The column of the replay: the share of the city, then journal, orders and notes of the day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui.scenes.replay.aim_rows import lay_aims
from game.ui.scenes.replay.box_rows import lay_box
from game.ui.scenes.replay.entry_rows import lay_entries
from game.ui.scenes.replay.menu_rows import lay_layers, lay_menu
from game.ui.scenes.replay.note_rows import lay_notes
from game.ui.scenes.replay.order_rows import lay_orders
from game.ui.scenes.replay.question import lay_question
from game.ui.scenes.replay.share_curve import ShareCurve, band_colour
from game.ui.scenes.replay.source_rows import lay_sources
from game.ui.toolkit import painter
from game.ui.toolkit.controls import Control, ScrollArea, natural_size
from game.ui.toolkit.text import draw_text, line_height, measure

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene
    from game.ui.toolkit.theme import Theme

TABS = ("journal", "orders", "notes")
_FOOT = 32
_TAB = 34

_VIEWS: dict[str, Callable[[ReplayScene, Rect], None]] = {
    "menu": lay_menu,
    "layers": lay_layers,
    "aims": lay_aims,
    "take": lay_question,
    "sources": lay_sources,
    "box": lay_box,
}


def lay_column(scene: ReplayScene) -> None:
    """Lay the column out, if it is open."""
    theme, px, rect = scene.theme, scene.px, scene.areas.column
    if not scene.areas.column_open:
        return
    scene.fill(rect, theme.bg1)
    scene.fill(Rect(rect.x, rect.y, px(1), rect.h), theme.line)
    view = _VIEWS.get(scene.view)
    if view is not None:
        view(scene, rect)
        return
    top = lay_curve(scene, rect)
    top = _tabs(scene, rect, top)
    foot = Rect(rect.x, rect.bottom - px(_FOOT), rect.w, px(_FOOT))
    if scene.tab != "journal" or not scene.page.entries:
        foot.y, foot.h = rect.bottom, 0
    body = Rect(rect.x, top, rect.w, foot.y - top)
    {"journal": lay_entries, "orders": lay_orders, "notes": lay_notes}[scene.tab](scene, body)
    if foot.h:
        _foot(scene, foot)


def heading(
    scene: ReplayScene, text: str, x: int, y: int, width: int, area: ScrollArea | None = None
) -> int:
    """Lay out the head of a section: capitals, but not in Arabic; returns its height."""
    shown = text if scene.theme.lang == "ar" else text.upper()
    return scene.text(shown, x, y, width, 12, scene.theme.text2, "semibold", area=area,
                      may_cut=True)  # fmt: skip


# --- the share of the city --------------------------------------------------------------------


def lay_curve(scene: ReplayScene, rect: Rect) -> int:
    """Lay out the curve with its caption; returns where it ends."""
    theme, px, w = scene.theme, scene.px, scene.w
    side = scene.film.scenario.grade_side
    small = scene.areas.kind != "wide"
    inner = Rect(rect.x + px(16), rect.y, rect.w - 2 * px(16), rect.h)
    y = rect.y + px(10 if small else 13)
    title = w("replay.share_title", side=scene.naming.side(side))
    if measure(theme, title.upper(), 12, "semibold")[0] > inner.w:
        title = w("replay.share_title_short", side=scene.side_short(side))
    y += heading(scene, title, inner.x, y, inner.w) + px(6)
    if scene.page.share is None and not any(scene.shares()):
        if scene.page.state is not None:
            y += scene.lines(w("replay.share_none"), inner.x, y, inner.w, 12, theme.text2)
        return y + px(8)
    labels = px(16)
    plot = Rect(inner.x + px(30), y + labels, inner.w - px(30), px(120 if small else 168))
    room = Rect(inner.x + px(26), y - px(2), inner.w - px(22), plot.h + labels + px(2))
    curve = ShareCurve(
        theme, scene.turned(plot), scene.line.turns, scene.shares(), scene.claim_labels(),
        scene.page.turn, scene.turned(room),
    )  # fmt: skip
    scene.curve = curve
    scene.put(plot, lambda surface, box: curve.draw(surface, scene.current))
    y = plot.bottom + px(4)
    first, last = scene.short(1), scene.short(scene.line.turns)
    scene.text(first, plot.x, y, plot.w // 2, 12, theme.text2)
    scene.text(last, plot.x + plot.w // 2, y, plot.w - plot.w // 2, 12, theme.text2, align="end")
    y += line_height(theme, 12) + px(4)
    return _caption(scene, inner, y) + px(8)


def _caption(scene: ReplayScene, inner: Rect, y: int) -> int:
    """What is counted."""
    theme, px, w = scene.theme, scene.px, scene.w
    share = scene.page.share or next((share for share in scene.shares() if share), None)
    text = w("replay.share_caption", all=share.total if share else 0)
    used = measure(theme, text, 12)[0] + px(2)
    mid = y + line_height(theme, 12) // 2
    scene.fill(Rect(inner.x, mid - px(1), px(16), px(2)), theme.accent)
    scene.text(text, inner.x + px(22), y, min(used, inner.w - px(22)), 12, theme.text2,
               may_cut=True)  # fmt: skip
    other = w("replay.share_contested")
    needs = px(18) + measure(theme, other, 12)[0] + px(2)
    x = inner.x + px(22) + used + px(10)
    if x + needs > inner.right:
        x, y = inner.x, y + line_height(theme, 12)
        mid = y + line_height(theme, 12) // 2
    scene.fill(Rect(x, mid - px(6), px(12), px(12)), band_colour(theme))
    scene.text(other, x + px(18), y, needs - px(18), 12, theme.text2)
    return y + line_height(theme, 12)


# --- tabs and foot ----------------------------------------------------------------------------


def _tabs(scene: ReplayScene, rect: Rect, y: int) -> int:
    theme, px, w = scene.theme, scene.px, scene.w
    scene.fill(Rect(rect.x, y, rect.w, px(1)), theme.line)
    orders = scene.page.orders_of(scene.viewer)
    labels = {
        "journal": w("replay.tab_journal", count=len(scene.page.entries)),
        "orders": w("replay.tab_orders", count=len(orders)),
        "notes": w("replay.tab_notes"),
    }
    x = rect.x + px(4)
    for name in TABS:
        control = Control(
            f"tab:{name}", Rect(0, 0, 0, 0), "tab", labels[name], current=scene.tab == name,
            value=name, group="tabs", part="column", changed=scene.show_tab,
        )  # fmt: skip
        used = natural_size(theme, control)[0]
        control.rect = Rect(x, y + px(1), used, px(_TAB))
        scene.add(control)
        x += used
    y += px(_TAB) + px(1)
    scene.fill(Rect(rect.x, y, rect.w, px(1)), theme.line)
    return y + px(1)


def _foot(scene: ReplayScene, rect: Rect) -> None:
    """How many entries are seen, and how many there are of each grade."""
    theme, px = scene.theme, scene.px
    scene.fill(Rect(rect.x, rect.y, rect.w, px(1)), theme.line)
    entries = scene.page.entries
    area = scene.scroll.get("list")
    rows = [c for c in scene.controls.controls if c.kind == "row" and c.area is area]
    top = rect.y + (rect.h - line_height(theme, 12)) // 2
    counts = [(grade, scene.page.count(grade)) for grade in "ABC"]
    size = px(10)
    right = rect.right - px(16)
    for grade, count in reversed(counts):
        wide = measure(theme, str(count), 12)[0]
        scene.text(str(count), right - wide, top, wide + 1, 12, theme.text2)
        right -= wide + px(6) + size
        box = Rect(right, rect.y + (rect.h - size) // 2, size, size)
        scene.put(box, partial(_mark, theme, grade))
        right -= px(12)
    line = Rect(rect.x + px(16), top, right - rect.x - px(16), line_height(theme, 12))

    def brush(surface: pygame.Surface, box: Rect) -> None:
        if area is None or not area.most:
            text = scene.w("replay.all_shown", count=len(entries))
        else:
            seen = sum(_mostly_seen(row, area) for row in rows)
            key = "replay.shown" if scene.areas.kind == "wide" else "replay.shown_short"
            text = scene.w(key, shown=seen, all=len(entries))
        draw_text(surface, theme, text, box.topleft, 12, theme.text2, width=box.w)

    scene.put(line, brush)


def _mostly_seen(row: Control, area: ScrollArea) -> bool:
    shown = row.shown
    return shown.clip(area.rect).h * 2 >= min(shown.h, area.rect.h)


def _mark(theme: Theme, grade: str, surface: pygame.Surface, rect: Rect) -> None:
    painter.mark(surface, theme, grade, rect, theme.text2)
