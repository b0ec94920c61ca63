"""Pictures without a screen."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.ui.toolkit.theme import Theme, theme


@pytest.fixture(autouse=True, scope="session")
def _fonts() -> None:
    pygame.font.init()


@pytest.fixture
def english() -> Theme:
    return theme("dark", 1.0, "en")


@pytest.fixture
def arabic() -> Theme:
    return theme("dark", 1.0, "ar")


@pytest.fixture
def surface() -> pygame.Surface:
    return pygame.Surface((800, 600))
