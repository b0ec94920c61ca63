"""Looks whether the files of the open scenario have changed, and reads them again in a thread."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Thread
from typing import Final, Generic, TypeVar

from game.scenario.files import Stamp, own_folders, stamp

LOOK_MS: Final = 500
"""How often the times of the files are read."""

T = TypeVar("T")


class FileWatch(Generic[T]):
    """Says when files of a scenario outside the shipped ones were written, and what came of it.

    A file counts when it has been left alone between two looks, since editors write in steps.
    """

    def __init__(self, folder: str | os.PathLike[str], read: Callable[[], T]) -> None:
        """Watch the scenario in a folder; `read` runs in a thread of its own after a change."""
        self._folder = os.fspath(folder)
        self._read = read
        self._folders = own_folders(self._folder)
        self._known: Stamp = stamp(self._folders)
        self._seen = self._known
        self._waited = 0
        self._thread: Thread | None = None
        self._found: list[T] = []
        self._failed: list[BaseException] = []

    @property
    def files(self) -> int:
        """How many files are watched."""
        return len(self._known)

    @property
    def reading(self) -> bool:
        """Whether changed files are being read."""
        return self._thread is not None

    def accept(self) -> None:
        """Take the files as they are now: what was written was written by the game itself."""
        self._folders = own_folders(self._folder)
        self._known = self._seen = stamp(self._folders)

    def update(self, dt_ms: int) -> T | None:
        """Let time pass; returns what was read, once, after a change."""
        if self._thread is not None:
            return self._collect()
        self._waited += dt_ms
        if self._waited < LOOK_MS or not self._folders:
            return None
        self._waited = 0
        now = stamp(self._folders)
        if now == self._known or now != self._seen:
            self._seen = now
        else:
            self._known = now
            self._thread = Thread(target=self._work, name="files", daemon=True)
            self._thread.start()
        return None

    def _work(self) -> None:
        try:
            self._found.append(self._read())
        except BaseException as failure:
            self._failed.append(failure)

    def _collect(self) -> T | None:
        assert self._thread is not None
        if self._thread.is_alive():
            return None
        self._thread = None
        if self._failed:
            raise self._failed.pop()
        self._folders = own_folders(self._folder)
        return self._found.pop()
