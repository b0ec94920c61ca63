"""The column while orders are given: the hex, its stack, the unit, what it may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.engine.board import NOWHERE
from game.engine.rules.leaders import leader_near, leaderless
from game.engine.rules.presence import hostile, side_of, type_of, units_at
from game.engine.state import Supply
from game.ui.scenes.play.box_panel import lay_box, lay_box_orders
from game.ui.scenes.play.column_flow import Column, pips
from game.ui.scenes.play.fact_words import (
    movement_words,
    posture_words,
    supply_words,
)
from game.ui.scenes.play.hex_panel import lay_hex, lay_stack
from game.ui.scenes.play.numbers import signed
from game.ui.scenes.play.possible import Possible
from game.ui.scenes.play.refusal_words import refusal_words
from game.ui.scenes.play.tool_panels import lay_entry
from game.ui.scenes.play.works import about_hex, works_of
from game.ui.toolkit.controls import Control, natural_size
from game.ui.toolkit.text import line_height

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene

ROW_H = 56
SMALL_ROW_H = 50


def lay(scene: PlayScene, rect: Rect) -> None:
    """Lay out the column; the minimap takes its foot where there is room for it."""
    column = Column(scene, rect, scene.areas.get("unit"), compact=scene.frame.compact)
    scene.areas["unit"] = column.area
    if scene.message:
        column.icon_text("info", scene.message, scene.theme.text1, most=6)
        column.rule()
    h = scene.sel.hex
    box = scene.sel.box
    if h == NOWHERE and scene.sel.unit == NOWHERE and box == NOWHERE:
        _nothing(scene, column)
    else:
        if h != NOWHERE:
            lay_hex(scene, column, h)
            lay_stack(scene, column, h)
        elif box != NOWHERE:
            lay_box(scene, column, box)
        if scene.sel.unit != NOWHERE:
            _unit(scene, column, scene.sel.unit)
            _actions(scene, column, scene.sel.unit)
        elif h != NOWHERE:
            _hex_orders(scene, column)
        if box != NOWHERE:
            lay_box_orders(scene, column, box)
    column.done()


def _nothing(scene: PlayScene, column: Column) -> None:
    w = scene.w
    idle = len(scene.idle())
    column.heading(scene.names.side(scene.viewer))
    column.text(w("play.nothing_selected"), 14, scene.theme.text1)
    column.gap(8)
    if scene.may_order:
        column.text(w("play.idle_left", count=idle))
        column.gap(10)
        if idle:
            column.buttons(
                [
                    Control("next_unit", Rect(0, 0, 0, 0), "button", w("play.next_unit"),
                            key=scene.app.keys.cap("next_unit"), action=lambda: scene.next(+1))
                ]
            )  # fmt: skip
            column.gap(8)
        column.buttons(_side_buttons(scene))


def _side_buttons(scene: PlayScene) -> list[Control]:
    w, keys = scene.w, scene.app.keys
    return [
        Control("side_orders", Rect(0, 0, 0, 0), "button", w("play.side_orders"),
                action=lambda: scene.open_orders("side")),
        Control("oob", Rect(0, 0, 0, 0), "button", w("play.order_of_battle"),
                key=keys.cap("order_of_battle"), action=scene.toggle("oob")),
        _undo_button(scene),
    ]  # fmt: skip


def _unit(scene: PlayScene, column: Column, number: int) -> None:
    view, w, names = scene.view, scene.w, scene.names
    card, kind, now = view.scenario.oob.units[number], type_of(view, number), view.units[number]
    column.rule()
    theme, px = scene.theme, scene.px
    link = Control(
        "biography", Rect(0, 0, 0, 0), "link", w("play.biography"), size=12,
        action=scene.toggle("biography"),
    )  # fmt: skip
    wide = min(natural_size(theme, link)[0] + 2, column.w - px(48))
    link.rect = Rect(column.x + column.w - wide, column.y - px(2), wide, px(20))
    head = Column.capitals(column, w("play.unit"))
    scene.text(head, column.x, column.y, column.w - wide - px(8), 12, theme.text2, "semibold",
               area=column.area, may_cut=True)  # fmt: skip
    column.add(link)
    column.y += line_height(theme, 12) + px(6)
    column.title(names.unit(number))
    traits = [w(f"play.trait_{t.value}") for t in kind.traits if w_has(scene, t.value)]
    echelon = w(f"play.echelon_{card.echelon}") if scene.app.words.has(
        f"play.echelon_{card.echelon}") else card.echelon  # fmt: skip
    line = [w("play.kind_echelon", kind=names.of(kind), echelon=echelon), *traits]
    if not scene.frame.compact:
        line.append(names.formation(number))
    column.text(" · ".join(line), most=2)
    column.gap(6)
    _steps(scene, column, number)
    strength = kind.factor * now.active
    column.fact(w("play.strength"), f"{kind.factor} × {now.active} =", str(strength))
    column.fact(w("play.movement"), movement_words(names, view, number))
    icon = "sup" if now.supply is Supply.SUPPLIED else "warn"
    column.fact(w("play.supply"), supply_words(names, view, number), icon=icon)
    command = _command(scene, number)
    if command:
        column.fact(w("play.command"), command)
    posture = posture_words(names, view, number)
    if posture:
        column.fact(w("play.posture"), posture)


def w_has(scene: PlayScene, trait: str) -> bool:
    """True if a trait has a word of its own; what the type's name says is left out."""
    return trait in ("elite", "militia", "fanatic", "raider", "engineer") and scene.app.words.has(
        f"play.trait_{trait}"
    )


def _steps(scene: PlayScene, column: Column, number: int) -> None:
    view, w, theme = scene.view, scene.w, scene.theme
    now = view.units[number]
    most = view.scenario.oob.units[number].steps
    col = scene.px(72 if scene.frame.compact else 96)
    high = line_height(theme, 14)
    scene.text(w("play.steps"), column.x, column.y + (high - line_height(theme, 12)) // 2,
               col - scene.px(6), 12, theme.text2, area=column.area)  # fmt: skip
    wide = min(scene.px(13) * most, column.w - col - scene.px(110))
    spot = Rect(column.x + col, column.y, max(wide, scene.px(40)), high)
    lost = max(0, most - now.steps)

    def brush(surface: pygame.Surface, rect: Rect) -> None:
        pips(surface, theme, rect, now.active, now.suppressed, lost, align_end=False)

    scene.put(spot, brush, column.area)
    text = w("play.steps_active", active=now.active, most=most)
    scene.text(text, spot.right + scene.px(8), column.y, column.x + column.w - spot.right
               - scene.px(8), 14, theme.text1, area=column.area, may_cut=True)  # fmt: skip
    column.y += high


def _command(scene: PlayScene, number: int) -> str:
    view, w = scene.view, scene.w
    formation, side = view.scenario.oob.units[number].formation, side_of(view, number)
    bonus = view.scenario.rules.shifts.leader
    for leader, now in enumerate(view.leaders):
        if now.unit == number and not now.lost_on:
            return w("play.leads_here", leader=scene.names.leader(leader), bonus=signed(bonus))
    at = view.units[number].at
    if at != NOWHERE and leader_near(view, side, [at], [formation]):
        for leader, card in enumerate(view.scenario.oob.leaders):
            if card.formation == formation and view.leaders[leader].unit != NOWHERE:
                return w("play.in_radius", leader=scene.names.leader(leader), bonus=signed(bonus))
    if leaderless(view, formation):
        return w("play.leaderless")
    return ""


def _undo_button(scene: PlayScene) -> Control:
    w = scene.w
    blocked = scene.undo_words()
    return Control(
        "undo", Rect(0, 0, 0, 0), "icon", icon="undo", framed=True, hint=w("common.undo"),
        key=scene.app.keys.cap("undo"), enabled=not blocked, why=blocked, action=scene.undo,
    )  # fmt: skip


def _actions(scene: PlayScene, column: Column, number: int) -> None:
    view, w, keys = scene.view, scene.w, scene.app.keys
    if side_of(view, number) != scene.viewer or not scene.may_order:
        return
    found = scene.possible(number)
    column.gap(10)
    attack, hold = found.get("attack"), found["hold"]
    row = []
    if attack is not None:
        control = _action(scene, "attack", attack, keys.cap("attack"), scene.attack_key)
        control.kind, control.icon = "primary" if attack.can else "button", "tgt"
        row.append(control)
    row.append(_action(scene, "hold", hold, keys.cap("hold"), scene.hold))
    row.append(_undo_button(scene))
    if scene.session.can_redo:
        row.append(
            Control("redo", Rect(0, 0, 0, 0), "icon", icon="redo", framed=True,
                    hint=w("common.redo"), key=keys.cap("redo"), action=scene.redo)
        )  # fmt: skip
    column.buttons(row)
    column.gap(8)
    second = []
    for ident in ("march", "boats", "withdraw", "dig", "stand"):
        one = found.get(ident)
        if one is None or (ident in ("march", "dig") and not one.can):
            continue
        if ident == "stand" and not one.can:
            continue
        second.append(_action(scene, ident, one, "", scene.do_action(ident, one)))
    second.append(
        Control("more", Rect(0, 0, 0, 0), "button", w("play.more_orders"),
                action=lambda: scene.open_orders("unit"))
    )  # fmt: skip
    works = works_of(view, number, scene.names)
    if works:
        column.gap(2)
    for place, work in enumerate(works):
        if work.why is None:
            lay_entry(scene, column, f"work_{place}", work.entry)
            continue
        label = " · ".join([scene.w(f"verb.{work.entry.verb}"), work.entry.what])
        why = refusal_words(scene.names, work.why, number)
        column.icon_text("info", scene.w("play.cannot", what=label, why=why), most=3)
    if works:
        column.gap(4)
    column.buttons(second)
    if attack is not None and not attack.can and attack.why and _worth_saying(scene, number):
        column.gap(6)
        column.text(refusal_words(scene.names, attack.why, number))
    blocked = scene.undo_words()
    if blocked and scene.session.undo_end.why != "turn":
        column.gap(6)
        column.text(blocked)


def _worth_saying(scene: PlayScene, number: int) -> bool:
    """Why there is no attack is said only with an enemy beside the unit."""
    view = scene.view
    at = view.units[number].at
    if at == NOWHERE:
        return False
    return any(
        hostile(view, scene.viewer, side_of(view, n))
        for h in view.scenario.board.grid.neighbours[at]
        for n in units_at(view, h)
    )


def _action(scene: PlayScene, ident: str, one: Possible, key: str, action: object) -> Control:
    label = scene.w(f"play.action_{ident}")
    if ident == "stand" and one.order is not None and not getattr(one.order, "on", True):
        label = scene.w("play.action_yield")
    current = scene.aim is not None and scene.aim.verb == ident
    why = refusal_words(scene.names, one.why, scene.sel.unit) if one.why else ""
    return Control(
        f"act_{ident}", Rect(0, 0, 0, 0), "button", label, key=key, enabled=one.can,
        why=why, current=current, action=action if callable(action) else None,
    )  # fmt: skip


def _hex_orders(scene: PlayScene, column: Column) -> None:
    if not scene.may_order:
        return
    column.gap(12)
    h = scene.sel.hex
    if scene.can_open(h):
        weigh = Control(
            "weigh", Rect(0, 0, 0, 0), "primary", scene.w("play.weigh_attack"), icon="tgt",
            key=scene.app.keys.cap("act"), action=lambda: scene.open_odds(h),
        )  # fmt: skip
        column.buttons([weigh, _undo_button(scene)])
        column.gap(8)
    for place, entry in enumerate(about_hex(scene.view, h, scene.names)):
        lay_entry(scene, column, f"hex_order_{place}", entry)
    if not scene.can_open(h):
        column.gap(4)
        column.buttons([_undo_button(scene)])
