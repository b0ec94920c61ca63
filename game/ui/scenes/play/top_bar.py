"""The bar at the top: menu, date, objectives, what may still be spent, End turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pygame import Rect

from game.engine.rules.attack_supply import attacks_left
from game.engine.rules.support import day_points
from game.ui.scenes.play.chips import ObjectiveRow, chips
from game.ui.scenes.play.fact_words import chip_fact, chip_fact_short
from game.ui.toolkit.controls import Control, natural_size
from game.ui.toolkit.text import draw_text, elide, line_height, measure

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene

PART = "top"
_NAMES: Final = (400, 200, 170, 150, 130, 116, 104)
"""How wide the name of an objective may be in the compact bar; the first that has room for all."""


def lay(scene: PlayScene) -> None:
    """Lay out the bar."""
    theme, px, bar = scene.theme, scene.px, scene.frame.top
    scene.fill(bar, theme.bg1)
    scene.fill(Rect(bar.x, bar.bottom - px(1), bar.w, px(1)), theme.line)
    side = px(32 if not scene.frame.compact else 28)
    menu = Control(
        "menu", Rect(px(16 if not scene.frame.compact else 8), bar.centery - side // 2, side, side),
        "icon", icon="menu", hint=scene.w("common.menu"), framed=True, part=PART,
        action=scene.open_menu, current=scene.panel_name == "menu",
    )  # fmt: skip
    scene.add(menu)
    left = _date(scene, menu.rect.right if not theme.rtl else scene.turned(menu.rect).right)
    right = _end(scene)
    right = _points(scene, right)
    _chips(scene, left, right)


def _date(scene: PlayScene, start: int) -> int:
    theme, px, bar = scene.theme, scene.px, scene.frame.top
    names, state = scene.names, scene.view
    date = names.date(state.turn, "weekday")
    side = scene.viewer
    if scene.frame.compact:
        x = start + px(8)
        high = line_height(theme, 16)
        wide = measure(theme, date, 16, "semibold")[0] + 2
        scene.text(date, x, bar.centery - high // 2, wide, 16, theme.text1, "semibold")
        x += wide + px(8)
        turn = f"{state.turn}/{state.scenario.turns}"
        wide = measure(theme, turn, 12)[0] + 2
        top = bar.centery - line_height(theme, 12) // 2
        scene.text(turn, x, top, wide, 12, theme.text2)
        x += wide + px(8)
        size = px(12)
        scene.swatch(names.colour(side), Rect(x, bar.centery - size // 2, size, size))
        x += size + px(6)
        name = scene.side_short(side)
        wide = measure(theme, name, 12)[0] + 2
        if bar.w / theme.scale >= 1100:
            scene.text(name, x, top, wide, 12, theme.text2)
            x += wide
        return x + px(12)
    x = start + px(16)
    first, second = line_height(theme, 20), line_height(theme, 12)
    top = bar.centery - (first + second) // 2
    wide = measure(theme, date, 20, "semibold")[0] + 2
    scene.text(date, x, top, wide, 20, theme.text1, "semibold")
    turn = scene.w("play.turn_side", turn=state.turn, turns=state.scenario.turns)
    used = measure(theme, turn, 12)[0] + px(2)
    scene.text(turn, x, top + first, used, 12, theme.text2)
    size = px(12)
    scene.swatch(names.colour(side), Rect(x + used + px(4), top + first + (second - size) // 2,
                                          size, size))  # fmt: skip
    note = scene.side_note()
    note_w = measure(theme, note, 12)[0] + 2
    scene.text(note, x + used + px(4) + size + px(6), top + first, note_w, 12, theme.text2)
    x += max(wide, used + px(4) + size + px(6) + note_w) + px(24)
    scene.fill(Rect(x, top + px(2), px(1), first + second - px(4)), theme.line)
    return x + px(16)


def _end(scene: PlayScene) -> int:
    theme, px, bar = scene.theme, scene.px, scene.frame.top
    compact = scene.frame.compact
    ready, why = scene.end_turn_state()
    all_acted = ready and not scene.idle()
    end = Control(
        "end_turn", Rect(0, 0, 0, 0), "primary" if all_acted else "button",
        scene.w("play.end_turn"), key="" if compact else scene.app.keys.cap("end_turn"),
        enabled=ready, why=why, part=PART, action=scene.ask_end_turn,
    )  # fmt: skip
    wide = natural_size(theme, end)[0]
    tall = px(28 if compact else 32)
    right = bar.right - px(8 if compact else 16)
    end.rect = Rect(right - wide, bar.centery - tall // 2, wide, tall)
    scene.add(end)
    return right - wide - px(12 if compact else 16)


def _points(scene: PlayScene, right: int) -> int:
    theme, px, bar = scene.theme, scene.px, scene.frame.top
    means = scene.view.means[scene.viewer]
    air, guns = day_points(scene.view, scene.viewer)
    if scene.view.active != scene.viewer:
        means_air, means_guns = air, guns
    else:
        means_air, means_guns = means.air, means.artillery
    shown = [
        ("air", means_air, max(air, means_air), "play.air_points"),
        ("art", means_guns, max(guns, means_guns), "play.artillery_points"),
    ]
    attacks = attacks_left(scene.view, scene.viewer)
    if attacks is not None:
        shown.append(("tgt", attacks, 0, "play.attacks_left"))
    if means.replacements:
        shown.append(("plus", means.replacements, 0, "play.replacements"))
    if means.car_bombs:
        shown.append(("warn", means.car_bombs, 0, "play.car_bombs"))
    icon = px(18)
    for name, left_, whole, hint in reversed(shown):
        big = str(left_)
        small = f"/{whole}" if whole else ""
        big_w = measure(theme, big, 16, "semibold")[0]
        small_w = measure(theme, small, 12)[0] if small else 0
        wide = icon + px(6) + big_w + small_w + px(4)
        rect = Rect(right - wide, bar.centery - px(14), wide, px(28))
        scene.add(Control(f"points_{name}", Rect(rect), "area", hint=scene.w(hint), part=""))
        scene.icon(name, Rect(rect.x, bar.centery - icon // 2, icon, icon), theme.text1)
        high = line_height(theme, 16)
        x = rect.x + icon + px(6)
        scene.text(big, x, bar.centery - high // 2, big_w + 2, 16, theme.text1, "semibold")
        if small:
            top = bar.centery - high // 2 + high - line_height(theme, 12) - px(3)
            scene.text(small, x + big_w, top, small_w + 2, 12, theme.text2)
        right = rect.x - px(14 if scene.frame.compact else 16)
    return right


def _chips(scene: PlayScene, left: int, right: int) -> None:
    theme, px, bar = scene.theme, scene.px, scene.frame.top
    compact = scene.frame.compact
    rows = chips(scene.view, scene.viewer)
    every = sum(o.side == scene.viewer for o in scene.view.scenario.objectives)
    if not every:
        return
    all_label = scene.w("play.all_objectives", count=every)
    cap = "" if compact else scene.app.keys.cap("objectives")
    button = Control(
        "objectives", Rect(0, 0, 0, 0), "tab", all_label, key=cap,
        hint=scene.w("play.objectives"), part=PART, action=scene.toggle("objectives"),
        current=scene.panel_name == "objectives",
    )  # fmt: skip
    button_w = natural_size(theme, button)[0]
    room = right - left - button_w - px(8)
    widths = _NAMES if compact else (0,)
    chosen = [_sized(scene, row, widths[-1]) for row in rows]
    while len(chosen) > 1 and _taken(scene, chosen) > room:
        # The last one is the whole city, which stays; what is due latest goes first.
        chosen.pop(len(chosen) - 2)
    if _taken(scene, chosen) > room:
        chosen = []
    for most in widths:  # the widest names that all have room
        wider = [_sized(scene, row, most) for row, _, _ in chosen]
        if _taken(scene, wider) <= room:
            chosen = wider
            break
    tall = px(28 if compact else 40)
    used = sum(wide for _, _, wide in chosen) + px(8) * len(chosen) + button_w
    x = left
    if compact:
        x = max(left, (left + right - used) // 2)
    for row, control, wide in chosen:
        control.rect = Rect(x, bar.centery - tall // 2, wide, tall)
        if compact:
            _compact_chip(scene, control, row)
        scene.add(control)
        x += wide + px(8)
    button.rect = Rect(x, bar.centery - px(16), button_w, px(32))
    scene.add(button)


def _taken(scene: PlayScene, chosen: list[tuple[ObjectiveRow, Control, int]]) -> int:
    return sum(wide for _, _, wide in chosen) + scene.px(8) * len(chosen)


def _sized(scene: PlayScene, row: ObjectiveRow, most: int) -> tuple[ObjectiveRow, Control, int]:
    """Return a chip and its width, its name cut to so many logical pixels (0 = a whole chip)."""
    theme, px, control = scene.theme, scene.px, _chip(scene, row)
    if not most:
        return row, control, natural_size(theme, control)[0]
    control.facts = (control.note,)
    control.hint = control.hint or control.label
    control.label = elide(theme, control.label, 13, px(most), "semibold")
    wide = px(30) + measure(theme, control.label, 13, "semibold")[0] + px(14)
    wide += measure(theme, chip_fact_short(scene.names, row), 12)[0] + px(8)
    return row, control, wide


def _chip(scene: PlayScene, row: ObjectiveRow) -> Control:
    name = scene.names.objective(row.objective)
    return Control(
        f"chip_{row.number}", Rect(0, 0, 0, 0), "chip", name, mark=row.mark, part=PART,
        note=chip_fact(scene.names, row, scene.view.turn), hint=scene.objective_text(row),
        action=scene.show_objective(row.number),
    )  # fmt: skip


def _compact_chip(scene: PlayScene, control: Control, row: ObjectiveRow) -> None:
    """One line: mark, name, and at the end the date."""
    theme, px = scene.theme, scene.px
    fact = chip_fact_short(scene.names, row)
    control.note = ""
    wide = measure(theme, fact, 12)[0]

    def paint(surface, skin, rect, _state):  # type: ignore[no-untyped-def]
        top = rect.y + (rect.h - line_height(skin, 12)) // 2
        x = rect.x + px(8) if skin.rtl else rect.right - px(8) - wide
        draw_text(surface, skin, fact, (x, top), 12, skin.text2, align="left")

    control.paint = paint
