"""What a computer commander always does and never does, whatever the scenario."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest

from game.ai import Match, commander
from game.ai.commander import Intent
from game.ai.driven_turn import DrivenTurn
from game.engine.apply import apply
from game.engine.board import NO_SIDE
from game.engine.new_game import new_game
from game.engine.orders import (
    Attack,
    Bombard,
    BuildCrossing,
    EndTurn,
    NextDay,
    StrikeCrossing,
)
from game.engine.rules.turn import is_night
from game.engine.scenario import Objective, ObjectiveKind
from game.engine.state import GameState
from game.engine.view import view_for
from game.scenario.package import load_scenario
from tests.engine.small import at, game, now, unit

GOVERNED = ("easy", "normal", "hard", "bold")


def take(place: int, side: int = 0, earliest: int = 1, latest: int = 9) -> Objective:
    """An objective: to take a place."""
    return Objective(
        "o", side, "o", "", "", "", (place,), ObjectiveKind.ALL_HEXES, 100, earliest, latest, 0, 5
    )


def turn_of(state: GameState, name: str = "normal") -> tuple[GameState, list[Intent]]:
    """The side to play gives its orders; returns the state then and the orders."""
    turn, side, given = DrivenTurn(commander(name)), state.active, []
    while intent := turn.next_intent(state, side):
        given.append(intent)
        state, _ = apply(state, intent.order)
    return state, given


def steppe(**fields: object) -> GameState:
    """Red in the west is to take a place in the east that nobody defends."""
    return game(
        "dddddddddddd\n dddddddddddd\n dddddddddddd\n dddddddddddd\n",
        units=[
            unit("lads", 0, "motorised", "1_1", 3),
            unit("tank", 0, "armour", "1_2", 2),
            unit("foe", 1, "militia", "11_3", 1),
        ],
        roads=["0_1 1_1 2_1 3_1 4_1 5_1 6_1 7_1 8_1 9_1 10_1"],
        places={"town": "9_1"},
        boxes=[{"id": "rear", "entries": ("0_1",), "start_control": 0, "sources": (0,)}],
        objectives=[take(0)],
        **fields,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("name", GOVERNED)
def test_an_open_objective_in_reach_is_gone_for(name: str) -> None:
    state = steppe()
    for _ in range(3):
        state, _ = turn_of(state, name)
        state, _ = apply(apply(state, EndTurn())[0], EndTurn())
        state, _ = apply(state, NextDay())
    assert state.control[at(state, "9_1")] == 0


def test_nobody_runs_back_and_forth() -> None:
    state = steppe()
    seen: list[tuple[int, ...]] = []
    for _ in range(6):
        state, _ = turn_of(state)
        seen.append(tuple(u.at for u in state.units))
        state, _ = apply(apply(state, EndTurn())[0], EndTurn())
        state, _ = apply(state, NextDay())
    for first, second, third, fourth in zip(seen, seen[1:], seen[2:], seen[3:], strict=False):
        for a, b, c, d in zip(first, second, third, fourth, strict=True):
            assert a == b or not (a == c and b == d)


def test_what_is_hidden_changes_nothing() -> None:
    hidden = unit("ghost", 1, "fighters", "5_0", 2, hidden=True)
    other = unit("ghost", 1, "fighters", "6_3", 1, hidden=True)
    orders = []
    for ghost in (hidden, other):
        state = game(
            "ffffffff\n ffffffff\n ffffffff\n ffffffff\n",
            units=[
                unit("a", 0, "infantry", "1_1", 3),
                unit("b", 0, "motorised", "1_2", 3),
                unit("foe", 1, "fighters", "4_2", 2),
                ghost,
            ],
            places={"farm": "6_1"},
            boxes=[{"id": "rear", "entries": ("0_1",), "start_control": 0, "sources": (0,)}],
            objectives=[take(0)],
            control="00011111\n 00011111\n 00011111\n 00011111",
        )
        view = view_for(state, 0)
        given = commander("hard").turn(view, 0)
        orders.append([intent.order for intent in islice(_unanswered(given, view), 6)])
    assert orders[0] == orders[1]
    assert orders[0]


def _unanswered(turn, view):  # type: ignore[no-untyped-def]
    """The orders of a turn in which every one is refused."""
    try:
        intent = next(turn)
        while True:
            yield intent
            intent = turn.send(view)
    except StopIteration:
        return


def test_neutrals_are_never_fired_at() -> None:
    state = game(
        "dddddd\n dddddd\n dddddd\n",
        units=[
            unit("a", 0, "armour", "1_1", 3),
            unit("b", 0, "infantry", "1_2", 3),
            unit("calm", 2, "militia", "2_1", 1),
            unit("foe", 1, "militia", "5_1", 1),
        ],
        neutral=True,
        means={0: {"air": 3, "artillery": 3}},
        places={"post": "2_1"},
        objectives=[take(0)],
    )
    after, given = turn_of(state)
    fire = [i.order for i in given if isinstance(i.order, (Attack, Bombard, StrikeCrossing))]
    assert all(order.target != at(state, "2_1") for order in fire)  # type: ignore[union-attr]
    assert now(after, "calm") == now(state, "calm")


def test_engineers_build_where_the_objective_lies_beyond() -> None:
    state = game(
        "dddddd\n dddddd\n dddddd\n",
        landmass="000111\n 000111\n 000111",
        units=[
            unit("pmp", 0, "bridging", "1_1", 1),
            unit("lads", 0, "infantry", "2_1", 3),
            unit("foe", 1, "militia", "5_2", 1),
        ],
        roads=["0_1 1_1 2_1"],
        crossings=[("ford", "pontoon_site", "2_1", "3_1", "open_site")],
        places={"town": "4_1"},
        boxes=[{"id": "rear", "entries": ("0_1",), "start_control": 0, "sources": (0,)}],
        objectives=[take(0)],
    )
    _after, given = turn_of(state)
    assert BuildCrossing("pmp", "ford") in [intent.order for intent in given]


def test_engineers_work_beside_a_landing_that_is_full_of_infantry() -> None:
    state = game(
        "dddddd\n dddddd\n dddddd\n",
        landmass="000111\n 000111\n 000111",
        units=[
            unit("pmp", 0, "bridging", "0_1", 1),
            *(unit(f"lads_{k}", 0, "infantry", "2_1", 2) for k in range(3)),
            unit("foe_1", 1, "fighters", "4_1", 3),
            unit("foe_2", 1, "fighters", "4_2", 3),
        ],
        roads=["0_1 1_1 2_1"],
        crossings=[("ford", "pontoon_site", "2_1", "3_1", "open_site")],
        control="000111\n 000111\n 000111",
        places={"town": "5_1"},
        boxes=[{"id": "rear", "entries": ("0_1",), "start_control": 0, "sources": (0,)}],
        objectives=[take(0)],
    )
    _after, given = turn_of(state)
    assert BuildCrossing("pmp", "ford") in [intent.order for intent in given]


def test_a_full_quarter_is_not_shelled_for_nothing() -> None:
    state = game(
        "ddud\n dddd\n dddd\n",
        units=[unit("gun", 0, "infantry", "1_1", 1), unit("foe", 1, "fighters", "2_0", 3)],
        population="0030\n0000\n0000",
        means={0: {"air": 3, "artillery": 3}},
        places={"quarter": "2_0"},
        objectives=[take(0)],
    )
    _after, given = turn_of(state, "hard")
    for intent in given:
        if isinstance(intent.order, (Attack, Bombard)):
            assert not intent.order.air + intent.order.artillery


@pytest.mark.parametrize(
    "scenario", ["first_crossing", "lirna", "bridgehead_2017", "last_ten_days_2017"]
)
@pytest.mark.parametrize("name", ["normal", "bold"])
def test_what_is_ordered_is_legal_on_every_side(scenario: str, name: str) -> None:
    given = refused = 0

    class Watched:
        def turn(self, view: GameState, side: int):  # type: ignore[no-untyped-def]
            nonlocal given, refused
            turn = commander(name).turn(view, side)
            try:
                intent = next(turn)
                while True:
                    then = yield intent
                    given, refused = given + 1, refused + (then is view)
                    view = then
                    intent = turn.send(view)
            except StopIteration:
                return

    state, _ = new_game(load_scenario(scenario), 5)
    match = Match(state, {side.id: Watched() for side in state.scenario.oob.sides})
    for morning in islice(match.turns(), 3):
        assert is_night(morning) or morning.turn > 1
    assert given > 5
    assert refused * 100 <= given


def test_the_commanders_know_no_hex_of_nobody() -> None:
    """A board without objectives, places and boxes is played all the same."""
    state = replace(steppe(), control=bytes([NO_SIDE]) * 48)
    _after, given = turn_of(replace(state, scenario=replace(state.scenario, objectives=())))
    assert given


def test_a_move_does_not_sweep_up_what_a_neutral_side_is_after() -> None:
    state = game(
        "dddddddd\n dddddddd\n dddddddd\n dddddddd\n",
        units=[
            unit("lads", 0, "motorised", "0_1", 3),
            unit("tank", 0, "armour", "0_2", 3),
            unit("calm", 2, "militia", "7_3", 1),
            unit("foe", 1, "militia", "6_1", 1),
        ],
        neutral=True,
        control="00011111\n 00011111\n 00011111\n 00000000",
        places={"town": "6_1", "farm": "3_1"},
        boxes=[
            {"id": "rear", "entries": ("0_1",), "start_control": 0, "sources": (0,)},
            {"id": "base", "entries": ("7_0",), "start_control": 1, "sources": (1,)},
        ],
        objectives=[take(0), replace(take(1, side=2), id="theirs")],
    )
    after, _given = turn_of(state)
    assert after.control[at(state, "3_1")] == 1


def test_an_attack_comes_through_a_tunnel_where_that_pays() -> None:
    state = game(
        "ddddddd\n ddddddd\n ddddddd\n",
        units=[
            unit("moles", 0, "fighters", "1_1", 3),
            unit("post", 1, "militia", "4_1", 1),
        ],
        tunnels=[("burrow", "1_1", "3_1", 0)],
        control="0001111\n 0001111\n 0001111",
        places={"town": "4_1"},
        boxes=[{"id": "rear", "entries": ("0_1",), "start_control": 0, "sources": (0,)}],
        objectives=[take(0)],
    )
    moles = replace(state.units[0], mp=0, fresh=False)
    state = replace(state, units=(moles, *state.units[1:]))
    _after, given = turn_of(state)
    attacks = [intent.order for intent in given if isinstance(intent.order, Attack)]
    assert [order.tunnel for order in attacks] == ["burrow"]
