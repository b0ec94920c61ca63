"""Areas off the map: watched before they are in danger, attacked together."""

from __future__ import annotations

from game.ai.character import CHARACTERS
from game.ai.outside import box_need, box_orders, leaving_tasks, wanted_boxes
from game.ai.picture import Picture
from game.engine.board import NOWHERE, Place
from game.engine.orders import TravelBox
from game.engine.state import GameState
from tests.ai.test_conduct import take
from tests.engine.small import game, unit

REAR, DEN = 0, 1
BOXES = [
    {"id": "rear", "entries": ("0_1",), "start_control": 0, "sources": (0,), "links": ((1, 1),)},
    {"id": "den", "start_control": 1, "sources": (1,), "links": ((0, 1),)},
]


def seen(state: GameState) -> Picture:
    return Picture(state, state.active, CHARACTERS["normal"])


def frontier(*boxes: dict[str, object], units: list[dict[str, object]]) -> GameState:
    return game(
        "dddddddd\n dddddddd\n dddddddd\n",
        units=units,
        roads=["0_1 1_1 2_1 3_1 4_1 5_1 6_1 7_1"],
        boxes=list(boxes),
        places=[Place("fort", "fort", "", "district", (), NOWHERE, box=DEN)],
        objectives=[take(0)],
    )


def test_a_source_beside_an_area_of_enemies_is_watched_before_they_come() -> None:
    state = frontier(
        *BOXES,
        units=[unit("column", 0, "motorised", "3_1", 3), unit("far", 1, "militia", "7_2", 1)],
    )
    pic = seen(state)
    assert REAR in wanted_boxes(pic)
    assert 0 < box_need(pic, REAR) <= pic.weight(0)
    assert any(task.reason.place == "rear" for task, _box in leaving_tasks(pic))


def test_a_source_with_no_enemies_beyond_needs_nobody() -> None:
    alone = [BOXES[0] | {"links": ()}, BOXES[1] | {"links": ()}]
    state = frontier(
        *alone,
        units=[unit("column", 0, "motorised", "3_1", 3), unit("far", 1, "militia", "7_2", 1)],
    )
    assert REAR not in wanted_boxes(seen(state))


def column(strength: int) -> GameState:
    """A company, or a brigade, in the rear; a garrison in the area of the enemy."""
    return frontier(
        *BOXES,
        units=[
            *(unit(f"lads_{k}", 0, "infantry", "", 3, box="rear") for k in range(strength)),
            unit("nest", 1, "fighters", "", 3, box="den"),
        ],
    )


def test_nobody_sets_out_alone_against_a_garrison() -> None:
    pic = seen(column(3))
    assert not any(isinstance(order, TravelBox) for order, _why in box_orders(pic, []).values())


def test_who_is_enough_sets_out_together() -> None:
    pic = seen(column(5))
    going = [order for order, _why in box_orders(pic, []).values() if isinstance(order, TravelBox)]
    assert len(going) >= 3
