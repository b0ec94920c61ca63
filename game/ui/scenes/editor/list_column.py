"""Lists in the column: the kinds under a heading, the things of a kind, what was searched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.ui.scenes.editor.bench import Item
from game.ui.scenes.editor.kinds import KINDS, SECTIONS
from game.ui.scenes.play.column_flow import Column
from game.ui.toolkit.controls import Control, State, natural_size
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from game.ui.scenes.editor.scene import EditorScene

PART: Final = "form"
_MOST: Final = 400


def column_of(scene: EditorScene, name: str, rect: Rect, footer: int = 0) -> Column:
    """Return a pen for a panel, scrolled as far as it was."""
    column = Column(
        scene, rect, scene.scroll.get(name), footer=footer, compact=scene.areas.compact, part=PART
    )
    scene.scroll[name] = column.area
    return column


def lay_list(scene: EditorScene, rect: Rect) -> None:
    """The kinds under the heading, and the things of the chosen one."""
    w = scene.w
    kind = KINDS[scene.kind]
    column = column_of(scene, "list", rect)
    _kinds(scene, column)
    column.gap(8)
    items = scene.bench.items(kind.id)
    column.heading(w(f"author.kinds_{kind.id}"), str(len(items)))
    column.gap(2)
    column.buttons([
        Control("add", Rect(0, 0, 0, 0), "button", w("author.add"), icon="plus",
                key=scene.app.keys.cap("add_item"), action=scene.add_item, part=PART,
                enabled=scene.bench.can_edit(kind.file), why=w("author.file_broken")),
    ])  # fmt: skip
    column.gap(8)
    if len(items) > 8 or scene.list_text:
        column.row(
            Control("list_text", Rect(0, 0, 0, 0), "field", value=scene.list_text, icon="search",
                    placeholder=w("author.filter"), changed=scene.filter_list, longest=60),
            32,
        )  # fmt: skip
        column.gap(6)
    wanted = scene.list_text.strip().casefold()
    shown = [item for item in items if not wanted or wanted in item.searched]
    if not shown:
        column.text(w("author.list_empty"), 12)
    for item in shown[:_MOST]:
        _item(scene, column, item)
    if len(shown) > _MOST:
        column.text(w("author.list_more", count=len(shown) - _MOST), 12)
    column.done()


def _kinds(scene: EditorScene, column: Column) -> None:
    """The kinds as links on as few lines as they need."""
    theme, left, high = scene.theme, column.x, scene.px(26)
    for kind in SECTIONS[scene.section]:
        control = Control(
            f"kind_{kind.id}", Rect(0, 0, 0, 0), "tab", scene.w(f"author.kinds_{kind.id}"),
            size=12, current=kind.id == scene.kind, group="kinds", action=scene.show_kind(kind.id),
        )  # fmt: skip
        wide = min(natural_size(theme, control)[0] - scene.px(8), column.w)
        if left > column.x and left + wide > column.x + column.w:
            left, column.y = column.x, column.y + high + scene.px(2)
        control.rect = Rect(left, column.y, wide, high)
        column.add(control)
        left += wide + scene.px(2)
    column.y += high


def _item(scene: EditorScene, column: Column, item: Item) -> None:
    lang = scene.theme.lang
    control = Control(
        f"item_{item.key}", Rect(0, 0, 0, 0), "row", item.name(lang) or item.id,
        note=item.note(lang),
        current=item.ref == scene.selected, group="items", icon=item.icon,
        action=lambda: scene.select(item.ref, look=True),
    )  # fmt: skip
    column.row(control, 44 if control.note else 32, bleed=True)


def lay_find(scene: EditorScene, rect: Rect) -> None:
    """Everything by id and name."""
    w = scene.w
    column = column_of(scene, "find", rect)
    column.heading(w("author.find"))
    column.row(
        Control("found_text", Rect(0, 0, 0, 0), "field", value=scene.found_text, icon="search",
                placeholder=w("author.find_hint"), changed=scene.search, longest=60,
                submit=scene.go_to_first_found),
        32,
    )  # fmt: skip
    column.gap(8)
    found = scene.found()
    if scene.found_text.strip() and not found:
        column.text(w("author.find_none"), 12)
    for item in found:
        control = Control(
            f"found_{item.key}", Rect(0, 0, 0, 0), "row", item.name(scene.theme.lang) or item.id,
            note=f"{w(f'author.kind_{item.kind}')} · {item.id}", group="found", icon=item.icon,
            action=scene.open_found(item),
        )  # fmt: skip
        column.row(control, 44, bleed=True)
    column.done()


def swatch_row(
    scene: EditorScene, column: Column, control: Control, colour: tuple[int, int, int] | None
) -> None:
    """Put a row that can be chosen, with a patch of its colour."""
    side, wide = scene.px(16), scene.px(28)

    def paint(surface: pygame.Surface, theme: Theme, shown: Rect, _state: State) -> None:
        assert colour is not None
        box = Rect(shown.right - wide - theme.px(16), shown.centery - side // 2, wide, side)
        box = theme.mirrored(box, shown)
        surface.fill(colour, box)
        pygame.draw.rect(surface, theme.line2, box, theme.px(1))

    if colour is not None:
        control.paint = paint
    column.row(control, 30 if scene.areas.compact else 32, bleed=True)
