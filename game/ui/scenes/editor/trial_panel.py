"""The panel for a trial: from which day, as which side, and what is assumed of the days before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.scenes.editor.list_column import PART, column_of
from game.ui.scenes.editor.panels import head
from game.ui.scenes.play.column_flow import Column
from game.ui.toolkit.controls import Control
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.scenes.editor.scene import EditorScene


def lay_trial(scene: EditorScene, rect: Rect) -> None:
    """Lay the panel out."""
    w, trial = scene.w, scene.trial
    column = column_of(scene, "trial", rect)
    head(scene, column, w("author.trial"))
    sketch = scene.bench.sketch
    if sketch is None:
        column.text(w("author.file_broken"), 12)
        column.done()
        return
    _day(scene, column)
    column.text(trial.assumed(), 12)
    column.gap(12)
    column.text(w("author.trial_side"), 12)
    column.gap(4)
    for number, side in enumerate(sketch.oob.sides):
        chosen = side.id == trial.side if trial.side else number == sketch.grade_side
        name = (side.name_ar or side.name) if scene.theme.lang == "ar" else side.name
        column.row(
            Control(f"trial_side_{side.id}", Rect(0, 0, 0, 0), "row", name, current=chosen,
                    icon="ok" if chosen else "", group="trial_sides",
                    action=partial(trial.take_side, side.id)),
            32,
        )  # fmt: skip
    column.gap(12)
    if trial.waiting:
        _waiting(scene, column)
    else:
        column.buttons([
            Control("trial_begin", Rect(0, 0, 0, 0), "primary", w("editor.test"), icon="play",
                    part=PART, enabled=scene.bench.can_test, action=scene.test,
                    why=w("author.test_why", count=scene.bench.count)),
            Control("trial_cancel", Rect(0, 0, 0, 0), "button", w("common.cancel"), part=PART,
                    action=scene.close_panel),
        ])  # fmt: skip
    column.done()


def _day(scene: EditorScene, column: Column) -> None:
    """The date, which may be written, and a day back or on."""
    w, trial = scene.w, scene.trial
    side, gap = scene.px(32), scene.px(4)
    shown = date(scene.theme.lang, trial.day(), "year")
    y = column.y
    wide = column.w - 2 * (side + gap)
    column.add(
        Control("trial_day", Rect(column.x, y, wide, side), "field",
                value=trial.typed if trial.typed is not None else shown, longest=40, part=PART,
                changed=trial.type, submit=trial.submit, hint=w("author.trial_day_hint"))
    )  # fmt: skip
    for place, (ident, icon, step) in enumerate((("less", "minus", -1), ("more", "plus", +1))):
        there = trial.turn + step
        column.add(
            Control(f"trial_{ident}", Rect(column.x + wide + gap + place * (side + gap), y, side,
                                           side),
                    "icon", icon=icon, framed=True, part=PART, enabled=1 <= there <= trial.turns,
                    hint=w(f"author.trial_{ident}"), why=w("author.trial_end"),
                    action=partial(trial.choose, there))
        )  # fmt: skip
    column.y = y + side + scene.px(6)
    told = w("author.trial_day_of", day=trial.turn, days=trial.turns)
    column.text(told, 12)
    column.gap(4)


def _waiting(scene: EditorScene, column: Column) -> None:
    """How far the days before have been carried out, and a way to leave it."""
    theme, trial = scene.theme, scene.trial
    done = round(trial.progress * (trial.turn - 1))
    column.text(scene.w("author.trial_waits", day=done, days=trial.turn - 1), 14, theme.text1)
    column.gap(6)
    bar = Rect(column.x, column.y, column.w, scene.px(6))
    scene.fill(bar, theme.bg3, column.area)
    full = Rect(bar.x, bar.y, round(bar.w * trial.progress), bar.h)
    scene.fill(full, theme.accent, column.area)
    column.y = bar.bottom
    column.gap(10)
    column.buttons([
        Control("trial_stop", Rect(0, 0, 0, 0), "button", scene.w("common.cancel"), part=PART,
                action=trial.stop),
    ])  # fmt: skip
