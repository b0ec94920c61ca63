"""Scenarios that nobody has checked yet: checked one after the other behind the title screen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from game.ui.scenes.scenario_cards import Offer, Unread, read


class OfferReading:
    """A thread that checks scenarios and hands each over as soon as it is known."""

    def __init__(self, arrived: Callable[[], None]) -> None:
        """`arrived` is called, from the thread, after each."""
        self._arrived = arrived
        self._found: SimpleQueue[Offer] = SimpleQueue()
        self._over = threading.Event()
        self.waiting: list[Unread] = []
        """What is still to be checked."""
        self._begun = False

    def want(self, unread: list[Unread]) -> None:
        """Have these checked once `begin` is called, and no others."""
        self.close()
        self.waiting = unread
        self._found, self._over, self._begun = SimpleQueue(), threading.Event(), False

    def begin(self) -> None:
        """Begin, if it has not begun: when the first picture can be seen."""
        if self.waiting and not self._begun:
            self._begun = True
            work = (list(self.waiting), self._found, self._over)
            threading.Thread(target=self._work, args=work, daemon=True).start()

    def news(self) -> list[Offer]:
        """Return what has been checked since the last call."""
        fresh: list[Offer] = []
        while True:
            try:
                fresh.append(self._found.get_nowait())
            except Empty:
                break
        paths = {offer.entry.path for offer in fresh}
        self.waiting = [one for one in self.waiting if one.path not in paths]
        return fresh

    def close(self) -> None:
        """Stop after the scenario that is being checked."""
        self._over.set()
        self.waiting = []

    def _work(self, unread: list[Unread], found: SimpleQueue[Offer], over: threading.Event) -> None:
        from game.scenario.shelf import DISK

        for one in unread:
            if over.is_set():
                break
            found.put(read(one))
            self._arrived()
        DISK.forget()  # it has served those that share files
