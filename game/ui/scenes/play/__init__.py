"""Playing: the screen in which a game is played, and the ways into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.engine.scenario import Scenario
    from game.engine.state import GameState
    from game.scenario.record import Record
    from game.session import Session
    from game.ui.app import App
    from game.ui.scene import Picture
    from game.ui.scenes.play.scene import PlayScene


def open_session(app: App, session: Session) -> None:
    """Play a game, new or loaded."""
    app.push(scene_for(session))


open_play = open_session


def open_from_history(
    app: App, scenario: Scenario, record: Record, turn: int, side: int | str,
    *, evening: GameState | None = None,
) -> None:  # fmt: skip
    """Take command of a side on a day of history; computers play the others.

    `evening` spares the replay of the record: the state of the evening before, if it is at hand.
    """
    from game.session import Session

    session = Session.from_history(scenario, record, turn, side, evening=evening)
    open_session(app, session)


def scene_for(session: Session) -> PlayScene:
    """Return the screen of a game."""
    from game.ui.scenes.play.scene import PlayScene

    return PlayScene(session)


def pictures() -> dict[str, Picture]:
    """Return the states of this screen worth a picture."""
    from game.ui.scenes.play.pictures import pictures as found

    return found()
