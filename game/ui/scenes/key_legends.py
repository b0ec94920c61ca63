"""What stands under the keys: mouse, how to read a counter, grades of evidence, fronts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.engine.state import Supply
from game.ui.map.counters import Look, card_picture
from game.ui.toolkit import painter
from game.ui.toolkit.controls import ScrollArea
from game.ui.toolkit.icons import draw_icon
from game.ui.toolkit.text import line_height, measure, wrap
from game.ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from game.ui.scenes.keys import KeysScene

_MOUSE: Final = ("left", "right", "drag", "double", "second", "wheel", "hover", "ctrl", "shift")
_SHOWN: Final = Look(
    "government",
    "mech_infantry",
    "battalion",
    fit=1,
    suppressed=1,
    lost=1,
    supply=Supply.LOW,
    stripe=(196, 132, 40),
)
_FRONTS: Final = ("government", "isil", "sdf")


def legends(scene: KeysScene, top: int, margin: int, area: ScrollArea) -> int:
    """Lay the panels out below a height; returns where they end."""
    px, wide = scene.px, scene.logical_size[0]
    gap = px(24 if wide >= 1600 else 16)
    width = scene.screen.w - 2 * margin
    if wide >= 1400:
        narrow = px(520)
        broad = width - narrow - gap
        end = _mouse(scene, Rect(margin, top, broad, px(226)), area)
        beside = Rect(margin + broad + gap, top, narrow, end - top)
        end = max(end, _counter(scene, beside, area))
        top = end + px(38 if wide >= 1600 else 16)
        return max(
            _grades(scene, Rect(margin, top, broad, px(86)), area),
            _fronts(scene, Rect(margin + broad + gap, top, narrow, px(86)), area),
        )
    end = _mouse(scene, Rect(margin, top, width, 0), area)
    end = _counter(scene, Rect(margin, end + gap, width, px(226)), area)
    end = _grades(scene, Rect(margin, end + gap, width, px(86)), area)
    return _fronts(scene, Rect(margin, end + gap, width, px(86)), area)


def _panel(scene: KeysScene, box: Rect, title: str, area: ScrollArea) -> Rect:
    theme, px = scene.theme, scene.px
    scene.panel(box, theme.bg1, theme.line, area)
    inner = box.inflate(-px(40), 0)
    scene.text(
        scene.w(title), inner.x, box.y + px(16), inner.w, 16, theme.text1, "semibold", area=area
    )
    return inner


def _mouse(scene: KeysScene, box: Rect, area: ScrollArea) -> int:
    theme, px = scene.theme, scene.px
    columns = 2 if box.w >= px(900) else 1
    inner_w = box.w - px(40)
    half = inner_w // columns
    name_w = min(px(220), half * 42 // 100)
    does_w = half - name_w - px(16)
    per = -(-len(_MOUSE) // columns)
    heights = [px(40)] * per
    for number, name in enumerate(_MOUSE):
        lines = max(
            len(wrap(theme, scene.w(f"keys.mouse.{name}"), 14, name_w - px(8), "semibold")),
            len(wrap(theme, scene.w(f"keys.mouse.{name}_does"), 14, does_w)),
        )
        row = number % per
        heights[row] = max(heights[row], lines * line_height(theme, 14) + px(18))
    box.h = max(box.h, px(52) + sum(heights) + px(12))
    inner = _panel(scene, box, "keys.mouse", area)
    for number, name in enumerate(_MOUSE):
        row, column = number % per, number // per
        x, y = inner.x + column * half, box.y + px(49) + sum(heights[:row])
        if column == 0:
            scene.fill(Rect(inner.x, y, inner.w, px(1)), theme.line, area)
        y += px(10)
        scene.lines(
            scene.w(f"keys.mouse.{name}"),
            x,
            y,
            name_w - px(8),
            14,
            theme.text1,
            "semibold",
            area=area,
        )
        scene.lines(
            scene.w(f"keys.mouse.{name}_does"), x + name_w, y, does_w, 14, theme.text2, area=area
        )
    return box.bottom


def _counter(scene: KeysScene, box: Rect, area: ScrollArea) -> int:
    theme, px = scene.theme, scene.px
    inner = _panel(scene, box, "keys.counter", area)
    card = card_picture(_SHOWN, px(112))
    scene.put(
        Rect((inner.x, box.y + px(54)), card.get_size()),
        lambda surface, rect: surface.blit(card, rect) and None,
        area,
    )
    left = inner.x + card.get_width() + px(24)
    names = [scene.w(f"keys.part.{part}") for part in ("frame", "marks", "stripe")]
    name_w = max(px(110), max(measure(theme, name, 13)[0] for name in names) + px(12))
    if left + name_w + px(100) > inner.right:
        name_w = px(80)
    y = box.y + px(52)
    step = px(26)
    signs = (
        ("steps", ("A", "ring", "minus")),
        ("supply", ("hollow", "solid", "lost")),
        ("leader", ("star", "corner")),
    )
    for part, name in zip(("frame", "marks", "stripe"), names, strict=True):
        scene.text(name, left, y, name_w - px(4), 13, theme.text1, area=area)
        _told(scene, part, left + name_w, inner.right, y, area)
        y += step
    for part, shapes in signs:
        x = left
        for shape in shapes:
            scene.put(Rect(x, y + px(2), px(14), px(14)), _sign(theme, shape), area)
            x += px(20)
        _told(scene, part, left + name_w, inner.right, y, area)
        y += step
    return box.bottom


def _told(scene: KeysScene, part: str, x: int, right: int, y: int, area: ScrollArea) -> None:
    text = scene.w(f"keys.part.{part}_is")
    scene.text(text, x, y + scene.px(1), right - x, 12, scene.theme.text2, area=area)


def _sign(theme: Theme, shape: str):  # type: ignore[no-untyped-def]
    def brush(surface: pygame.Surface, rect: Rect) -> None:
        ink, line = theme.text1, max(1, theme.px(1.6))
        middle = rect.center
        if shape == "ring":
            pygame.draw.circle(surface, ink, middle, rect.w // 2 - theme.px(2), line)
        elif shape in ("hollow", "solid"):
            inner = rect.inflate(-theme.px(2), -theme.px(2))
            points = [inner.topleft, inner.topright, (inner.centerx, inner.bottom)]
            pygame.draw.polygon(surface, ink, points, line if shape == "hollow" else 0)
        elif shape == "corner":
            inner = rect.inflate(-theme.px(2), -theme.px(2))
            points = [inner.bottomleft, inner.bottomright, inner.topright]
            pygame.draw.polygon(surface, theme.text3, points)
        else:
            draw_icon(surface, theme, shape, rect, ink)

    return brush


def _grades(scene: KeysScene, box: Rect, area: ScrollArea) -> int:
    theme, px = scene.theme, scene.px
    inner_w = box.w - px(40)
    items = [(grade, scene.w(f"keys.grade.{grade}")) for grade in "ABC"]
    widths = [px(46) + measure(theme, text, 14)[0] for _, text in items]
    across = sum(widths) + px(40) <= inner_w
    rows = [wrap(theme, text, 14, inner_w - px(46)) for _, text in items]
    if not across:
        box.h = px(60) + sum(len(lines) for lines in rows) * line_height(theme, 14) + px(12)
    inner = _panel(scene, box, "keys.grades", area)
    x, y = inner.x, box.y + px(48)
    for (grade, text), wide, lines in zip(items, widths, rows, strict=True):
        scene.put(Rect(x + px(1), y + px(2), px(16), px(16)), _mark(theme, grade), area)
        scene.text(grade, x + px(26), y, px(16), 14, theme.text1, "semibold", area=area)
        if across:
            scene.text(text, x + px(43), y, wide - px(42), 14, theme.text2, area=area)
            x += wide + px(20)
        else:
            y += scene.lines(lines, x + px(43), y, inner_w - px(46), 14, theme.text2, area=area)
    return box.bottom


def _mark(theme: Theme, grade: str):  # type: ignore[no-untyped-def]
    return lambda surface, rect: painter.mark(surface, theme, grade, rect)


def _fronts(scene: KeysScene, box: Rect, area: ScrollArea) -> int:
    theme, px = scene.theme, scene.px
    inner = _panel(scene, box, "keys.fronts", area)
    x, y = inner.x, box.y + px(48)
    for side in _FRONTS:
        text = scene.w(f"keys.front.{side}")
        scene.put(Rect(x, y + px(6), px(34), px(4)), _front(theme, side), area)
        wide = measure(theme, text, 12)[0] + px(2)
        scene.text(text, x + px(40), y, wide, 12, theme.text1, area=area)
        x += px(40) + wide + px(16)
    return box.bottom


def _front(theme: Theme, side: str):  # type: ignore[no-untyped-def]
    def brush(surface: pygame.Surface, rect: Rect) -> None:
        ink = theme.text1 if side == "isil" else theme.side(side)
        if side == "government":
            surface.fill(ink, rect)
            return
        dash, gap = (theme.px(9), theme.px(4)) if side == "isil" else (theme.px(4), theme.px(4))
        for x in range(rect.left, rect.right - dash + 1, dash + gap):
            surface.fill(ink, (x, rect.y, dash, rect.h))

    return brush
