"""The bar at the top: menu, name and state of the files, headings, undo, test from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.scenes.editor.kinds import SECTIONS
from game.ui.toolkit.controls import Control, natural_size
from game.ui.toolkit.text import line_height, measure

if TYPE_CHECKING:
    from game.ui.scenes.editor.scene import EditorScene

PART = "top"


def lay(scene: EditorScene) -> None:
    """Lay out the bar."""
    theme, px, bar = scene.theme, scene.px, scene.areas.top
    compact = scene.areas.compact
    scene.fill(bar, theme.bg1)
    scene.fill(Rect(bar.x, bar.bottom - px(1), bar.w, px(1)), theme.line)
    side = px(28 if compact else 32)
    left = bar.x + px(8 if compact else 16)
    scene.add(
        Control("menu", Rect(left, bar.centery - side // 2, side, side), "icon", icon="menu",
                hint=scene.w("common.menu"), framed=True, part=PART,
                current=scene.opened == "menu", action=lambda: scene.show_panel("menu"))
    )  # fmt: skip
    right = _deeds(scene, bar.right - px(8 if compact else 16), side)
    segments = _segments(scene, side)
    room = right - (left + side) - segments - px(32)
    x = _name(scene, left + side + px(12), max(px(64), room))
    _put_segments(scene, x + px(12), side)


def _name(scene: EditorScene, left: int, room: int) -> int:
    """The id of the scenario, and whether it is saved; returns where it ends."""
    theme, px, bar, bench = scene.theme, scene.px, scene.areas.top, scene.bench
    name = bench.folder.name
    state = scene.saved_text()
    if scene.areas.compact:
        wide = min(measure(theme, name, 14, "semibold")[0] + 2, room)
        high = line_height(theme, 14)
        scene.text(name, left, bar.centery - high // 2, wide, 14, theme.text1, "semibold",
                   may_cut=True)  # fmt: skip
        if bench.dirty:
            dot = Rect(left + wide + px(4), bar.centery - px(4), px(8), px(8))
            scene.icon("A", dot, theme.text1)
            wide += px(14)
        return left + wide
    first, second = line_height(theme, 20), line_height(theme, 12)
    top = bar.centery - (first + second) // 2
    needs = max(measure(theme, name, 20, "semibold")[0], measure(theme, state, 12)[0]) + 2
    wide = min(needs, room)
    scene.text(name, left, top, wide, 20, theme.text1, "semibold", may_cut=True)
    scene.text(state, left, top + first, wide, 12, theme.text2, may_cut=True)
    return left + wide


def _section_controls(scene: EditorScene) -> list[Control]:
    return [
        Control(
            f"section_{name}", Rect(0, 0, 0, 0), "segment", scene.w(f"author.section_{name}"),
            value=name, current=name == scene.section, group="sections", part=PART,
            action=scene.show_section(name),
        )
        for name in SECTIONS
    ]  # fmt: skip


def _segments(scene: EditorScene, side: int) -> int:
    return sum(_segment_widths(scene))


def _segment_widths(scene: EditorScene) -> list[int]:
    extra = scene.px(24)  # the tick of the current one
    return [
        natural_size(scene.theme, control)[0] + (extra if not scene.areas.compact else scene.px(4))
        for control in _section_controls(scene)
    ]


def _put_segments(scene: EditorScene, x: int, side: int) -> None:
    bar = scene.areas.top
    for control, wide in zip(_section_controls(scene), _segment_widths(scene), strict=True):
        control.rect = Rect(x, bar.centery - side // 2, wide, side)
        scene.add(control)
        x += wide


def _deeds(scene: EditorScene, right: int, side: int) -> int:
    """Undo, redo, save and test, from the end; returns where they begin."""
    theme, px, bar, bench, w = scene.theme, scene.px, scene.areas.top, scene.bench, scene.w
    compact, keys = scene.areas.compact, scene.app.keys
    waiting = w("author.test_why", count=bench.count)
    test = Control(
        "test", Rect(0, 0, 0, 0), "primary", w("editor.test"), icon="play",
        key="" if compact else keys.cap("quick_save"), enabled=bench.can_test, why=waiting,
        part=PART, action=scene.test,
    )  # fmt: skip
    save = Control(
        "save", Rect(0, 0, 0, 0), "button", w("common.save"), icon="save",
        key="" if compact else keys.cap("save"), enabled=bench.dirty,
        why=w("author.nothing_to_save"), part=PART, action=scene.save,
    )  # fmt: skip
    pair = [
        Control(f"ed_{name}", Rect(0, 0, 0, 0), "icon", icon=name, hint=w(f"common.{name}"),
                key=keys.cap(f"editor_{name}"), framed=True, enabled=can,
                why=w(f"author.no_{name}"), part=PART, action=deed)
        for name, can, deed in (("redo", bench.can_redo, scene.redo),
                                ("undo", bench.can_undo, scene.undo))
    ]  # fmt: skip
    x = right
    for control in (test, save, *pair):
        wide = side if control.kind == "icon" else natural_size(theme, control)[0]
        if control is save and compact:
            control.kind, control.framed, control.hint, wide = "icon", True, control.label, side
            control.label = ""
        if control is test and bar.w / theme.scale < 1100:
            wide = natural_size(theme, control)[0]
        control.rect = Rect(x - wide, bar.centery - side // 2, wide, side)
        scene.add(control)
        x -= wide + px(8)
    return x
