"""Tasks: how much strength a post takes."""

from __future__ import annotations

from game.ai.commander import Why
from game.ai.tasks import tasks
from game.engine.state import GameState
from tests.ai.test_conduct import take
from tests.ai.test_lines import seen
from tests.engine.small import at, game, unit


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
