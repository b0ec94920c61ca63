"""A game of the smallest scenario on a screen nobody sees."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from game.engine.scenario import Scenario
from game.scenario.package import load_scenario
from game.session import Seat, Session
from game.storage.settings import Settings
from game.ui.app import App
from game.ui.scenes.play import scene_for
from game.ui.scenes.play.scene import PlayScene
from tests.ui.play.player import Player

TINY = Path(__file__).parents[2] / "scenario" / "data" / "tiny"

Start = Callable[..., Player]


@pytest.fixture(scope="session")
def tiny() -> Scenario:
    """The smallest scenario."""
    return load_scenario(TINY)


@pytest.fixture(scope="session")
def campaign() -> Scenario:
    """The whole campaign."""
    return load_scenario("deir_ez_zor_2017")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of the player that are gone after the test."""
    monkeypatch.setenv("FURAT_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def start(tiny: Scenario, folders: Path) -> Iterator[Start]:
    """Return what starts a game of the smallest scenario and sits down at it."""
    players: list[Player] = []

    def begin(
        size: tuple[int, int] = (1280, 720),
        lang: str = "en",
        guided: bool = False,
        session: Session | None = None,
        **seats: str,
    ) -> Player:
        settings = Settings(language=lang, scale=100, note_seen=True, tour_done=not guided)
        app = App(settings, size=size)
        kinds = {"blue": "human", "red": "none", "green": "none", **seats}
        if session is None:
            sat = {side: Seat(kind) for side, kind in kinds.items()}  # type: ignore[arg-type]
            session = Session.new(tiny, 5, sat, ref=str(TINY))
        scene = scene_for(session)
        app.push(scene)
        player = Player(app)
        players.append(player)
        player.wait()
        if isinstance(app.scene, PlayScene) and app.scene.panel_name == "digest":
            app.scene.begin_turn()
        player.wait()
        return player

    yield begin
    for player in players:
        player.stop()
