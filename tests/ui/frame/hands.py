"""A user: presses keys and buttons of the mouse, as pygame tells them."""

import pygame

from game.ui.app import App
from game.ui.chords import Chord
from game.ui.toolkit.controls import Control


def press(app: App, *chords: str) -> None:
    """Press keys one after the other, such as `Tab` or `Ctrl+S`."""
    for text in chords:
        chord = Chord.parse(text)
        mod = (
            (pygame.KMOD_CTRL if chord.ctrl else 0)
            | (pygame.KMOD_SHIFT if chord.shift else 0)
            | (pygame.KMOD_ALT if chord.alt else 0)
        )
        sign = chr(chord.key) if 32 <= chord.key < 127 and not chord.ctrl else ""
        facts = {"key": chord.key, "mod": mod, "unicode": sign, "scancode": 0}
        events = [pygame.event.Event(pygame.KEYDOWN, facts)]
        if sign:
            events.append(pygame.event.Event(pygame.TEXTINPUT, text=sign))
        events.append(pygame.event.Event(pygame.KEYUP, facts))
        app.step(events, 16)


def write(app: App, text: str) -> None:
    """Type a text."""
    for sign in text:
        facts = {"key": ord(sign.lower()), "mod": 0, "unicode": sign, "scancode": 0}
        app.step(
            [
                pygame.event.Event(pygame.KEYDOWN, facts),
                pygame.event.Event(pygame.TEXTINPUT, text=sign),
                pygame.event.Event(pygame.KEYUP, facts),
            ],
            16,
        )


def move(app: App, pos: tuple[int, int], buttons: tuple[int, int, int] = (0, 0, 0)) -> None:
    """Move the pointer."""
    app.step([pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=buttons)], 16)


def click(app: App, name: str) -> None:
    """Click the middle of a control."""
    control = find(app, name)
    if control.area is not None:
        control.area.reveal(control.rect)
    pos = control.shown.center
    move(app, pos)
    app.step([pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=1)], 16)
    app.step([pygame.event.Event(pygame.MOUSEBUTTONUP, pos=pos, button=1)], 16)


def find(app: App, name: str) -> Control:
    """Return a control of the top screen."""
    control = app.scene.controls.get(name)
    assert control is not None, f"no {name} among {[c.id for c in app.scene.controls.controls]}"
    return control
