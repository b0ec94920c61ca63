"""The editor: which scenario to work on, a new one, the workbench, a map from the world."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.scene import Picture


def open_choice(app: App) -> None:
    """Show the scenarios there are to work on."""
    from game.ui.scenes.editor.choice import ChoiceScene

    app.push(ChoiceScene())


def open_new(app: App, base: str = "", geojson: str = "") -> None:
    """Ask how a new scenario should begin: empty, from the one of an id or path, or from a map."""
    from game.ui.scenes.editor.new_scene import NewScene

    app.push(NewScene(base, geojson))


def open_editor(app: App, folder: Path) -> None:
    """Open the scenario in a folder, whatever is wrong with it."""
    from game.authoring.workbench import Workbench
    from game.scenario.problems import ScenarioError
    from game.ui.scenes.editor.scene import EditorScene
    from game.ui.scenes.editor.workshop import Workshop

    try:
        bench = Workshop(Workbench(folder))
    except ScenarioError as error:
        app.tell(str(error))
        return
    app.push(EditorScene(bench))


def pictures() -> dict[str, Picture]:
    """Return the states of this screen worth a picture."""
    from game.ui.scenes.editor.photographs import found

    return found()
