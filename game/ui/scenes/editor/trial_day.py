"""The day a trial begins on, and how the days before it are come by."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - as in the documents
from datetime import timedelta
from typing import TYPE_CHECKING

from game.history.film import Film
from game.ui.scenes.editor.trial import begin_trial
from game.ui.scenes.replay.timeline import TimeLine
from game.ui.scenes.replay.typed_date import turn_typed
from game.ui.toolkit.words import date

if TYPE_CHECKING:
    from game.ui.scenes.editor.scene import EditorScene


class TrialDay:
    """What is chosen for a trial, and the record being carried out up to its morning.

    The days that were carried out are kept until the texts change, so that a second trial begins
    at once.
    """

    def __init__(self, scene: EditorScene) -> None:
        self.scene = scene
        self.side = ""
        """Id of the side to be played; empty for the graded one."""
        self.typed: str | None = None
        """What stands in the field of the date while it is written."""
        self.waiting = False
        """Whether a trial begins as soon as its morning is there."""
        self._turn = 1
        self._film: Film | None = None
        self._revision = -1
        self._ready = 0

    # --- choosing ---------------------------------------------------------------------------

    @property
    def turns(self) -> int:
        """How many days the scenario has, 0 if that cannot be made out."""
        sketch = self.scene.bench.sketch
        return sketch.turns if sketch is not None else 0

    @property
    def turn(self) -> int:
        """The day a trial begins on, counted from 1."""
        return max(1, min(self._turn, self.turns))

    def day(self, turn: int = 0) -> Day:
        """Return the date of a day, of the chosen one without a number."""
        sketch = self.scene.bench.sketch
        assert sketch is not None
        return Day.fromisoformat(sketch.start) + timedelta(days=(turn or self.turn) - 1)

    def choose(self, turn: int) -> None:
        """Take another day."""
        self._turn, self.typed = max(1, min(turn, self.turns)), None
        self.stop()
        self.scene.app.relayout()

    def take_side(self, side: str) -> None:
        """Take another side to play."""
        self.side = side
        self.scene.app.relayout()

    def type(self, text: object) -> None:
        """Keep the date that is being written."""
        self.typed = str(text)

    def submit(self) -> None:
        """Take the date that was written, or say that it is none."""
        scene, w, text = self.scene, self.scene.w, (self.typed or "").strip()
        if not text:
            self.typed = None
            return
        months = [
            (w(f"calendar.month{form}_{number}"), number)
            for number in range(1, 13)
            for form in ("", "_short")
        ]
        line = TimeLine(self.day(1), ((),) * self.turns)
        turn = turn_typed(line, text, months, w("replay.day_word"))
        if turn is None:
            lang = scene.theme.lang
            ends = [date(lang, self.day(number), "short") for number in (1, self.turns)]
            scene.toast(w("replay.go_wrong", text=text, first=ends[0], last=ends[1]), "x")
            return
        self.choose(turn)

    def assumed(self) -> str:
        """Say in a line how it comes to stand as it does on that morning."""
        w, lang = self.scene.w, self.scene.theme.lang
        if self.turn == 1:
            return w("author.trial_first")
        history = self.scene.bench.work.documents.get("history")
        days = [row.date for row in history.days] if history is not None else []
        if not days or min(days) >= self.day():
            return w("author.trial_no_record")
        # A day without orders between others was a quiet one.
        if max(days) < self.day(self.turn - 1):
            return w("author.trial_record_ends", date=date(lang, max(days), "short"))
        return w("author.trial_record")

    # --- beginning --------------------------------------------------------------------------

    @property
    def progress(self) -> float:
        """How much of the days before is there, from 0 to 1."""
        return min(1.0, self._ready / (self.turn - 1)) if self.turn > 1 else 1.0

    def begin(self) -> None:
        """Begin the trial; if days have to be carried out first, as soon as they are."""
        scene = self.scene
        if self.turn == 1:
            begin_trial(scene.app, scene.bench, self.side)
            return
        film = self._carried()
        if film.evening(self.turn - 1) is not None:
            self._play(film)
        else:
            self.waiting, self._ready = True, film.ready
            if scene.opened != "trial":
                scene.show_panel("trial")
            scene.app.relayout()

    def _carried(self) -> Film:
        """Return the film of the texts as they are now, running."""
        bench = self.scene.bench
        film = self._film
        if film is None or self._revision != bench.revision or film.failure is not None:
            self.close()
            scenario = bench.scenario
            assert scenario is not None
            film = self._film = Film(scenario, bench.work.built.record())
            self._revision = bench.revision
            film.start()
        return film

    def _play(self, film: Film) -> None:
        scene = self.scene
        self.waiting = False
        if scene.opened == "trial":
            scene.close_panel()
        evening = film.evening(self.turn - 1)
        assert evening is not None
        begin_trial(
            scene.app, scene.bench, self.side, turn=self.turn, record=film.record, evening=evening
        )

    def stop(self) -> None:
        """Wait no longer; what was carried out stays."""
        if self.waiting:
            self.waiting = False
            self.scene.app.relayout()

    def update(self) -> None:
        """Let time pass: the days that are there are counted, and the trial begins."""
        film = self._film
        if not self.waiting or film is None:
            return
        if self._revision != self.scene.bench.revision:
            self.stop()
        elif film.failure is not None:
            self.stop()
            self.scene.toast(self.scene.w("author.trial_failed", why=str(film.failure)), "x")
        elif film.evening(self.turn - 1) is not None:
            self._play(film)
        elif film.ready != self._ready:
            self._ready = film.ready
            self.scene.app.relayout()

    def close(self) -> None:
        """Carry out no more days."""
        film, self._film = self._film, None
        if film is not None:
            film.close(timeout=None if not film.running else 0.0)
