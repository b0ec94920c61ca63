"""Files that change while their scenario is on the screen."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest

from game.scenario.package import load_scenario
from game.session import Seat, Session
from game.storage.settings import Settings
from game.ui.app import App
from game.ui.scenes.play import scene_for
from game.ui.scenes.play.scene import PlayScene
from game.ui.scenes.replay import open_replay
from game.ui.scenes.replay.scene import ReplayScene

TINY = Path(__file__).parents[2] / "scenario" / "data" / "tiny"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CONFIG", "DATA"):
        monkeypatch.setenv(f"FURAT_{name}_DIR", str(tmp_path / name.lower()))
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def app() -> Iterator[App]:
    made = App(Settings(scale=100, note_seen=True, tour_done=True), size=(1280, 720))
    yield made
    made.clear()
    pygame.event.clear()


def play(app: App, folder: Path) -> PlayScene:
    seats = {"blue": Seat("human")}
    session = Session.new(load_scenario(folder), 5, seats, ref=str(folder))
    app.push(scene_for(session))
    for _ in range(10):
        app.step([], 10)
    assert isinstance(app.scene, PlayScene)
    if app.scene.panel_name == "digest":
        app.scene.begin_turn()
    app.step([], 10)
    return app.scene


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def until(app: App, done: Callable[[], object]) -> None:
    """Let time pass until something is the case; the files are read in a thread of their own."""
    for _ in range(400):
        if done():
            return
        app.step([], 250)
        time.sleep(0.005)
    raise AssertionError("it never came")


def test_nothing_is_drawn_while_the_files_stay(app: App, folder: Path) -> None:
    scene = play(app, folder)
    assert scene.map.wait(20_000)
    app.step([], 0)
    app.step([], 16)
    assert not any(app.step([], 600) for _ in range(5))


def test_a_new_name_is_on_the_map_of_a_running_game(app: App, folder: Path) -> None:
    scene = play(app, folder)
    order = scene.session.legal("b1")[0]
    assert scene.session.submit(order) is None
    scene.map.pan(30, 20)
    before = (scene.map.camera.step, scene.map.camera.origin)
    change(folder, "map.yaml", "{en: Town, ar: البلدة}", "{en: Market town, ar: البلدة}")
    until(app, lambda: app.scene is not scene)
    now = app.scene
    assert isinstance(now, PlayScene)
    assert now.session.scenario.board.place("town").name == "Market town"
    assert len(now.session.log) == 1
    assert now.session.state.units == scene.session.state.units
    assert (now.map.camera.step, now.map.camera.origin) == before
    assert now.panel_name != "digest"


def test_a_broken_scenario_is_told_and_the_game_goes_on(app: App, folder: Path) -> None:
    scene = play(app, folder)
    change(folder, "forces.yaml", "type: armour", "type: armuor")
    until(app, lambda: scene.files.news)
    assert app.scene is scene
    assert scene.files.news is not None
    assert "1 error" in scene.files.news.text
    assert "armour" in scene.files.news.problems[0].message
    app.step([], 0)
    keep = scene.controls.get("news_keep")
    assert keep is not None
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        app.step([pygame.event.Event(kind, pos=keep.rect.center, button=1)], 16)
    assert scene.files.news is None
    change(folder, "forces.yaml", "type: armuor", "type: armour")
    for _ in range(8):
        app.step([], 250)
        time.sleep(0.02)
    assert scene.files.news is None


def test_a_game_that_does_not_fit_any_more_may_begin_again(app: App, folder: Path) -> None:
    scene = play(app, folder)
    order = next(o for o in scene.session.legal("b1") if type(o).__name__ == "Move")
    assert scene.session.submit(order) is None
    change(folder, "forces.yaml", "type: infantry, steps: 3, at: 2_2",
           "type: infantry, steps: 3, at: 1_1")  # fmt: skip
    until(app, lambda: scene.files.news)
    assert app.scene is scene
    scene.app.step([], 0)
    scene.controls.activate("news_restart")
    now = app.scene
    assert isinstance(now, PlayScene)
    assert now.session.log == []
    assert now.session.scenario.board.grid.label(now.session.state.units[0].at) == "1_1"


def test_a_replay_is_read_again_on_its_day(app: App, folder: Path) -> None:
    open_replay(app, str(folder), 2)
    scene = app.scene
    assert isinstance(scene, ReplayScene)
    until(app, lambda: scene.film.complete)
    app.step([], 0)
    change(folder, "journal.yaml", "The first day.", "The very first day.")
    until(app, lambda: app.scene is not scene)
    now = app.scene
    assert isinstance(now, ReplayScene)
    assert now.head.turn == 2
    assert now.film.record.journal.journal[0].text.en == "The very first day."
    camera, before = now.map.view.camera, scene.map.view.camera
    assert (camera.step, camera.origin) == (before.step, before.origin)


def test_a_broken_record_is_told_and_the_old_one_watched(app: App, folder: Path) -> None:
    open_replay(app, str(folder), 2)
    scene = app.scene
    assert isinstance(scene, ReplayScene)
    change(folder, "history.yaml", "move b1 3_2", "move nobody 3_2")
    until(app, lambda: scene.files.news)
    assert app.scene is scene
    (folder / "history.yaml").unlink()
    (folder / "scenario.yaml").write_text("[", encoding="utf-8")
    first = scene.files.news
    until(app, lambda: scene.files.news is not first)
    assert app.scene is scene


def test_a_shipped_scenario_is_not_watched(app: App, folder: Path) -> None:
    session = Session.new(load_scenario("deir_ez_zor_2017"), 5, {})
    assert scene_for(session).files._watch is None
