"""Who holds a place, and how much of it."""

from __future__ import annotations

import pytest

from game.engine.new_game import new_game
from game.engine.state import GameState
from game.history.holders import all_shares, city_districts, holder, holders
from game.scenario.package import load_scenario
from tests.history.conftest import TINY


@pytest.fixture(scope="module")
def start() -> GameState:
    return new_game(load_scenario("deir_ez_zor_2017"))[0]


def test_a_place_is_held_by_who_has_all_of_it(start: GameState) -> None:
    held = holders(start)
    assert held["joura"] == "government"
    assert held["hamidiyah"] == "isil"
    assert held["wasat"] == "contested"


def test_a_place_off_the_map_is_held_with_its_box(start: GameState) -> None:
    assert holders(start)["maadan"] == "isil"
    assert holders(start)["raqqa"] is None


def test_shares_are_of_places_with_several_hexes_and_the_city(start: GameState) -> None:
    shares = all_shares(start)
    assert "stadium" not in shares
    assert shares["kati_island"] == {"isil": 100.0}
    assert sum(shares["city"].values()) == pytest.approx(100, abs=0.1)


def test_every_hex_of_the_city_counts_once(start: GameState) -> None:
    places = [start.scenario.board.places[n] for n in city_districts(start.scenario)]
    hexes = {h for place in places for h in place.hexes}
    assert len(hexes) < sum(len(place.hexes) for place in places)
    held = sum(start.control[h] == 0 for h in hexes)
    assert all_shares(start)["city"]["isil"] == round(100 * held / len(hexes), 1)


def test_there_is_no_city_on_a_map_without_districts() -> None:
    state, _ = new_game(load_scenario(TINY))
    assert "city" not in all_shares(state)
    assert holder(state, ()) is None
