"""Trying a scenario out of the editor: a game that is never kept, and the way back."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from game.session import Seat, Session, computer_seat
from game.storage.chain import Body
from game.ui import flow
from game.ui.scenes.play.scene import PlayScene

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.scenes.editor.bench import Bench


class TrialScene(PlayScene):
    """A game begun in the editor. Esc, with nothing open, leads back there."""

    unkept = True

    def again(self, session: Session) -> PlayScene:
        """Return a screen like this one for another version of the game."""
        return TrialScene(session)

    def back(self) -> bool:
        """Close what is open; with nothing open go back to the editor."""
        before = self.panel_name
        done = super().back()
        if self.panel_name == "menu" and before != "menu":
            self.leave_to_title()
        return done

    def leave_to_title(self) -> None:
        """Go back to the editor."""
        self.app.pop()


def begin_trial(app: App, bench: Bench) -> None:
    """Play the scenario as the editor has it."""
    scenario = bench.scenario
    assert scenario is not None
    seats = {
        side.id: Seat() if number == scenario.grade_side else computer_seat(side.agent)
        for number, side in enumerate(scenario.oob.sides)
    }
    seed = secrets.randbelow(flow.SEEDS)
    session = Session.new(scenario, seed, seats, ref=str(bench.folder))
    session.keeper = _not_kept
    app.push(TrialScene(session))


def _not_kept(_body: Body) -> None:
    """A trial leaves no save behind."""
