"""All objectives of the graded side on the day, in the column."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.scenes.replay.sheet import Sheet
from game.ui.scenes.replay.source_rows import lay_head
from game.ui.scenes.replay.top_bar import fact, icon_of, share_told
from game.ui.toolkit.controls import Control
from game.ui.toolkit.text import line_height

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene

_PAD = 16


def lay_aims(scene: ReplayScene, rect: Rect) -> None:
    """Lay out the list; a line shows its place on the map."""
    theme, px = scene.theme, scene.px
    side = scene.naming.side(scene.film.scenario.grade_side)
    y = lay_head(scene, rect, scene.w("replay.objectives", side=side))
    body = Rect(rect.x, y, rect.w, rect.bottom - y)
    area = scene.list_area(body)
    inner = body.w - 2 * px(_PAD) - px(22)
    for aim in scene.page.aims:
        sheet = Sheet(theme, body.w)
        sheet.gap(7)
        sheet.mark(icon_of(aim.mark), px(_PAD), px(12), theme.text1, 13)
        sheet.lines(
            scene.naming.objective(aim.number),
            px(_PAD) + px(22),
            inner,
            13,
            theme.text1,
            "semibold",
        )
        told = f"{fact(scene, aim)} · {share_told(scene, aim)}"
        sheet.lines(told, px(_PAD) + px(22), inner, 12, theme.text2)
        sheet.gap(7)
        name = f"aim:{aim.number}"
        scene.add(
            Control(
                name, Rect(body.x, y, body.w, max(sheet.y, px(32))), "row", part="column",
                area=area, paint=sheet.paint, group="aims", current=scene.current == name,
                action=partial(scene.point_at_aim, name, aim.number),
            )
        )  # fmt: skip
        y += max(sheet.y, px(32))
        scene.fill(Rect(body.x + px(_PAD), y, body.w - 2 * px(_PAD), px(1)), theme.line, area)
        y += px(1)
    if not scene.page.aims:
        y += px(12)
        y += scene.lines(scene.w("replay.no_state"), body.x + px(_PAD), y, inner, 14, theme.text2,
                         area=area)  # fmt: skip
    scene.fit_area(area, y + line_height(theme, 12) // 2)
