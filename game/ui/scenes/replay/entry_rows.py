"""The journal of a day: what was reported, how sure it is, who says otherwise, and the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.scenario.documents import JournalDoc
from game.ui.scenes.replay.sheet import Sheet
from game.ui.scenes.scenario_cards import said
from game.ui.toolkit.controls import Control, ScrollArea
from game.ui.toolkit.text import elide, line_height, measure

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene

_PAD = 16
_GROUND = "Ground document"


def lay_entries(scene: ReplayScene, body: Rect) -> None:
    """Lay out the entries of the day, or say that there are none."""
    theme, px = scene.theme, scene.px
    area = scene.list_area(body)
    y = body.y
    if not scene.page.entries:
        text = _silence(scene)
        y += px(12)
        y += scene.lines(text, body.x + px(_PAD), y, body.w - 2 * px(_PAD), 14, theme.text2,
                         area=area)  # fmt: skip
    for doc in scene.page.entries:
        y = _entry(scene, doc, body, y, area)
    scene.fit_area(area, y)


def _entry(scene: ReplayScene, doc: JournalDoc, body: Rect, y: int, area: ScrollArea) -> int:
    theme, px, w = scene.theme, scene.px, scene.w
    sheet = Sheet(theme, body.w)
    inner = body.w - 2 * px(_PAD)
    sheet.gap(10)
    sheet.mark(doc.grade, px(_PAD), px(13), theme.text1, 12)
    grade = w(f"common.grade_{doc.grade.lower()}_title")
    sheet.text(grade, px(_PAD) + px(22), inner // 2, 12, theme.text2)
    sheet.text(doc.id, body.w - px(_PAD) - px(60), px(60), 12, theme.text3, align="end")
    sheet.y += line_height(theme, 12)
    sheet.gap(2)
    sheet.lines(said(doc.text, theme.lang), px(_PAD), inner, 14, theme.text1)
    if doc.window and (told := window_told(scene, doc)):
        sheet.lines(told, px(_PAD), inner, 12, theme.text3)
    _claims(scene, sheet, doc, inner)
    sheet.gap(3)
    link_y = sheet.y
    sheet.y += line_height(theme, 12)
    sheet.gap(10)
    row = Control(
        f"entry:{doc.id}", Rect(body.x, y, body.w, sheet.y), "row", current=scene.current == doc.id,
        part="column", area=area, paint=sheet.paint, group="entries",
        action=lambda: scene.choose(doc.id),
    )  # fmt: skip
    scene.add(row)
    _link(scene, doc, body, y + link_y, area)
    scene.fill(Rect(body.x, y + sheet.y, body.w, px(1)), theme.line, area)
    return y + sheet.y + px(1)


def _claims(scene: ReplayScene, sheet: Sheet, doc: JournalDoc, inner: int) -> None:
    """Other accounts, one after the other, with no verdict on any."""
    if not doc.claims:
        return
    theme, px = scene.theme, scene.px
    sheet.gap(5)
    top = sheet.y
    indent = px(12)
    for number, claim in enumerate(doc.claims):
        lead = scene.w("replay.but") if number == 0 else ""
        told = said(claim, theme.lang)
        sheet.lines(told, px(_PAD) + indent, inner - indent, 12, theme.text2, lead=lead,
                    lead_colour=theme.text1)  # fmt: skip
    sheet.bar(px(_PAD), top, px(2), theme.line2)


def _link(scene: ReplayScene, doc: JournalDoc, body: Rect, y: int, area: ScrollArea) -> None:
    theme, px = scene.theme, scene.px
    text = elide(theme, sources_told(scene, doc.sources), 12, body.w - 2 * px(_PAD))
    wide = measure(theme, text, 12)[0] + px(2)
    scene.add(
        Control(
            f"source:{doc.id}", Rect(body.x + px(_PAD), y, wide, line_height(theme, 12)), "link",
            text, size=12, part="column", area=area, facts=(doc.sources,),
            action=lambda: scene.show_sources(doc.id, doc.rows, doc.sources),
        )
    )  # fmt: skip


def sources_told(scene: ReplayScene, sources: str) -> str:
    """Return the sources of an entry in the words of the window, as far as it has words."""
    if not sources.startswith(_GROUND):
        return sources
    base = scene.w("replay.ground_document")
    rest = sources.removeprefix(_GROUND).lstrip("; ")
    if not rest:
        return base
    if rest.startswith("see "):
        return scene.w("replay.see", source=base, id=rest.removeprefix("see "))
    return f"{base}; {rest}"


def window_told(scene: ReplayScene, doc: JournalDoc) -> str:
    """Return the date as the source gives it, if that is another one than the day shown."""
    from game.ui.toolkit.words import date

    first, _, last = doc.window.partition("/")
    if not first[:4].isdigit() or (last and not last[:4].isdigit()):
        return ""
    lang = scene.theme.lang
    try:
        start = date(lang, first, "short")
        end = date(lang, last, "short") if last else ""
    except ValueError:
        return ""
    if end and end != start:
        return scene.w("replay.entry_window", first=start, last=end)
    return scene.w("replay.entry_window_day", first=start) if first != scene.page.date else ""


def _silence(scene: ReplayScene) -> str:
    """Say how long the record is silent, if it is so for more than a day."""
    first = last = scene.page.turn
    while first > 1 and not scene.line.of_day(first - 1):
        first -= 1
    while last < scene.line.turns and not scene.line.of_day(last + 1):
        last += 1
    if last - first < 1:
        return scene.w("replay.no_entry")
    return scene.w(
        "replay.silent", first=scene.short(first), last=scene.short(last),
        reading=scene.reading_name(),
    )  # fmt: skip
