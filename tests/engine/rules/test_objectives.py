"""Objectives (rule 8.1)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.engine.board import Place
from game.engine.draft import Draft
from game.engine.events import ObjectiveLost, ObjectiveMet
from game.engine.rules.objectives import condition_holds, judge, share, status
from game.engine.scenario import Objective, ObjectiveKind
from game.engine.state import GameState
from tests.engine.small import game, unit

PLACES = (
    Place("pair", "", "", "", (0, 1), 0),
    Place("trio", "", "", "", (1, 2, 3), 1),
    Place("away", "", "", "", (), -1, box=0),
    Place("end", "", "", "", (4,), 4),
)
KIND = ObjectiveKind


def aim(kind: ObjectiveKind, *places: int, **more: Any) -> Objective:
    rest: dict[str, Any] = {
        "id": "X", "side": 0, "percent": 0, "earliest": 3, "latest": 6, "historical": 4,
        "weight": 1, **more,
    }  # fmt: skip
    return Objective(name="", name_ar="", text="", phase="", places=places, kind=kind, **rest)


def played(control: str, *objectives: Objective, **more: Any) -> GameState:
    rest: dict[str, Any] = {
        "places": PLACES, "boxes": [{"id": "box", "start_control": 0}], "neutral": True,
        "turns": 8, **more,
    }  # fmt: skip
    units = rest.pop("units", ())
    return game("ddddd", units, control=control, objectives=objectives, **rest)


def test_share_counts_each_hex_once_and_a_place_in_a_box_as_one() -> None:
    state = played("00110")
    assert share(state, (0, 1), 0) == (2, 4)
    assert share(state, (0, 1, 2), 0) == (3, 5)
    assert share(state, (1,), 1) == (2, 3)


@pytest.mark.parametrize(
    ("kind", "places", "control", "more", "expected"),
    [
        (KIND.ALL_HEXES, (0,), "00111", {}, True),
        (KIND.ALL_HEXES, (0, 2), "00111", {}, True),
        (KIND.ALL_HEXES, (0, 1), "00011", {}, False),
        (KIND.ALL_HEXES, (), "00000", {}, False),
        (KIND.MAJORITY, (1,), "00011", {}, True),
        (KIND.MAJORITY, (0, 1), "00111", {}, True),
        (KIND.MAJORITY, (0, 1), "01111", {}, False),
        (KIND.MAJORITY, (0, 1), "00011", {}, True),
        (KIND.PERCENT, (1,), "00111", {"percent": 33}, True),
        (KIND.PERCENT, (1,), "00111", {"percent": 34}, False),
        (KIND.PERCENT, (1,), "01111", {"percent": 1}, False),
        (KIND.PERCENT, (1,), "01111", {"percent": 0}, False),
        (KIND.RING_CLOSED, (0, 3), "00110", {}, True),
        (KIND.RING_CLOSED, (0, 3), "00111", {}, False),
        (KIND.RING_CLOSED, (0, 3), "00110", {"side": 1, "negated": True}, False),
        (KIND.RING_CLOSED, (0, 3), "00112", {"side": 1, "negated": True}, True),
        (KIND.RING_CLOSED, (0, 3), "22112", {"side": 1, "negated": True}, True),
        (KIND.ALL_HEXES, (0,), "00111", {"negated": True}, False),
        (KIND.LINKED, (0, 3), "00000", {}, True),
        (KIND.LINKED, (0, 3), "00010", {}, False),
        (KIND.LINKED, (0, 2, 3), "00000", {}, True),
        (KIND.LINKED, (2,), "11111", {}, True),
        (KIND.LINKED, (2,), "00000", {"side": 1}, False),
        (KIND.SURRENDERED, (3,), "11110", {}, True),
        (KIND.SURRENDERED, (3,), "00001", {}, False),
    ],
)
def test_conditions(
    kind: ObjectiveKind, places: tuple[int, ...], control: str, more: dict[str, Any],
    expected: bool,
) -> None:  # fmt: skip
    state = played(control)
    assert condition_holds(state, aim(kind, *places, **more)) is expected


@pytest.mark.parametrize(
    ("state", "linked"),
    [("destroyed", False), ("ferry", False), ("pontoon", False), ("heavy", True)],
)
def test_a_link_over_the_river_takes_a_bridge_for_tanks(state: str, linked: bool) -> None:
    crossings = [("bridge", "pontoon_site", "2_0", "3_0", state)]
    position = played("00000", landmass="00011", crossings=crossings)
    assert condition_holds(position, aim(KIND.LINKED, 0, 3)) is linked


def test_an_enemy_left_in_the_place_has_not_surrendered() -> None:
    state = played("00000", units=[unit("foe", 1, "fighters", "4_0")])
    assert not condition_holds(state, aim(KIND.SURRENDERED, 3))
    state = played("00000", units=[unit("own", 0, "fighters", "4_0")])
    assert condition_holds(state, aim(KIND.SURRENDERED, 3))


def judged(objective: Objective, days: str, **more: Any) -> tuple[Draft, list[str]]:
    """Judge day by day; `+` is a day at whose end the place is held, from turn 1."""
    draft = Draft(played("11111", objective, **more))
    history = []
    for turn, day in enumerate(days, 1):
        draft.turn = turn
        draft.control[4] = 0 if day == "+" else 1
        judge(draft)
        history.append(status(draft, 0))
    return draft, history


def test_an_attacker_meets_it_once() -> None:
    draft, history = judged(aim(KIND.ALL_HEXES, 3), "...+.---")
    assert (draft.objectives[0].met_on, draft.objectives[0].lost_on) == (4, 0)
    assert not draft.objectives[0].standing
    assert history == ["open"] * 3 + ["met"] * 5
    assert draft.events == [ObjectiveMet(0, 4)]


def test_earlier_than_the_window_counts() -> None:
    assert judged(aim(KIND.ALL_HEXES, 3), "+.......")[0].objectives[0].met_on == 1


def test_too_late() -> None:
    draft, history = judged(aim(KIND.ALL_HEXES, 3), "......++")
    assert (draft.objectives[0].met_on, draft.objectives[0].lost_on) == (0, 6)
    assert history == ["open"] * 5 + ["missed"] * 3
    assert draft.events == [ObjectiveLost(0, 6)]
    assert judged(aim(KIND.ALL_HEXES, 3), ".....+..")[0].objectives[0].met_on == 6


def test_what_has_to_be_kept_has_to_stand_at_the_end() -> None:
    keep = aim(KIND.ALL_HEXES, 3, keep=True)
    assert judged(keep, "...++..+")[1][-1] == "met"
    draft, history = judged(keep, "...++++.")
    assert history == ["open"] * 3 + ["met"] * 4 + ["missed"]
    assert draft.objectives[0].lost_on == 8


def test_still_there_on_a_single_day() -> None:
    single = aim(KIND.ALL_HEXES, 3, earliest=4, latest=4)
    assert judged(single, "+++.++++")[1] == ["open"] * 3 + ["missed"] * 5
    assert judged(single, "...+....")[1] == ["open"] * 3 + ["met"] * 5


def test_a_holder() -> None:
    hold = aim(KIND.ALL_HEXES, 3, hold=True)
    draft, history = judged(hold, "++++++..")
    assert (draft.objectives[0].met_on, draft.objectives[0].lost_on) == (6, 0)
    assert history == ["open"] * 5 + ["met"] * 3
    draft, history = judged(hold, "+++.++++")
    assert (draft.objectives[0].met_on, draft.objectives[0].lost_on) == (0, 4)
    assert draft.events == [ObjectiveLost(0, 4)]
    assert judged(hold, ".")[0].objectives[0].lost_on == 1
    beyond = replace(hold, latest=9)
    assert judged(beyond, "++++++++")[0].objectives[0].met_on == 8
