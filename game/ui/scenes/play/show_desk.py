"""What moves: own orders, the others' as they play, and their turn watched again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from game.engine import events as e
from game.engine.board import NOWHERE
from game.session import ReplayStep, Session
from game.ui.motion import Beat, Reel, Tempo, beats_of, tempo_of
from game.ui.scenes.play.desk import Desk
from game.ui.scenes.play.happened import cell_of, result_words
from game.ui.scenes.play.numbers import plain

OWN: Final = "own"
OTHERS: Final = "others"
WATCHED: Final = "watched"
PAUSE_MS: Final = 200
"""Between two orders of others."""


class ShowDesk(Desk):
    """The part of the screen that shows orders being carried out. It never waits for a show."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.reel = Reel()
        self.follow = True
        """The map follows what others do."""

    @property
    def tempo(self) -> Tempo:
        """How fast things move."""
        return tempo_of(self.app.settings.animation)

    @property
    def watching(self) -> bool:
        """Whether the others' turn is being watched again."""
        return self.reel.now is not None and self.reel.now.name == WATCHED

    def bring_into_view(self, h: int) -> None:
        """Centre the map on a hex, if it is not well in view."""
        raise NotImplementedError

    def show_own(self, first: int) -> None:
        """Show the own orders from an entry of the log on."""
        steps = [self.session.shown_again(n) for n in range(first, len(self.session.log))]
        self._play([step for step in steps if step is not None], OWN)

    def show_others(self, entry: int) -> None:
        """Show an order of another side, if there is anything to be seen of it."""
        step = self.session.shown_again(entry)
        if step is not None and self.visible(step):
            self._play([step], OTHERS)

    def watch_steps(self, steps: Iterable[ReplayStep]) -> None:
        """Show orders of others again, from the first."""
        self.reel.finish()
        self._play(steps, WATCHED)

    def stop_show(self) -> bool:
        """Show the present at once; False if nothing else was shown."""
        if not self.reel.finish():
            return False
        self.refresh()
        return True

    def run_show(self, dt_ms: int) -> bool:
        """Let time pass; True while something has to be drawn again."""
        moving = self.reel.update(dt_ms)
        if self.reel.fresh():
            self._begin_beat()
            self.refresh()
            moving = True
        elif moving:
            self.lay_overlays()
        return moving

    def _begin_beat(self) -> None:
        now = self.reel.now
        if now is None or now.look_at == NOWHERE or now.name == OWN:
            return
        if now.name == WATCHED or self.follow:
            self.bring_into_view(now.look_at)

    def lay_overlays(self) -> None:
        """Hand the map what lies over it."""
        raise NotImplementedError

    def visible(self, step: ReplayStep) -> bool:
        """Whether something of an order can be shown on the map."""
        shown = (e.UnitMoved, e.AttackResolved, e.Bombarded, e.CrossingChanged, e.ControlChanged)
        return any(isinstance(event, shown) for event in step.events)

    def _play(self, steps: Iterable[ReplayStep], name: str) -> None:
        tempo, found = self.tempo, []
        for step in steps:
            beats = beats_of(
                step.before, step.after, step.events, self.map.counters.look, tempo, self._result
            )
            if name != OWN and beats and tempo.moving:
                last = beats[-1]
                beats.append(Beat(tempo.ms(PAUSE_MS), last.state, last.seen))
            if name == OWN and not tempo.moving:
                beats = [replace(beat, state=None, seen=None) for beat in beats]
            found += [replace(beat, name=name) for beat in beats]
        self.reel.play(found)

    def _result(self, event: e.AttackResolved, faces: tuple[int, ...]) -> str:
        cell = cell_of(self.session.scenario, event.code)
        added = event.total - sum(faces)
        sign = f" {'+' if added > 0 else '−'} {abs(added)}" if added else ""
        told = result_words(self.names, cell) if cell else event.code
        return f"{sign} = {plain(event.total)}: {told}".strip()
