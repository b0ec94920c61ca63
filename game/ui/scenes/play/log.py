"""The bar at the bottom: the own game on one side, what was reported for the day on the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pygame import Rect

from game.engine.orders import EndTurn, Hold, NextDay, Order
from game.ui.scenes.play.happened import has_reasons, log_line
from game.ui.scenes.play.order_list import described
from game.ui.scenes.scenario_cards import said
from game.ui.toolkit.controls import Control, ScrollArea
from game.ui.toolkit.text import elide, line_height, measure

if TYPE_CHECKING:
    from game.ui.scenes.play.desk import Desk
    from game.ui.scenes.play.scene import PlayScene

PART = "bottom"


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line of the own game."""

    number: int
    text: str
    entry: int
    why: bool


def own_lines(scene: Desk, days: int = 1) -> list[OwnLine]:
    """Return the viewer's own orders of the last days in which it gave any, numbered by the day."""
    session, names = scene.session, scene.names
    turns = sorted({entry.turn for entry in session.log if entry.side == scene.viewer})[-days:]
    found, number, last = [], 0, -1
    for place, entry in enumerate(session.log):
        if entry.side != scene.viewer or entry.turn not in turns:
            continue
        if isinstance(entry.order, EndTurn | NextDay):
            continue
        number = 1 if entry.turn != last else number + 1
        last = entry.turn
        text = log_line(names, entry.events) or quiet_words(scene, entry.order)
        found.append(OwnLine(number, text, place, has_reasons(entry.events)))
    return found


def quiet_words(scene: Desk, order: Order) -> str:
    """Return the words of an order that brought no event of its own."""
    names, w = scene.names, scene.w
    unit = scene.session.scenario.oob.unit_index.get(getattr(order, "unit", ""), -1)
    if isinstance(order, Hold) and unit >= 0:
        return w("told.held", unit=names.unit(unit))
    verb, what, h = described(order, names, scene.view)
    parts = [w(f"verb.{verb}"), what, names.unit(unit) if unit >= 0 else ""]
    parts.append(names.hex(h) if h >= 0 else "")
    return " · ".join(part for part in parts if part)


def lay(scene: PlayScene) -> None:
    """Lay out the bar, or its two lines where there is little room."""
    theme, px, bar = scene.theme, scene.px, scene.frame.bottom
    scene.fill(bar, theme.bg1)
    scene.fill(Rect(bar.x, bar.y, bar.w, px(1)), theme.line)
    if scene.odds is not None and scene.frame.kind == "wide":
        _choose(scene, bar)
        return
    if scene.frame.kind == "wide":
        _halves(scene, bar, 3)
    else:
        _line(scene, bar)
        if scene.log_open:
            high = px(160)
            sheet = Rect(bar.x, bar.y - high, bar.w, high)
            scene.add(Control("log_sheet", Rect(sheet), "area", part=""))
            scene.fill(sheet, theme.bg1)
            scene.fill(Rect(sheet.x, sheet.y, sheet.w, px(1)), theme.line)
            _halves(scene, sheet, 6)


def _halves(scene: PlayScene, bar: Rect, _rows: int) -> None:
    px, theme = scene.px, scene.theme
    record = scene.record
    if record is None or not record.journal.journal:  # nothing was ever reported of this battle
        _own(scene, bar)
        return
    half = bar.w // 2
    scene.fill(Rect(bar.x + half, bar.y, px(1), bar.h), theme.line)
    _own(scene, Rect(bar.x, bar.y, half, bar.h))
    _reported(scene, Rect(bar.x + half, bar.y, bar.w - half, bar.h))


def _own(scene: PlayScene, rect: Rect) -> None:
    theme, px, w = scene.theme, scene.px, scene.w
    x, y = rect.x + px(16), rect.y + px(10)
    title = w("play.log_own")
    wide = measure(theme, title, 13, "semibold")[0] + 2
    scene.text(title, x, y, wide, 13, theme.text1, "semibold")
    lines = own_lines(scene)
    turn = scene.session.log[lines[0].entry].turn if lines else scene.view.turn
    note = w("play.log_own_note", date=scene.names.date(turn), side=scene.side_short(scene.viewer))
    scene.text(note, x + wide + px(10), y + px(1), rect.w - wide - px(40), 12, theme.text2,
               may_cut=True)  # fmt: skip
    top = y + line_height(theme, 13) + px(4)
    body = Rect(rect.x, top, rect.w, rect.bottom - top - px(4))
    step = line_height(theme, 12) + px(3)
    area = scene.area(scene.areas.get("log"), body, 0)
    scene.areas["log"] = area
    if not lines:
        scene.text(w("play.log_empty"), x, top, rect.w - px(32), 12, theme.text2, area=area)
    y = top
    for line in lines:
        _own_line(scene, line, x, y, rect.w - px(32), area)
        y += step
    scene.fit_area(area, y)
    if scene.log_follow:
        area.offset = area.most


def _own_line(
    scene: PlayScene, line: OwnLine, x: int, y: int, width: int, area: ScrollArea | None
) -> None:
    theme, px, w = scene.theme, scene.px, scene.w
    number_w = px(18)
    scene.text(str(line.number), x, y, number_w, 12, theme.text3, area=area)
    why_w = measure(theme, w("common.why"), 12)[0] + 2 if line.why else 0
    room = width - number_w - why_w - px(12)
    text = elide(theme, line.text, 12, room)
    used = measure(theme, text, 12)[0] + 2
    scene.text(text, x + number_w, y, used, 12, theme.text1, area=area)
    if line.why:
        high = line_height(theme, 12)
        scene.add(
            Control(f"why_{line.entry}", Rect(x + number_w + used + px(10), y, why_w, high), "link",
                    w("common.why"), size=12, part=PART, area=area,
                    action=scene.explain(line.entry))
        )  # fmt: skip


def _reported(scene: PlayScene, rect: Rect) -> None:
    theme, px, w = scene.theme, scene.px, scene.w
    x, y = rect.x + px(16), rect.y + px(10)
    title = w("play.log_reported")
    wide = measure(theme, title, 13, "semibold")[0] + 2
    scene.text(title, x, y, wide, 13, theme.text1, "semibold")
    entries = scene.reported()
    note = w("common.entries", count=len(entries))
    scene.text(note, x + wide + px(10), y + px(1), rect.w - wide - px(40), 12, theme.text2,
               may_cut=True)  # fmt: skip
    top = y + line_height(theme, 13) + px(4)
    body = Rect(rect.x, top, rect.w, rect.bottom - top - px(4))
    area = scene.area(scene.areas.get("reported"), body, 0)
    scene.areas["reported"] = area
    step = line_height(theme, 12) + px(3)
    y = top
    if not entries:
        scene.text(w("play.nothing_reported"), x, y, rect.w - px(32), 12, theme.text2, area=area)
    for place, entry in enumerate(entries):
        size = px(12)
        high = line_height(theme, 12)
        scene.icon(entry.grade or "C", Rect(x, y + (high - size) // 2, size, size), theme.text1,
                   area)  # fmt: skip
        label = w("common.sources")
        link_w = measure(theme, label, 12)[0] + 2
        room = rect.w - px(32) - px(20) - link_w - px(10)
        text = elide(theme, said(entry.text, theme.lang), 12, room)
        used = measure(theme, text, 12)[0] + 2
        scene.text(text, x + px(20), y, used, 12, theme.text1, area=area)
        scene.add(
            Control(f"sources_{place}", Rect(x + px(20) + used + px(8), y, link_w, high), "link",
                    label, size=12, part=PART, area=area, action=scene.show_entry(place))
        )  # fmt: skip
        y += step
    scene.fit_area(area, y)


def _line(scene: PlayScene, bar: Rect) -> None:
    """One line: the last own order, and the first thing reported today."""
    theme, px, w = scene.theme, scene.px, scene.w
    from game.ui.toolkit.controls import natural_size

    button = Control(
        "log", Rect(0, 0, 0, 0), "tab", w("play.log"), key=scene.app.keys.cap("log"), part=PART,
        current=scene.log_open, action=scene.toggle_log,
    )  # fmt: skip
    wide = natural_size(theme, button)[0]
    high = px(32)
    button.rect = Rect(bar.x + px(8), bar.centery - high // 2, wide, high)
    scene.add(button)
    x = button.rect.right if not theme.rtl else scene.turned(button.rect).right
    x += px(10)
    text_y = bar.centery - line_height(theme, 12) // 2
    half = bar.x + bar.w // 2
    lines = own_lines(scene)
    if scene.odds is not None:
        title, wide = w("odds.choose"), bar.right - x - px(16)
        used = min(measure(theme, title, 12, "semibold")[0] + 2, wide)
        scene.text(title, x, text_y, used, 12, theme.text1, "semibold")
        scene.text(w("odds.choose_note"), x + used + px(8), text_y, wide - used - px(8), 12,
                   theme.text2, may_cut=True)  # fmt: skip
        return
    if lines:
        last = lines[-1]
        scene.text(str(last.number), x, text_y, px(16), 12, theme.text3)
        scene.text(last.text, x + px(16), text_y, half - x - px(32), 12, theme.text1, may_cut=True)
    else:
        scene.text(w("play.log_empty"), x, text_y, half - x - px(16), 12, theme.text2, may_cut=True)
    entries = scene.reported()
    if not entries:
        return
    label = w("play.log_reported_short")
    label_w = measure(theme, label, 12)[0] + 2
    more = f"+{len(entries) - 1}" if len(entries) > 1 else ""
    more_w = measure(theme, more, 12)[0] + px(12) if more else 0
    size = px(12)
    right = bar.right - px(12)
    room = right - half - label_w - size - px(24) - more_w
    text = elide(theme, said(entries[0].text, theme.lang), 12, room)
    used = measure(theme, text, 12)[0] + 2
    if more:
        scene.text(more, right - more_w, text_y, more_w, 12, theme.text2, align="end")
    x = right - more_w - used
    scene.text(text, x, text_y, used, 12, theme.text1)
    x -= size + px(8)
    scene.icon(entries[0].grade or "C", Rect(x, bar.centery - size // 2, size, size), theme.text1)
    scene.text(label, x - px(10) - label_w, text_y, label_w, 12, theme.text2)


def _choose(scene: PlayScene, bar: Rect) -> None:
    """While an attack is weighed: how to choose who attacks, and what other means would change."""
    theme, px, w = scene.theme, scene.px, scene.w
    x = bar.x + px(16)
    first = line_height(theme, 14)
    y = bar.centery - first - px(2)
    title = w("odds.choose")
    wide = measure(theme, title, 14, "semibold")[0] + 2
    scene.text(title, x, y, wide, 14, theme.text1, "semibold")
    scene.text(w("odds.choose_note"), x + wide + px(8), y, bar.w - wide - px(420), 14, theme.text2,
               may_cut=True)  # fmt: skip
    y += first + px(6)
    at = x
    for label, keys in (
        (w("odds.points_air"), ("[", "]")),
        (w("odds.points_guns"), ("{", "}")),
        (w("odds.why_line"), (scene.app.keys.cap("why"),)),
    ):
        used = measure(theme, label, 12)[0] + px(6)
        scene.text(label, at, y + px(1), used, 12, theme.text2)
        at += used
        for key in keys:
            at += scene.cap(at, y, key) + px(4)
        at += px(16)
    what = scene.what_if()
    if not what:
        return
    box_w, box_h = px(352), px(54)
    rect = Rect(bar.right - px(16) - box_w, bar.centery - box_h // 2, box_w, box_h)
    scene.panel(rect, theme.bg2, theme.line)
    size = px(16)
    scene.icon("note", Rect(rect.x + px(12), rect.centery - size // 2, size, size), theme.text1)
    scene.text(w("odds.what_if"), rect.x + px(38), rect.y + px(8), box_w - px(50), 14, theme.text1,
               "semibold")  # fmt: skip
    scene.text(what, rect.x + px(38), rect.y + px(8) + line_height(theme, 14), box_w - px(50), 12,
               theme.text2, may_cut=True)  # fmt: skip
