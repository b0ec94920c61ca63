"""Leaders (rule 3.8)."""

from typing import Any

import pytest

from game.engine.draft import Draft
from game.engine.events import LeaderAttached, LeaderLost
from game.engine.orders import AttachLeader
from game.engine.refusal import Refusal
from game.engine.rules.leaders import (
    do_attach,
    leader_near,
    leaderless,
    lose_leader,
    seat_leaders,
    why_illegal_attach,
)
from game.engine.state import GameState, LeaderNow
from tests.engine.small import game, unit

BOSS = {"id": "boss", "side": 0, "formation": "tigers", "unit": "a"}


def led(leaders: Any = (BOSS,), **fields: Any) -> GameState:
    units = [
        unit("a", 0, "infantry", "0_0", formation="tigers"),
        unit("b", 0, "infantry", "4_0", formation="tigers"),
        unit("far", 0, "infantry", "8_0"),
        unit("late", 0, "infantry", formation="tigers"),
        unit("foe", 1, "infantry", "9_0"),
        unit("one", 0, "infantry", box="x"),
        unit("two", 0, "infantry", box="x"),
    ]
    return game(
        "d" * 10, units, formations=[("tigers", 0)], leaders=leaders, boxes=[{"id": "x"}], **fields
    )


def test_a_leader_helps_his_formation_within_the_radius() -> None:
    p = led()
    tigers = p.scenario.oob.formation_index["tigers"]
    assert leader_near(p, 0, [3], [tigers])
    assert leader_near(p, 0, [9, 3], [0, tigers])
    assert not leader_near(p, 0, [4], [tigers])
    assert not leader_near(p, 0, [3], [0])
    assert not leader_near(p, 1, [3], [tigers])


def test_a_leader_off_the_map_helps_nobody() -> None:
    p = led([{**BOSS, "unit": "one"}])
    assert not leader_near(p, 0, [0], [p.scenario.oob.formation_index["tigers"]])


def test_the_loss_of_a_leader_is_felt_until_it_heals() -> None:
    d = Draft(led(turn=3))
    tigers = d.scenario.oob.formation_index["tigers"]
    assert not leaderless(d, tigers)
    lose_leader(d, 0)
    lose_leader(d, 0)
    assert d.events == [LeaderLost(0, 0)]
    assert not leader_near(d, 0, [0], [tigers])
    assert [_leaderless_on(d, turn, tigers) for turn in (3, 7, 8)] == [True, True, False]
    assert not leaderless(d, 0)


def _leaderless_on(d: Draft, turn: int, formation: int) -> bool:
    d.turn = turn
    return leaderless(d, formation)


def test_a_second_leader_takes_over() -> None:
    d = Draft(led([BOSS, {**BOSS, "id": "deputy", "unit": "b"}]))
    lose_leader(d, 0)
    assert not leaderless(d, d.scenario.oob.formation_index["tigers"])


def test_leaders_come_and_go_with_their_days() -> None:
    d = Draft(
        led(
            [
                {**BOSS, "from_turn": 2, "to_turn": 3},
                {**BOSS, "id": "waits", "unit": "late"},
                {**BOSS, "id": "away", "unit": ""},
                {**BOSS, "id": "dead", "lost_on": 1},
            ]
        )
    )
    d.leaders[0] = d.leaders[1] = LeaderNow()
    seat_leaders(d)
    assert [now.unit for now in d.leaders] == [-1] * 4
    d.turn = 2
    seat_leaders(d)
    assert d.leaders[0].unit == 0
    assert d.events == [LeaderAttached(0, 0)]
    d.turn = 3
    seat_leaders(d)
    assert d.leaders[0].unit == 0
    d.turn = 4
    seat_leaders(d)
    assert [now.unit for now in d.leaders] == [-1] * 4


def test_a_leader_joins_a_unit_near_enough() -> None:
    d = Draft(led())
    order = AttachLeader("boss", "b")
    assert why_illegal_attach(d, order) is None
    do_attach(d, order)
    assert d.leaders[0].unit == 1
    assert d.events == [LeaderAttached(0, 1)]
    refused = why_illegal_attach(d, AttachLeader("boss", "a"))
    assert refused is not None
    assert refused.code is Refusal.SPENT
    d.turn += 1
    assert why_illegal_attach(d, AttachLeader("boss", "a")) is None


def test_within_a_box_leaders_change_units_freely() -> None:
    p = led([{**BOSS, "unit": "one"}])
    assert why_illegal_attach(p, AttachLeader("boss", "two")) is None
    assert why_illegal_attach(p, AttachLeader("boss", "a")) is not None


@pytest.mark.parametrize(
    ("leader", "to", "code"),
    [
        ("nobody", "b", Refusal.UNKNOWN),
        ("boss", "nothing", Refusal.UNKNOWN),
        ("boss", "foe", Refusal.NOT_YOURS),
        ("enemy", "foe", Refusal.NOT_YOURS),
        ("fallen", "b", Refusal.NOT_HERE),
        ("boss", "a", Refusal.NOTHING_TO_DO),
        ("boss", "far", Refusal.NO_WAY),
        ("boss", "late", Refusal.NO_WAY),
    ],
)
def test_who_may_not_join(leader: str, to: str, code: Refusal) -> None:
    p = led(
        [BOSS, {"id": "enemy", "side": 1, "unit": "foe"}, {**BOSS, "id": "fallen", "lost_on": 1}]
    )
    refused = why_illegal_attach(p, AttachLeader(leader, to))
    assert refused is not None
    assert refused.code is code
