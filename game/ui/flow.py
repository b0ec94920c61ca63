"""Which screen follows which. The screens know each other only through these functions."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.session import Session
    from game.ui.app import App


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


def choose_side(app: App, scenario: str) -> None:
    """Ask who plays which side of a scenario."""
    from game.ui.scenes.side_choice import SideChoiceScene

    app.push(SideChoiceScene(scenario))


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


def computer_levels() -> tuple[str, ...]:
    """Return the levels of the commanders there are; none as long as there is no commander."""
    from game.ai.levels import LEVELS

    return LEVELS


def _there(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ImportError:
        return False
