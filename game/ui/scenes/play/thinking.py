"""A computer that thinks in a thread of its own, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread

from game.session import Decision

Job = Callable[[], Decision]


class Thinker:
    """Takes one question at a time. An answer that nobody takes any more is thrown away."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._answers: SimpleQueue[Decision | Exception] = SimpleQueue()
        self._thread: Thread | None = None
        self.busy = False
        """A question was asked and its answer not yet taken."""

    def ask(self, job: Job) -> None:
        """Begin to think."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="computer", daemon=True)
            self._thread.start()
        self.busy = True
        self._jobs.put(job)

    def take(self, timeout: float) -> Decision | Exception | None:
        """Return the answer, or what went wrong; None if there is none within some seconds."""
        try:
            answer = self._answers.get(timeout=max(0.0, timeout))
        except Empty:
            return None
        self.busy = False
        return answer

    def close(self) -> None:
        """Let go of the thread; it ends after what it is thinking about."""
        self._jobs.put(None)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                self._answers.put(job())
            except Exception as error:  # a commander may be anybody's; the screen tells what it is
                self._answers.put(error)
