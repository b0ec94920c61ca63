"""What the tool in the hand paints with: grounds, sides, sizes, mirrors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.authoring.symmetry import Symmetry
from game.ui.scenes.editor.brush import SIZES
from game.ui.scenes.editor.list_column import PART, column_of, swatch_row
from game.ui.scenes.play.column_flow import Column
from game.ui.toolkit.controls import Control, natural_size

if TYPE_CHECKING:
    from game.ui.scenes.editor.scene import EditorScene


def lay_tool(scene: EditorScene, rect: Rect) -> None:
    """Lay the panel of the tool out."""
    w, hand, keys = scene.w, scene.hand, scene.app.keys
    column = column_of(scene, f"tool_{hand.job}", rect)
    column.heading(w("author.tool"), keys.cap(f"tool_{hand.tool.id}"), mono=True)
    column.title(w(f"author.tool_{hand.tool.id}"), size=16)
    column.gap(8)
    if len(hand.tool.modes) > 1:
        segments(
            scene, column, "mode",
            [(mode, w(f"author.mode_{mode}"), mode == hand.mode, scene.take_mode(mode))
             for mode in hand.tool.modes],
        )  # fmt: skip
        column.gap(8)
    if hand.subject == "hexes":
        _brush(scene, column)
    elif hand.subject == "sides":
        _mirror(scene, column)
    column.text(w(f"author.how_{hand.job.replace('.', '_')}"), 12)
    column.gap(8)
    for ink in scene.bench.inks(hand.job):
        control = Control(
            f"ink_{ink.id or 'none'}", Rect(0, 0, 0, 0), "row", scene.ink_name(ink), group="inks",
            current=ink.id == scene.ink(), action=scene.take_ink(ink.id),
        )  # fmt: skip
        swatch_row(scene, column, control, ink.colour)
    if hand.job == "river.landmass":
        column.gap(8)
        column.buttons([
            Control("new_landmass", Rect(0, 0, 0, 0), "button", w("author.new_landmass"),
                    icon="plus", action=scene.new_landmass, part=PART)
        ])  # fmt: skip
    column.done()


def _brush(scene: EditorScene, column: Column) -> None:
    w, hand, keys = scene.w, scene.hand, scene.app.keys
    column.heading(w("author.brush"), f"{keys.cap('brush_smaller')} {keys.cap('brush_larger')}",
                   mono=True)  # fmt: skip
    segments(
        scene, column, "size",
        [(str(size), str(size), size == hand.size and not hand.fill, scene.take_size(size))
         for size in SIZES],
    )  # fmt: skip
    column.gap(6)
    column.row(
        Control("fill", Rect(0, 0, 0, 0), "toggle", w("author.fill"), current=hand.fill,
                action=scene.toggle_fill),
        30,
    )  # fmt: skip
    _mirror(scene, column)


def _mirror(scene: EditorScene, column: Column) -> None:
    w, hand, keys = scene.w, scene.hand, scene.app.keys
    column.gap(4)
    column.heading(w("author.mirror"), keys.cap("mirror"), mono=True)
    segments(
        scene, column, "mirror",
        [(how, w(f"author.mirror_{how}"), how == hand.mirror, scene.take_mirror(how))
         for how in Symmetry],
    )  # fmt: skip
    column.gap(10)


def segments(
    scene: EditorScene,
    column: Column,
    group: str,
    options: list[tuple[str, str, bool, object]],
) -> None:
    """Put options side by side; where they do not fit, one under the other."""
    controls = [
        Control(f"{group}_{ident}", Rect(0, 0, 0, 0), "segment", label, current=current,
                group=group, action=action)  # type: ignore[arg-type]
        for ident, label, current, action in options
    ]  # fmt: skip
    theme, px = scene.theme, scene.px
    widths = [natural_size(theme, control)[0] + px(8) for control in controls]
    tick = px(24)
    if sum(widths) + tick <= column.w:
        spare = (column.w - sum(widths) - tick) // len(widths)
        left = column.x
        for control, wide in zip(controls, widths, strict=True):
            wide += spare + (tick if control.current else 0)
            control.rect = Rect(left, column.y, wide, px(32))
            column.add(control)
            left += wide
        column.y += px(32)
        return
    for control in controls:
        control.kind, control.icon = "row", "ok" if control.current else ""
        column.row(control, 30)
