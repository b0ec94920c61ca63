"""Rubbish is looked for while nobody waits, so that it never holds up a frame.

Python looks through all it holds whenever enough is new, which takes longer than a frame may. Here
that is done once a screen has come to rest; what is there then is set aside and not looked through
again until another screen comes.
"""

from __future__ import annotations

import gc
from typing import Final

_QUIET_MS: Final = 400


class Tidying:
    """Waits for a quiet moment on each screen."""

    def __init__(self) -> None:
        self._done = False
        self._quiet = 0

    def changed(self) -> None:
        """Another screen has come: what was set aside may be rubbish now."""
        gc.unfreeze()
        self._done, self._quiet = False, 0

    def passed(self, ms: int, *, quiet: bool) -> None:
        """Let time pass; tidy up once it has been quiet long enough."""
        self._quiet = self._quiet + ms if quiet else 0
        if not self._done and self._quiet >= _QUIET_MS:
            self._done = True
            gc.collect()
            gc.freeze()
