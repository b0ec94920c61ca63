"""Supply that hangs on a road: it is guarded before it is cut, and opened when it is."""

from __future__ import annotations

from game.ai.character import CHARACTERS
from game.ai.commander import Why
from game.ai.picture import Picture
from game.ai.reopening import broken_lines
from game.ai.rides import roads_to_guard
from game.engine.orders import Move
from game.engine.rules.supply import network
from game.engine.state import GameState
from tests.ai.test_conduct import take, turn_of
from tests.engine.small import at, game, now, unit

WIDE = "\n".join(["f" * 20] * 12)
ROAD = " ".join(f"{col}_2" for col in range(20))
SIDE_ROAD = "9_2 9_3 9_4 9_5 9_6 9_7 9_8 9_9 9_10 9_11"
REAR = {"id": "rear", "entries": ("0_2",), "start_control": 0, "sources": (0,)}


def long_road(*, raider: str = "9_10", reserve: str = "4_1", works: str = "19_0") -> GameState:
    """A force at the end of a long road; a road from the south, with a raider on it, joins it."""
    south = "\n".join(["0" * 20] * 6 + ["1" * 20] * 6)
    return game(
        WIDE,
        units=[
            *(unit(f"front_{k}", 0, "infantry", f"18_{k + 1}", 3) for k in range(3)),
            unit("reserve", 0, "motorised", reserve, 2),
            unit("raid", 1, "raiders", raider, 3),
        ],
        roads=[ROAD, SIDE_ROAD],
        control=south,
        places={"town": works},
        boxes=[REAR],
        objectives=[take(0)],
    )


def seen(state: GameState, name: str = "normal") -> Picture:
    return Picture(state, state.active, CHARACTERS[name])


def test_a_road_to_which_a_raider_can_ride_is_guarded() -> None:
    state = long_road()
    tasks = roads_to_guard(seen(state))
    assert [task.reason.why for task in tasks] == [Why.GUARD]
    assert tasks[0].hold
    after, _given = turn_of(state)
    assert now(after, "reserve").at == tasks[0].hexes[0]
    assert network(after, 0).roads[now(after, "reserve").at]


def test_who_guards_the_road_already_stays() -> None:
    state = long_road(reserve="9_5")
    assert [task.hexes[0] for task in roads_to_guard(seen(state))] == [at(state, "9_5")]
    _after, given = turn_of(state)
    assert not any(
        isinstance(intent.order, Move) and intent.order.unit == "reserve" for intent in given
    )


def test_nobody_guards_a_road_to_which_nobody_can_ride() -> None:
    assert roads_to_guard(seen(long_road(raider="19_11"))) == []


def test_who_does_not_look_ahead_guards_no_road() -> None:
    assert roads_to_guard(seen(long_road(), "easy")) == []


def cut_road() -> GameState:
    """The road has been cut by a ride; the raider has gone on, the reserve is near."""
    control = "\n".join(["0" * 20, "0" * 20, "00000000111000000000", "0" * 20, *(["1" * 20] * 8)])
    return game(
        WIDE,
        units=[
            unit("front", 0, "infantry", "18_2", 3),
            unit("other", 0, "infantry", "18_3", 3),
            unit("reserve", 0, "motorised", "4_1", 2),
            unit("raid", 1, "raiders", "9_10", 3),
        ],
        roads=[ROAD],
        control=control,
        boxes=[REAR],
    )


def test_what_bars_supply_is_found_and_cleared() -> None:
    state = cut_road()
    assert not network(state, 0).all[at(state, "18_2")]
    broken = broken_lines(seen(state))
    assert [task.reason.why for task in broken.tasks] == [Why.RELIEVE]
    assert set(broken.tasks[0].hexes) == {at(state, f"{col}_2") for col in (8, 9, 10)}
    after, _given = turn_of(state)
    assert network(after, 0).all[at(state, "18_2")]


def test_enemies_who_bar_supply_are_worth_more() -> None:
    state = game(
        WIDE,
        units=[
            unit("front", 0, "infantry", "18_2", 3),
            unit("reserve", 0, "motorised", "4_1", 3),
            unit("post", 1, "militia", "9_2", 1),
        ],
        roads=[ROAD],
        control="\n".join(["0" * 20, "0" * 20, "00000000111000000000", *(["0" * 20] * 9)]),
        boxes=[REAR],
    )
    broken = broken_lines(seen(state))
    assert at(state, "9_2") in broken.foes
    assert any(task.hexes == (at(state, "9_2"),) for task in broken.tasks)


def test_nothing_is_looked_for_while_all_are_fed() -> None:
    assert broken_lines(seen(long_road())).tasks == []
