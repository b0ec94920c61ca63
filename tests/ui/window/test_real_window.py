"""The whole program in a real window, from the first start over a crash to a clean end."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from game.engine.state import GameState
from game.session import load
from game.storage.listing import continuable
from game.storage.settings import FILE, Settings
from game.ui.app import App
from game.ui.scenes.play import scene_for
from tests.ui.window.conftest import Begin
from tests.ui.window.desktop import SIZE, Desktop, wait_for

# Needs Xvfb and xdotool; skipped without them.
pytestmark = pytest.mark.real_window

TINY = Path(__file__).parents[2] / "scenario" / "data" / "tiny"


def _certain(home: Path) -> str:
    """A copy of the smallest scenario in which the first morning does not hang on the dice.

    The seed of a game is random; whether there is a digest to begin with must not be.
    """
    copy = shutil.copytree(TINY, home / "tiny")
    events = copy / "events.yaml"
    text = events.read_text(encoding="utf-8")
    assert "    chance: 50\n" in text
    events.write_text(text.replace("    chance: 50\n", ""), encoding="utf-8")
    return str(copy)


def _orders(home: Path) -> list[str]:
    """Orders on the disk, of the one autosave there is."""
    lines = []
    for path in (home / "data" / "saves").glob("[!.]*/orders.jsonl"):
        lines += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [line["order"] for line in lines]


def _loaded(home: Path) -> GameState:
    """The state of the game that the title offers to continue."""
    entry = continuable(home / "data" / "saves")
    assert entry is not None
    assert entry.kind == "auto"
    return load(entry.path, autosave=False).state


def _places(home: Path, *labels: str) -> list[tuple[float, float]]:
    """Where hexes are on the screen when the game that was kept is continued."""
    entry = continuable(home / "data" / "saves")
    assert entry is not None
    app = App(Settings(scale=100, note_seen=True, tour_done=True), size=SIZE)
    scene = scene_for(load(entry.path, autosave=False))
    app.push(scene)
    try:
        app.step([], 10)
        if scene.panel_name == "digest":
            scene.begin_turn()
            app.step([], 10)
        grid = scene.session.scenario.board.grid
        return [scene.map.to_screen(grid.parse(label)) for label in labels]
    finally:
        app.clear()


def test_watching_playing_a_crash_and_going_on(
    desktop: Desktop, begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATA", "CONFIG", "CACHE"):  # what this process does is no part of the game
        monkeypatch.setenv(f"FURAT_{name}_DIR", str(tmp_path / "test"))
    monkeypatch.chdir(Path(__file__).parents[3])
    settings = Settings(scale=100, speak=True, tour_done=True)
    settings.save(tmp_path / "config")

    # The first start: the note, then the title; history by keyboard, there and back.
    game = begin()
    assert desktop.colours() > 20
    game.wait_to_say("Understood")
    desktop.key("Return")
    game.wait_to_say("Watch history")
    desktop.key("Return")
    game.wait_to_say("Play")
    desktop.key("Next", "Next", "End", "Prior")
    for day in ("15 Sep, Day 2 ", "16 Sep, Day 3 ", "17 Nov, Day 65 ", "16 Nov, Day 64 "):
        game.wait_to_say(day)
    assert "Pause" not in game.said()  # Enter was pressed once, however long opening took
    desktop.key("Escape")
    game.wait_to_say("Watch history", 2)
    desktop.key("ctrl+q")
    assert game.ended() == 0
    assert json.loads((tmp_path / "config" / FILE).read_text(encoding="utf-8"))["note_seen"]

    # A game by keyboard; the process dies while the second order is being thought about.
    game = begin("play", _certain(tmp_path))
    game.wait_to_say("Begin")
    desktop.key("Return")
    game.wait_to_say("Begin my turn")
    desktop.key("Return", "n", "a", "a", "Return")
    wait_for(lambda: len(_orders(tmp_path)) == 1, "the order on the disk")
    desktop.key("n", "a")
    game.kill()
    assert _orders(tmp_path) == ["move b1 0_2"]
    kept = _loaded(tmp_path)
    grid, units = kept.scenario.board.grid, kept.scenario.oob.unit_index
    assert grid.label(kept.units[units["b1"]].at) == "0_2"
    assert grid.label(kept.units[units["b2"]].at) == "2_2"

    # The next start offers it; it goes on by mouse in the same save.
    here, there = _places(tmp_path, "2_2", "1_3")
    game = begin()
    game.wait_to_say("Continue, Turn 1")
    desktop.key("Return")
    game.wait_to_say("Begin my turn")
    assert _loaded(tmp_path) == kept
    desktop.key("Return")
    desktop.click(here)
    desktop.click(there)
    wait_for(lambda: len(_orders(tmp_path)) == 2, "the second order on the disk")
    assert _orders(tmp_path) == ["move b1 0_2", "move b2 1_3"]
    desktop.key("ctrl+q")
    assert game.ended() == 0
    assert "Traceback" not in "\n".join(game.said())
    moved = _loaded(tmp_path)
    assert grid.label(moved.units[units["b2"]].at) == "1_3"
