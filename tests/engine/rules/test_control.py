"""Taking ground (rule 2.5)."""

from __future__ import annotations

from typing import Any

from game.engine.apply import apply
from game.engine.events import ControlChanged, WorksChanged
from game.engine.orders import Move
from game.engine.state import GameState
from tests.engine.small import at, game

FIELD = "ddddd\n ddddd\nddddd"
BLUE = "11111\n11111\n11111"


def swept(state: GameState, to: str, unit_id: str = "a") -> set[str]:
    """Labels of all hexes that pass to the mover."""
    after, _ = apply(state, Move(unit_id, at(state, to)))
    grid = state.scenario.board.grid
    return {grid.label(h) for h in range(grid.size) if after.control[h] != state.control[h]}


def field(*units: Any, control: str = BLUE, **more: Any) -> GameState:
    return game(FIELD, [("a", 0, "infantry", "0_1"), *units], control=control, **more)


def test_a_unit_takes_its_path_and_what_lies_beside_it() -> None:
    """From 0_1 to 1_1: the two hexes and the eight around them."""
    assert swept(field(), "1_1") == {
        "0_1", "1_1", "2_1", "0_0", "1_0", "2_0", "0_2", "1_2", "2_2",
    }  # fmt: skip


def test_a_sweep_stops_at_an_enemy_and_at_his_zone() -> None:
    """The enemy in 3_1 keeps 2_1 (zone), so the mover takes only what is out of his reach."""
    taken = swept(field(("foe", 1, "infantry", "3_1")), "1_1")
    assert "2_1" not in taken
    assert "3_1" not in taken
    assert {"1_1", "2_0", "2_2"} <= taken


def test_the_hex_the_unit_stands_in_is_taken_even_in_a_zone() -> None:
    assert "2_1" in swept(field(("foe", 1, "infantry", "3_1")), "2_1")


def test_a_hidden_enemy_keeps_his_hex() -> None:
    """Rule 2.6: and exerts no zone."""
    state = game(
        "dddd", [("a", 0, "infantry", "0_0"), ("pal", 0, "infantry", "0_0")], control="1111"
    )
    assert swept(state, "2_0") == {"0_0", "1_0", "2_0", "3_0"}


def test_no_sweep_over_a_river_hexside() -> None:
    over_main = game("ddd\n ddd", [("a", 0, "infantry", "0_0")], control="111\n111",
                     landmass="000\n111")  # fmt: skip
    assert swept(over_main, "1_0") == {"0_0", "1_0", "2_0"}
    over_channel = game("ddd", [("a", 0, "infantry", "0_0")], control="111",
                        channels=["1_0 2_0"])  # fmt: skip
    assert swept(over_channel, "1_0") == {"0_0", "1_0"}


def test_ground_of_neutrals_stays_theirs_and_nobody_s_is_taken() -> None:
    state = game("dddd", [("a", 0, "infantry", "0_0")], control="0.2.", neutral=True)
    assert swept(state, "1_0") == {"1_0"}


def test_prepared_positions_are_lost_with_the_hex() -> None:
    state = field(works={"2_1": 2})
    after, events = apply(state, Move("a", at(state, "1_1")))
    assert after.works[at(state, "2_1")] == 0
    assert WorksChanged(at(state, "2_1"), 0) in events
    assert any(isinstance(e, ControlChanged) and e.how == "move" for e in events)
