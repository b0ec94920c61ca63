"""The states of the editor that are photographed: a copy of the shipped campaign, at work."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.scenario import layout
from game.ui.scene import Picture
from game.ui.scenes.editor import open_choice, open_editor, open_new

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.scenes.editor.scene import EditorScene

_NAME = "my_bridge_variant"


def found() -> dict[str, Picture]:
    """Return the pictures by name."""
    return {
        "07_author": _choice,
        "07_author_new": _new,
        "07_editor": _opened(_event),
        "07_editor_unit": _opened(_unit),
        "07_editor_terrain": _opened(_terrain),
        "07_editor_river": _opened(_river),
        "07_editor_question": _opened(_question),
        "07_editor_menu": _opened(lambda scene: scene.show_panel("menu")),
        "07_editor_resize": _opened(lambda scene: scene.show_panel("resize")),
        "07_editor_broken": _broken,
    }


def copy_of(ref: str, folder: Path) -> Path:
    """Copy a shipped scenario into a folder, under a name of one's own; returns the package."""
    package = folder / _NAME
    shutil.copytree(layout.locate(ref), package)
    header = package / "scenario.yaml"
    text = header.read_text(encoding="utf-8").replace(f"id: {ref}\n", f"id: {_NAME}\n")
    header.write_text(text, encoding="utf-8")
    return package


def _choice(app: App) -> None:
    app.clear()
    open_choice(app)


def _new(app: App) -> None:
    app.clear()
    open_new(app)


def _opened(then: Callable[[EditorScene], object]) -> Picture:
    def show(app: App) -> None:
        from game.ui.scenes.editor.scene import EditorScene

        app.clear()
        open_editor(app, copy_of("deir_ez_zor_2017", Path(tempfile.mkdtemp())))
        app.step([], 0)
        scene = app.scene
        assert isinstance(scene, EditorScene)
        assert scene.map is not None
        scene.map.set_zoom(3)
        scene.map.centre_on(scene.map.scenario.board.grid.parse("26_26"))
        then(scene)

    return show


def _event(scene: EditorScene) -> None:
    """An event with three mistakes in the files: two of them lie on the map."""
    work = scene.bench.work
    from game.authoring import edit as edits

    steps = [
        edits.put("forces", ("units", "tig_1", "type"), "assualt"),
        edits.put("forces", ("units", scene.bench.items("unit")[40].id, "formation"), "ghost"),
    ]
    for step in steps:
        work.edit(step)
    scene.bench.undo()
    scene.bench.redo()
    scene.changed()
    scene.take("event")()
    scene.select(scene.bench.items("event")[0].ref, look=False)


def _unit(scene: EditorScene) -> None:
    scene.select(("forces", ("units", "tig_1")), look=True)


def _terrain(scene: EditorScene) -> None:
    scene.take("terrain")()


def _river(scene: EditorScene) -> None:
    scene.take("river")()


def _question(scene: EditorScene) -> None:
    grid = scene.bench.grid
    assert grid is not None
    scene.bench.paint("terrain.terrain", "urban", [grid.parse("20_30")], None)
    scene.changed()
    scene.leave_editor()


def _broken(app: App) -> None:
    app.clear()
    package = copy_of("deir_ez_zor_2017", Path(tempfile.mkdtemp()))
    text = (package / "map.yaml").read_text(encoding="utf-8")
    (package / "map.yaml").write_text(text.replace("width: 58", "width: [58"), encoding="utf-8")
    open_editor(app, package)
