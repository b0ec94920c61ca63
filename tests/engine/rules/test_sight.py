"""Who is found by moving, and by standing in the open (rule 2.6)."""

from __future__ import annotations

from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.events import UnitRevealed
from game.engine.orders import EndTurn, Move, OperationalMove, Withdraw
from game.engine.state import GameState
from tests.engine.small import game, now, unit


def wood(*others: Any, rows: str = "ffffffff", ghost: str = "0_0", **more: Any) -> GameState:
    """A hidden unit of red in the irrigated belt, which conceals."""
    hidden = unit("ghost", 0, "fighters", ghost, hidden=True)
    return game(rows, [hidden, *others], **{"control": "0" * len(rows), **more})


def test_a_hidden_unit_that_moves_beside_an_enemy_is_found() -> None:
    state = wood(("foe", 1, "infantry", "4_0"))
    near, events = apply(state, Move("ghost", 3))
    assert not now(near, "ghost").hidden
    assert UnitRevealed(0) in events
    off, _ = apply(state, Move("ghost", 2))
    assert now(off, "ghost").hidden


def test_so_is_one_that_slips_away_along_the_far_bank() -> None:
    state = wood(("foe", 1, "infantry", "3_0"), rows="ffff", landmass="0001")
    near, _ = apply(state, Withdraw("ghost", 2))
    assert not now(near, "ghost").hidden
    off, _ = apply(state, Withdraw("ghost", 1))
    assert now(off, "ghost").hidden


@pytest.mark.parametrize(
    ("rows", "to", "seen"),
    [("ddddddddd", 2, True), ("ddddddddd", 3, False), ("fdddddddd", 2, False),
     ("hdddddddd", 2, True)],
)  # fmt: skip
def test_ground_that_does_not_conceal(rows: str, to: int, seen: bool) -> None:
    """Whoever stands in the open is seen from two hexes, after the enemy has moved there."""
    foe = ("foe", 1, "infantry", "6_0")
    state = wood(foe, rows=rows, active=1, control="1" * len(rows))
    assert now(state, "ghost").hidden
    after, _ = apply(state, Move("foe", to))
    assert now(after, "ghost").hidden is not seen


def test_it_is_looked_for_at_the_start_of_a_side_s_turn_too() -> None:
    state = wood(("foe", 1, "infantry", "2_0"), rows="dddd")
    after, events = apply(state, EndTurn())
    assert not now(after, "ghost").hidden
    assert UnitRevealed(0) in events


def test_neutrals_and_friends_find_nobody() -> None:
    state = wood(
        ("pal", 0, "infantry", "1_0"), ("peace", 2, "infantry", "2_0"), rows="dddd", neutral=True
    )
    after, _ = apply(state, EndTurn())
    assert now(after, "ghost").hidden


def test_a_march_into_the_open_shows_as_well() -> None:
    road = " ".join(f"{k}_0" for k in range(8))
    state = wood(("foe", 1, "infantry", "7_0"), rows="fffddddd", roads=[road])
    after, _ = apply(state, OperationalMove("ghost", 4))
    assert now(after, "ghost").hidden, "three hexes away"
