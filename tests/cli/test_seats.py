"""Who plays which side, as the options of `play` say it."""

from __future__ import annotations

from game.ai.historian import Historian
from game.cli.seats import read_seats
from game.engine.scenario import Scenario
from game.scenario.package import load_record, load_scenario
from game.session import computer_seat
from tests.cli.conftest import TINY


def _kinds(scenario: Scenario, sides: tuple[str, ...], ai: tuple[str, ...]) -> dict[str, str]:
    seats = read_seats(scenario, sides, ai)
    assert seats is not None
    return {side: seat.kind for side, seat in seats.items()}


def test_without_options_the_player_is_asked() -> None:
    assert read_seats(load_scenario(TINY), (), ()) is None


def test_sides_not_named_are_played_by_computers() -> None:
    rest = computer_seat().kind
    kinds = _kinds(load_scenario(TINY), ("red",), ())
    assert kinds == {"blue": rest, "red": "human", "green": rest}


def test_without_a_side_the_first_free_one_is_the_players() -> None:
    scenario = load_scenario(TINY)
    assert _kinds(scenario, (), ("red=random",))["blue"] == "human"
    kinds = _kinds(scenario, (), ("blue=random", "red=random"))
    assert kinds == {"blue": "computer", "red": "computer", "green": "human"}
    every = ("blue=random", "red=random", "green=random")
    assert set(_kinds(scenario, (), every).values()) == {"computer"}


def test_a_historian_has_the_record() -> None:
    ref = "deir_ez_zor_2017"
    seats = read_seats(load_scenario(ref), (), ("isil=historian",), load_record(ref))
    assert seats
    assert isinstance(seats["isil"].commander, Historian)
    assert seats["isil"].commander.has_record
