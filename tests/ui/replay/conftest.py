"""The replay on the real app without a display; its map is a stand-in unless a test asks."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

import pygame
import pytest

from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.history.film import Film
from game.scenario.package import load_record, load_scenario
from game.storage.settings import Settings
from game.ui.app import App
from game.ui.chords import Chord
from game.ui.map.counter_layer import CounterLayer
from game.ui.scenes.replay import map_pane
from game.ui.scenes.replay.scene import ReplayScene
from game.ui.toolkit.theme import Theme

REAL = "deir_ez_zor_2017"


class StandIn:
    """A map that draws nothing."""

    def __init__(self, scenario: Scenario, theme: Theme) -> None:
        self.scenario, self.theme = scenario, theme
        self.rect = pygame.Rect(0, 0, 1, 1)
        self.layers = {"control", "counters", "grid", "numbers"}
        self.overlays: list[object] = []
        self.zoom, self.width = 2, 46
        self.shown: GameState | None = None
        self.middle = 0
        self.counters = CounterLayer(scenario)

    def resize(self, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme

    def set_zoom(self, step: int) -> None:
        self.zoom = step

    def zoom_at(self, pos: tuple[int, int], step: int) -> None:
        self.zoom += step

    def pan(self, dx: int, dy: int) -> None:
        self.rect.move_ip(0, 0)

    def centre_on(self, hex_: int, animate: bool = False) -> None:
        self.middle = hex_

    def to_screen(self, hex_: int) -> tuple[float, float]:
        grid = self.scenario.board.grid
        x0, y0 = grid.centre(self.middle)
        x, y = grid.centre(hex_)
        return self.rect.centerx + (x - x0) * 46, self.rect.centery + (y - y0) * 46

    def hex_at(self, pos: tuple[int, int]) -> int:
        return self.middle if self.rect.collidepoint(pos) else -1

    def show(self, state: GameState, units: object = None, changed: object = None) -> None:
        self.shown = state
        self.counters.show(state)

    def update(self, ms: int) -> bool:
        return False

    def draw(self, surface: pygame.Surface) -> None:
        surface.fill((200, 190, 170), self.rect)

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FURAT_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("FURAT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(map_pane, "map_view", StandIn)


@pytest.fixture(scope="session")
def whole() -> Film:
    """The film of the campaign, worked out once for all tests."""
    film = Film(load_scenario(REAL), load_record(REAL))
    film.start()
    film.wait(film.turns, 60)
    return film


@pytest.fixture
def film(whole: Film) -> Film:
    """The film of the campaign, for a scene to close."""
    copy = Film(whole.scenario, whole.record)
    copy.take_over(whole)
    return copy


@pytest.fixture
def make_app() -> Iterator[Callable[..., App]]:
    made: list[App] = []

    def make(size: tuple[int, int] = (1920, 1080), **settings: object) -> App:
        chosen = Settings(scale=100, note_seen=True)
        for name, value in settings.items():
            setattr(chosen, name, value)
        made.append(App(chosen, size=size))
        return made[-1]

    yield make
    for app in made:
        app.clear()
    pygame.event.clear()


@pytest.fixture
def replay(make_app: Callable[..., App], film: Film) -> Callable[..., ReplayScene]:
    """Opens the replay on a day, in a window of a size and a language."""

    def show(
        turn: int = 34, size: tuple[int, int] = (1920, 1080), **settings: object
    ) -> ReplayScene:
        app = make_app(size, **settings)
        scene = ReplayScene(film, REAL, turn)
        app.push(scene)
        app.step([], 0)
        return scene

    return show


def press(scene: ReplayScene, *chords: str) -> None:
    """Press keys, such as `Ctrl+G`."""
    for text in chords:
        chord = Chord.parse(text)
        mod = (pygame.KMOD_CTRL if chord.ctrl else 0) | (pygame.KMOD_SHIFT if chord.shift else 0)
        sign = chr(chord.key) if 32 <= chord.key < 127 and not chord.ctrl else ""
        facts = {"key": chord.key, "mod": mod, "unicode": sign, "scancode": 0}
        down = pygame.event.Event(pygame.KEYDOWN, facts)
        scene.app.step([down, pygame.event.Event(pygame.KEYUP, facts)], 16)


def write(scene: ReplayScene, text: str) -> None:
    """Type a text."""
    for sign in text:
        scene.app.step([pygame.event.Event(pygame.TEXTINPUT, text=sign)], 16)


def mouse(scene: ReplayScene, kind: int, pos: tuple[int, int], **facts: object) -> None:
    """Do something with the mouse."""
    if kind == pygame.MOUSEMOTION:
        facts = {"rel": (0, 0), "buttons": (1, 0, 0), **facts}
    elif kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        facts = {"button": 1, **facts}
    scene.app.step([pygame.event.Event(kind, pos=pos, **facts)], 16)


def click(scene: ReplayScene, pos: tuple[int, int]) -> None:
    """Press and let go."""
    mouse(scene, pygame.MOUSEMOTION, pos, buttons=(0, 0, 0))
    mouse(scene, pygame.MOUSEBUTTONDOWN, pos)
    mouse(scene, pygame.MOUSEBUTTONUP, pos)
