"""Settings change at once, are kept, and come back."""

import json
import os
from pathlib import Path

import pygame
import pytest

from game.storage.settings import load
from game.ui.scenes.keys import KeysScene
from game.ui.scenes.settings import SettingsScene
from game.ui.scenes.settings_rows import ROWS, SECTIONS
from tests.ui.frame.hands import click, find, move, press


def kept() -> dict:
    return json.loads((Path(os.environ["FURAT_CONFIG_DIR"]) / "settings.json").read_text())


def test_a_choice_changes_at_once_and_is_kept(make_app) -> None:
    app = make_app()
    app.push(SettingsScene())
    click(app, "skin_light")
    assert app.theme.name == "light"
    assert find(app, "skin_light").current
    assert kept()["skin"] == "light"
    assert load()[0].skin == "light"


def test_a_choice_by_keyboard(make_app) -> None:
    app = make_app()
    app.push(SettingsScene())
    press(app, "F6", "F6", "F6")
    while app.scene.controls.focus != "skin_dark":
        press(app, "Tab")
    press(app, "Right", "Right", "Enter")
    assert app.theme.name == "high_contrast"


def test_the_size_of_everything_by_keyboard(make_app) -> None:
    app = make_app()
    app.push(SettingsScene())
    app.scene.controls.set_focus("scale")
    press(app, "Right", "Right")
    assert app.scale == 150
    assert kept()["scale"] == 150
    assert app.scene.controls.focus == "scale"


def test_the_size_of_everything_changes_when_the_slider_is_let_go_of(make_app) -> None:
    app = make_app()
    app.push(SettingsScene())
    slider = find(app, "scale").shown
    end = (slider.right - 12, slider.centery)
    down = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=slider.center, button=1)
    app.step([down], 16)
    move(app, end, (1, 0, 0))
    assert app.theme.scale == 1.0
    assert find(app, "scale").value == 250
    app.step([pygame.event.Event(pygame.MOUSEBUTTONUP, pos=end, button=1)], 16)
    assert app.theme.scale == 2.5


def test_a_toggle(make_app) -> None:
    app = make_app()
    app.push(SettingsScene("play"))
    assert find(app, "tour_done").current
    click(app, "tour_done")
    assert app.settings.tour_done
    assert not find(app, "tour_done").current
    assert kept()["tour_done"] is True


def test_defaults_are_restored_after_a_question(make_app) -> None:
    app = make_app(skin="light", language="ar", scale=125)
    app.push(SettingsScene())
    click(app, "restore")
    assert app.settings.skin == "light"
    press(app, "Esc")
    assert isinstance(app.scene, SettingsScene)
    click(app, "restore")
    click(app, "restore_yes")
    assert (app.settings.skin, app.settings.language) == ("dark", "en")
    assert app.settings.note_seen


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_opens_by_mouse(make_app, section: str) -> None:
    app = make_app()
    app.push(SettingsScene())
    click(app, f"section_{section}")
    assert find(app, f"section_{section}").current
    assert section in ("keys", "files") or any(row.section == section for row in ROWS)


def test_a_key_is_changed_on_the_sheet(make_app) -> None:
    app = make_app()
    app.push(SettingsScene("keys"))
    click(app, "open_keys")
    assert isinstance(app.scene, KeysScene)
    click(app, "cap_attack")
    press(app, "P")
    assert app.keys.cap("attack") == "P"
    assert kept()["keys"] == {"attack": ["P"]}
    assert find(app, "cap_attack").label == "P"


def test_a_key_in_use_is_given_only_when_pressed_twice(make_app) -> None:
    app = make_app()
    app.push(KeysScene(rebinding=True))
    click(app, "cap_attack")
    press(app, "N")
    assert app.keys.cap("attack") == "F"
    assert "Next ready unit" in app.scene.message
    press(app, "N")
    assert app.keys.cap("attack") == "N"
    assert app.keys.cap("next_unit") == ""
    click(app, "restore")
    assert app.keys.cap("attack") == "F"


def test_escape_ends_only_the_choosing_of_a_key(make_app) -> None:
    app = make_app()
    app.push(SettingsScene())
    app.push(KeysScene(rebinding=True))
    click(app, "cap_attack")
    press(app, "Esc")
    assert isinstance(app.scene, KeysScene)
    assert app.scene.capturing == ""
    press(app, "Esc")
    assert isinstance(app.scene, SettingsScene)


def test_the_sheet_is_searched(make_app) -> None:
    app = make_app()
    app.push(KeysScene())
    click(app, "find")
    for sign in "supply":
        app.step([pygame.event.Event(pygame.TEXTINPUT, text=sign)], 16)
    texts = [piece.text for piece in app.scene.pieces]
    assert "Supply, own / enemy" in texts
    assert "Attack" not in texts
