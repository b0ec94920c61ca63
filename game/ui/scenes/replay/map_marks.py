"""What lies over the map: the strip of tools, the legend of evidence, scale and north."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import pygame
from pygame import Rect

from game.ui.toolkit import painter
from game.ui.toolkit.controls import Control
from game.ui.toolkit.text import draw_text, line_height, measure

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene

_TOOLS: Final = (
    ("plus", "zoom_in", "replay.zoom_in"),
    ("minus", "zoom_out", "replay.zoom_out"),
    ("tgt", "home", "replay.centre"),
    ("lay", "layers", "replay.layers"),
    ("sup", "supply_own", "replay.supply"),
    ("hex", "grid", "replay.grid"),
    ("eye", "viewer", "replay.eye"),
)
_PAPER: Final = (249, 244, 232)
_INK: Final = (42, 36, 32)
_KM: Final = (0.5, 1, 2, 5, 10, 20, 50)


def lay_tools(scene: ReplayScene) -> None:
    """Lay out the strip of tools at the start of the map."""
    theme, px, area = scene.theme, scene.px, scene.areas.map
    side = px(32 if scene.areas.kind == "wide" else 30)
    strip = Rect(area.x + px(16), area.y + px(16), side + px(2), side * len(_TOOLS) + px(2))
    if scene.areas.kind != "wide":
        strip.topleft = (area.x + px(8), area.y + px(8))
    scene.panel(strip, theme.bg1, theme.line2)
    on = _on(scene)
    for number, (icon, action, hint) in enumerate(_TOOLS):
        scene.add(
            Control(
                f"map:{action}",
                Rect(strip.x + px(1), strip.y + px(1) + number * side, side, side),
                "icon",
                icon=icon,
                hint=scene.w(hint),
                key=scene.tool_cap(action),
                current=action in on,
                part="map",
                action=partial(scene.tool, action),
            )
        )
        if number:
            y = strip.y + px(1) + number * side
            scene.fill(Rect(strip.x + px(1), y, side, px(1)), theme.line)


def _on(scene: ReplayScene) -> set[str]:
    found = {"grid"} if "numbers" in scene.map.view.layers else set()
    if "own" in scene.map.supply:
        found.add("supply_own")
    if scene.viewer >= 0:
        found.add("viewer")
    if scene.view == "layers":
        found.add("layers")
    return found


def lay_legend(scene: ReplayScene) -> int:
    """Lay out what the marks of evidence mean, at the end of the map; returns where it ends."""
    theme, px, area = scene.theme, scene.px, scene.areas.map
    texts = [scene.w(f"common.grade_{grade}") for grade in "abc"]
    row = px(16)
    wide = max(measure(theme, text, 12)[0] for text in texts) + px(12 + 20 + 12)
    box = Rect(area.right - px(16) - wide, area.y + px(16), wide, 3 * row + px(16))
    if scene.areas.kind == "drawer" and scene.areas.column_open:
        box.right = scene.areas.column.x - px(12)
    scene.panel(box, theme.bg1, theme.line)
    for number, (grade, text) in enumerate(zip("ABC", texts, strict=True)):
        y = box.y + px(8) + number * row
        mark = Rect(box.x + px(12), y + (row - px(12)) // 2, px(12), px(12))
        scene.put(mark, partial(_mark, scene, grade))
        top = y + (row - line_height(theme, 12)) // 2
        scene.text(text, box.x + px(32), top, wide - px(40), 12, theme.text1)
    return box.bottom


def _mark(scene: ReplayScene, grade: str, surface: pygame.Surface, rect: Rect) -> None:
    painter.mark(surface, scene.theme, grade, rect, scene.theme.text1)


def draw_scale(scene: ReplayScene, surface: pygame.Surface) -> None:
    """Draw scale bar and north on paper. Like the map itself they are never mirrored."""
    theme, view = scene.theme, scene.map.view
    px = theme.px
    per_km = view.width / scene.film.scenario.board.hex_km
    km = max((km for km in _KM if km * per_km <= px(200)), default=_KM[0])
    long = round(km * per_km)
    area = scene.turned(scene.areas.map)
    box = Rect(area.x + px(16), 0, long + px(64), px(44))
    box.bottom = scene.map_bottom - px(12)
    painter.panel(surface, theme, box, _PAPER, (126, 107, 79), 1, 2)
    x, y = box.x + px(12), box.y + px(30)
    line = px(2)
    surface.fill(_INK, (x, y, long, line))
    for part in (0, 0.5, 1):
        at = x + round(part * long) - (line if part == 1 else 0)
        surface.fill(_INK, (at, y - px(4), line, px(10)))
    text = f"{km:g} km" if theme.lang != "ar" else f"{km:g} كم"
    draw_text(surface, theme, "0", (x, box.y + px(7)), 12, _INK, "regular", "left")
    used = measure(theme, text, 12)[0]
    draw_text(surface, theme, text, (x + long - used, box.y + px(7)), 12, _INK, "regular", "left")
    north = box.right - px(22)
    tip = [
        (north, box.y + px(16)),
        (north + px(7), box.y + px(37)),
        (north - px(7), box.y + px(37)),
    ]
    pygame.draw.polygon(surface, _INK, tip)
    draw_text(
        surface, theme, "N", (north - px(8), box.y + px(1)), 12, _INK, "semibold", "centre", px(16)
    )


def draw_working(scene: ReplayScene, surface: pygame.Surface) -> None:
    """Draw how far the film is, in place of the map of a day that is not there yet."""
    theme, film = scene.theme, scene.film
    px = theme.px
    area = scene.turned(scene.areas.map)
    surface.fill(theme.bg0, area)
    box = Rect(0, 0, min(px(360), area.w - px(32)), px(76))
    box.center = area.center
    painter.panel(surface, theme, box, theme.bg1, theme.line2)
    inner = box.inflate(-2 * px(16), -2 * px(12))
    if film.failure is not None:
        text = scene.w("replay.failed", why=str(film.failure) or type(film.failure).__name__)
    else:
        text = scene.w("replay.working", ready=film.ready, all=film.turns)
    draw_text(surface, theme, scene.w("replay.working_day", date=scene.short(scene.page.turn)),
              inner.topleft, 14, theme.text1, "semibold", width=inner.w)  # fmt: skip
    draw_text(surface, theme, text, (inner.x, inner.y + px(20)), 12, theme.text2, width=inner.w)
    track = Rect(inner.x, inner.bottom - px(6), inner.w, px(4))
    surface.fill(theme.line, track)
    done = Rect(track.x, track.y, round(track.w * film.progress), track.h)
    surface.fill(theme.accent, theme.mirrored(done, track))
