"""Own ground that enemies divide, posts beyond it, and who lies in ambush."""

from __future__ import annotations

from game.ai.commander import Reason, Why
from game.ai.regions import Regions
from game.ai.tasks import Task, assign
from game.engine.state import GameState
from tests.ai.test_lines import seen
from tests.engine.small import at, game, number, unit


def divided(**lads: object) -> GameState:
    """Blue holds a strip across the map; red stands on both sides of it."""
    return game(
        "dddddddd\n dddddddd\n dddddddd\n",
        units=[
            unit("lads", 0, "infantry", "1_1", 3, **lads),
            unit("mates", 0, "infantry", "6_2", 3),
            unit("foe", 1, "infantry", "4_1", 3),
        ],
        control="00011000\n 00011000\n 00011000",
        boxes=[{"id": "rear", "entries": ("0_1",), "start_control": 0, "sources": (0,)}],
    )


def test_ground_on_both_sides_of_the_enemy_is_parted() -> None:
    pic = seen(divided())
    regions = Regions(pic)
    here, near, beyond = (at(pic.view, label) for label in ("1_1", "2_2", "6_1"))
    assert regions.parted(here, beyond)
    assert not regions.parted(here, near)


def test_nothing_is_said_of_ground_of_the_enemy() -> None:
    pic = seen(divided())
    assert not Regions(pic).parted(at(pic.view, "1_1"), at(pic.view, "4_2"))


def chosen(state: GameState, *posts: tuple[str, float]) -> str:
    """The post that is given to the first unit."""
    todo = [
        Task(Reason(Why.GUARD, hex=at(state, h)), (at(state, h),), value, 9.0, hold=True)
        for h, value in posts
    ]
    given = assign(seen(state), todo, [number(state, "lads")])
    return state.scenario.board.grid.label(given[number(state, "lads")].hexes[0])


def test_a_post_beyond_the_enemy_is_left_to_those_who_are_there() -> None:
    assert chosen(divided(), ("6_1", 4.0), ("2_2", 2.0)) == "2_2"


def test_who_has_not_been_found_stays_in_ambush() -> None:
    posts = ("1_1", 1.0), ("2_2", 3.5)
    assert chosen(divided(), *posts) == "2_2"
    assert chosen(divided(hidden=True), *posts) == "1_1"
