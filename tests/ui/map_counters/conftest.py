"""A scenario, a state and a camera for the tests of counters and overlays."""

from __future__ import annotations

import os
from collections.abc import Callable

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
import pytest

from game.engine.new_game import new_game
from game.engine.scenario import Scenario
from game.engine.state import GameState
from game.scenario.package import load_scenario
from game.ui.toolkit.theme import Theme, theme
from tests.ui.map_counters.fake_view import FakeView

PAPER = (239, 229, 207)


@pytest.fixture(scope="session", autouse=True)
def _screen() -> None:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return load_scenario("deir_ez_zor_2017")


@pytest.fixture(scope="session")
def state(scenario: Scenario) -> GameState:
    return new_game(scenario, 1)[0]


@pytest.fixture(scope="session")
def skin() -> Theme:
    return theme("dark", 1.0, "en")


@pytest.fixture
def look_at(scenario: Scenario, skin: Theme) -> Callable[..., FakeView]:
    def build(
        width: int = 64, label: str = "24_27", size: tuple[int, int] = (640, 480)
    ) -> FakeView:
        middle = scenario.board.grid.parse(label)
        return FakeView(scenario, skin, pygame.Rect((0, 0), size), width, middle)

    return build


@pytest.fixture
def paper() -> pygame.Surface:
    surface = pygame.Surface((640, 480))
    surface.fill(PAPER)
    return surface
