"""Own notes and bookmarks, in the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.scenes.replay.notebook import LONGEST
from game.ui.scenes.replay.sheet import Sheet
from game.ui.toolkit.controls import Control, ScrollArea
from game.ui.toolkit.text import line_height
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene

_PAD = 16


def lay_notes(scene: ReplayScene, body: Rect) -> None:
    """Lay out the field for a new note, the notes of the day, then those of other days."""
    theme, px, w = scene.theme, scene.px, scene.w
    inner = body.w - 2 * px(_PAD)
    y = body.y + px(12)
    day = date(theme.lang, scene.page.date, "short")
    scene.add(
        Control(
            "note_field", Rect(body.x + px(_PAD), y, inner, px(36)), "field",
            value=scene.desk.draft,
            placeholder=w("replay.note_placeholder"), part="column", longest=LONGEST,
            changed=scene.desk.write, submit=scene.desk.save,
        )
    )  # fmt: skip
    y += px(40)
    y += scene.lines(w("replay.note_new", date=day), body.x + px(_PAD), y, inner, 12, theme.text3)
    book = scene.notebook
    if book.trouble:
        y += scene.lines(w("replay.notes_trouble", why=book.trouble), body.x + px(_PAD), y, inner,
                         12, theme.text1)  # fmt: skip
    y += px(8)
    scene.fill(Rect(body.x, y, body.w, px(1)), theme.line)
    rest = Rect(body.x, y + px(1), body.w, body.bottom - y - px(1))
    area = scene.list_area(rest)
    y = rest.y
    if not book.notes and not book.bookmarks:
        y += px(12)
        y += scene.lines(w("replay.notes_empty"), body.x + px(_PAD), y, inner, 14, theme.text2,
                         area=area)  # fmt: skip
    today = scene.page.date
    numbers = range(len(book.notes))
    own = [number for number in numbers if book.notes[number].date == today]
    others = [number for number in numbers if book.notes[number].date != today]
    for number in own:
        y = _note(scene, number, body, y, area, dated=False)
    marks = sorted(book.bookmarks - {note.date for note in book.notes})
    if others or marks:
        y += px(12)
        head = w("replay.notes_other")
        shown = head if theme.lang == "ar" else head.upper()
        y += scene.text(shown, body.x + px(_PAD), y, inner, 12, theme.text2, "semibold", area=area)
        y += px(2)
    for number in others:
        y = _note(scene, number, body, y, area, dated=True)
    for day_iso in marks:
        y = _bookmark(scene, day_iso, body, y, area)
    scene.fit_area(area, y)


def _note(
    scene: ReplayScene, number: int, body: Rect, y: int, area: ScrollArea, *, dated: bool
) -> int:
    theme, px = scene.theme, scene.px
    note = scene.notebook.notes[number]
    sheet = Sheet(theme, body.w)
    inner = body.w - 2 * px(_PAD)
    sheet.gap(8)
    if dated:
        title = date(theme.lang, note.date, "short")
        if note.date in scene.notebook.bookmarks:
            title += f" · {scene.w('replay.bookmarked')}"
        sheet.text(title, px(_PAD), inner, 12, theme.text2, "semibold")
        sheet.y += line_height(theme, 12)
    sheet.lines(note.text, px(_PAD), inner - (0 if dated else px(32)), 14, theme.text1)
    sheet.gap(8)
    high = max(sheet.y, px(36))
    action = scene.go_to if dated else scene.desk.edit
    value = scene.turn_of(note.date) if dated else number
    scene.add(
        Control(
            f"note:{number}", Rect(body.x, y, body.w, high), "row", part="column", area=area,
            paint=sheet.paint, group="notes", hint="" if dated else scene.w("replay.note_change"),
            action=lambda: action(value),
        )
    )  # fmt: skip
    if not dated:
        box = Rect(body.right - px(_PAD) - px(28), y + (high - px(28)) // 2, px(28), px(28))
        scene.add(
            Control(
                f"delete:{number}", box, "icon", icon="x", hint=scene.w("replay.note_delete"),
                part="column", area=area, action=lambda: scene.desk.delete(number),
            )
        )  # fmt: skip
    scene.fill(Rect(body.x + px(_PAD), y + high, inner, px(1)), theme.line, area)
    return y + high + px(1)


def _bookmark(scene: ReplayScene, day: str, body: Rect, y: int, area: ScrollArea) -> int:
    px = scene.px
    label = f"{date(scene.theme.lang, day, 'short')} · {scene.w('replay.bookmarked')}"
    scene.add(
        Control(
            f"mark:{day}", Rect(body.x, y, body.w, px(36)), "row", label, icon="pin",
            part="column", area=area, group="notes",
            action=lambda: scene.go_to(scene.turn_of(day)),
        )
    )  # fmt: skip
    return y + px(36)
