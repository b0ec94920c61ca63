"""What a screen reader on the terminal gets."""

import io

import pygame

from game.ui.scenes.settings import SettingsScene
from game.ui.speech import Speech, told
from game.ui.toolkit.controls import Control
from tests.ui.frame.hands import press


def test_the_focus_is_told_once(make_app) -> None:
    app = make_app(speak=True)
    out = io.StringIO()
    app.speech = Speech(out)
    app.push(SettingsScene())
    app.scene.controls.set_focus("scale")
    app.step([], 16)
    app.redraw()
    app.step([], 16)
    press(app, "Right")
    assert out.getvalue().splitlines() == ["Size of everything, 100", "Size of everything, 125"]


def test_nothing_is_told_unless_asked_for(make_app) -> None:
    app = make_app()
    out = io.StringIO()
    app.speech = Speech(out)
    app.push(SettingsScene())
    press(app, "Tab", "Tab")
    app.say("The ring is closed.")
    assert out.getvalue() == ""


def test_a_disabled_control_says_why() -> None:
    rect = pygame.Rect(0, 0, 10, 10)
    control = Control("undo", rect, "button", "Undo", enabled=False, why="a die was rolled")
    assert told(control) == "Undo, a die was rolled"
