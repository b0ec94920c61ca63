"""The column while computers play: whose turn it is, how far it has come, what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.storage.settings import CHOICES
from game.ui.scenes.play.column_flow import Column
from game.ui.toolkit.controls import Control, State, natural_size
from game.ui.toolkit.text import draw_text, line_height
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene


def lay(scene: PlayScene, rect: Rect) -> None:
    """Lay out the column."""
    w, px, compact = scene.w, scene.px, scene.frame.compact
    footer = px(40 + (24 if compact else 32))
    column = Column(scene, rect, scene.areas.get("others"), footer=footer, compact=compact)
    scene.areas["others"] = column.area
    column.heading(w("others.heading"))
    who = w("others.night") if scene.session.night else scene.side_short(scene.session.side)
    column.title(who if scene.session.waits or scene.session.night
                 else w("others.plays", side=who), size=20)  # fmt: skip
    column.gap(8)
    _progress(scene, column)
    column.gap(12)
    for side in range(len(scene.session.scenario.oob.sides)):
        _side(scene, column, side)
    column.rule()
    column.heading(w("others.speed"))
    _speeds(scene, column)
    column.gap(8)
    follow = Control(
        "others_follow", Rect(0, 0, 0, 0), "toggle", w("others.follow"), current=scene.follow,
        changed=scene.set_follow,
    )  # fmt: skip
    column.row(follow, 36)
    column.rule()
    column.heading(w("others.seen"))
    if not scene.seen_orders:
        column.text(w("others.nothing_seen"))
    for text in reversed(scene.seen_orders):
        column.text(text, most=3)
        column.gap(6)
    column.done()
    scene.fill(Rect(rect.x, rect.bottom - footer, rect.w, px(1)), scene.theme.line)
    column.footer(
        [
            Control("others_skip", Rect(0, 0, 0, 0), "button", w("others.skip"), icon="last",
                    size=16, key="" if compact else scene.app.keys.cap("back"),
                    enabled=not scene.skipping, why=w("others.skipping"), action=scene.skip)
        ]
    )  # fmt: skip


def _progress(scene: PlayScene, column: Column) -> None:
    """A bar: how many of the side's units have acted."""
    high, share = scene.px(6), scene.others_share()

    def brush(surface: pygame.Surface, shown: Rect) -> None:
        theme = scene.theme
        surface.fill(theme.bg3, shown)
        done = Rect(shown.x, shown.y, round(shown.w * share), shown.h)
        surface.fill(theme.accent, theme.mirrored(done, shown))

    scene.put(Rect(column.x, column.y, column.w, high), brush, column.area)
    column.y += high


def _side(scene: PlayScene, column: Column, side: int) -> None:
    """A side with what it is at: has played, plays, comes later."""
    session, w = scene.session, scene.w
    ident = session.scenario.oob.sides[side].id
    seat = session.seats[ident]
    if session.night or side < session.side:
        told = w("others.has_played")
    elif side == session.side:
        told = w("others.plays_now")
    else:
        told = w("others.comes")
    kind = {"human": w("side_choice.human"), "none": w("side_choice.nobody")}.get(seat.kind, "")
    key = f"side_choice.level_{seat.level}"
    if not kind:
        level = w(key) if scene.app.words.has(key) else seat.level
        kind = w("others.computer", level=level)
    name, pad, colour = scene.side_short(side), column.pad, scene.names.colour(side)
    high = scene.px(40)
    current = side == session.side and not session.night
    swatch = scene.px(14)

    def paint(surface: pygame.Surface, skin: Theme, box: Rect, _state: State) -> None:
        from game.ui.toolkit.painter import swatch as draw_swatch

        inner = Rect(box.x + pad, box.y, box.w - 2 * pad, box.h)
        square = Rect(inner.x, inner.centery - swatch // 2, swatch, swatch)
        draw_swatch(surface, skin, colour, skin.mirrored(square, inner))
        x = inner.x + swatch + skin.px(10)
        body = skin.mirrored(Rect(x, inner.y, inner.right - x, inner.h), inner)
        top = inner.centery - (line_height(skin, 14) + line_height(skin, 12)) // 2
        draw_text(surface, skin, name, (body.x, top), 14, skin.text1,
                  "semibold" if current else "regular", width=body.w)  # fmt: skip
        draw_text(surface, skin, f"{kind} · {told}", (body.x, top + line_height(skin, 14)), 12,
                  skin.text2, width=body.w)  # fmt: skip

    row = Control(f"others_side_{side}", Rect(0, 0, 0, 0), "area", paint=paint)
    row.rect = Rect(column.rect.x, column.y, column.rect.w, high)
    column.add(row)
    column.y += high


def _speeds(scene: PlayScene, column: Column) -> None:
    now = scene.app.settings.animation
    made = [
        Control(
            f"speed_{value}", Rect(0, 0, 0, 0), "segment", scene.w(f"settings.animation_{value}"),
            value=value, current=value == now, group="speed", changed=scene.set_speed, size=12,
        )
        for value in CHOICES["animation"]
    ]  # fmt: skip
    wanted = sum(natural_size(scene.theme, control)[0] for control in made)
    x, spare = column.x, min(0, column.w - wanted)
    for control in made:
        wide = natural_size(scene.theme, control)[0] + spare // len(made)
        control.rect = Rect(x, column.y, wide, scene.px(32))
        column.add(control)
        x += wide
    column.y += scene.px(32)
