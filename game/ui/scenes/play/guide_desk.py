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
        self._left_at: Guide | None = None
        """The guided turn as it was left before its end."""

    def start_guide(self) -> None:
        """Begin the guided turn: that of the scenario when it begins, else the general one once."""
        if self.guide is not None or self._guided or not self.may_order:
            return
        own = self._scenario_steps()
        first = all(entry.side != self.viewer for entry in self.session.log)
        if (own and first) or not (own or self.app.settings.tour_done):
            self._guide()

    def restart_guide(self) -> None:
        """Go on with the guided turn where it was left, or begin it again."""
        self.close_panel()
        if not self.may_order:
            return
        left, self._left_at = self._left_at, None
        if left is not None and left.side == self.viewer:
            self.guide = left
            self.app.relayout()
        else:
            self._guide()

    def _guide(self) -> None:
        self.guide = Guide(self, self.guide_steps())
        self.app.relayout()

    def guide_steps(self) -> tuple[Step, ...]:
        """Return the steps for the viewer, in the language of the window."""
        return self._scenario_steps() or general_steps(self.app.words)

    def _scenario_steps(self) -> tuple[Step, ...]:
        record = self.record
        if record is None:
            return ()
        docs = record.briefing.guide
        return scenario_steps(docs, self.session.scenario, self.viewer, self.theme.lang)

    def put_guide_away(self) -> None:
        """Leave the guided turn before its end, and say where it is found again."""
        guide = self.guide
        self.end_guide()
        if guide is not None and guide.step + 1 < len(guide.steps):
            self._left_at = guide
            self.toast(self.w("tip.put_away", menu=self.w("play.menu_guide")), "info")

    def end_guide(self) -> None:
        """The guided turn is over; it does not come again by itself."""
        self.guide, self._guided = None, True
        if not self.app.settings.tour_done:
            self.app.change(tour_done=True)
        self.app.relayout()
