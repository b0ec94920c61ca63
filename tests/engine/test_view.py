"""What a side may see."""

from __future__ import annotations

from dataclasses import replace

from game.engine.state import Status
from game.engine.view import is_unseen, view_for
from tests.engine.small import game, unit

RED, BLUE = 0, 1


def test_what_others_are_told_to_do_is_not_shown() -> None:
    state = game(
        "dddd",
        units=[
            unit("tank", RED, "armour", "0_0", stand_fast=True, digging=True),
            unit("lads", BLUE, "militia", "3_0", stand_fast=True, digging=True),
        ],
    )
    own, other = view_for(state, RED).units
    assert own is state.units[0]
    assert not other.stand_fast
    assert not other.digging
    assert other.at == state.units[1].at
    assert not is_unseen(state, 1, RED)


def test_works_under_units_that_are_not_seen_are_not_shown() -> None:
    state = game(
        "dddd",
        units=[
            unit("tank", RED, "armour", "0_0"),
            unit("lads", BLUE, "militia", "3_0", hidden=True),
            unit("more", BLUE, "militia", "2_0"),
        ],
        control="0111",
    )
    state = replace(state, works=bytes([0, 0, 1, 2]))
    seen = view_for(state, RED)
    assert is_unseen(state, 1, RED)
    assert seen.units[1].status is Status.WAITING
    assert list(seen.works) == [0, 0, 1, 0]
    assert view_for(state, BLUE).works == state.works
