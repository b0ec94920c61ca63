"""The top bar of the replay: the day, the objectives of the graded side, reading, export."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui.scenes.replay import ways_out
from game.ui.scenes.replay.chips import Aim, Standing
from game.ui.toolkit.controls import Control, State, natural_size
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.theme import Theme
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene


def lay_top(scene: ReplayScene) -> None:
    """Lay the bar out."""
    theme, px, rect = scene.theme, scene.px, scene.areas.top
    scene.fill(rect, theme.bg1)
    scene.fill(Rect(rect.x, rect.bottom - px(1), rect.w, px(1)), theme.line)
    wide = scene.areas.kind == "wide"
    side = px(32 if wide else 28)
    top = (rect.h - side) // 2
    lay_menu_button(scene, top, side)
    left = lay_day(scene, px(64 if wide else 44), wide)
    right = _buttons(scene, rect.right - px(16 if wide else 8), top, side, wide)
    _chips(scene, left, right - px(16), wide)


def lay_menu_button(scene: ReplayScene, top: int, side: int) -> None:
    """Lay out the button of the menu."""
    left = scene.px(16 if scene.areas.kind == "wide" else 8)
    scene.add(
        Control("menu", Rect(left, top, side, side), "icon", icon="menu",
                hint=scene.w("replay.menu"), framed=True, part="top",
                action=lambda: scene.open("menu"))
    )  # fmt: skip


def lay_day(scene: ReplayScene, left: int, wide: bool) -> int:
    """Lay out date, day and reading; returns where they end."""
    theme, px, page = scene.theme, scene.px, scene.page
    lang = theme.lang
    title = date(lang, page.date, "weekday" if lang == "en" or wide else "year")
    if not wide:
        size = 16
        high = line_height(theme, size)
        used = measure(theme, title, size, "semibold")[0] + px(2)
        top = (scene.areas.top.h - high) // 2
        scene.text(title, left, top, used, size, theme.text1, "semibold")
        left += used + px(8)
        count = scene.w("replay.day_short", day=page.turn, days=scene.line.turns)
        used = measure(theme, count, 12)[0] + px(2)
        scene.text(count, left, (scene.areas.top.h - line_height(theme, 12)) // 2, used, 12,
                   theme.text2)  # fmt: skip
        return left + used + px(12)
    under = scene.subtitle()
    used = max(measure(theme, title, 20, "semibold")[0], measure(theme, under, 12)[0]) + px(2)
    scene.text(title, left, px(8), used, 20, theme.text1, "semibold")
    scene.text(under, left, px(32), used, 12, theme.text2)
    left += used + px(16)
    scene.fill(Rect(left, px(12), px(1), px(32)), theme.line)
    return left + px(16)


def _buttons(scene: ReplayScene, right: int, top: int, side: int, wide: bool) -> int:
    """Reading and export at the end; returns where they begin."""
    w, px = scene.w, scene.px
    key = f"replay.reading_{scene.reading or 'seed'}"
    reading = w(key) if scene.app.words.has(key) else scene.reading
    other = ways_out.other_reading(scene)
    found = [
        Control("export", Rect(0, 0, 0, 0), "button", w("replay.export"), icon="note",
                action=partial(ways_out.export, scene)),
        Control("reading", Rect(0, 0, 0, 0), "button", w("replay.reading", reading=reading),
                icon="book", enabled=bool(other), why=w("replay.reading_only"),
                action=partial(ways_out.switch_reading, scene)),
        Control("viewer", Rect(0, 0, 0, 0), "button", w("replay.seen_by", who=scene.viewer_name()),
                icon="eye", hint=w("replay.seen_by_hint"), action=scene.next_viewer),
    ]  # fmt: skip
    for control in found:
        if not wide:
            control.kind, control.hint = "icon", control.label
            control.framed = True
            used = side
        else:
            used = natural_size(scene.theme, control)[0]
        right -= used
        control.rect, control.part = Rect(right, top, used, side), "top"
        scene.add(control)
        right -= px(12 if wide else 6)
    return right


def _chips(scene: ReplayScene, left: int, right: int, wide: bool) -> None:
    theme, px = scene.theme, scene.px
    high = px(40 if wide else 28)
    top = (scene.areas.top.h - high) // 2
    chips = list(scene.page.chips)
    found = [(_wide_chip if wide else _slim_chip)(scene, aim) for aim in chips]
    gap = px(8)
    while len(found) > 1 and sum(c.rect.w for c in found) + gap * (len(found) - 1) > right - left:
        # The whole city stays: it comes last.
        found.pop(-2)
    if found and sum(c.rect.w for c in found) + gap * (len(found) - 1) > right - left:
        return
    for control in found:
        control.rect = Rect(left, top, control.rect.w, high)
        control.part = "top"
        scene.add(control)
        left += control.rect.w + gap
    del theme


def _wide_chip(scene: ReplayScene, aim: Aim) -> Control:
    control = Control(
        f"chip:{aim.number}", Rect(0, 0, 0, 0), "chip", scene.naming.objective_short(aim.number),
        note=fact(scene, aim), mark=icon_of(aim.mark), action=lambda: scene.open("aims"),
        facts=(share_told(scene, aim),),
    )  # fmt: skip
    control.rect.w = min(natural_size(scene.theme, control)[0], scene.px(300))
    return control


def _slim_chip(scene: ReplayScene, aim: Aim) -> Control:
    """Without its second line: the mark, the name and the date."""
    theme, px = scene.theme, scene.px
    name, day = scene.naming.objective_short(aim.number), scene.short(aim.turn)
    name_w = min(measure(theme, name, 12, "semibold")[0], px(120))
    day_w = measure(theme, day, 12)[0]

    def paint(surface: pygame.Surface, skin: Theme, rect: Rect, state: State) -> None:
        box = Rect(rect.x + px(8), rect.centery - px(6), px(12), px(12))
        draw_icon(surface, skin, icon_of(aim.mark), skin.mirrored(box, rect), skin.text1)
        top = rect.y + (rect.h - line_height(skin, 12)) // 2
        line = skin.mirrored(Rect(rect.x + px(26), top, name_w + 1, px(16)), rect)
        draw_text(surface, skin, name, line.topleft, 12, skin.text1, "semibold", width=line.w)
        line = skin.mirrored(Rect(rect.x + px(34) + name_w, top, day_w + 1, px(16)), rect)
        draw_text(surface, skin, day, line.topleft, 12, skin.text2, width=line.w)

    width = px(34) + name_w + day_w + px(10)
    return Control(
        f"chip:{aim.number}", Rect(0, 0, width, 0), "chip", paint=paint,
        hint=name, facts=(fact(scene, aim), share_told(scene, aim)),
        action=lambda: scene.open("aims"),
    )  # fmt: skip


def fact(scene: ReplayScene, aim: Aim) -> str:
    """Return what is said of an objective on the day."""
    w, day = scene.w, scene.short(aim.turn)
    if aim.fact == "reached_today":
        return w("replay.objective_reached_contested" if aim.contested
                 else "replay.objective_reached_today")  # fmt: skip
    if aim.fact == "due":
        return w("replay.objective_in_days", date=day, days=w("common.days", count=aim.days))
    key = {
        "since": "objective_since",
        "reached_then_lost": "objective_reached_lost",
        "lost_on": "objective_lost_on",
        "due_today": "objective_today",
    }.get(aim.fact, "objective_overdue")
    return w(f"replay.{key}", date=day)


def share_told(scene: ReplayScene, aim: Aim) -> str:
    """Return how much of its ground is held."""
    return scene.w("replay.objective_share", held=aim.held, total=aim.total)


def icon_of(mark: Standing) -> str:
    """Return the icon of a mark."""
    return str(mark)
