"""Which screen follows which. The screens know each other only through these functions."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.session import Seat, Session
    from game.ui.app import App

SEEDS: Final = 1_000_000
"""Seeds that chance may choose lie below."""


@cache
def can_play() -> bool:
    """True if this build has the screen for playing."""
    return _there("game.ui.scenes.play") and _there("game.session")


@cache
def can_watch() -> bool:
    """True if this build has the screen for watching history."""
    return _there("game.ui.scenes.replay")


def watch(app: App, scenario: str) -> None:
    """Show the history of a scenario."""
    from game.ui.scenes.replay import open_replay

    open_replay(app, scenario)


def choose_side(app: App, scenario: str, seed: int | None = None) -> None:
    """Ask who plays which side of a scenario."""
    from game.ui.scenes.side_choice import SideChoiceScene

    app.push(SideChoiceScene(scenario, seed))


def begin(app: App, scenario: str, seats: Mapping[str, Seat], seed: int | None = None) -> None:
    """Begin a scenario on its first day; without a seed chance chooses one."""
    import secrets

    from game.scenario.package import load_scenario
    from game.session import Session

    loaded = load_scenario(scenario)
    number = secrets.randbelow(SEEDS) if seed is None else seed
    ref = scenario if scenario != loaded.id else ""
    play(app, Session.new(loaded, number, seats, ref=ref))


def play(app: App, session: Session) -> None:
    """Play a game, new or loaded."""
    from game.ui.scenes.play import open_play

    open_play(app, session)


def play_save(app: App, path: Path) -> None:
    """Load a save and play it; what is wrong with it is told on the screen that is seen."""
    from game.scenario.problems import ScenarioError
    from game.session import load
    from game.storage.notice import StorageError

    try:
        session = load(path)
    except (StorageError, ScenarioError) as error:
        app.tell(str(error))
        return
    play(app, session)


def choose_to_author(app: App) -> None:
    """Show the scenarios there are to work on."""
    from game.ui.scenes.editor import open_choice

    open_choice(app)


def author(app: App, folder: Path) -> None:
    """Open the scenario in a folder in the editor, whatever is wrong with it."""
    from game.ui.scenes.editor import open_editor

    open_editor(app, folder)


def author_ref(app: App, ref: str) -> None:
    """Open the scenario of an id or path in the editor; a shipped one as a new one of one's own."""
    from game.scenario import layout

    folder = layout.locate(ref)
    if os.path.dirname(folder) == layout.shipped():
        new_scenario(app, os.path.basename(folder))
    else:
        author(app, Path(folder))


def new_scenario(app: App, base: str = "", geojson: str = "") -> None:
    """Ask how a new scenario should begin: empty, from one that there is, or from a map."""
    from game.ui.scenes.editor import open_new

    open_new(app, base, geojson)


def _there(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ImportError:
        return False
