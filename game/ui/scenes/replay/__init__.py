"""The replay of history: the record day by day, and a game of one's own beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.session import Session
    from game.ui.app import App
    from game.ui.scene import Picture


def open_replay(app: App, scenario: str, turn: int = 1, *, replace: bool = False) -> None:
    """Show the history of a scenario, named by id or path, from a day on.

    Raises:
        ScenarioError: if there is no such scenario, or with everything that is wrong with it.
    """
    from game.history.film import Film
    from game.scenario.package import load_record, load_scenario
    from game.ui.scenes.replay.scene import ReplayScene

    film = Film(load_scenario(scenario), load_record(scenario))
    scene = ReplayScene(film, scenario, turn)
    if replace:
        app.replace(scene)
    else:
        app.push(scene)


def open_comparison(app: App, session: Session, name: str = "") -> None:
    """Compare a game with history, on the day the game stands at.

    Raises:
        ScenarioError: if the record of its scenario cannot be read.
    """
    from game.ui.scenes.replay.comparison import open_for_session

    open_for_session(app, session, name)


def open_own_game(app: App, session: Session) -> None:
    """Show a game day by day from its first one, with history at hand.

    Raises:
        ScenarioError: if the record of its scenario cannot be read.
    """
    from game.ui.scenes.replay.comparison import open_for_session

    open_for_session(app, session, replayed=True)


def pictures() -> dict[str, Picture]:
    """Return the states of these screens that are photographed."""
    from game.ui.scenes.replay.photographs import found

    return found()
