"""The app: a window, a stack of screens, and a loop that sleeps while nothing changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pygame

from game.storage.notice import StorageError
from game.storage.settings import Settings
from game.ui.held_keys import HeldKeys
from game.ui.keys import KeyTable
from game.ui.scene import Scene
from game.ui.sounds import Cue, Sounds
from game.ui.speech import Speech
from game.ui.tidying import Tidying
from game.ui.toolkit.letter_cases import keep_letters
from game.ui.toolkit.theme import Theme, theme
from game.ui.toolkit.words import Words, words
from game.ui.window import SCALES, Window, guessed_scale

WAKE: Final = pygame.event.custom_type()
"""An event without meaning of its own: time for `update`."""
_FRAMES: Final = 60
_IDLE_MS: Final = 100
"""While nothing moves, `update` comes this often, for what waits for its time."""
_HIDDEN_MS: Final = 500
_SIZES: Final = frozenset({pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.WINDOWRESIZED})
_SHOWN: Final = frozenset(
    {pygame.WINDOWEXPOSED, pygame.WINDOWSHOWN, pygame.WINDOWRESTORED, pygame.WINDOWFOCUSGAINED}
)


class App:
    """The window with everything in it. Screens reach settings, words, keys and skin through it."""

    def __init__(self, settings: Settings, *, size: tuple[int, int] | None = None) -> None:
        """Open the window, of the size given or else of the one it had last time."""
        self.settings = settings
        full = settings.full_screen and size is None
        self.window = Window(size or settings.window, full, "Furat", exact=size is not None)
        self.keys = KeyTable(settings.keys)
        self.running = True
        self.moving = True
        """True while the top screen wants to be drawn again at once."""
        self.clock_ms = 0
        """Time that has passed in all; what has to end at a time compares with it."""
        self.mouse: tuple[int, int] = (-1, -1)
        self.notice = ""
        """What went wrong, in a sentence, until the user has put it away."""
        self.speech = Speech()
        self.sounds = Sounds()
        self.tidying = Tidying()
        self._scenes: list[Scene] = []
        self._fits: dict[int, tuple[object, ...]] = {}
        self._dirty = True
        self._areas: list[pygame.Rect] = []
        """Parts of the screen to be drawn again, if not all of it."""
        self._hidden = False
        self.theme: Theme
        self.words: Words
        self.restyle()

    # --- what screens ask -------------------------------------------------------------------

    @property
    def surface(self) -> pygame.Surface:
        """What is drawn on."""
        return self.window.surface

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels of the window."""
        return self.surface.get_size()

    @property
    def scene(self) -> Scene:
        """The screen that is seen."""
        return self._scenes[-1]

    @property
    def depth(self) -> int:
        """How many screens lie on each other."""
        return len(self._scenes)

    @property
    def scale(self) -> int:
        """Size of everything, in percent."""
        chosen = self.settings.scale
        return chosen if chosen in SCALES else guessed_scale(self.window.desktop[1])

    @property
    def reduced_motion(self) -> bool:
        """True if nothing should slide or fade."""
        return self.settings.motion == "less"

    # --- the stack --------------------------------------------------------------------------

    def push(self, scene: Scene) -> None:
        """Put a screen on top."""
        self._scenes.append(scene)
        self._rest()
        scene.enter(self)
        self._fit()

    def pop(self) -> None:
        """Take the top screen away; the last one ends the program."""
        self._drop()
        if not self._scenes:
            self.running = False
            return
        self._rest()
        self.scene.resume()
        self._fit()

    def replace(self, scene: Scene) -> None:
        """Put a screen in the place of the top one."""
        if self._scenes:
            self._drop()
        self.push(scene)

    def reset(self, scene: Scene) -> None:
        """Put a screen in the place of all."""
        self.clear()
        self.push(scene)

    def clear(self) -> None:
        """Take all screens away."""
        while self._scenes:
            self._drop()

    def quit(self) -> None:
        """End the program after this step."""
        self.running = False

    def _drop(self) -> None:
        scene = self._scenes.pop()
        self._fits.pop(id(scene), None)
        scene.leave()

    # --- look and size ----------------------------------------------------------------------

    def restyle(self) -> None:
        """Take skin, scale and language from the settings; every screen is built anew."""
        chosen = self.settings
        self.theme = theme(chosen.skin, self.scale / 100, chosen.language)
        self.words = words(chosen.language, chosen.digits)
        self._fits.clear()
        self.redraw()

    def tell(self, text: str) -> None:
        """Say on the screen what went wrong; it stays until it is put away."""
        self.notice = text
        self.redraw()

    def say(self, text: str) -> None:
        """Write what has happened to the terminal, if the user wants that."""
        if self.settings.speak:
            self.speech.say(text)

    def sound(self, cue: Cue) -> None:
        """Have a cue heard at the end of this step, if the user wants that."""
        self.sounds.want(cue)

    def redraw(self, *areas: pygame.Rect) -> None:
        """Draw at the end of this step: everything, or only some parts of the screen."""
        self._areas += areas
        self._dirty |= not areas

    def relayout(self) -> None:
        """Build the controls of the top screen anew, since what it shows has changed."""
        self._fits.pop(id(self.scene), None)
        self.redraw()

    def needs_redraw(self) -> bool:
        """True if something changed since the last drawing."""
        return self._dirty or bool(self._areas)

    def change(self, **values: Any) -> None:
        """Change settings by their names; what is seen follows at once, and they are saved."""
        for name, value in values.items():
            setattr(self.settings, name, value)
        self.restyle()
        self.save_settings()

    def save_settings(self) -> None:
        """Write the settings, with the keys and the window as they are."""
        settings, window = self.settings, self.window
        settings.keys = self.keys.changed()
        settings.full_screen = window.full_screen
        settings.window_width, settings.window_height = window.windowed_size
        try:
            settings.save()
        except StorageError as error:
            self.tell(error.notice.text)

    def rescale(self, step: int) -> None:
        """Make everything larger (+1) or smaller (-1) by a quarter."""
        place = SCALES.index(self.scale) + step
        if 0 <= place < len(SCALES):
            self.change(scale=SCALES[place])

    def _rest(self) -> None:
        """Forget where the mouse rests: what is new under it has not been pointed at."""
        self.tidying.changed()
        self.mouse = (-1, -1)

    def _fit(self) -> None:
        """Lay the top screen out, unless it is laid out for just this size and look."""
        scene, fit = self.scene, (self.size, self.theme, id(self.words))
        if self._fits.get(id(scene)) != fit:
            self._fits[id(scene)] = fit
            scene.layout(self)
            dress(getattr(scene, "map", None), self.settings)
            self.redraw()

    # --- time -------------------------------------------------------------------------------

    def run(self, seen: Callable[[], None] | None = None) -> int:
        """Stay until the window is closed; returns the exit code.

        When the first picture is on the screen, `seen` is called, and the file is made that
        `FURAT_READY_FILE` names, for those who start the game and want to know when they can use
        it.
        """
        told = False
        held = HeldKeys()
        clock = pygame.time.Clock()
        while self.running and self._scenes:
            if self.moving:
                events = pygame.event.get()
                passed = clock.tick(_FRAMES)
            else:
                first = pygame.event.wait(_HIDDEN_MS if self._hidden else _IDLE_MS)
                events = [first, *pygame.event.get()]
                passed = clock.tick()
            focused = self.scene.controls.focused()
            writing = focused is not None and focused.kind == "field"
            drew = self.step(held.sift(events, writing), passed)
            if drew and not told:
                told = True
                _tell_ready()
                if seen is not None:
                    seen()
            elif not drew and not self.moving:
                keep_letters()
            self.tidying.passed(passed, quiet=not drew and not self.moving)
        keep_letters()
        self.save_settings()
        self.clear()
        self.sounds.close()
        self.window.close()
        return 0

    def step(self, events: Iterable[pygame.event.Event], dt_ms: int) -> bool:
        """Take events, let time pass, draw if something changed; returns whether it drew."""
        self.clock_ms += dt_ms
        for event in events:
            self._take(event)
            if not self.running or not self._scenes:
                return False
            self._fit()
        self.moving = bool(self.scene.update(dt_ms))
        self.sounds.play(self.settings)
        self._fit()
        if self.moving:
            self.redraw(*self.scene.moving_areas())
        if self._hidden or not self.needs_redraw():
            return False
        self._draw()
        if self.settings.speak:
            self.speech.focus(self.scene.controls.focused())
        return True

    def _draw(self) -> None:
        """Draw the whole screen, or the parts of it that have changed."""
        surface = self.surface
        areas = [] if self._dirty else _apart(self._areas)
        self._dirty, self._areas = False, []
        if not areas:
            self.scene.draw(surface)
        for area in areas:
            surface.set_clip(area)
            self.scene.draw(surface)
        surface.set_clip(None)
        self.window.show(areas)

    def wake(self) -> None:
        """Ask for an `update` soon; may be called from any thread."""
        pygame.event.post(pygame.event.Event(WAKE))

    # --- events -----------------------------------------------------------------------------

    def _take(self, event: pygame.event.Event) -> None:
        if event.type == pygame.QUIT:
            self.quit()
        elif event.type in _SIZES:
            self.window.resized()
            self.redraw()
        elif event.type in _SHOWN:
            self._hidden = False
            self.redraw()
        elif event.type in (pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN):
            self._hidden = True
        elif event.type == pygame.MOUSEMOTION:
            self._moved(event)
        elif event.type not in (WAKE, pygame.NOEVENT):
            self._input(event)

    def _moved(self, event: pygame.event.Event) -> None:
        """Take a movement of the pointer. A scene that has said where to draw is believed."""
        scene, before = self.scene, self.scene.controls.at(self.mouse)
        self.mouse = event.pos
        after, told = scene.controls.at(self.mouse), len(self._areas)
        used = scene.handle(event)
        narrow = len(self._areas) > told
        if before is not after or ((used or any(event.buttons)) and not narrow):
            self.redraw()

    def _input(self, event: pygame.event.Event) -> None:
        if hasattr(event, "pos"):
            self.mouse = event.pos
        used = self.scene.handle(event)
        if used or event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.redraw()
        if used or event.type != pygame.KEYDOWN or not self._scenes:
            return
        action = self.keys.action(event, self.scene.contexts)
        if action is not None and not self.scene.act(action):
            self._act(action)

    def _act(self, action: str) -> None:
        if action == "back":
            if not self.scene.back() and len(self._scenes) > 1:
                self.pop()
        elif action == "full_screen":
            self.window.toggle_full_screen()
            self.save_settings()
            self.redraw()
        elif action in ("larger", "smaller"):
            self.rescale(+1 if action == "larger" else -1)
        elif action == "quit":
            self.quit()
        elif action == "keys":
            from game.ui.scenes.keys import KeysScene

            if not isinstance(self.scene, KeysScene):
                self.push(KeysScene())


def dress(view: object, settings: Settings) -> None:
    """Have the counters of a map drawn as the settings say, if it is one."""
    if view is None:
        return  # without a map nothing of the map has to be imported
    from game.ui.map.view import MapView

    if isinstance(view, MapView):
        view.counters.showing = replace(
            view.counters.showing,
            style="plain" if settings.symbols == "plain" else "app6",
            alike=settings.symbols == "alike",
            bold=settings.skin == "high_contrast",
        )


def _tell_ready() -> None:
    ready = os.environ.get("FURAT_READY_FILE", "")
    if ready:
        with suppress(OSError):
            Path(ready).touch()


def _apart(areas: list[pygame.Rect]) -> list[pygame.Rect]:
    """Return rects that cover some areas and do not overlap each other."""
    found: list[pygame.Rect] = []
    for area in areas:
        while (hit := area.collidelist(found)) >= 0:
            area = area.union(found.pop(hit))
        found.append(area)
    return found
