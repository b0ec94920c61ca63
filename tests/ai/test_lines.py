"""Lines of supply: who keeps a ring closed stays, who is opposite a landing digs in."""

from __future__ import annotations

from game.ai.character import CHARACTERS
from game.ai.commander import Why
from game.ai.lines import lifelines, rings
from game.ai.picture import Picture
from game.engine.orders import DigIn
from game.engine.rules.supply import network
from game.engine.state import GameState
from tests.ai.test_conduct import take, turn_of
from tests.engine.small import at, game, unit

STEPPE = "dddddddd\n dddddddd\n ddddUddd\n dddddddd\n dddddddd\n"


def pocket(*, closed: bool) -> GameState:
    """A strong garrison in a town; a battalion stands on its road, or beside it."""
    return game(
        STEPPE,
        units=[
            unit("north", 0, "infantry", "3_1", 3),
            unit("west", 0, "infantry", "3_2", 3),
            unit("south", 0, "infantry", "3_3", 3),
            unit("column", 0, "mechanised", "5_3" if closed else "2_4", 3),
            unit("nest", 1, "fighters", "4_2", 6),
        ],
        roads=["0_2 1_2 2_2 3_2 4_2 5_2 6_2 7_2"],
        control="00000111\n 00000111\n 00001111\n 00000111\n 00000111",
        places={"town": "4_2"},
        works={"4_2": 2},
        boxes=[
            {"id": "rear", "entries": ("0_2",), "start_control": 0, "sources": (0,)},
            {"id": "base", "entries": ("7_2",), "start_control": 1, "sources": (1,)},
        ],
        objectives=[take(0)],
    )


def seen(state: GameState, name: str = "normal") -> Picture:
    """What the side to play sees."""
    return Picture(state, state.active, CHARACTERS[name])


def test_a_ring_is_closed_from_where_supply_would_end() -> None:
    pic = seen(pocket(closed=False))
    found = rings(pic, pic.own())
    assert [task.reason.why for task in found] == [Why.CLOSE_RING]
    after, _given = turn_of(pocket(closed=False))
    assert not network(after, 1).all[at(after, "4_2")]


def test_who_keeps_a_ring_closed_stays() -> None:
    state = pocket(closed=True)
    pic = seen(state)
    kept = {task.hexes[0] for task in rings(pic, pic.own()) if task.reason.why is Why.FIX}
    assert at(state, "5_3") in kept
    after, _given = turn_of(state)
    assert not network(after, 1).all[at(after, "4_2")]


def test_who_sees_no_ring_looks_for_none() -> None:
    pic = seen(pocket(closed=False), "easy")
    assert rings(pic, pic.own()) == []


def test_the_end_of_a_bridge_on_which_others_live_is_guarded() -> None:
    state = game(
        "dddddddd\n dddddddd\n dddddddd\n dddddddd\n",
        landmass="00001111\n 00001111\n 00001111\n 00001111",
        units=[
            unit("over", 0, "infantry", "5_1", 3),
            unit("raid", 1, "raiders", "2_3", 3),
        ],
        roads=["0_1 1_1 2_1 3_1 4_1 5_1 6_1"],
        crossings=[("site", "pontoon_site", "3_1", "4_1", "pontoon")],
        control="00000011\n 00000011\n 00000011\n 11111111",
        boxes=[{"id": "rear", "entries": ("0_1",), "start_control": 0, "sources": (0,)}],
    )
    pic = seen(state)
    guarded = {task.hexes[0]: task for task in lifelines(pic)}
    assert at(state, "3_1") in guarded
    assert guarded[at(state, "3_1")].hold


def test_who_holds_the_bank_opposite_a_landing_digs_in() -> None:
    state = game(
        "dddddd\n dddddd\n dddddd\n",
        landmass="000111\n 000111\n 000111",
        units=[
            unit("post", 0, "infantry", "5_1", 2),
            *(unit(f"foe_{k}", 1, "infantry", "2_1", 2) for k in range(3)),
        ],
        crossings=[("ford", "pontoon_site", "2_1", "3_1", "open_site")],
        control="111000\n 111000\n 111000",
        places={"village": "5_1"},
        boxes=[{"id": "rear", "entries": ("5_1",), "start_control": 0, "sources": (0,)}],
        objectives=[take(0)],
    )
    _after, given = turn_of(state)
    assert DigIn("post") in [intent.order for intent in given]
