"""Harm to civilians, corridors, convoys (rules 4.4 to 4.6)."""

from dataclasses import replace
from typing import Any

import pytest

from game.engine.dice import Dice, Fixed, Purpose
from game.engine.draft import Draft
from game.engine.events import (
    ConvoyArrived,
    CorridorOpened,
    EngagementTightened,
    HarmRecorded,
    RubbleMade,
)
from game.engine.orders import Convoy, OpenCorridor
from game.engine.refusal import Refusal
from game.engine.rules.civilians import (
    civilian_dice,
    corridor_open,
    do_convoy,
    do_corridor,
    fire_dice,
    risk,
    why_illegal_convoy,
    why_illegal_corridor,
)
from game.engine.state import GameState, Harm, Supply
from tests.engine.small import game, unit


def fire(*totals: int, rows: str = "uuuu", population: str = "0123") -> Draft:
    fixed = tuple(Fixed(Purpose.HARM, "", total) for total in totals)
    return Draft(replace(game(rows, population=population, turn=4), dice=Dice(1, fixed=fixed)))


def test_the_risk_grows_with_the_people_there() -> None:
    p = game("uuuu", population="0123")
    assert [risk(p, h) for h in range(4)] == [(0, 36), (10, 36), (21, 36), (30, 36)]


def test_every_point_is_rolled_for() -> None:
    d = fire(5, 6, 2)
    civilian_dice(d, 0, 1, 3, "shelling")
    assert d.harm == (Harm(4, 1, 0, "shelling"),) * 2
    assert d.rubble[1] == 2
    assert d.events.count(HarmRecorded(1, 0, "shelling")) == 2
    assert RubbleMade(1, 2) in d.events
    assert d.dice.fixed == ()


def test_nobody_is_harmed_where_nobody_lives() -> None:
    d = fire(2)
    civilian_dice(d, 0, 0, 3, "shelling")
    assert d.events == []
    assert d.dice.drawn == 0


def test_open_ground_gets_no_rubble_and_ruins_no_more() -> None:
    d = fire(2, rows="dddd")
    civilian_dice(d, 0, 1, 1, "shelling")
    assert d.rubble[1] == 0
    d = fire(2, 2, 2)
    civilian_dice(d, 0, 1, 3, "shelling")
    assert d.rubble[1] == 2
    assert len(d.harm) == 3


def test_causes_are_kept_apart() -> None:
    d = fire(2, 2, 2)
    fire_dice(d, 0, 3, 1, 2)
    assert [entry.cause for entry in d.harm] == ["air strike", "shelling", "shelling"]


def test_every_fourth_entry_of_a_side_tightens_its_rules() -> None:
    d = fire(2, 2, 2, 2)
    d.harm = (Harm(1, 1, 1, "shelling"),)
    civilian_dice(d, 0, 3, 3, "shelling")
    assert d.means[0].limited_until == 0
    civilian_dice(d, 0, 3, 1, "shelling")
    assert d.means[0].limited_until == 7
    assert d.means[1].limited_until == 0
    assert d.events[-1] == EngagementTightened(0, 7)


def siege(guide: str = "1_0", population: str = "0020", **fields: Any) -> GameState:
    struck = fields.pop("struck", ())
    return game(
        "uuuu",
        [
            unit("a", 0, "infantry", guide, **fields),
            unit("foe", 1, "fighters", "2_0"),
            unit("third", 2, "infantry", "3_0"),
        ],
        population=population,
        control="0.12",
        neutral=True,
        struck=struck,
        turn=3,
    )


def test_a_corridor_lets_people_out_and_stops_fire() -> None:
    d = Draft(siege())
    assert why_illegal_corridor(d, OpenCorridor(2)) is None
    assert not corridor_open(d, 2)
    do_corridor(d, OpenCorridor(2))
    assert d.population[2] == 1
    assert d.events == [CorridorOpened(0, 2, 1)]
    assert corridor_open(d, 2)
    refused = why_illegal_corridor(d, OpenCorridor(2))
    assert refused is not None
    assert refused.code is Refusal.NOTHING_TO_DO
    d.turn += 1
    assert not corridor_open(d, 2)
    assert why_illegal_corridor(d, OpenCorridor(2)) is None


@pytest.mark.parametrize(
    ("state", "h", "code"),
    [
        (siege(), 77, Refusal.UNKNOWN),
        (siege(population="0000"), 2, Refusal.NOTHING_TO_DO),
        (siege(population="1111"), 0, Refusal.NO_ENEMY),
        (siege(population="1111"), 3, Refusal.NEUTRAL),
        (siege(struck=(2,)), 2, Refusal.STRUCK),
        (siege(guide="0_0"), 2, Refusal.NOT_ADJACENT),
        (siege(suppressed=1), 2, Refusal.NOT_ADJACENT),
        (siege(fought=True), 2, Refusal.NOT_ADJACENT),
        (siege(supply=Supply.LOW), 2, Refusal.NOT_ADJACENT),
    ],
)
def test_when_no_corridor_can_be_opened(state: GameState, h: int, code: Refusal) -> None:
    refused = why_illegal_corridor(state, OpenCorridor(h))
    assert refused is not None
    assert refused.code is code


def test_no_corridor_leads_over_the_river() -> None:
    p = game(
        "uu", [("a", 0, "infantry", "0_0"), ("foe", 1, "fighters", "1_0")],
        landmass="01", population="22",
    )  # fmt: skip
    refused = why_illegal_corridor(p, OpenCorridor(1))
    assert refused is not None
    assert refused.code is Refusal.NOT_ADJACENT


def relief(**fields: Any) -> GameState:
    boxes = [{"id": "rear", "entries": ["0_0"], "start_control": 0, "sources": (0,)}]
    return game(
        "ddddd",
        [("a", 0, "infantry", "1_0"), ("foe", 1, "infantry", "4_0")],
        roads=["0_0 1_0 2_0 3_0 4_0"],
        boxes=boxes,
        places={"town": "2_0 3_0", "lost": "4_0"},
        **{"control": "00011", **fields},
    )


def test_a_convoy_reaches_a_linked_place_once_a_day() -> None:
    d = Draft(relief())
    order = Convoy("town")
    assert why_illegal_convoy(d, order) is None
    do_convoy(d, order)
    assert d.events == [ConvoyArrived(0, 0)]
    assert d.flags == (("convoy:town", "1"),)
    refused = why_illegal_convoy(d, order)
    assert refused is not None
    assert refused.code is Refusal.NOTHING_TO_DO
    d.turn = 2
    assert why_illegal_convoy(d, order) is None
    do_convoy(d, order)
    assert d.flags == (("convoy:town", "2"),)


@pytest.mark.parametrize(
    ("state", "place", "code"),
    [
        (relief(), "none", Refusal.UNKNOWN),
        (relief(), "lost", Refusal.NOT_YOURS),
        (relief(control="11011"), "town", Refusal.NOT_SUPPLIED),
    ],
)
def test_when_no_convoy_can_go(state: GameState, place: str, code: Refusal) -> None:
    refused = why_illegal_convoy(state, Convoy(place))
    assert refused is not None
    assert refused.code is code
