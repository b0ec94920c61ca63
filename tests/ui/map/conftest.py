"""Small maps without a window: the tiny package, and boards made up here."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.engine.new_game import new_game
from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.hexes import grid
from game.scenario.package import load_scenario
from game.ui.map.view import MapView
from game.ui.toolkit.theme import theme

TINY = Path(__file__).parents[2] / "scenario" / "data" / "tiny"
MakeView = Callable[..., MapView]


@pytest.fixture(scope="session", autouse=True)
def _fonts() -> None:
    pygame.font.init()


@pytest.fixture(scope="session")
def tiny() -> Scenario:
    return load_scenario(TINY)


@pytest.fixture(scope="session")
def tiny_state(tiny: Scenario) -> GameState:
    return new_game(tiny, 1)[0]


@pytest.fixture(scope="session")
def large(tiny: Scenario) -> Scenario:
    """A board of 256 by 256 hexes."""
    return _square(tiny, 256)


@pytest.fixture(scope="session")
def wide(tiny: Scenario) -> Scenario:
    """The same with 80 by 80 hexes: several windows across, and drawn ten times as fast."""
    return _square(tiny, 80)


def _square(tiny: Scenario, width: int) -> Scenario:
    """Return a board with a town in farmland in the middle, two sides, no river."""
    middle = width // 2
    numbers = {terrain.id: n for n, terrain in enumerate(tiny.rules.terrains)}
    terrain, control = bytearray(width * width), bytearray(width * width)
    for i in range(width * width):
        row, col = divmod(i, width)
        away = max(abs(row - middle), abs(col - middle))
        kind = "dense_urban" if away < 4 else "farmland" if away < 20 else "desert"
        terrain[i] = numbers[kind]
        control[i] = 0 if 8 * col + row < 9 * middle - 32 else 1
    sides = bytes(6 * width * width)
    board = replace(
        tiny.board,
        grid=grid(width, width),
        terrain=bytes(terrain),
        rivers=sides,
        roads=sides,
        start_control=bytes(control),
        population=bytes(width * width),
        landmass=bytes(width * width),
        road_chains=(("Route 7", "highway", tuple(range(middle * width, (middle + 1) * width))),),
        crossings=(),
        places=(),
    )
    return replace(tiny, board=board)


@pytest.fixture
def make_view() -> Iterator[MakeView]:
    """Makes views that are closed again."""
    made: list[MapView] = []

    def make(
        scenario: Scenario, size: tuple[int, int] = (600, 400), lang: str = "en", **more: object
    ) -> MapView:
        view = MapView(scenario, theme("dark", 1.0, lang), **more)  # type: ignore[arg-type]
        view.resize(pygame.Rect(20, 10, *size))
        made.append(view)
        return view

    yield make
    for view in made:
        view.close()
