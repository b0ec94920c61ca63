"""Somebody who works in the editor by real events of mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.ui.app import App
from game.ui.chords import Chord
from game.ui.scenes.editor.scene import EditorScene
from game.ui.toolkit.controls import Control


class Author:
    """Sends events to an app, one step for each."""

    def __init__(self, app: App, folder: Path) -> None:
        self.app = app
        self.folder = folder

    @property
    def scene(self) -> EditorScene:
        """The editor, which is on top."""
        scene = self.app.scene
        assert isinstance(scene, EditorScene)
        return scene

    def text(self, name: str) -> str:
        """What a file of the package holds on the disk."""
        return (self.folder / f"{name}.yaml").read_bytes().decode("utf-8")

    def texts(self) -> dict[str, str]:
        """What all files of the package would hold if they were saved now."""
        return dict(self.scene.bench.work.texts)

    def key(self, *chords: str) -> None:
        """Press keys, such as `Ctrl+S`."""
        for text in chords:
            chord = Chord.parse(text)
            mod = (
                (pygame.KMOD_CTRL if chord.ctrl else 0)
                | (pygame.KMOD_SHIFT if chord.shift else 0)
                | (pygame.KMOD_ALT if chord.alt else 0)
            )
            sign = chr(chord.key) if 32 <= chord.key < 127 and not chord.ctrl else ""
            facts = {"key": chord.key, "mod": mod, "unicode": sign, "scancode": 0}
            self.app.step([pygame.event.Event(pygame.KEYDOWN, facts)], 16)
            self.app.step([pygame.event.Event(pygame.KEYUP, facts)], 16)

    def type(self, text: str) -> None:
        """Type into the field that has the focus."""
        self.app.step([pygame.event.Event(pygame.TEXTINPUT, text=text)], 16)

    def spot(self, label: str) -> tuple[int, int]:
        """Where a hex is on the screen."""
        view = self.scene.map
        assert view is not None
        here = view.scenario.board.grid.parse(label)
        x, y = view.to_screen(here)
        assert view.rect.collidepoint(x, y), f"{label} is not in view"
        return round(x), round(y)

    def mouse(self, kind: int, pos: tuple[int, int], button: int = 1, held: int = 0) -> None:
        """Do something with the mouse."""
        if kind == pygame.MOUSEMOTION:
            facts = {"pos": pos, "rel": (0, 0), "buttons": (held, 0, 0)}
        else:
            facts = {"pos": pos, "button": button}
        self.app.step([pygame.event.Event(kind, facts)], 16)

    def click_at(self, pos: tuple[int, int], button: int = 1) -> None:
        """Click at a point."""
        self.mouse(pygame.MOUSEMOTION, pos)
        self.mouse(pygame.MOUSEBUTTONDOWN, pos, button)
        self.mouse(pygame.MOUSEBUTTONUP, pos, button)

    def click_hex(self, label: str, button: int = 1) -> None:
        """Click a hex of the map."""
        self.click_at(self.spot(label), button)

    def drag(self, *labels: str) -> None:
        """Press in the first hex, move over the others, let go in the last."""
        self.drag_at(*(self.spot(label) for label in labels))

    def drag_at(self, *spots: tuple[int, int]) -> None:
        """Press at the first point, move over the others, let go at the last."""
        self.mouse(pygame.MOUSEMOTION, spots[0])
        self.mouse(pygame.MOUSEBUTTONDOWN, spots[0])
        for pos in spots[1:]:
            self.mouse(pygame.MOUSEMOTION, pos, held=1)
        self.mouse(pygame.MOUSEBUTTONUP, spots[-1])

    def control(self, name: str) -> Control:
        """Return a control of the top screen."""
        control = self.app.scene.controls.get(name)
        assert control is not None, f"no {name} among {[c.id for c in self._all()]}"
        return control

    def _all(self) -> list[Control]:
        return self.app.scene.controls.controls

    def has(self, name: str) -> bool:
        """True if a control is there."""
        return self.app.scene.controls.get(name) is not None

    def click(self, name: str) -> None:
        """Click a control."""
        control = self.control(name)
        if control.area is not None:
            control.area.reveal(control.rect)
        self.click_at(control.shown.center)

    def write(self, name: str, text: str) -> None:
        """Click a field, write its text anew and press Enter."""
        self.click(name)
        value = self.control(name).value
        for _ in range(len(value) if isinstance(value, str) else 0):
            self.key("Back", "Del")
        self.type(text)
        if not self.control(name).many_lines:
            self.key("Enter")
