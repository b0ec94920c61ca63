"""The menu of the replay, and the layers of the map, in the column."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.scenes.replay import ways_out
from game.ui.scenes.replay.map_pane import LAYERS
from game.ui.scenes.replay.source_rows import lay_head
from game.ui.toolkit.controls import Control
from game.ui.toolkit.icons import for_direction

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene

_PAD = 16


def lay_menu(scene: ReplayScene, rect: Rect) -> None:
    """Lay out what can be done besides."""
    w, px = scene.w, scene.px
    y = lay_head(scene, rect, w("replay.menu")) + px(8)
    back = for_direction(scene.theme, "arl")
    rows: list[tuple[str, str, str, str, Callable[[], None]]] = [
        ("m:aims", w("replay.menu_objectives"), "held", "objectives", lambda: scene.open("aims")),
        ("m:layers", w("replay.layers"), "lay", "layers", lambda: scene.open("layers")),
        ("m:bookmark", w("replay.bookmark"), "pin", "bookmark", lambda: scene.press("bookmark")),
        ("m:export", w("replay.export"), "note", "", partial(ways_out.export, scene)),
        ("m:sheet", w("sheet.menu"), "lay", "", partial(ways_out.print_sheet, scene)),
        ("m:keys", w("replay.menu_keys"), "q", "keys", partial(ways_out.show_keys, scene)),
        ("m:settings", w("replay.menu_settings"), "gear", "",
         partial(ways_out.show_settings, scene)),
        ("m:title", w("replay.back_to_title"), back, "", scene.leave_scene),
    ]  # fmt: skip
    for name, label, icon, key, action in rows:
        scene.add(
            Control(
                name, Rect(rect.x, y, rect.w, px(40)), "row", label, icon=icon,
                key=scene.app.keys.cap(key) if key else "", part="column", group="menu",
                action=action,
            )
        )  # fmt: skip
        y += px(40)


def lay_layers(scene: ReplayScene, rect: Rect) -> None:
    """Lay out what the map shows."""
    w, px = scene.w, scene.px
    y = lay_head(scene, rect, w("replay.layers")) + px(8)
    inner = rect.w - 2 * px(_PAD)
    layers = scene.map.view.layers
    rows = [(name, name in layers, partial(scene.toggle_layer, name)) for name in LAYERS]
    rows += [
        (name, name.removeprefix("supply_") in scene.map.supply, partial(scene.tool, name))
        for name in ("supply_own", "supply_enemy")
    ]
    for name, on, action in rows:
        scene.add(
            Control(
                f"layer:{name}", Rect(rect.x + px(_PAD), y, inner, px(32)), "toggle",
                w(f"layers.{name}"), current=on, part="column", group="layers", action=action,
            )
        )  # fmt: skip
        y += px(36)
