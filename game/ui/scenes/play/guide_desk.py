"""When the guided turn begins, and that it comes once."""

from __future__ import annotations

from game.session import Session
from game.ui.scenes.play.guide_steps import Step, general_steps, scenario_steps
from game.ui.scenes.play.guided import Guide
from game.ui.scenes.play.hands import HandsDesk


class GuideDesk(HandsDesk):
    """The part of the screen that leads a new player through the first turn."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._guided = False
        """The guided turn has been played or skipped in this game."""

    def start_guide(self) -> None:
        """Begin the guided turn: that of the scenario when it begins, else the general one once."""
        if self.guide is not None or self._guided or not self.may_order:
            return
        own = self._scenario_steps()
        first = all(entry.side != self.viewer for entry in self.session.log)
        if (own and first) or not (own or self.app.settings.tour_done):
            self._guide(own)

    def restart_guide(self) -> None:
        """Begin the guided turn again."""
        self.close_panel()
        if self.may_order:
            self._guide(self._scenario_steps())

    def _guide(self, own: tuple[Step, ...]) -> None:
        self.guide = Guide(self, own or general_steps(self.app.words))
        self.app.relayout()

    def _scenario_steps(self) -> tuple[Step, ...]:
        record = self.record
        if record is None:
            return ()
        docs = record.briefing.guide
        return scenario_steps(docs, self.session.scenario, self.viewer, self.theme.lang)

    def end_guide(self) -> None:
        """The guided turn is over; it does not come again by itself."""
        self.guide, self._guided = None, True
        if not self.app.settings.tour_done:
            self.app.change(tour_done=True)
        self.app.relayout()
