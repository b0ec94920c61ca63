"""Panels of the column that only tell: objectives, order of battle, the unit's sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.engine.rules.dials import grade
from game.engine.rules.presence import side_of
from game.engine.state import Status
from game.ui.scenes.play.chips import ObjectiveRow, rows
from game.ui.scenes.play.column_flow import Column
from game.ui.scenes.play.fact_words import chip_fact
from game.ui.scenes.play.hex_panel import unit_row
from game.ui.scenes.play.result_facts import dial_words
from game.ui.toolkit.controls import Control, State
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.text import cut, draw_lines, line_height, wrap
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene


def head(scene: PlayScene, column: Column, title: str, note: str = "") -> None:
    """Write the title of a panel with its way out."""
    px = scene.px
    size = px(28)
    column.add(
        Control(
            "close", Rect(column.x + column.w - size + px(6), column.y - px(4), size, size), "icon",
            icon="x", hint=scene.w("common.close"), key=scene.app.keys.cap("back"),
            action=scene.close_panel,
        )
    )  # fmt: skip
    column.page.text(
        title, column.x, column.y, column.w - size, 20, scene.theme.text1, "semibold",
        area=column.area, may_cut=True,
    )  # fmt: skip
    column.y += line_height(scene.theme, 20)
    if note:
        column.text(note)
    column.gap(8)


def lay_objectives(scene: PlayScene, rect: Rect) -> None:
    """All objectives of the viewer's side; a click centres the map on one."""
    column = Column(scene, rect, scene.areas.get("objectives"), compact=scene.frame.compact)
    scene.areas["objectives"] = column.area
    every = rows(scene.view, scene.viewer)
    met = sum(row.status == "met" for row in every)
    head(scene, column, scene.w("play.objectives"),
         scene.w("play.objectives_met", met=met, all=len(every)))  # fmt: skip
    order = sorted(every, key=lambda row: (row.status != "open", row.objective.latest, row.number))
    for row in order:
        _objective(scene, column, row)
    column.done()


def _objective(scene: PlayScene, column: Column, row: ObjectiveRow) -> None:
    theme, px, names = scene.theme, scene.px, scene.names
    current = scene.objective_at == row.number
    name = names.objective(row.objective)
    fact = chip_fact(names, row, scene.view.turn)
    left = px(24)
    room = column.w - left
    titles = cut(theme, wrap(theme, name, 14, room, "semibold"), 2, 14, room, "semibold")
    real = ""
    if row.objective.historical:
        key = "play.history_held_until" if row.objective.hold else "play.history_reached"
        real = scene.w(key, date=names.date(row.objective.historical))
    notes = wrap(theme, fact, 12, room)[:2] + (wrap(theme, real, 12, room)[:2] if real else [])
    told = names.text(row.objective)
    if current and told:
        notes += wrap(theme, told, 12, room)
    high = len(titles) * line_height(theme, 14) + len(notes) * line_height(theme, 12) + px(14)
    pad = column.pad

    def paint(surface: pygame.Surface, skin: Theme, shown: Rect, _state: State) -> None:
        inner = Rect(shown.x + pad, shown.y, shown.w - 2 * pad, shown.h)
        box = skin.mirrored(Rect(inner.x, inner.y + px(11), px(12), px(12)), inner)
        draw_icon(surface, skin, row.mark, box, skin.text1)
        body = skin.mirrored(Rect(inner.x + left, inner.y + px(7), room, 0), inner)
        used = draw_lines(surface, skin, titles, body, 14, skin.text1, "semibold")
        draw_lines(surface, skin, notes, Rect(body.x, used.bottom, body.w, 0), 12, skin.text2)
        surface.fill(skin.line, Rect(shown.x, shown.bottom - 1, shown.w, 1))

    control = Control(
        f"objective_{row.number}", Rect(column.rect.x, column.y, column.rect.w, high), "row", "",
        current=current, group="objectives", action=scene.show_objective(row.number), paint=paint,
    )  # fmt: skip
    column.add(control)
    column.y += high


def lay_oob(scene: PlayScene, rect: Rect) -> None:
    """The order of battle of the viewer's side, by formations."""
    column = Column(scene, rect, scene.areas.get("oob"), compact=scene.frame.compact)
    scene.areas["oob"] = column.area
    view, names, w = scene.view, scene.names, scene.w
    head(scene, column, w("play.order_of_battle"), names.side(scene.viewer))
    for number, formation in enumerate(view.scenario.oob.formations):
        units = [n for n, card in enumerate(view.scenario.oob.units) if card.formation == number]
        if formation.side != scene.viewer or not units:
            continue
        alive = [
            n for n in units
            if view.units[n].status in (Status.ON_MAP, Status.IN_BOX, Status.TRAVELLING,
                                        Status.WAITING)
        ]  # fmt: skip
        steps = sum(view.units[n].steps for n in alive)
        column.heading(names.of(formation), w("common.steps", count=steps))
        on_map = [n for n in alive if view.units[n].status is Status.ON_MAP]
        if scene.may_order and len(on_map) > 0:
            column.link(
                Control(f"formation_{number}", Rect(0, 0, 0, 0), "link",
                        w("play.move_formation"), size=12, action=scene.aim_formation(number))
            )  # fmt: skip
        column.gap(4)
        for n in alive:
            unit_row(scene, column, n, ident="oob", action=scene.go_to_unit(n))
            column.gap(4)
        gone = [n for n in units if n not in alive]
        if gone:
            column.text(w("play.units_gone", units=names.units(gone)))
        column.gap(10)
    column.done()


def lay_biography(scene: PlayScene, rect: Rect) -> None:
    """What is known of the selected unit: formation, strength, sources."""
    column = Column(scene, rect, scene.areas.get("biography"), compact=scene.frame.compact)
    scene.areas["biography"] = column.area
    unit = scene.sel.unit
    w, names, view = scene.w, scene.names, scene.view
    if unit < 0:
        scene.close_panel()
        return
    card = view.scenario.oob.units[unit]
    formation = view.scenario.oob.formations[card.formation]
    head(scene, column, names.unit(unit), names.of(formation))
    own = side_of(view, unit) == scene.viewer
    if card.strength != (0, 0) and own:
        low, high = card.strength
        column.fact(w("play.men"), w("play.men_range", low=low, high=high))
    elif own:
        column.fact(w("play.men"), w("play.men_unknown"))
    if card.certainty:
        key = f"play.certainty_{card.certainty}"
        told = w(key) if scene.app.words.has(key) else card.certainty
        column.fact(w("play.certainty"), told)
    column.gap(6)
    for note in (card.note, formation.note):
        if note:
            column.text(note, 14, scene.theme.text1)
            column.gap(6)
    rows_of = dict.fromkeys((*card.sources, *formation.sources))
    if not rows_of:
        column.text(w("play.no_sources"))
    else:
        column.heading(w("common.sources"))
        for ident in rows_of:
            text = scene.source_text(ident)
            column.text(f"{ident}  {text}" if text else ident, 12, scene.theme.text2)
            column.gap(4)
    column.done()


def lay_statistics(scene: PlayScene, rect: Rect) -> None:
    """The dials as the game stands, and what was lost."""
    column = Column(scene, rect, scene.areas.get("statistics"), compact=scene.frame.compact)
    scene.areas["statistics"] = column.area
    w, names, view = scene.w, scene.names, scene.view
    head(scene, column, w("play.statistics"), names.date(view.turn, "long"))
    found = grade(view, scene.viewer)
    for dial in found.dials:
        facts = dial_words(names, view, scene.viewer, dial)
        column.heading(facts.name)
        column.title(facts.value, size=20)
        column.text(facts.sentence, 14, scene.theme.text1)
        column.text(facts.note)
        column.gap(10)
    column.heading(w("result.losses"))
    for side in range(len(view.scenario.oob.sides)):
        lost = view.losses[side]
        column.fact(scene.side_short(side),
                    w("play.steps_lost", count=lost.fallen + lost.surrendered))  # fmt: skip
    column.gap(10)
    entries = [entry for entry in view.harm if entry.side == scene.viewer]
    column.heading(w("result.ledger"))
    if not entries:
        column.text(w("result.harm_none"))
    for entry in entries:
        column.text(w("result.ledger_line", date=names.date(entry.turn),
                      where=names.hex(entry.hex)))  # fmt: skip
    column.done()
