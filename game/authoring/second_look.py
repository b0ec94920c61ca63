"""The warnings of a package being edited, looked for in a thread once nothing changes any more."""

from __future__ import annotations

from threading import Event, Thread
from typing import Final

from game.authoring.workbench import Workbench
from game.scenario.problems import Problem
from game.scenario.warnings import warnings

PAUSE_MS: Final = 700
"""How long nothing must have changed before it is worth looking."""


class SecondLook:
    """Looks for warnings while the author rests; an edit ends the search and begins it anew.

    `found` are those of the last look and true only while `current`; after an edit they stay to be
    shown as old, until there are new ones. A package with errors has none.
    """

    def __init__(self, work: Workbench) -> None:
        self._work = work
        self.found: tuple[Problem, ...] = ()
        self.current = False
        self._waited = 0
        self._search: _Search | None = None

    @property
    def looking(self) -> bool:
        """Whether there may be warnings that are not known yet."""
        return not self.current and not self._work.problems

    @property
    def number(self) -> int:
        """How many warnings there are, or were before the last change."""
        return len(self.found)

    def changed(self) -> None:
        """The texts have changed: what was found is old, what is being looked for is not wanted."""
        self.current, self._waited = False, 0
        if self._search is not None:
            self._search.stop.set()
            self._search = None
        if self._work.problems:
            self.found = ()

    def update(self, dt_ms: int, *, busy: bool = False) -> bool:
        """Let time pass; True if there are warnings that were not there before, or fewer.

        Nothing is begun while the author is `busy` with something that must stay smooth.
        """
        if not self.looking:
            return False
        if self._search is None:
            self._waited = 0 if busy else self._waited + dt_ms
            if self._waited >= PAUSE_MS:
                self._search = _Search(self._work)
            return False
        if self._search.is_alive():
            return False
        search, self._search = self._search, None
        if search.failure is not None:
            raise search.failure
        self.found, self.current = search.found, True
        return True

    def wait(self) -> None:
        """Look at once and wait for it; for tests and pictures."""
        while self.looking:
            self.update(PAUSE_MS)
            if self._search is not None:
                self._search.join()


class _Search(Thread):
    """One look at the package as it was when the look began."""

    def __init__(self, work: Workbench) -> None:
        super().__init__(name="warnings", daemon=True)
        self._built = work.built
        self.stop = Event()
        self.found: tuple[Problem, ...] = ()
        self.failure: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self.found = warnings(self._built, self.stop.is_set)
        except BaseException as failure:  # told by the thread of the window
            self.failure = failure
