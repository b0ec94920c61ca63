"""The real app without a display, with settings and saves in a folder of the test."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pygame
import pytest

from game.storage.settings import Settings
from game.ui.app import App
from game.ui.scenes import thumbnails
from game.ui.scenes.coarse_map import coarse_map

Make = Callable[..., App]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FURAT_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture(autouse=True)
def coarse_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards and samples have their quick pictures only."""
    monkeypatch.setattr(thumbnails, "painters", lambda: [coarse_map])


@pytest.fixture
def make_app() -> Iterator[Make]:
    made: list[App] = []

    def make(size: tuple[int, int] = (1280, 720), **settings: object) -> App:
        chosen = Settings(scale=100, note_seen=True)
        for name, value in settings.items():
            setattr(chosen, name, value)
        made.append(App(chosen, size=size))
        return made[-1]

    yield make
    for app in made:
        app.clear()
    pygame.event.clear()
