"""The hex in the column, with the units that stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.engine.board import NOWHERE
from game.engine.rules.mobility import allowance
from game.engine.rules.presence import side_of, units_at
from game.engine.state import Status
from game.ui.map.counters import card_picture
from game.ui.scenes.play.column_flow import Column, pips
from game.ui.scenes.play.fact_words import (
    ground_words,
)
from game.ui.scenes.play.numbers import halves
from game.ui.toolkit.controls import Control, State
from game.ui.toolkit.text import draw_text, elide, line_height, measure
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene

ROW_H = 56
SMALL_ROW_H = 50


def lay_hex(scene: PlayScene, column: Column, h: int) -> None:
    names, view, w = scene.names, scene.view, scene.w
    theme, px = scene.theme, scene.px
    high = line_height(theme, 12)
    label = names.label(h)
    scene.text(column.capitals(w("common.hex")), column.x, column.y, column.w, 12, theme.text2,
               "semibold", area=column.area)  # fmt: skip
    used = measure(theme, column.capitals(w("common.hex")), 12, "semibold")[0] + px(8)
    scene.text(label, column.x + used, column.y, px(80), 12, theme.text2, "mono", area=column.area)
    size = px(28)
    spot = Rect(column.x + column.w - size + px(6), column.y - px(6), size, size)
    column.add(
        Control(
            "centre", spot, "icon",
            icon="tgt", hint=w("play.centre"), key=scene.app.keys.cap("centre"),
            action=scene.centre_selection,
        )
    )  # fmt: skip
    column.y += high + px(8)
    place = names.place_at(h)
    owner = view.control[h]
    if place != NOWHERE:
        board_place = view.scenario.board.places[place]
        name, other = names.of(board_place), names.other(board_place)
    else:
        name, other = names.terrain(h), ""
    name_and_owner(scene, column, name, other, owner)
    column.gap(4)
    column.text(ground_words(names, view, h))
    level = view.works[h]
    facts = []
    if level:
        facts.append(w("play.works_level", level=level))
    if view.rubble[h]:
        most = view.scenario.rules.civilians.rubble_for_ruins
        facts.append(w("play.rubble_level", level=view.rubble[h], most=most))
    if view.population[h]:
        column.gap(2)
        column.icon_text("ppl", w("play.people_level", level=view.population[h]))
    for entry in _sites(scene, h):
        facts.append(entry)
    for fact in facts:
        column.text(fact)


def name_and_owner(scene: PlayScene, column: Column, name: str, other: str, owner: int) -> None:
    """Lay out a name, the same in the other language if there is room, and who holds it."""
    theme, px, names = scene.theme, scene.px, scene.names
    side = scene.side_short(owner)
    side_w = measure(theme, side, 12)[0] + px(12 + 8) + 2
    high = line_height(theme, 16)
    name_w = measure(theme, name, 16, "semibold")[0] + 2
    if name_w > column.w - side_w - px(8):
        name = elide(theme, name, 16, column.w - side_w - px(8), "semibold")
        name_w = measure(theme, name, 16, "semibold")[0] + 2
    scene.text(name, column.x, column.y, name_w, 16, theme.text1, "semibold", area=column.area)
    left = column.w - name_w - side_w - px(16)
    if other and measure(theme, other, 14)[0] <= left:
        top = column.y + (high - line_height(theme, 14)) // 2
        scene.text(other, column.x + name_w + px(8), top, left, 14, theme.text2, area=column.area)
    x, size = column.x + column.w - side_w, px(12)
    scene.swatch(names.colour(owner), Rect(x, column.y + (high - size) // 2, size, size),
                 column.area)  # fmt: skip
    scene.text(side, x + size + px(8), column.y + (high - line_height(theme, 12)) // 2,
               side_w - size - px(8), 12, theme.text2, area=column.area)  # fmt: skip
    column.y += high


def _sites(scene: PlayScene, h: int) -> list[str]:
    """Crossings, belts and tunnels of a hex that the viewer knows of."""
    view, names, w = scene.view, scene.names, scene.w
    found = []
    for number, site in enumerate(view.scenario.board.crossings):
        if h in (site.a, site.b):
            state = w(f"play.crossing_{view.crossings[number].state.value}")
            found.append(w("play.crossing_line", crossing=names.crossing(number), state=state))
    for number, belt in enumerate(view.belts):
        card = view.scenario.oob.belts[number]
        if card.hex == h and not belt.gone and (belt.known or card.side == scene.viewer):
            found.append(w("play.belt_here"))
    for number, tunnel in enumerate(view.tunnels):
        ends = view.scenario.oob.tunnels[number]
        if (
            h in (ends.a, ends.b)
            and not tunnel.gone
            and (tunnel.known or ends.side == scene.viewer)
        ):
            other = ends.b if h == ends.a else ends.a
            found.append(w("play.tunnel_here", where=names.hex(other)))
    return found


def lay_stack(scene: PlayScene, column: Column, h: int) -> None:
    view, w = scene.view, scene.w
    here = units_at(view, h)
    if not here:
        column.rule()
        column.text(w("play.no_unit"))
        return
    column.rule()
    limit = view.scenario.rules.movement
    steps = sum(view.units[n].steps for n in here)
    head = w("play.stack_facts", units=w("common.units", count=len(here)), steps=steps,
             most=limit.stack_steps)  # fmt: skip
    column.heading(w("play.stack_head", facts=head))
    own = [n for n in here if side_of(view, n) == scene.viewer]
    others = [n for n in here if n not in own]
    for number in [*own, *others]:
        unit_row(scene, column, number)
        column.gap(6)


def unit_row(
    scene: PlayScene,
    column: Column,
    number: int,
    action: object = None,
    ident: str = "unit",
    current: bool | None = None,
) -> None:
    """Add a row for a unit: counter, name, a fact, steps."""
    view, w, names = scene.view, scene.w, scene.names
    now = view.units[number]
    mine = side_of(view, number) == scene.viewer
    if mine:
        fact = movement_fact(scene, number)
    else:
        fact = f"{names.side(side_of(view, number))} · {names.kind(number)}"
    high = SMALL_ROW_H if scene.frame.compact else ROW_H

    def pick() -> None:
        scene.select_unit(number)

    control = Control(
        f"{ident}_{number}", Rect(0, 0, 0, 0), "row", "", framed=True, group="stack",
        current=scene.sel.unit == number if current is None else current,
        action=action if callable(action) else pick,
        hint=names.unit(number), facts=(fact,),
    )  # fmt: skip
    lost = max(0, view.scenario.oob.units[number].steps - now.steps)
    name = names.unit(number)
    look = scene.look(number)
    edge = scene.px(36 if scene.frame.compact else 40)

    def paint(surface: pygame.Surface, theme: Theme, rect: Rect, _state: State) -> None:
        picture = card_picture(look, edge)
        inner = rect.inflate(-2 * theme.px(10), 0)
        box = picture.get_rect()
        box.midleft = (inner.left, inner.centery)
        if theme.rtl:
            box.midright = (inner.right, inner.centery)
        surface.blit(picture, box)
        step = edge + theme.px(14)
        pip_w = min(theme.px(60), theme.px(13) * max(1, now.steps + lost))
        line = Rect(inner.x + step, inner.y, inner.w - step - pip_w - theme.px(4), inner.h)
        line = theme.mirrored(line, inner)
        first, second = line_height(theme, 14), line_height(theme, 12)
        top = line.y + (line.h - first - second) // 2
        shown = name
        if ", " in name and measure(theme, name, 14, "semibold")[0] > line.w:
            tail = name.split(", ", 1)[1]
            shown = tail[:1].upper() + tail[1:]
        draw_text(surface, theme, shown, (line.x, top), 14, theme.text1, "semibold", width=line.w)
        draw_text(surface, theme, fact, (line.x, top + first), 12, theme.text2, width=line.w)
        spot = Rect(inner.right - pip_w, inner.y, pip_w, inner.h)
        pips(surface, theme, theme.mirrored(spot, inner), now.active, now.suppressed, lost)

    control.paint = paint
    column.row(control, high)
    del w


def movement_fact(scene: PlayScene, number: int) -> str:
    """Return what the row of an own unit says: movement left and whether it is ready."""
    view, w = scene.view, scene.w
    now = view.units[number]
    if now.status is Status.IN_BOX:
        return scene.names.box(now.box)
    if now.status in (Status.WAITING, Status.TRAVELLING):
        return w("play.arrives_on", date=scene.names.date(now.due))
    if now.status is not Status.ON_MAP:
        return w(f"play.status_{now.status.value}")
    if now.digging:
        return w("play.digging")
    whole = allowance(view, number)
    if not scene.may_order or side_of(view, number) != scene.viewer:
        return scene.names.kind(number)
    if now.active == 0:
        return w("play.suppressed_whole")
    if now.fought or not (now.fresh or now.mp):
        return w("play.mp_acted")
    if not whole:
        return w("play.static")
    key = "play.mp_ready" if now.fresh else "play.mp_of"
    return w(key, left=halves(now.mp), most=halves(whole))
