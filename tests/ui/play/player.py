"""Somebody who plays by real events of mouse and keyboard."""

from __future__ import annotations

import pygame

from game.engine.board import NOWHERE
from game.ui.app import App
from game.ui.scenes.play.scene import PlayScene

_NAMED = {
    "Enter": pygame.K_RETURN, "Esc": pygame.K_ESCAPE, "Space": pygame.K_SPACE,
    "Tab": pygame.K_TAB, "F2": pygame.K_F2, "F5": pygame.K_F5, "F6": pygame.K_F6,
    "F9": pygame.K_F9,
}  # fmt: skip


class Player:
    """Sends events to an app, one step for each."""

    def __init__(self, app: App) -> None:
        self.app = app

    @property
    def scene(self) -> PlayScene:
        """The playing screen, which is on top."""
        scene = self.app.scene
        assert isinstance(scene, PlayScene)
        return scene

    def wait(self, steps: int = 40) -> None:
        """Let time pass until nobody else has anything to do."""
        for _ in range(steps):
            self.app.step([], 10)
            scene = self.app.scene
            if not isinstance(scene, PlayScene) or scene.session.waits:
                break
        self.app.step([], 10)

    def click(self, pos: tuple[float, float], button: int = 1, ctrl: bool = False) -> None:
        """Move to a point, press and release there."""
        at = (round(pos[0]), round(pos[1]))
        motion = {"pos": at, "rel": (0, 0), "buttons": (0, 0, 0)}
        if ctrl:
            pygame.key.set_mods(pygame.KMOD_CTRL)
        for kind, values in (
            (pygame.MOUSEMOTION, motion),
            (pygame.MOUSEBUTTONDOWN, {"pos": at, "button": button}),
            (pygame.MOUSEBUTTONUP, {"pos": at, "button": button}),
        ):
            self.app.step([pygame.event.Event(kind, values)], 10)
        if ctrl:
            pygame.key.set_mods(pygame.KMOD_NONE)

    def click_hex(self, label: str, button: int = 1, ctrl: bool = False) -> None:
        """Click on a hex of the map."""
        scene = self.scene
        h = scene.session.scenario.board.grid.parse(label)
        x, y = scene.map.to_screen(h)
        # Below the middle, where no counter of a neighbour can reach.
        assert scene.map.rect.collidepoint(x, y), "the hex is not in view"
        self.click((x, y), button, ctrl)

    def click_control(self, name: str) -> None:
        """Click on a control, which must be there."""
        control = self.app.scene.controls.get(name)
        assert control is not None, f"no control {name}"
        if control.area is not None:
            control.area.reveal(control.rect)
        self.click(control.shown.center)

    def has(self, name: str) -> bool:
        """True if a control is there."""
        return self.app.scene.controls.get(name) is not None

    def key(self, text: str) -> None:
        """Press a key such as N, Shift+N, Ctrl+Enter, Space."""
        *held, name = text.split("+") if text != "+" else ["+"]
        mods = {"Ctrl": pygame.KMOD_LCTRL, "Shift": pygame.KMOD_LSHIFT}
        mod = 0
        for one in held:
            mod |= mods[one]
        code = _NAMED.get(name) or ord(name.lower())
        shown = name if len(name) == 1 and not mod & pygame.KMOD_CTRL else ""
        values = {"key": code, "mod": mod, "unicode": shown.lower(), "scancode": 0}
        self.app.step([pygame.event.Event(pygame.KEYDOWN, values)], 10)
        self.app.step([pygame.event.Event(pygame.KEYUP, values)], 10)

    def type(self, text: str) -> None:
        """Type into the field that has the focus."""
        self.app.step([pygame.event.Event(pygame.TEXTINPUT, {"text": text})], 10)

    def at(self, unit: str) -> str:
        """The label of the hex where a unit is."""
        session = self.scene.session
        at = session.state.units[session.scenario.oob.unit_index[unit]].at
        return session.scenario.board.grid.label(at) if at != NOWHERE else ""

    def stop(self) -> None:
        """Close everything."""
        self.app.clear()
