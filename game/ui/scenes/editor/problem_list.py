"""The list of problems at the bottom: mark, number on the map, place in the files, text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.scenario.problems import Problem
from game.ui.problem_words import said
from game.ui.scenes.file_news import problem_place
from game.ui.toolkit import painter
from game.ui.toolkit.control import Painter
from game.ui.toolkit.controls import Control, State, natural_size
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.look import accent_bar
from game.ui.toolkit.shaping import isolated
from game.ui.toolkit.text import draw_text, line_height, measure
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from game.ui.scenes.editor.bench import Bench
    from game.ui.scenes.editor.scene import EditorScene

PART = "problems"


def worded(problem: Problem, lang: str) -> str:
    """Return a problem as it is told everywhere: the path of the value and what is wrong."""
    message = said(problem.message, lang)
    if not problem.path:
        return message
    # One piece beside words that may run the other way.
    path = isolated(problem.path) if message != problem.message else problem.path
    return f"{path}: {message}"


def lay(scene: EditorScene) -> None:
    """Lay the list out; where it is closed, how many there are and the one pointed out."""
    theme, px, area = scene.theme, scene.px, scene.areas.problems
    scene.add(Control("problems_ground", Rect(area), "area", part=""))
    scene.fill(area, theme.bg1)
    scene.fill(Rect(area.x, area.y, area.w, px(1)), theme.line)
    if scene.areas.list_open:
        _open(scene, area)
    else:
        _closed(scene, area)


def _head(scene: EditorScene) -> str:
    bench = scene.bench
    count = bench.count + bench.second_look.number
    return scene.w("editor.problems", count=count) if count else scene.w("author.no_problems_head")


def resting_words(bench: Bench) -> str:
    """Return the key of what is said when nothing is known to be wrong."""
    return "author.no_errors" if bench.second_look.looking else "editor.no_problems"


def _note(scene: EditorScene) -> str:
    """What is said below the head: what errors keep from, what warnings are worth."""
    second = scene.bench.second_look
    if scene.bench.count:
        return scene.w("author.test_waits", keys=scene.app.keys.cap("next_problem"))
    if not second.found:
        return ""
    if not second.current:
        return scene.w("author.warnings_old")
    return scene.w("author.warnings_only", keys=scene.app.keys.cap("next_problem"))


def _open(scene: EditorScene, area: Rect) -> None:
    theme, px, bench = scene.theme, scene.px, scene.bench
    wide = px(232 if not scene.areas.compact else 176)
    x, y = area.x + px(16), area.y + px(8)
    inner = wide - px(16)
    y += scene.text(_head(scene), x, y, inner, 14, theme.text1, "semibold", may_cut=True)
    scene.lines(_note(scene), x, y + px(2), inner, 12, theme.text2, most=3)
    if scene.areas.compact:
        side = px(28)
        scene.add(
            Control("list_close", Rect(area.right - side - px(8), area.y + px(6), side, side),
                    "icon", icon="down", hint=scene.w("common.close"), part=PART,
                    action=scene.toggle_list)
        )  # fmt: skip
    end = px(44) if scene.areas.compact else px(16)
    box = Rect(area.x + wide, area.y + px(6), area.w - wide - end, area.h - px(10))
    if not bench.problems:
        scene.icon("ok", Rect(box.x + px(8), box.y + px(6), px(16), px(16)), theme.text1)
        told = scene.w(resting_words(bench))
        scene.text(told, box.x + px(34), box.y + px(4), box.w - px(40), 14, theme.text1)
        return
    scroll = scene.area(scene.scroll.get("problems"), box)
    scene.scroll["problems"] = scroll
    high, y = px(26), box.y
    for number, problem in enumerate(bench.problems):
        _row(scene, number, problem, Rect(box.x, y, box.w - px(12), high))
        y += high
    scene.fit_area(scroll, y)


def _row(scene: EditorScene, number: int, problem: Problem, rect: Rect) -> None:
    plate = scene.bench.plates.get(number, 0)
    control = Control(
        f"problem_{number}", rect, "row", part=PART, area=scene.scroll["problems"],
        current=number == scene.problem_at, group="problems",
        hint=worded(problem, scene.theme.lang),
        action=partial(scene.go_to_problem, number), facts=_facts(scene, number, problem),
    )  # fmt: skip
    control.paint = _look(control, problem, plate, scene.bench.is_old(number))
    scene.add(control)


def _facts(scene: EditorScene, number: int, problem: Problem) -> tuple[str, ...]:
    """Where it is written, and how one says that a warning is meant so."""
    if scene.bench.is_old(number):
        return (problem.file, scene.w("author.warnings_old"))
    if problem.code:
        return (problem.file, scene.w("author.accept", code=problem.code))
    return (problem.file,)


def _look(control: Control, problem: Problem, plate: int, old: bool) -> Painter:
    where = problem_place(problem)
    icon = "warn" if problem.severity == "warning" else "x"

    def paint(surface: pygame.Surface, theme: Theme, rect: Rect, state: State) -> None:
        px, text = theme.px, worded(problem, theme.lang)
        if control.current:
            surface.fill(theme.bg2, rect)
            accent_bar(surface, theme, rect)
        sign = Rect(rect.x + px(10), rect.centery - px(7), px(14), px(14))
        draw_icon(
            surface, theme, icon, theme.mirrored(sign, rect), theme.text3 if old else theme.text1
        )
        if plate:
            disc = Rect(rect.x + px(36), rect.centery - px(10), px(20), px(20))
            disc = theme.mirrored(disc, rect)
            painter.panel(surface, theme, disc, theme.plate, None, 1, 10)
            top = disc.y + (disc.h - line_height(theme, 12)) // 2
            draw_text(surface, theme, str(plate), (disc.x, top), 12, theme.ink, "semibold",
                      "centre", disc.w)  # fmt: skip
        wide = max(px(150), measure(theme, where, 12, "mono")[0] + px(12))
        top = rect.y + (rect.h - line_height(theme, 12)) // 2
        place = theme.mirrored(Rect(rect.x + px(66), top, wide, 1), rect)
        hue = theme.text3 if old else theme.accent
        draw_text(surface, theme, where, place.topleft, 12, hue, "mono", width=wide)
        room = rect.w - px(66) - wide - px(8)
        line = theme.mirrored(Rect(rect.x + px(66) + wide, top, room, 1), rect)
        ink = theme.text3 if old else theme.text2
        ink = theme.text1 if control.current or state.hovered else ink
        align = "right" if theme.rtl else "left"
        draw_text(surface, theme, text, line.topleft, 12, ink, "regular", align, room)  # type: ignore[arg-type]

    return paint


def _closed(scene: EditorScene, area: Rect) -> None:
    theme, px, bench = scene.theme, scene.px, scene.bench
    head = Control(
        "list_open", Rect(0, 0, 0, 0), "tab", _head(scene), icon="warn" if bench.problems else "ok",
        key=scene.app.keys.cap("log"), part=PART, action=scene.toggle_list,
    )  # fmt: skip
    wide = natural_size(theme, head)[0]
    head.rect = Rect(area.x + px(8), area.y + px(4), wide, area.h - px(8))
    scene.add(head)
    if not bench.problems:
        text = scene.w(resting_words(bench))
        left = area.x + px(8) + wide
        high = line_height(theme, 12)
        scene.text(text, left + px(12), area.centery - high // 2, area.right - left - px(20), 12,
                   theme.text2, may_cut=True)  # fmt: skip
        return
    number = max(0, scene.problem_at)
    if number < len(bench.problems):
        left = area.x + px(8) + wide + px(8)
        scene.scroll["problems"] = scene.area(None, Rect(left, area.y, area.right - left - px(4),
                                                         area.h), area.h)  # fmt: skip
        rect = Rect(left, area.y + px(4), area.right - left - px(4), area.h - px(8))
        _row(scene, number, bench.problems[number], rect)
