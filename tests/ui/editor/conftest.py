"""The editor on the real app without a display, at work on a copy of the smallest scenario."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest

from game.storage.settings import Settings
from game.ui.app import App
from game.ui.scenes.editor import open_editor
from tests.ui.editor.author import Author

TINY = Path(__file__).parents[2] / "scenario" / "data" / "tiny"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the smallest scenario, and folders of the user that are gone after the test."""
    for name in ("CONFIG", "DATA"):
        monkeypatch.setenv(f"FURAT_{name}_DIR", str(tmp_path / name.lower()))
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def begin(folder: Path) -> Iterator[Callable[..., Author]]:
    """Return what opens the editor on the copy."""
    apps: list[App] = []

    def started(size: tuple[int, int] = (1280, 720), lang: str = "en", scale: int = 100) -> Author:
        settings = Settings(language=lang, scale=scale, note_seen=True, tour_done=True)
        app = App(settings, size=size)
        apps.append(app)
        open_editor(app, folder)
        app.step([], 0)
        return Author(app, folder)

    yield started
    for app in apps:
        app.clear()
    pygame.event.clear()
