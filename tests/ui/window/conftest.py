"""The desktop of the tests in this folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from tests.ui.window.desktop import Desktop, Game, missing

Begin = Callable[..., Game]


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """A desktop, where the system has what makes one."""
    if missing():
        pytest.skip(f"not installed: {missing()}")
    made = Desktop(tmp_path / "screen")
    yield made
    made.close()


@pytest.fixture
def begin(desktop: Desktop, tmp_path: Path) -> Iterator[Begin]:
    """Return what starts the game, with the same folders every time."""
    games: list[Game] = []

    def started(*words: str) -> Game:
        games.append(Game(desktop, tmp_path, *words))
        return games[-1]

    yield started
    for game in games:
        game.kill()
