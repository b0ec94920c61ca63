"""The panel in which a scenario is given another folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pygame import Rect

from game.authoring.new_package import CannotCreate
from game.storage.recent import note_folder, own_scenarios
from game.ui.scenes.editor.list_column import PART, column_of
from game.ui.scenes.editor.panels import head
from game.ui.toolkit.controls import Control
from game.ui.toolkit.shaping import isolated

if TYPE_CHECKING:
    from game.ui.scenes.editor.scene import EditorScene


class SaveAs:
    """What is typed for the new folder, and why the last one was refused."""

    def __init__(self, scene: EditorScene) -> None:
        self.scene = scene
        self.typed = ""
        self.refusal = ""

    def open(self) -> None:
        """Ctrl+Shift+S: ask for the folder."""
        scene = self.scene
        scene.finish_writing()
        self.typed, self.refusal, scene.opened = "", "", ""
        scene.show_panel("save_as")
        scene.layout(scene.app)
        scene.controls.set_focus("save_as_name", visible=True)

    def type(self, text: object) -> None:
        """Keep what is being typed."""
        empty = not self.typed.strip()
        self.typed, self.refusal = str(text), ""
        if empty != (not self.typed.strip()):
            self.scene.app.relayout()

    def target(self) -> Path:
        """Return the folder that is meant: a bare name lies among the player's own scenarios."""
        named = Path(os.path.expanduser(self.typed.strip().strip('"')))
        return named if named.is_absolute() or len(named.parts) > 1 else own_scenarios() / named

    def write(self) -> None:
        """Write everything there, and go on working on it."""
        scene = self.scene
        if not self.typed.strip():
            return
        try:
            scene.bench.save_as(self.target())
        except (CannotCreate, OSError, ValueError) as error:
            self.refusal = str(error)
            scene.app.relayout()
            return
        note_folder(scene.bench.folder)
        scene.saving.watch_anew()
        scene.close_panel()
        scene.toast(scene.w("author.saved_as", folder=isolated(str(scene.bench.folder))))
        scene.changed()


def lay_save_as(scene: EditorScene, rect: Rect) -> None:
    """Lay the panel out."""
    w, asked = scene.w, scene.save_as
    column = column_of(scene, "save_as", rect)
    head(scene, column, w("author.save_as"))
    column.text(w("author.save_as_what"), 12)
    column.gap(8)
    column.row(
        Control("save_as_name", Rect(0, 0, 0, 0), "field", value=asked.typed, longest=1000,
                placeholder=w("author.save_as_hint"), changed=asked.type, submit=asked.write,
                lang="en"),
        32,
    )  # fmt: skip
    column.gap(6)
    if asked.refusal:
        column.icon_text("x", asked.refusal, scene.theme.text1, most=8)
        column.gap(6)
    column.text(w("author.save_as_own", folder=isolated(str(own_scenarios()))), 12)
    column.gap(10)
    column.buttons([
        Control("save_as_do", Rect(0, 0, 0, 0), "primary", w("common.save"), part=PART,
                enabled=bool(asked.typed.strip()), why=w("author.save_as_what"),
                action=asked.write),
        Control("save_as_cancel", Rect(0, 0, 0, 0), "button", w("common.cancel"), part=PART,
                action=scene.close_panel),
    ])  # fmt: skip
    column.done()
