"""The app: drawing only when something changed, the stack, size, look, closing."""

import json
import os
from pathlib import Path

import pygame
import pytest

from game.ui import pygame_ce
from game.ui.failure import WindowError
from game.ui.scenes.about import AboutScene
from game.ui.scenes.glossary import GlossaryScene
from game.ui.scenes.keys import KeysScene
from game.ui.scenes.note import NoteScene
from game.ui.scenes.rules_reader import RulesScene
from game.ui.scenes.settings import SettingsScene
from game.ui.window import guessed_scale
from tests.ui.frame.hands import click, find, move, press


def test_nothing_is_drawn_when_nothing_changes(make_app) -> None:
    app = make_app()
    app.push(GlossaryScene())
    assert app.step([], 16)
    assert not app.step([], 16)
    assert not app.moving


def test_the_pointer_draws_only_when_it_enters_or_leaves_a_control(make_app) -> None:
    app = make_app()
    app.push(SettingsScene("files"))
    app.step([], 16)
    motion = pygame.MOUSEMOTION
    empty = pygame.event.Event(motion, pos=(700, 600), rel=(0, 0), buttons=(0, 0, 0))
    back = pygame.event.Event(motion, pos=find(app, "back").rect.center, rel=(0, 0),
                              buttons=(0, 0, 0))  # fmt: skip
    app.step([empty], 16)
    assert not app.step([empty], 16)
    assert app.step([back], 16)
    assert not app.step([back], 16)
    assert app.step([empty], 16)


def test_escape_goes_back_and_leaves_the_last_screen_alone(make_app) -> None:
    app = make_app()
    app.push(AboutScene())
    app.push(SettingsScene())
    press(app, "Esc")
    assert isinstance(app.scene, AboutScene)
    press(app, "Esc")
    assert isinstance(app.scene, AboutScene)
    assert app.running


def test_f1_opens_the_sheet_from_everywhere_once(make_app) -> None:
    app = make_app()
    app.push(AboutScene())
    press(app, "F1", "F1")
    assert isinstance(app.scene, KeysScene)
    assert app.depth == 2
    press(app, "Esc")
    assert isinstance(app.scene, AboutScene)


def test_a_changed_size_lays_the_screen_out_anew(make_app) -> None:
    app = make_app()
    app.push(SettingsScene())
    before = find(app, "restore").rect.right
    pygame.display.set_mode((1600, 900), pygame.RESIZABLE)
    app.step([pygame.event.Event(pygame.VIDEORESIZE, size=(1600, 900), w=1600, h=900)], 16)
    assert find(app, "restore").rect.right == before + 320
    app.save_settings()
    assert app.settings.window == (1600, 900)


def test_larger_and_smaller_by_key(make_app) -> None:
    app = make_app()
    app.push(SettingsScene())
    press(app, "Ctrl++")
    assert app.scale == 125
    assert app.theme.scale == 1.25
    press(app, "Ctrl+-", "Ctrl+-", "Ctrl+-")
    assert app.scale == 75


def test_language_changes_at_once_and_turns_the_screen(make_app) -> None:
    app = make_app()
    app.push(SettingsScene("language"))
    assert find(app, "back").rect.left < 100
    click(app, "language_ar")
    assert find(app, "back").rect.right > 1180
    assert app.words("settings.title") != "Settings"


def test_full_screen_is_remembered(make_app) -> None:
    app = make_app()
    app.push(AboutScene())
    press(app, "F11")
    assert app.window.full_screen
    kept = json.loads((Path(os.environ["FURAT_CONFIG_DIR"]) / "settings.json").read_text())
    assert kept["full_screen"] is True
    press(app, "F11")
    assert not app.window.full_screen


@pytest.mark.parametrize("how", ["window", "key"])
def test_closing_ends_the_program(make_app, how: str) -> None:
    app = make_app()
    app.push(AboutScene())
    if how == "window":
        app.step([pygame.event.Event(pygame.QUIT)], 16)
    else:
        press(app, "Ctrl+Q")
    assert not app.running


def test_a_notice_stays_until_it_is_put_away(make_app) -> None:
    app = make_app()
    app.push(AboutScene())
    app.push(GlossaryScene())
    app.tell("The settings could not be saved.")
    app.step([], 16)
    press(app, "Esc")
    assert app.notice == ""
    assert isinstance(app.scene, GlossaryScene)


def test_the_note_is_shown_once(make_app) -> None:
    from game.ui.scenes.title import TitleScene

    app = make_app(note_seen=False)
    app.push(TitleScene([]))
    app.step([], 16)
    assert isinstance(app.scene, NoteScene)
    press(app, "Enter")
    assert isinstance(app.scene, TitleScene)
    assert app.settings.note_seen
    app.step([], 16)
    assert isinstance(app.scene, TitleScene)


def test_rules_open_at_a_section_and_are_searched_by_number(make_app) -> None:
    app = make_app()
    app.push(RulesScene("3.1"))
    app.step([], 16)
    area = app.scene.text_area
    assert area.offset > 0
    before = area.offset
    for sign in "5.4":
        app.step([pygame.event.Event(pygame.TEXTINPUT, text=sign)], 16)
    assert app.scene.section == "5.4"
    assert app.scene.text_area.offset > before
    assert app.scene.controls.get("entry_5.4") is not None
    assert app.scene.controls.get("entry_3.1") is None


def test_rules_are_searched_by_word(make_app) -> None:
    app = make_app()
    scene = RulesScene()
    app.push(scene)
    click(app, "find")
    for sign in "pontoon":
        app.step([pygame.event.Event(pygame.TEXTINPUT, text=sign)], 16)
    shown = [c.id for c in scene.controls.controls if c.part == "contents"]
    assert "entry_6.2" in shown
    assert "entry_1.3" not in shown


def test_the_wheel_scrolls_what_is_read(make_app) -> None:
    app = make_app()
    app.push(RulesScene())
    move(app, (700, 400))
    app.step([pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-3)], 16)
    assert app.scene.text_area.offset > 0


def test_plain_pygame_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pygame, "IS_CE")
    with pytest.raises(WindowError, match=r"plain pygame is installed.*pip install pygame-ce"):
        pygame_ce.prepare()


@pytest.mark.parametrize(
    ("height", "scale"), [(720, 100), (1080, 100), (1440, 125), (1800, 150), (2160, 200)]
)
def test_scale_that_suits_a_screen(height: int, scale: int, monkeypatch) -> None:
    monkeypatch.delenv("GDK_SCALE", raising=False)
    assert guessed_scale(height) == scale
