"""Who plays which side, as the options of `play` say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.bad_input import BadInput
from game.cli.seats import read_seats
from game.engine.scenario import Scenario
from game.scenario.package import load_scenario
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


@pytest.mark.parametrize(
    ("sides", "ai", "message"),
    [
        ((), ("blue",), "--ai: .*write SIDE=LEVEL"),
        ((), ("bleu=random",), '--ai: .*did you mean "blue"'),
        ((), ("blue=randm",), '--ai: .*did you mean "random"'),
        ((), ("blue=random", "blue=easy"), "--ai: .*two commanders"),
        ((), ("blue=nowhere/own.py",), "--ai: there is no script"),
        (("gren",), (), '--side: .*did you mean "green"'),
        (("blue",), ("blue=random",), "--side: blue is played by a computer too"),
    ],
)
def test_what_names_nobody_is_told(
    sides: tuple[str, ...], ai: tuple[str, ...], message: str
) -> None:
    with pytest.raises(BadInput, match=message):
        read_seats(load_scenario(TINY), sides, ai)


def test_a_script_takes_a_seat(tmp_path: Path) -> None:
    script = tmp_path / "calm.py"
    script.write_text(
        "class Calm:\n    def turn(self, view, side):\n        return\n        yield\n"
    )
    seats = read_seats(load_scenario(TINY), ("red",), (f"blue={script}",))
    assert seats
    assert seats["blue"].level == str(script)
    assert seats["blue"].commander is not None
