"""The form of what is selected: its fields one under the other, with what is wrong at each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pygame
from pygame import Rect

from game.scenario.problems import Problem
from game.ui.problem_words import said
from game.ui.scenes.editor.form_fields import Field, Path, fields_of, options_of, shown_name
from game.ui.scenes.editor.kinds import Ref, kind_of
from game.ui.scenes.editor.list_column import PART, column_of
from game.ui.scenes.editor.papers import field_name
from game.ui.scenes.play.column_flow import Column
from game.ui.toolkit.control import Painter
from game.ui.toolkit.controls import Control, State
from game.ui.toolkit.field_text import written
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.text import line_height, measure, wrap
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from game.ui.scenes.editor.scene import EditorScene

_MOST_OPTIONS: Final = 60
_HIGH: Final = 32
_SIGNS: Final = frozenset(
    {"number", "hex", "hexes", "id", "start", "end", "date", "since", "until"}
)
"""Kinds and names of fields that are written from left to right in any language."""


def lay_form(scene: EditorScene, rect: Rect) -> None:
    """Lay the form of the selected thing out."""
    ref = scene.selected
    foot = scene.px(52)
    column = column_of(scene, "form", rect, footer=foot)
    if ref is None:
        column.text(scene.w("author.nothing_selected"), 14)
        column.done()
        return
    _head(scene, column, ref)
    value = scene.bench.value(ref)
    problems = scene.bench.problems_in(ref)
    own = problems.get(())
    if own is not None:
        _problem(scene, column, (), own)
    for field in fields_of(ref, value):
        _field(scene, column, ref, field, problems)
    column.done()
    _foot(scene, rect, ref)


def _head(scene: EditorScene, column: Column, ref: Ref) -> None:
    w, kind = scene.w, kind_of(ref)
    place = scene.bench.place_of(ref)
    column.heading(w(f"author.kind_{kind.id}") if kind else ref[0], place, mono=True)
    item = scene.bench.item(ref)
    name = str(ref[1][-1]) if ref[1] and isinstance(ref[1][-1], str) else ""
    shown = name or (item.name(scene.theme.lang) if item else "") or f"{ref[0]}.yaml"
    column.title(shown, size=16)
    column.gap(8)
    if not scene.bench.can_edit(ref[0]):
        column.text(w("author.file_broken"), 12, scene.theme.text1)
        column.gap(8)


def _label(scene: EditorScene, column: Column, field: Field, end: str = "") -> None:
    """Write the name of a field, and something about it at its end."""
    theme, high = scene.theme, line_height(scene.theme, 12)
    wide = measure(theme, end, 12)[0] + 2 if end else 0
    text = shown_name(scene, field)
    rows = wrap(theme, text, 12, column.w - wide - scene.px(8) * bool(end))
    if end:
        scene.text(end, column.x + column.w - wide, column.y, wide, 12, theme.text3,
                   align="end", area=column.area)  # fmt: skip
    room = column.w - wide - scene.px(8) * bool(end)
    scene.lines(rows, column.x, column.y, room, 12, theme.text2, area=column.area, most=2)
    column.y += high * min(2, len(rows)) + scene.px(4)


def _field(
    scene: EditorScene, column: Column, ref: Ref, field: Field, problems: dict[Path, Problem]
) -> None:
    kind = field.kind
    if kind == "head":
        _part(scene, column, ref, field)
    elif kind == "toggle":
        column.row(
            Control(field_name(field.path), Rect(0, 0, 0, 0), "toggle", shown_name(scene, field),
                    current=bool(field.value), hint=field.help,
                    action=scene.set_field(ref, field.path, not field.value)),
            _HIGH,
        )  # fmt: skip
    elif kind == "choice":
        _label(scene, column, field, _absent(scene, field))
        _choice(scene, column, ref, field)
    elif kind == "ids":
        _label(scene, column, field)
        _ids(scene, column, ref, field)
    else:
        _label(scene, column, field, _absent(scene, field))
        _text_field(scene, column, ref, field)
    if field.path in problems:
        _problem(scene, column, field.path, problems[field.path])
    column.gap(8 if kind != "head" else 2)


def _absent(scene: EditorScene, field: Field) -> str:
    if field.value is not None and field.value != "":
        return ""
    if field.required:
        return scene.w("author.needed")
    return scene.w("author.ar_missing") if field.path[-1:] == ("ar",) else ""


def _text_field(scene: EditorScene, column: Column, ref: Ref, field: Field) -> None:
    writing = scene.writing
    text = field.text
    if writing is not None and writing[:2] == (ref, field.path):
        text = writing[2]
    long = field.kind == "prose"
    wide = column.w
    if field.kind in ("hex", "hexes"):
        wide -= scene.px(_HIGH + 6)
        scene_pick = Control(
            f"pick_{field_name(field.path)}", Rect(column.x + wide + scene.px(6), column.y,
                                                   scene.px(_HIGH), scene.px(_HIGH)),
            "icon", icon="tgt", framed=True, hint=scene.w("author.pick_on_map"), part=PART,
            action=scene.pick_field(ref, field),
        )  # fmt: skip
        column.add(scene_pick)
    lang = field.lang or ("en" if field.kind in _SIGNS or field.name in _SIGNS else "")
    control = Control(field_name(field.path), Rect(0, 0, 0, 0), "field", lang=lang)
    set_in = written(scene.theme, control)
    rows = min(6, max(3, len(wrap(set_in, text, 14, wide - scene.px(20))))) if long else 1
    high = scene.px(16) + rows * line_height(set_in, 14) if long else scene.px(_HIGH)
    column.add(
        replace(
            control, rect=Rect(column.x, column.y, wide, high), value=text,
            placeholder=field.default, longest=20_000 if long else 400, many_lines=long,
            changed=scene.write_field(ref, field.path, field.kind), submit=scene.finish_writing,
            hint=field.help, enabled=scene.bench.can_edit(ref[0]), part=PART,
        )
    )  # fmt: skip
    column.y += high


def _choice(scene: EditorScene, column: Column, ref: Ref, field: Field) -> None:
    """A button with what is chosen; pressed, the options under it."""
    name = field_name(field.path)
    options = options_of(scene, field)
    known = dict(options)
    empty = scene.w("author.add") if field.adds else field.default or scene.w("common.none")
    label = known.get(field.text, field.text) or empty
    opened = scene.opened_choice == name
    control = Control(
        name, Rect(0, 0, 0, 0), "row", label, framed=True, icon="", hint=field.help,
        action=scene.open_choice(name), enabled=scene.bench.can_edit(ref[0]),
    )  # fmt: skip
    control.paint = _arrow("up" if opened else "down")
    column.row(control, _HIGH)
    if not opened:
        return
    if len(options) > 10:
        column.gap(4)
        column.row(
            Control("choice_text", Rect(0, 0, 0, 0), "field", value=scene.choice_text,
                    icon="search", placeholder=scene.w("author.filter"), longest=40,
                    changed=scene.filter_choice),
            _HIGH,
        )  # fmt: skip
        wanted = scene.choice_text.strip().casefold()
        options = [(v, t) for v, t in options if wanted in f"{v} {t}".casefold()]
    if not field.required and field.value not in (None, ""):
        _option(scene, column, ref, field, None, scene.w("common.none"))
    for value, text in options[:_MOST_OPTIONS]:
        _option(scene, column, ref, field, value, text)


def _arrow(icon: str) -> Painter:
    """The sign at the end of a button that opens options."""

    def paint(surface: pygame.Surface, theme: Theme, shown: Rect, _state: State) -> None:
        size = theme.px(12)
        box = Rect(shown.right - size - theme.px(10), shown.centery - size // 2, size, size)
        draw_icon(surface, theme, icon, theme.mirrored(box, shown), theme.text2)

    return paint


def _option(
    scene: EditorScene, column: Column, ref: Ref, field: Field, value: str | None, text: str
) -> None:
    column.row(
        Control(f"option_{value or 'none'}", Rect(0, 0, 0, 0), "row", text, group="options",
                current=value == field.text, action=scene.choose(ref, field, value)),
        30, bleed=True,
    )  # fmt: skip


def _ids(scene: EditorScene, column: Column, ref: Ref, field: Field) -> None:
    """A list of ids: each with a way out, and a way to add one."""
    names = dict(options_of(scene, field))
    side = scene.px(28)
    for number, value in enumerate(field.items):
        y = column.y
        scene.text(names.get(value, value), column.x + scene.px(8), y + scene.px(5),
                   column.w - side - scene.px(12), 14, scene.theme.text1, area=column.area,
                   may_cut=True)  # fmt: skip
        column.add(
            Control(f"{field_name(field.path)}.{number}_x",
                    Rect(column.x + column.w - side, y, side, side), "icon", icon="x",
                    hint=scene.w("common.delete"), part=PART,
                    action=scene.drop_from(ref, field, number))
        )  # fmt: skip
        column.y += side + scene.px(2)
    if names:
        free = Field(field.path, "choice", None, field.form, field.name, True, adds=True)
        _choice(scene, column, ref, free)
    else:
        _text_field(scene, column, ref, field)


def _part(scene: EditorScene, column: Column, ref: Ref, field: Field) -> None:
    """The head of a part: an item of a list within the thing, or the list itself."""
    theme, px, side = scene.theme, scene.px, scene.px(26)
    column.gap(4)
    y, high = column.y, line_height(theme, 12)
    scene.fill(Rect(column.x, y, column.w, px(1)), theme.line, column.area)
    y += px(8)
    text = shown_name(scene, field)
    scene.text(column.capitals(text), column.x, y + (side - high) // 2, column.w - 2 * side, 12,
               theme.text2, "semibold", area=column.area, may_cut=True)  # fmt: skip
    deeds: list[tuple[str, str, str, Any]] = []
    if field.adds:
        deeds.append(("add", "plus", "author.add", scene.add_to(ref, field)))
    if field.removes:
        deeds.append(("remove", "x", "common.delete", scene.set_field(ref, field.path, None)))
    x = column.x + column.w
    for ident, icon, hint, deed in deeds:
        x -= side
        column.add(
            Control(f"{field_name(field.path)}_{ident}", Rect(x, y, side, side), "icon", icon=icon,
                    hint=scene.w(hint), part=PART, action=deed)
        )  # fmt: skip
    column.y = y + side + px(2)


def _problem(scene: EditorScene, column: Column, path: Path, problem: Problem) -> None:
    """What is wrong, at the field, in the words of the list; a near miss can be taken at once."""
    px = scene.px
    column.gap(6)
    icon = "warn" if problem.severity == "warning" else "x"
    column.icon_text(icon, said(problem.message, scene.theme.lang), scene.theme.text1, most=5)
    if problem.suggestion and path and scene.selected is not None:
        column.gap(6)
        column.buttons([
            Control(f"fix_{field_name(path)}", Rect(0, 0, 0, 0), "button", scene.w("editor.fix"),
                    icon="ok", part=PART,
                    action=scene.set_field(scene.selected, path, problem.suggestion))
        ], high=28)  # fmt: skip
    del px


def _foot(scene: EditorScene, rect: Rect, ref: Ref) -> None:
    """Duplicate and delete, always in the same place."""
    px, w, keys = scene.px, scene.w, scene.app.keys
    top = rect.bottom - px(52)
    scene.fill(Rect(rect.x, top, rect.w, px(52)), scene.theme.bg1)
    scene.fill(Rect(rect.x, top, rect.w, px(1)), scene.theme.line)
    kind = kind_of(ref)
    pad = px(12 if scene.areas.compact else 16)
    side = px(32)
    scene.add(
        Control("to_list", Rect(rect.x + pad, top + px(10), side, side), "icon", icon="menu",
                hint=w("author.to_list"), framed=True, part=PART, action=scene.back_to_list)
    )  # fmt: skip
    if kind is None or kind.single:
        return
    left, gap = rect.x + pad + side + px(8), px(8)
    half = (rect.right - pad - left - gap) // 2
    capped = not scene.areas.compact and half > px(100)
    for number, (ident, label, key, deed) in enumerate((
        ("duplicate", w("author.duplicate"), "duplicate_item", scene.duplicate_selected),
        ("delete", w("common.delete"), "delete_item", scene.delete_selected),
    )):  # fmt: skip
        scene.add(
            Control(f"item_{ident}", Rect(left + number * (half + gap), top + px(10), half, side),
                    "button", label, key=keys.cap(key) if capped and number else "", part=PART,
                    action=deed)
        )  # fmt: skip
