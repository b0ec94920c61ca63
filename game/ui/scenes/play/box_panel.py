"""An off-map box in the column: who holds it, where it leads, who is there, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.engine.board import NOWHERE
from game.engine.rules.box_access import days_between
from game.engine.rules.presence import side_of
from game.engine.state import Status
from game.ui.scenes.box_words import days_told, ways
from game.ui.scenes.play import order_list
from game.ui.scenes.play.column_flow import Column
from game.ui.scenes.play.hex_panel import name_and_owner, unit_row
from game.ui.scenes.play.tool_panels import lay_entry
from game.ui.toolkit.controls import Control

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene

_OF_UNIT = ("enter", "travel", "depart", "refit")


def lay_box(scene: PlayScene, column: Column, box: int) -> None:
    """Lay out the box and the units in it."""
    view, w, names = scene.view, scene.w, scene.names
    card = view.scenario.board.boxes[box]
    column.heading(w("boxes.head"))
    name_and_owner(scene, column, names.box(box), names.other(card), view.boxes[box])
    column.gap(4)
    for line in ways(scene.app.words, view, box, names.box):
        column.text(line)
    _send(scene, column, box)
    column.rule()
    here = scene.boxes.units_in(box)
    if not here:
        column.text(w("boxes.nobody_here"))
    own = [n for n in here if side_of(view, n) == scene.viewer]
    for number in [*own, *(n for n in here if n not in own)]:
        unit_row(scene, column, number)
        column.gap(6)
    coming = [
        n
        for n, now in enumerate(view.units)
        if now.status is Status.TRAVELLING
        and (now.box, now.at) == (box, NOWHERE)
        and side_of(view, n) == scene.viewer
    ]
    if coming:
        column.gap(6)
        column.heading(w("boxes.on_the_way"))
    for number in coming:
        unit_row(scene, column, number)
        column.gap(6)


def _send(scene: PlayScene, column: Column, box: int) -> None:
    """Offer to send the selected unit to the box."""
    view, unit = scene.view, scene.sel.unit
    if unit == NOWHERE or box not in scene.boxes.marked:
        return
    order = order_list.sent_to(view, unit)[box]
    start = view.units[unit].box
    days = view.scenario.board.boxes[box].entry_days
    if start != NOWHERE:
        days = days_between(view, start, box) or 0

    def send() -> None:
        scene.submit(order)

    column.gap(10)
    column.row(
        Control(
            "send", Rect(0, 0, 0, 0), "row",
            scene.w("boxes.send", unit=scene.names.unit(unit)), framed=True, group="orders",
            note=days_told(scene.app.words, days), action=send,
        ),
        44,
    )  # fmt: skip


def lay_box_orders(scene: PlayScene, column: Column, box: int) -> None:
    """Lay out what can be ordered in the box: travel, onto the map, an attack, a claim."""
    view, unit = scene.view, scene.sel.unit
    if not scene.may_order:
        return
    entries = order_list.of_box(view, box, scene.names)
    if unit != NOWHERE and view.units[unit].box == box:
        own = order_list.of_unit(view, unit, scene.names)
        entries = [*(entry for entry in own if entry.verb in _OF_UNIT), *entries]
    if entries:
        column.gap(12)
    for place, entry in enumerate(entries):
        lay_entry(scene, column, f"box_order_{place}", entry)
