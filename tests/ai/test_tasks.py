"""Tasks: how much strength a post takes, and who does not leave his."""

from __future__ import annotations

from dataclasses import replace

from game.ai.commander import Reason, Why
from game.ai.tasks import Task, assign, tasks
from game.engine.state import GameState, Supply
from tests.ai.test_conduct import take
from tests.ai.test_lines import seen
from tests.engine.small import at, game, number, unit


def bank(*, river: bool) -> GameState:
    """A village of worth, strong enemies two hexes off: beyond the river, or not."""
    return game(
        "dddddd\n dddddd\n dvdddd\n dddddd\n",
        landmass="000111\n 000111\n 000111\n 000111" if river else "",
        units=[
            unit("lads", 0, "infantry", "1_2", 3),
            unit("foe_1", 1, "infantry", "3_2", 4),
            unit("foe_2", 1, "infantry", "3_3", 4),
        ],
        crossings=[("ford", "pontoon_site", "2_2", "3_2", "ferry")] if river else [],
        places={"village": "1_2"},
        boxes=[{"id": "rear", "entries": ("0_1",), "start_control": 0, "sources": (0,)}],
        objectives=[take(0, side=1)],
    )


def need(state: GameState) -> float:
    here = at(state, "1_2")
    posts = [t for t in tasks(seen(state)) if t.reason.why is Why.GUARD and here in t.hexes]
    return posts[0].need


def test_a_post_beyond_the_river_from_the_enemy_takes_fewer() -> None:
    assert need(bank(river=True)) <= 0.7 * need(bank(river=False))


def test_who_is_cut_off_on_ground_worth_more_than_he_is_does_not_leave_it() -> None:
    def goes(weight: int) -> bool:
        state = game(
            "ddddddd\n ddddddd\n ddddddd\n ddddddd\n",
            units=[
                unit("post", 0, "infantry", "1_2", 2, supply=Supply.ISOLATED),
                unit("foe", 1, "infantry", "6_0", 2),
            ],
            places={"village": "1_2"},
            control="1111111\n 1111111\n 1011111\n 1111111",
            objectives=[replace(take(0), hold=True, weight=weight)],
        )
        way_out = Task(Reason(Why.RELIEVE, hex=at(state, "4_2")), (at(state, "4_2"),), 3.0, 2.0)
        return bool(assign(seen(state), [way_out], [number(state, "post")]))

    assert goes(0)
    assert not goes(9)
