"""Getting out in time, and staying where that is of no use any more."""

from __future__ import annotations

from dataclasses import replace

from game.ai.retreat import risked, ways_back
from game.engine.orders import Move
from game.engine.state import GameState, Supply
from tests.ai.test_conduct import take
from tests.ai.test_lines import seen
from tests.engine.small import game, number, unit


def neck(turn: int) -> GameState:
    """An outpost on ground of no worth, whose only road runs between two strong columns."""
    return game(
        "ddddddddd\n ddddddddd\n ddddddddd\n ddddddddd\n ddddddddd\n",
        units=[
            unit("garrison", 0, "infantry", "1_2", 2),
            unit("outpost", 0, "motorised", "6_2", 2),
            unit("north", 1, "armour", "3_0", 5),
            unit("south", 1, "armour", "3_4", 5),
            unit("front", 1, "mechanised", "8_2", 4),
        ],
        roads=["0_2 1_2 2_2 3_2 4_2 5_2 6_2 7_2 8_2"],
        control="000111111\n 000111111\n 000000001\n 000111111\n 000111111",
        places={"base": "1_2"},
        boxes=[
            {"id": "rear", "entries": ("0_2",), "start_control": 0, "sources": (0,)},
            {"id": "base", "entries": ("8_2",), "start_control": 1, "sources": (1,)},
        ],
        objectives=[replace(take(0), hold=True, latest=15)],
        turns=15,
        turn=turn,
    )


def test_who_will_be_cut_off_gets_out() -> None:
    state = neck(1)
    order, _reason = ways_back(seen(state))[number(state, "outpost")]
    assert isinstance(order, Move)


def test_nobody_gets_out_when_the_battle_ends_before_it_tells() -> None:
    state = neck(14)
    outpost = number(state, "outpost")
    assert risked(seen(neck(1)), outpost) > risked(seen(neck(11)), outpost) > 0
    assert risked(seen(state), outpost) == 0
    assert outpost not in ways_back(seen(state))


def test_the_strong_do_not_run_from_the_weak_who_cut_their_road() -> None:
    def cut_off(raiders: int) -> bool:
        state = game(
            "ddddddddd\n ddddddddd\n ddddddddd\n ddddddddd\n ddddddddd\n",
            units=[
                unit("column", 0, "motorised", "6_2", 4, supply=Supply.LOW),
                unit("raid", 1, "motorised", "4_2", raiders),
            ],
            roads=["0_2 1_2 2_2 3_2 4_2 5_2 6_2 7_2 8_2"],
            control="000111111\n 000111111\n 000111111\n 000111111\n 000111111",
            boxes=[{"id": "rear", "entries": ("0_2",), "start_control": 0, "sources": (0,)}],
        )
        return number(state, "column") in ways_back(seen(state))

    assert cut_off(6)
    assert not cut_off(1)
