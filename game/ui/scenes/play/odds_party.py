"""Who takes part in an attack, at the head of its sheet: a counter for each unit that could."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.ui.map.counters import card_picture
from game.ui.scenes.play.column_flow import Column
from game.ui.scenes.play.hex_panel import movement_fact
from game.ui.scenes.play.odds import OddsModel
from game.ui.toolkit.controls import Control, State
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene

_LEFT_OUT: Final = 90
"""How much is seen, of 255, of the counter of a unit that does not take part."""


def lay_party(scene: PlayScene, column: Column, model: OddsModel) -> None:
    """Lay out the counters; a click adds a unit or takes it out. One alone needs no choice."""
    could = scene.attack_candidates()
    if len(could) < 2:
        return
    w, px = scene.w, scene.px
    taking = {scene.view.scenario.oob.unit_index[name] for name in model.order.units}
    column.gap(8)
    column.heading(w("odds.who_attacks"), w("odds.party", count=len(taking), most=len(could)))
    edge, gap = px(34), px(8)
    size = edge + px(10)
    x = column.x
    for number in could:
        if x > column.x and x + size > column.x + column.w:
            x = column.x
            column.y += size + gap
        column.add(_tile(scene, number, Rect(x, column.y, size, size), edge, number in taking))
        x += size + gap
    column.y += size


def _tile(scene: PlayScene, number: int, rect: Rect, edge: int, takes_part: bool) -> Control:
    look, px = scene.look(number), scene.px

    def paint(surface: pygame.Surface, theme: Theme, shown: Rect, _state: State) -> None:
        picture = card_picture(look, edge)
        if not takes_part:
            picture = picture.copy()
            picture.set_alpha(_LEFT_OUT)
        surface.blit(picture, picture.get_rect(center=shown.center))
        mark = Rect(0, 0, px(14), px(14))
        mark.bottomright = (shown.right - px(2), shown.bottom - px(2))
        if not takes_part:
            pygame.draw.rect(surface, theme.bg1, mark)
            draw_icon(surface, theme, "plus", mark, theme.text1)

    told = scene.w("odds.party_out" if takes_part else "odds.party_in")
    return Control(
        f"party_{number}", rect, "row", framed=True, current=takes_part, group="party",
        hint=scene.names.unit(number), facts=(movement_fact(scene, number), told), paint=paint,
        action=scene.toggle_attacker(number),
    )  # fmt: skip
