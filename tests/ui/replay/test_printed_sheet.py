"""The printed sheet: opened from the menu, drawn whole, saved as a picture."""

from __future__ import annotations

import pygame

from game.engine.new_game import new_game
from game.scenario.package import load_scenario
from game.storage.folders import data_folder
from game.ui.map.margin import km_per_degree
from game.ui.map.palette import LIGHT
from game.ui.scenes.replay.printed_sheet import PrintedSheet, open_sheet


def test_the_menu_opens_the_sheet_of_the_day(replay) -> None:
    scene = replay(18)
    scene.open("menu")
    scene.app.step([], 0)
    scene.controls.activate("m:sheet")
    sheet = scene.app.scene
    assert isinstance(sheet, PrintedSheet)
    assert sheet.state.turn == 18
    assert not sheet.controls.get("save").enabled
    scene.app.pop()
    assert scene.app.scene is scene
    assert sheet.view is None


def test_a_sheet_is_drawn_with_all_round_it_and_saved(replay) -> None:
    app = replay(1).app
    state = new_game(load_scenario("first_crossing"), 1)[0]
    sheet = open_sheet(app, state, ("Title", "عنوان"), 6)
    assert sheet.view is not None
    assert sheet.view.wait(60_000)
    app.step([], 25)
    assert sheet.printed is not None
    printed = pygame.surfarray.array3d(sheet.printed).astype(int)
    inked = (abs(printed - LIGHT.paper).max(2) > 60).mean(1)
    assert inked[40:300].max() > 0, "nothing stands left of the map"
    assert inked[-300:-40].max() > 0, "nothing stands right of the map"
    sheet.controls.activate("save")
    saved = data_folder() / "exports" / "first_crossing-001.png"
    assert pygame.image.load(saved).get_size() == sheet.printed.get_size()


def test_a_degree_is_as_long_as_on_the_earth() -> None:
    assert [round(km, 1) for km in km_per_degree(0)] == [111.3, 110.6]
    assert [round(km, 1) for km in km_per_degree(35.3)] == [91.0, 110.9]
    assert [round(km, 1) for km in km_per_degree(-60)] == [55.8, 111.4]
