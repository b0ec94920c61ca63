"""A game of one's own beside history: the state of each of its evenings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event as Signal
from threading import Thread
from typing import TYPE_CHECKING

from game.engine.apply import apply
from game.engine.events import Event
from game.engine.orders import NextDay
from game.engine.state import GameState

if TYPE_CHECKING:
    from game.session import Session
    from game.storage.listing import SaveEntry


def newest_save(scenario: str) -> SaveEntry | None:
    """Return the latest save of a scenario that can be read, None if there is none."""
    from game.storage.listing import list_saves

    saves = (save for save in list_saves() if save.problem is None)
    return next((save for save in saves if save.scenario == scenario), None)


@dataclass
class OwnGame:
    """The evenings of a game, worked out in a thread of its own from its log.

    The last one is the game as it stands, even if its day is not over.
    """

    session: Session
    name: str = ""
    heard: Callable[[], None] | None = None
    evenings: dict[int, GameState] = field(default_factory=dict)
    events: dict[int, tuple[Event, ...]] = field(default_factory=dict)
    """What happened on each of those days."""
    failure: str = ""
    done: bool = False
    _stop: Signal = field(default_factory=Signal)
    _thread: Thread | None = None

    @property
    def first(self) -> int:
        """The first day that was played."""
        return self.session.begun.turn

    @property
    def last(self) -> int:
        """The day the game stands at."""
        return self.session.state.turn

    @property
    def side(self) -> int:
        """The side that is compared: the one a person plays, or the graded one."""
        humans = self.session.humans
        graded = self.session.scenario.grade_side
        return graded if graded in humans or not humans else humans[0]

    def start(self) -> None:
        """Begin to work them out."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="own game", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Stop."""
        self._stop.set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until all evenings are there; False if the time was too short."""
        if self._thread is not None:
            self._thread.join(timeout)
        return self.done

    def evening(self, turn: int) -> GameState | None:
        """Return the state in the evening of a day; None before the first and after the last."""
        return self.evenings.get(turn)

    def _run(self) -> None:
        try:
            state, happened = self.session.begun, list[Event]()
            for entry in list(self.session.log):
                if isinstance(entry.order, NextDay):
                    self.events[state.turn] = tuple(happened)
                    self.evenings[state.turn] = state
                    happened.clear()
                    self._tell()
                if self._stop.is_set():
                    return
                state, events = apply(state, entry.order)
                happened += events
            self.events[self.last] = tuple(happened)
            self.evenings[self.last] = self.session.state
        except Exception as error:  # told on the screen, whatever it is
            self.failure = str(error) or type(error).__name__
        finally:
            self.done = True
            self._tell()

    def _tell(self) -> None:
        if self.heard is not None:
            self.heard()
