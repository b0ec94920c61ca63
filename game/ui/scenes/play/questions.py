"""Questions asked in the column: who has not moved, leaving the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.scenes.play.column_flow import Column
from game.ui.scenes.play.hex_panel import unit_row
from game.ui.toolkit.controls import Control

if TYPE_CHECKING:
    from game.ui.scenes.play.scene import PlayScene


def lay_idle(scene: PlayScene, rect: Rect) -> None:
    """Units that have not acted: end the turn all the same?"""
    w, px = scene.w, scene.px
    idle = scene.idle()
    footer = px(40 + (32 if not scene.frame.compact else 24))
    column = Column(scene, rect, scene.areas.get("idle"), footer=footer,
                    compact=scene.frame.compact)  # fmt: skip
    scene.areas["idle"] = column.area
    column.heading(w("play.end_turn"))
    column.title(w("play.idle_question", count=len(idle)), size=16)
    column.gap(4)
    column.text(w("play.idle_note"))
    column.gap(10)
    for number in idle:
        unit_row(scene, column, number, ident="idle", action=scene.go_to_unit(number))
        column.gap(6)
    column.done()
    scene.fill(Rect(rect.x, rect.bottom - footer, rect.w, px(1)), scene.theme.line)
    column.footer(
        [
            Control("end_now", Rect(0, 0, 0, 0), "primary", w("play.end_turn"), size=16,
                    action=scene.end_turn),
            Control("keep", Rect(0, 0, 0, 0), "button", w("play.keep_playing"), size=16,
                    key="" if scene.frame.compact else scene.app.keys.cap("back"),
                    action=scene.close_panel),
        ]
    )  # fmt: skip


def lay_question(scene: PlayScene, rect: Rect) -> None:
    """Any other question: a text and answers."""
    question = scene.question
    if question is None:
        return
    column = Column(scene, rect, scene.areas.get("question"), compact=scene.frame.compact)
    scene.areas["question"] = column.area
    column.title(question.text, size=16)
    if question.note:
        column.gap(6)
        column.text(question.note)
    column.gap(14)
    for place, (label, action) in enumerate(question.answers):
        control = Control(
            f"answer_{place}", Rect(0, 0, 0, 0), "primary" if not place else "button", label,
            action=action,
        )  # fmt: skip
        column.row(control, 36)
        column.gap(8)
    column.done()
