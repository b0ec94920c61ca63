"""The map in letters."""

from __future__ import annotations

import re

import pytest

from game.engine.new_game import new_game
from game.engine.state import GameState
from game.scenario.package import load_scenario
from game.text.city_map import draw, legend, letters
from game.text.page import WIDTH
from game.text.paint import Paint
from game.text.window import city_window
from tests.history.conftest import TINY

ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def city() -> GameState:
    return new_game(load_scenario("deir_ez_zor_2017"))[0]


def test_the_tiny_map() -> None:
    state, _ = new_game(load_scenario(TINY))
    assert draw(state, city_window(state.scenario.board), Paint()) == [
        "    0   1   2   3   4   5",
        "  1   b   b   b   b ~ r   r",
        "                   - ~",
        "  2 b   b   B2  b - R ~ r",
        "                   -   ~",
        "  3   b   b   b   b - r ~ r",
        "                   ~ ~ ~",
        "  4 b   b   b   b ~ r   r",
    ]


def test_it_fits_the_page(city: GameState) -> None:
    lines = draw(city, city_window(city.scenario.board), Paint())
    assert max(len(line) for line in lines) <= WIDTH
    assert len(lines) <= 32


def test_the_window_shows_the_city_without_its_far_suburb(city: GameState) -> None:
    window = city_window(city.scenario.board)
    for place in ("hamidiyah", "joura", "qusour", "rashdiyah", "kati_island", "harabish"):
        hexes = city.scenario.board.place(place).hexes
        assert all(window.holds(city.scenario.board, h) for h in hexes), place


def test_control_river_front_and_units_show_without_colour(city: GameState) -> None:
    text = "\n".join(draw(city, city_window(city.scenario.board), Paint()))
    assert set("giGI~-|/\\") <= set(text)


def test_colour_changes_no_letter(city: GameState) -> None:
    window = city_window(city.scenario.board)
    painted = draw(city, window, Paint(on=True))
    assert painted != draw(city, window, Paint())
    assert [ANSI.sub("", line) for line in painted] == draw(city, window, Paint())


def test_sides_have_letters_of_their_own(city: GameState) -> None:
    assert letters(city) == ("i", "g", "s")
    assert "i ISIL, g Government forces, s SDF" in legend(city)
