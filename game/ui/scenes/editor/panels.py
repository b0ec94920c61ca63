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
EDGES = ("north", "south", "west", "east")


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
        ("save_as", "save", w("author.save_as"), keys.cap("save_as"), scene.save_as.open),
        ("test", "play", w("editor.test"), keys.cap("quick_save"), scene.test),
        ("trial", "rest", w("author.trial"), keys.cap("test_from_day"), scene.open_trial),
        ("find", "search", w("author.find"), keys.cap("find"), scene.open_find),
        ("resize", "hex", w("author.resize"), keys.cap("resize_map"),
         lambda: scene.show_panel("resize")),
        ("layers", "lay", w("layers.title"), keys.cap("layers"),
         lambda: scene.show_panel("layers")),
        ("outside", "note", w("author.open_outside"), keys.cap("open_outside"),
         scene.open_outside),
        ("folder", "info", w("author.folder"), "", scene.saving.tell_folder),
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


def lay_resize(scene: EditorScene, rect: Rect) -> None:
    """Columns and rows added or cut off at each edge."""
    w = scene.w
    column = column_of(scene, "resize", rect)
    head(scene, column, w("author.resize"))
    grid = scene.bench.grid
    if grid is None:
        column.text(w("author.file_broken"), 12)
        column.done()
        return
    column.text(w("author.resize_now", width=grid.width, height=grid.height), 12)
    column.gap(8)
    side = scene.px(32)
    for edge in EDGES:
        more = scene.edges.get(edge, 0)
        y = column.y
        scene.text(w(f"author.edge_{edge}"), column.x, y + scene.px(6), column.w - 3 * side, 14,
                   scene.theme.text1, area=column.area)  # fmt: skip
        x = column.x + column.w - 3 * side
        for ident, icon, step in (("less", "minus", -1), ("more", "plus", +1)):
            left = x if step < 0 else x + 2 * side
            column.add(
                Control(f"edge_{edge}_{ident}", Rect(left, y, side, side), "icon", icon=icon,
                        framed=True, part=PART, action=scene.move_edge(edge, step),
                        hint=w(f"author.edge_{ident}"))
            )  # fmt: skip
        number = f"+{more}" if more > 0 else str(more).replace("-", "−")
        scene.text(number, x + side, y + scene.px(6), side, 14, scene.theme.text1, "semibold",
                   "centre", column.area)  # fmt: skip
        column.y = y + side + scene.px(6)
    odd = scene.edges.get("north", 0) % 2
    wide = grid.width + scene.edges.get("west", 0) + scene.edges.get("east", 0) + odd
    high = grid.height + scene.edges.get("north", 0) + scene.edges.get("south", 0)
    column.gap(4)
    column.text(w("author.resize_then", width=wide, height=high), 14, scene.theme.text1)
    if odd:
        column.text(w("author.resize_odd"), 12)
    column.gap(10)
    any_change = any(scene.edges.values())
    column.buttons([
        Control("resize_do", Rect(0, 0, 0, 0), "primary", w("author.resize_do"), part=PART,
                enabled=any_change and wide > 0 and high > 0, why=w("author.resize_none"),
                action=scene.resize_map),
        Control("resize_cancel", Rect(0, 0, 0, 0), "button", w("common.cancel"), part=PART,
                action=scene.close_panel),
    ])  # fmt: skip
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
