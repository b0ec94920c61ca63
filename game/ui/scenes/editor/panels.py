"""Panels of the column: menu, layers, the size of the map, a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.scenes.editor.list_column import PART, column_of
from game.ui.scenes.play.column_flow import Column
from game.ui.toolkit.controls import Control, Kind

if TYPE_CHECKING:
    from game.ui.scenes.editor.scene import EditorScene

LAYERS = ("grid", "numbers", "control", "labels", "counters", "people")


def head(scene: EditorScene, column: Column, title: str) -> None:
    """Write the title of a panel, with a way to close it."""
    side = scene.px(28)
    y = column.y
    column.add(
        Control("panel_close", Rect(column.x + column.w - side, y - scene.px(4), side, side),
                "icon", icon="x", hint=scene.w("common.close"), action=scene.close_panel, part=PART)
    )  # fmt: skip
    rows = scene.lines(title, column.x, y, column.w - side - scene.px(8), 16, scene.theme.text1,
                       "semibold", area=column.area, most=3)  # fmt: skip
    column.y = y + max(rows, side - scene.px(4))
    column.gap(8)


def lay_menu(scene: EditorScene, rect: Rect) -> None:
    """Files, tools without a place on the screen, and the ways out."""
    w, keys = scene.w, scene.app.keys
    column = column_of(scene, "menu", rect)
    head(scene, column, w("common.menu"))
    items = [
        ("save", "save", w("common.save"), keys.cap("save"), scene.save),
        ("test", "play", w("editor.test"), keys.cap("quick_save"), scene.test),
        ("find", "search", w("author.find"), keys.cap("find"), scene.open_find),
        ("layers", "lay", w("layers.title"), keys.cap("layers"),
         lambda: scene.show_panel("layers")),
        ("folder", "note", w("author.folder"), "", scene.saving.tell_folder),
        ("settings", "gear", w("common.settings"), "", scene.open_settings),
        ("keys", "q", w("play.menu_keys"), keys.cap("keys"), scene.open_keys),
        ("leave", "arl", w("author.leave_to_list"), keys.cap("load"), scene.leave_editor),
    ]  # fmt: skip
    for ident, icon, label, key, action in items:
        column.row(
            Control(f"menu_{ident}", Rect(0, 0, 0, 0), "row", label, icon=icon,
                    key=key if not scene.areas.compact else "", group="menu", action=action),
            40 if not scene.areas.compact else 34, bleed=True,
        )  # fmt: skip
    column.done()


def lay_layers(scene: EditorScene, rect: Rect) -> None:
    """What the map shows."""
    column = column_of(scene, "layers", rect)
    head(scene, column, scene.w("layers.title"))
    for name in LAYERS:
        column.row(
            Control(f"layer_{name}", Rect(0, 0, 0, 0), "toggle", scene.w(f"layers.{name}"),
                    current=name in scene.layers, action=scene.toggle_layer(name), group="layers"),
            34,
        )  # fmt: skip
    column.done()


def lay_question(scene: EditorScene, rect: Rect) -> None:
    """A question with its answers."""
    question = scene.question
    column = column_of(scene, "question", rect)
    if question is not None:
        column.title(question.text, size=16)
        if question.note:
            column.gap(6)
            column.text(question.note, 12)
        column.gap(14)
        for place, (ident, label, action) in enumerate(question.answers):
            kind: Kind = "primary" if not place else "button"
            column.row(Control(f"answer_{ident}", Rect(0, 0, 0, 0), kind, label, action=action), 36)
            column.gap(8)
    column.done()
