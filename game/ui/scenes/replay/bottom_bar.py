"""The bottom bar of the replay: the buttons of the film, the time line, what one can do here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.ui.scenes.replay.time_bar import TimeBar
from game.ui.toolkit.controls import Control, natural_size
from game.ui.toolkit.icons import for_direction
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.scenes.replay.scene import ReplayScene

_BLOCK = 320
_MOVES = (
    ("first", "first_day", "replay.first_day"),
    ("pday", "day_back", "replay.day_before"),
    ("pev", "event_back", "replay.event_before"),
    ("play", "play_pause", "replay.play"),
    ("nev", "event_on", "replay.event_after"),
    ("nday", "day_on", "replay.day_after"),
    ("last", "last_day", "replay.last_day"),
)
_SPEEDS = ("replay.speed_half", "replay.speed_1", "replay.speed_2", "replay.speed_4")


def lay_bottom(scene: ReplayScene) -> None:
    """Lay the bar out: two rows, or one in a small window."""
    theme, rect = scene.theme, scene.areas.bottom
    scene.fill(rect, theme.bg1)
    scene.fill(Rect(rect.x, rect.y, rect.w, scene.px(1)), theme.line)
    if scene.areas.full_bottom:
        _two_rows(scene, rect)
    else:
        _one_row(scene, rect)


def _two_rows(scene: ReplayScene, rect: Rect) -> None:
    px = scene.px
    small = scene.areas.kind != "wide"
    inset, block, high = px(16), px(_BLOCK), px(32)
    first = rect.y + (px(12) if not small else px(16))
    second = first + px(40)
    x = rect.x + inset
    gap, icon = px(6), px(36)
    play_w = block - 6 * icon - 6 * gap
    for control in _moves(scene):
        used = play_w if control.id == "play" else icon
        control.rect = Rect(x, first, used, high)
        scene.add(control)
        x += used + gap
    speed, day = _speed(scene), _date(scene)
    day_w = natural_size(scene.theme, day)[0] if day.kind == "button" else px(160)
    speed_w = max(px(96), min(px(152), block - px(8) - day_w))
    speed.rect = Rect(rect.x + inset, second, speed_w, high)
    day.rect = Rect(speed.rect.right + px(8), second, block - speed_w - px(8), high)
    scene.add(speed)
    scene.add(day)
    ends = _ends(scene)
    right = rect.right - inset
    ends[0].rect = Rect(right - block, first, block, high)
    half = max(px(96), min(px(140), block - px(8) - natural_size(scene.theme, ends[2])[0]))
    ends[1].rect = Rect(right - block, second, half, high)
    ends[2].rect = Rect(right - block + half + px(8), second, block - half - px(8), high)
    if small:
        less = _more(scene)
        less.rect = Rect(right - block, second + px(40), block, px(32))
        ends.append(less)
        bookmark = _bookmark(scene)
        bookmark.rect = Rect(rect.x + inset, second + px(40), block, px(32))
        scene.add(bookmark)
    between = Rect(rect.x + inset + block + px(24), rect.y + px(6), 0, rect.h - px(9))
    between.w = right - block - px(24) - between.x
    _line(scene, between, slim=False)
    for control in ends:
        scene.add(control)


def _one_row(scene: ReplayScene, rect: Rect) -> None:
    px = scene.px
    high = px(28)
    top = rect.y + (rect.h - high) // 2
    x = rect.x + px(8)
    for control in _moves(scene):
        if control.id in ("first", "last"):
            continue
        used = px(44 if control.id == "play" else 30)
        control.rect = Rect(x, top, used, high)
        scene.add(control)
        x += used + px(4)
    day = _date(scene)
    day.key = ""
    day.rect = Rect(x + px(4), top, px(112 if day.kind == "button" else 160), high)
    x = day.rect.right
    scene.add(day)
    ends = _ends(scene)[:1]
    ends[0].key = ""
    ends.append(_more(scene))
    ends[1].kind, ends[1].label, ends[1].framed = "icon", "", True
    right = rect.right - px(8)
    for control in reversed(ends):
        used = high if control.kind == "icon" else natural_size(scene.theme, control)[0]
        control.rect = Rect(right - used, top, used, high)
        right = control.rect.x - px(6)
    _line(scene, Rect(x + px(16), rect.y + px(3), right - x - px(26), rect.h - px(6)), slim=True)
    for control in ends:
        scene.add(control)


def _moves(scene: ReplayScene) -> list[Control]:
    found = []
    for name, action, hint in _MOVES:
        icon = name
        if name == "play" and scene.head.playing:
            icon, hint = "pause", "replay.pause"
        control = Control(
            name, Rect(0, 0, 0, 0), "icon", icon=for_direction(scene.theme, icon),
            hint=scene.w(hint), key=scene.app.keys.cap(action), framed=True, part="bottom",
            action=partial(scene.press, action),
        )  # fmt: skip
        found.append(control)
    return found


def _speed(scene: ReplayScene) -> Control:
    return Control(
        "speed", Rect(0, 0, 0, 0), "button", scene.w(_SPEEDS[scene.head.pace]), part="bottom",
        hint=f"[{scene.app.keys.cap('slower')}] [{scene.app.keys.cap('faster')}]",
        action=scene.next_speed,
    )  # fmt: skip


def _date(scene: ReplayScene) -> Control:
    if scene.going.text is not None:
        return Control(
            "go", Rect(0, 0, 0, 0), "field", value=scene.going.text, part="bottom", longest=30,
            placeholder=scene.w("replay.go_hint"), changed=scene.going.typed,
            submit=scene.going.submit,
        )  # fmt: skip
    return Control(
        "date", Rect(0, 0, 0, 0), "button", date(scene.theme.lang, scene.page.date, "year"),
        key=scene.app.keys.cap("go_to_date"), hint=scene.w("replay.go_to_date"), part="bottom",
        action=lambda: scene.press("go_to_date"),
    )  # fmt: skip


def _ends(scene: ReplayScene) -> list[Control]:
    cap, w = scene.app.keys.cap, scene.w
    return [
        Control("take", Rect(0, 0, 0, 0), "primary", w(scene.take_label), icon="flag",
                key=cap("take_command"), part="bottom", action=lambda: scene.press("take_command")),
        Control("compare", Rect(0, 0, 0, 0), "button", w(scene.compare_label), icon="lay",
                key=cap("compare"), part="bottom", action=lambda: scene.press("compare"),
                enabled=scene.can_compare(), why=w("replay.no_save")),
        Control("note", Rect(0, 0, 0, 0), "button", w("replay.add_note"), icon="note",
                key=cap("note"), part="bottom", action=lambda: scene.press("note")),
    ]  # fmt: skip


def _bookmark(scene: ReplayScene) -> Control:
    return Control(
        "bookmark", Rect(0, 0, 0, 0), "button", scene.w("replay.bookmark"), icon="pin",
        key=scene.app.keys.cap("bookmark"), part="bottom", action=lambda: scene.press("bookmark"),
    )  # fmt: skip


def _more(scene: ReplayScene) -> Control:
    opened = scene.areas.bottom_open
    return Control(
        "log", Rect(0, 0, 0, 0), "button",
        scene.w("replay.log_close" if opened else "replay.log_open"),
        icon="down" if opened else "up", key=scene.app.keys.cap("log"), part="bottom",
        hint=scene.w("replay.log_close" if opened else "replay.log_open"),
        action=lambda: scene.press("log"),
    )  # fmt: skip


def _line(scene: ReplayScene, rect: Rect, *, slim: bool) -> None:
    bar = TimeBar(scene.theme, scene.turned(rect), scene.line, slim)
    scene.bar = bar

    def brush(surface: pygame.Surface, box: Rect) -> None:
        bar.draw(
            surface,
            scene.head.turn,
            scene.film.ready,
            scene.current,
            scene.bookmarked(),
            lambda day: date(scene.theme.lang, day, "short"),
        )

    scene.put(rect, brush)
