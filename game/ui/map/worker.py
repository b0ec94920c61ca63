"""One thread that draws while the game goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable

Task = Callable[[], None]


class Worker:
    """Runs tasks one after another on a thread of its own.

    `next_task` is asked on that thread; None means that there is nothing to do until `wake`.
    """

    def __init__(
        self, next_task: Callable[[], Task | None], heard: Callable[[], None] | None = None
    ) -> None:
        """`heard` is called on that thread whenever a task is finished."""
        self._next = next_task
        self._heard = heard
        self._condition = threading.Condition()
        self._open = True
        self._called = False
        self._busy = False
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="map", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Say that there may be something to do."""
        with self._condition:
            self._called = self._busy = True
            self._condition.notify_all()

    @property
    def busy(self) -> bool:
        """True from a call until everything is done."""
        with self._condition:
            return self._busy

    def check(self) -> None:
        """Raise here what a task has raised there."""
        with self._condition:
            failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    def wait(self, seconds: float) -> bool:
        """Wait until a task is finished or all are; False if the time is over."""
        with self._condition:
            return not self._busy or self._condition.wait(seconds)

    def close(self) -> None:
        """End the thread after the task at hand."""
        with self._condition:
            self._open = False
            self._condition.notify_all()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._condition:
                while self._open and not self._called:
                    self._condition.wait()
                if not self._open:
                    return
                self._called = False
            self._work()

    def _work(self) -> None:
        while True:
            with self._condition:
                if not self._open:
                    return
            try:
                task = self._next()
                if task is not None:
                    task()
                    if self._heard is not None:
                        self._heard()
            except Exception as failure:  # told to the main thread by `check`
                with self._condition:
                    self._failure = failure
                task = None
            with self._condition:
                if task is None and not self._called:
                    self._busy = False
                    self._condition.notify_all()
                    return
                self._called = False
                self._condition.notify_all()
