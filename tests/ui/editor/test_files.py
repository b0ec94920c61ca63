"""Broken packages, files changed by others, crashes, new packages, and ways out."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.scenario.package import validate
from game.ui.scenes.editor import open_choice, open_editor, open_new
from game.ui.scenes.editor.choice import ChoiceScene
from game.ui.scenes.editor.new_scene import NewScene
from game.ui.scenes.editor.scene import EditorScene
from tests.ui.editor.author import Author

Begin = Callable[..., Author]


def until(author: Author, done: Callable[[], object]) -> None:
    """Let time pass until something is the case; files are looked at twice a second."""
    for _ in range(300):
        if done():
            return
        author.app.step([], 260)
        time.sleep(0.005)
    raise AssertionError("it never came")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [("forces", "type: armour", "type: armuor"), ("map", "width: 8", "width: [8"),
     ("scenario", "format: 1", "format: 9"), ("map", "hex_km: 1.0", "hex_km: x"),
     ("events", "events:", "events: 7 #"), ("forces", "formations:", "{{{")],
)  # fmt: skip
def test_a_broken_package_opens_with_its_errors(
    begin: Begin, folder: Path, file: str, old: str, new: str
) -> None:
    path = folder / f"{file}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    author = begin()
    scene = author.scene
    assert scene.bench.count >= 1
    assert author.has("problem_0")
    assert not author.control("test").enabled
    author.key("F5", "F8", "F8", "2", "Ctrl+S")
    for kind in ("unit", "place", "event", "head"):
        scene.show_kind(kind)()
        author.app.step([], 16)
    assert author.app.scene is scene


def test_a_file_mended_elsewhere_is_read_again(begin: Begin, folder: Path) -> None:
    path = folder / "map.yaml"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("width: 8", "width: [8"), encoding="utf-8")
    author = begin()
    assert author.scene.bench.count
    path.write_text(whole, encoding="utf-8")
    until(author, lambda: not author.scene.bench.count)
    assert author.scene.map is not None


def test_files_changed_by_both_are_asked_about(begin: Begin, folder: Path) -> None:
    author = begin()
    author.drag("4_2", "5_2")
    path = folder / "forces.yaml"
    theirs = path.read_text(encoding="utf-8").replace("Garrison", "Defenders")
    path.write_text(theirs, encoding="utf-8")
    until(author, lambda: author.scene.news)
    assert author.has("news_reload")
    author.click("news_reload")
    assert "Defenders" in author.texts()["forces"]
    author.key("Ctrl+Z")
    assert "5_2" in author.texts()["forces"]


def test_saving_never_overwrites_the_work_of_others_unasked(begin: Begin, folder: Path) -> None:
    author = begin()
    author.drag("4_2", "5_2")
    path = folder / "forces.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# theirs\n", encoding="utf-8")
    author.key("Ctrl+S")
    assert path.read_text(encoding="utf-8").endswith("# theirs\n")
    author.click("news_mine")
    assert "5_2" in path.read_text(encoding="utf-8")


def test_a_crash_loses_nothing(begin: Begin, folder: Path) -> None:
    author = begin()
    author.drag("4_2", "5_2")
    mine = author.texts()
    author.app.clear()  # no question was asked and nothing was saved
    open_editor(author.app, folder)
    author.app.step([], 0)
    assert author.texts() != mine
    author.click("answer_restore")
    assert author.texts() == mine
    author.key("Ctrl+Z")
    assert author.texts() != mine


def test_leaving_with_changes_asks(begin: Begin) -> None:
    author = begin()
    open_choice(author.app)
    open_editor(author.app, author.folder)
    author.app.step([], 0)
    author.drag("4_2", "5_2")
    author.key("Esc", "Esc")
    assert author.has("answer_save")
    author.click("answer_stay")
    assert isinstance(author.app.scene, EditorScene)
    author.key("Ctrl+O")
    author.click("answer_drop")
    assert isinstance(author.app.scene, ChoiceScene)


def test_a_disk_that_refuses_is_told(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    author = begin()
    author.drag("4_2", "5_2")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("game.authoring.keeping.write_whole", refuse)
    author.key("Ctrl+S")
    assert "No space left" in author.scene.said[0]
    assert author.scene.bench.dirty


@pytest.mark.parametrize("base", ["", "deir_ez_zor_2017"])
def test_a_new_scenario_can_be_played_at_once(begin: Begin, base: str) -> None:
    app = begin().app
    open_new(app, base)
    author = Author(app, Path())
    author.write("folder", "my_first")
    scene = app.scene
    if isinstance(scene, NewScene):  # Enter makes it
        author.click("make")
    assert isinstance(app.scene, EditorScene)
    folder = app.scene.bench.folder
    assert folder.name == "my_first"
    assert not validate(folder)
    assert app.scene.bench.can_test


def test_a_name_that_cannot_be_is_told(begin: Begin) -> None:
    app = begin().app
    open_new(app)
    author = Author(app, Path())
    author.write("folder", "../elsewhere")
    assert isinstance(app.scene, NewScene)
    assert app.scene.refusal


def test_a_map_from_the_world_begins_a_scenario(begin: Begin, tmp_path: Path) -> None:
    def ring(west: float, south: float, east: float, north: float) -> list[list[float]]:
        return [[west, south], [east, south], [east, north], [west, north], [west, south]]

    features = [
        {"type": "Feature", "properties": {"landuse": "farmland"},
         "geometry": {"type": "Polygon", "coordinates": [ring(40.0, 35.0, 40.1, 35.1)]}},
        {"type": "Feature", "properties": {"highway": "primary", "name": "Road"},
         "geometry": {"type": "LineString", "coordinates": [[40.0, 35.05], [40.1, 35.05]]}},
    ]  # fmt: skip
    path = tmp_path / "world.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    app = begin().app
    open_choice(app)
    app.step([pygame.event.Event(pygame.DROPFILE, file=str(path))], 16)
    scene = app.scene
    assert isinstance(scene, NewScene)
    author = Author(app, Path())
    until(author, lambda: scene.world.laid)
    until(author, lambda: not scene.world.busy)
    author.click("make")
    assert isinstance(app.scene, EditorScene)
    sketch = app.scene.bench.sketch
    assert sketch is not None
    ground = {sketch.rules.terrains[t].id for t in sketch.board.terrain}
    assert "farmland" in ground
    assert sketch.board.road_chains


def test_a_file_that_is_no_map_is_told(begin: Begin, folder: Path) -> None:
    app = begin().app
    open_new(app, "", str(folder / "map.yaml"))
    author = Author(app, Path())
    until(author, lambda: author.app.scene.world.failure)  # type: ignore[attr-defined]
    author.click("make")
    assert isinstance(app.scene, NewScene)
    assert app.scene.refusal


def test_a_dropped_folder_opens(begin: Begin, folder: Path) -> None:
    app = begin().app
    open_choice(app)
    app.step([pygame.event.Event(pygame.DROPFILE, file=str(folder / "map.yaml"))], 16)
    assert isinstance(app.scene, EditorScene)
    open_choice(app)
    app.step([pygame.event.Event(pygame.DROPFILE, file=os.fspath(folder.parent))], 16)
    assert isinstance(app.scene, ChoiceScene)
    assert app.scene.refusal


def test_a_new_id_is_written_wherever_the_old_one_stood(begin: Begin) -> None:
    author = begin()
    author.scene.select(("map", ("places", "town")))
    author.app.step([], 16)
    author.write("field_id", "old_town")
    assert not author.scene.bench.count
    assert "old_town" in author.texts()["objectives"]
    assert author.scene.selected == ("map", ("places", "old_town"))


def test_the_map_grows_and_shrinks(begin: Begin) -> None:
    author = begin()
    begun = author.texts()
    author.key("Ctrl+R")
    author.click("edge_east_more")
    author.click("edge_north_more")
    author.click("resize_do")
    grid = author.scene.bench.grid
    assert grid is not None
    assert (grid.width, grid.height) == (10, 7)  # an odd row at the north makes it wider
    assert not author.scene.bench.count
    author.key("Ctrl+Z")
    assert author.texts() == begun


def test_a_river_is_painted_on_hexsides(begin: Begin) -> None:
    author = begin()
    author.key("3")
    author.click("mode_sides")
    author.click("ink_channel")
    (x0, y0), (x1, y1) = author.spot("6_0"), author.spot("7_0")
    middle = ((x0 + x1) // 2, (y0 + y1) // 2)
    author.drag_at(middle, (middle[0] + 1, middle[1]))
    grid = author.scene.bench.grid
    assert grid is not None
    side = grid.hexside(grid.parse("6_0"), grid.parse("7_0"))
    assert author.scene.bench.river_at(side).name == "CHANNEL"


def test_keys_and_clicks_at_random_break_nothing(begin: Begin) -> None:
    author = begin()
    keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "Enter", "Del", "Ins", "Ctrl+D",
            "Ctrl+Z", "Ctrl+Y", "Tab", "F6", "X", "F", "P", "F8", "L", "Ctrl+C"]  # fmt: skip
    seed = 7
    for _ in range(160):
        seed = (seed * 1103515245 + 12345) % 2**31
        scene = author.app.scene
        if not isinstance(scene, EditorScene):
            break
        if seed % 3 and scene.map is not None:
            rect = scene.map.rect
            spot = (rect.x + seed // 7 % rect.w, rect.y + seed // 11 % rect.h)
            author.click_at(spot, 1 + 2 * (seed // 5 % 2))
        else:
            author.key(keys[seed // 13 % len(keys)])
    for _ in range(400):
        author.key("Ctrl+Z")
        if not author.scene.bench.can_undo:
            break
    author.key("Ctrl+Z")
    assert isinstance(author.app.scene, EditorScene)
