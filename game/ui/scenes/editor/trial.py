"""Trying a scenario out of the editor: a game that is never kept, and the way back."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from game.session import Seat, Session, computer_seat
from game.storage.chain import Body
from game.ui import flow
from game.ui.scenes.play.scene import PlayScene

if TYPE_CHECKING:
    from game.engine.state import GameState
    from game.scenario.record import Record
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

    def back_to_history(self) -> None:
        """The history that was left is the editor's own."""
        self.leave_to_title()


def begin_trial(
    app: App,
    bench: Bench,
    side: str = "",
    *,
    turn: int = 1,
    record: Record | None = None,
    evening: GameState | None = None,
) -> None:
    """Play the scenario as the editor has it, as a side (the graded one if it is not given).

    On a later day than the first it begins as the `record` has it: `evening` is the state of the
    evening before.
    """
    scenario = bench.scenario
    assert scenario is not None
    sides = scenario.oob.sides
    human = side if side in scenario.oob.side_index else sides[scenario.grade_side].id
    seats = {s.id: Seat() if s.id == human else computer_seat(s.agent) for s in sides}
    seed, ref = secrets.randbelow(flow.SEEDS), str(bench.folder)
    if turn == 1 or record is None:
        session = Session.new(scenario, seed, seats, ref=ref)
    else:
        session = Session.from_history(
            scenario, record, turn, human, seats, seed, evening=evening, ref=ref
        )
    session.keeper = _not_kept
    app.push(TrialScene(session))


def _not_kept(_body: Body) -> None:
    """A trial leaves no save behind."""
