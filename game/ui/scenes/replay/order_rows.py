"""The orders of a day as the record gives them: with their chance, and what they rest on."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pygame import Rect

from game.history.chronicle import Deed
from game.scenario.outcome import split_outcome
from game.ui.scenes.replay.day_page import rolled
from game.ui.scenes.replay.order_words import sentence
from game.ui.scenes.replay.sheet import Sheet
from game.ui.scenes.replay.viewpoint import EVERYBODY
from game.ui.toolkit.controls import Control, ScrollArea
from game.ui.toolkit.text import elide, line_height, measure

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene

_PAD = 16


def lay_orders(scene: ReplayScene, body: Rect) -> None:
    """Lay out the orders, side by side."""
    theme, px, w = scene.theme, scene.px, scene.w
    area = scene.list_area(body)
    inner = body.w - 2 * px(_PAD)
    y = body.y
    if scene.viewer != EVERYBODY:
        y += px(10)
        told = w("replay.orders_of_side", side=scene.naming.side(scene.viewer))
        y += scene.lines(told, body.x + px(_PAD), y, inner, 12, theme.text3, area=area)
    deeds = scene.page.orders_of(scene.viewer)
    if not deeds and scene.page.state is not None:
        y += px(12)
        key = "replay.no_orders" if scene.viewer == EVERYBODY else "replay.quiet_orders"
        y += scene.lines(w(key), body.x + px(_PAD), y, inner, 14, theme.text2, area=area)
    number = 0
    for side, group in groupby(deeds, key=lambda deed: -1 if deed.decree else deed.side):
        y = _head(scene, side, body, y, area)
        for deed in group:
            y = _order(scene, deed, number, body, y, area)
            number += 1
    scene.fit_area(area, y)


def _head(scene: ReplayScene, side: int, body: Rect, y: int, area: ScrollArea) -> int:
    theme, px = scene.theme, scene.px
    y += px(12)
    x = body.x + px(_PAD)
    high = line_height(theme, 12)
    if side < 0:
        name = scene.w("replay.decree")
    else:
        name = scene.naming.side(side)
        token = scene.film.scenario.oob.sides[side].colour
        scene.swatch(token, Rect(x, y + (high - px(12)) // 2, px(12), px(12)), area)
        x += px(20)
    shown = name if theme.lang == "ar" else name.upper()
    scene.text(shown, x, y, body.right - x - px(_PAD), 12, theme.text2, "semibold", area=area)
    return y + high + px(2)


def _order(
    scene: ReplayScene, deed: Deed, number: int, body: Rect, y: int, area: ScrollArea
) -> int:
    theme, px, w = scene.theme, scene.px, scene.w
    sheet = Sheet(theme, body.w)
    inner = body.w - 2 * px(_PAD)
    sheet.gap(6)
    if deed.decree:
        told = deed.decree
    else:
        told = sentence(scene.naming, deed.order) if deed.order is not None else deed.text
    sheet.lines(told, px(_PAD), inner, 14, theme.text1)
    fact = came_of_it(scene, deed)
    if fact:
        sheet.lines(fact, px(_PAD), inner, 12, theme.text2)
    if deed.note:
        sheet.lines(deed.note, px(_PAD), inner, 12, theme.text3)
    sheet.gap(2)
    link_y = sheet.y
    if not deed.sources:
        sheet.tag(w("replay.interpolated"), px(_PAD), theme.text2, dashed=True)
    sheet.y += line_height(theme, 12) + px(2)
    sheet.gap(7)
    name = f"order:{scene.page.turn}:{number}"
    scene.add(
        Control(
            name, Rect(body.x, y, body.w, sheet.y), "row", part="column", area=area,
            paint=sheet.paint, group="orders", hint=deed.text, current=scene.current == name,
            facts=() if deed.sources else (w("replay.interpolated_why"),),
            action=lambda: scene.point_at(name, deed),
        )
    )  # fmt: skip
    if deed.sources:
        text = elide(theme, ", ".join(deed.sources), 12, inner)
        wide = measure(theme, text, 12)[0] + px(2)
        scene.add(
            Control(
                f"source:{name}", Rect(body.x + px(_PAD), y + link_y, wide, line_height(theme, 12)),
                "link", text, size=12, part="column", area=area,
                action=lambda: scene.show_sources(deed.text, deed.sources, ""),
            )
        )  # fmt: skip
    scene.fill(Rect(body.x + px(_PAD), y + sheet.y, inner, px(1)), theme.line, area)
    return y + sheet.y + px(1)


def came_of_it(scene: ReplayScene, deed: Deed) -> str:
    """Return what the record says came of an order, and how likely that was."""
    w = scene.w
    if not deed.legal:
        return w("replay.refused", why=deed.refusal)
    parts = []
    outcome = split_outcome(deed.outcome) if deed.outcome else None
    if outcome is not None:
        words = [outcome.result, *(word for word, _ in outcome.dice)]
        keys = [f"replay.outcome_{word}" for word in words if word]
        parts += [w(key) for key in keys if scene.app.words.has(key)]
    if rolled(deed):
        percent = 100 * deed.chance
        low = 0 < percent < 1
        parts.append(
            w("replay.chance_low") if low else w("replay.chance", percent=f"{percent:.0f}")
        )
    return " · ".join(parts)
