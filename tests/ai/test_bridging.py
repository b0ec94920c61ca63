"""Crossings: who stands where when a river is to be crossed against enemies."""

from __future__ import annotations

from game.engine.state import GameState
from tests.ai.test_conduct import take, turn_of
from tests.engine.small import at, game, now, unit


def landing() -> GameState:
    """A site with enemies opposite, and room for three on the own end of it."""
    return game(
        "ddddddd\n ddddddd\n dddvddd\n ddddddd\n ddddddd\n",
        landmass="0001111\n 0001111\n 0001111\n 0001111\n 0001111",
        units=[
            unit("pmp", 0, "bridging", "0_1", 1),
            unit("levy", 0, "militia", "1_2", 3),
            unit("lads", 0, "infantry", "0_2", 3),
            unit("guard", 0, "assault", "0_3", 3),
            unit("sap", 0, "engineers", "0_3", 1),
            unit("nest", 1, "fighters", "3_2", 6),
        ],
        roads=["0_2 1_2 2_2"],
        crossings=[("ford", "pontoon_site", "2_2", "3_2", "open_site")],
        control="0001111\n 0001111\n 0001111\n 0001111\n 0001111",
        works={"3_2": 2},
        places={"village": "3_2"},
        boxes=[{"id": "rear", "entries": ("0_2",), "start_control": 0, "sources": (0,)}],
        objectives=[take(0)],
    )


def test_the_landing_is_left_to_those_who_attack() -> None:
    state = landing()
    after, _given = turn_of(state)
    pier = at(state, "2_2")
    assert now(after, "guard").at == pier
    assert now(after, "pmp").at != pier
    assert now(after, "levy").at != pier
