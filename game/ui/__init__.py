"""The window: the only part of the game that knows pygame.

pygame itself is brought in only when `run` is called, so that a missing or a wrong one is told in
a sentence.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.session import Seat

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


def run(
    scenario: str | None = None,
    mode: str | None = None,
    *,
    seats: Mapping[str, Seat] | None = None,
    seed: int | None = None,
) -> int:
    """Open the window and stay in it until it is closed; returns the exit code.

    Without a scenario the title screen opens. `mode` says what to do with a scenario named by id
    or path: "play" (the default) or "replay" (watch its history). A game begins at once if its
    seats are given; otherwise the player is asked first. `seed` is what its dice begin with.

    Raises:
        WindowError: if there is no pygame-ce, or if no window can be opened.
        ScenarioError: if there is no such scenario, or with everything that is wrong with it.
    """
    from game.ui.start import start

    return start(scenario, mode, seats, seed)
