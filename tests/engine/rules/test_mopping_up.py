"""Mopping up (rule 2.9)."""

from __future__ import annotations

from typing import Any

from game.engine.draft import Draft
from game.engine.events import ControlChanged
from game.engine.forces import Relation, Side
from game.engine.rules.mopping_up import mop_up, pockets
from game.engine.state import GameState
from tests.engine.small import game, lines, rules_with, unit

FIELD = "ddddddd\n ddddddd\nddddddd\n ddddddd"
GUARD = unit("guard", 0, "infantry", "0_0")
"""Holds what lies around the pocket."""
POCKET = "0000000\n0111110\n0111110\n0000000"


def after(state: GameState) -> list[str]:
    """The map of control after a night."""
    d = Draft(state)
    mop_up(d)
    width = state.scenario.board.grid.width
    flat = "".join("." if c == 255 else str(c) for c in d.control)
    return [flat[k : k + width] for k in range(0, len(flat), width)]


def field(control: str = POCKET, *units: Any, **more: Any) -> GameState:
    return game(FIELD, [GUARD, *units], control=control, **more)


def test_an_abandoned_pocket_loses_a_rim() -> None:
    """All of a pocket two hexes high touches the other side."""
    assert after(field()) == ["0000000"] * 4


def test_a_deep_pocket_shrinks_by_one_hex_a_night() -> None:
    control = "\n".join(["000000000", *["011111110"] * 5, "000000000"])
    state = game("\n".join("d" * 9 for _ in range(7)), [GUARD], control=control)
    left = after(state)
    assert sum(row.count("1") for row in left) == 15
    assert left[3] == "001111100"
    deep = game("\n".join("d" * 9 for _ in range(7)), [GUARD], control=control,
                rules=rules_with(ground={"mop_depth": 2}))  # fmt: skip
    assert sum(row.count("1") for row in after(deep)) == 3


def test_a_unit_holds_its_ground_even_a_hidden_or_suppressed_one() -> None:
    for fields in ({}, {"hidden": True}, {"suppressed": 2}):
        state = field(POCKET, unit("a", 1, "infantry", "3_1", **fields))
        assert after(state) == lines(POCKET)


def test_supply_and_a_source_hold_it_too() -> None:
    box = {"id": "rear", "start_control": 1, "sources": (1,), "entries": ("1_1",)}
    assert after(field(boxes=[box])) == lines(POCKET)
    foreign = {**box, "sources": (0,)}
    assert after(field(boxes=[foreign])) == ["0000000"] * 4


def test_the_main_river_divides_and_shields() -> None:
    """A unit on one bank does not hold the other, and nobody mops up over the river."""
    state = game("ddd\n ddd", [unit("a", 1, "infantry", "0_0")], control="111\n111",
                 landmass="000\n111")  # fmt: skip
    assert pockets(Draft(state), 1) == [(3, 4, 5)]
    assert after(state) == ["111", "111"], "nobody touches it"
    divided = game("ddd\n ddd", control="000\n111", landmass="000\n111")
    assert after(divided) == ["000", "111"]


def test_neutrals_and_empty_ground_do_not_take() -> None:
    grey = POCKET.replace("0", "2")
    assert after(game(FIELD, control=grey, neutral=True)) == lines(grey)
    bare = POCKET.replace("0", ".")
    assert after(game(FIELD, control=bare)) == lines(bare)


def test_a_hex_goes_to_the_enemy_it_touches_most() -> None:
    """Of two enemies; between equals to the lower number."""
    camps = tuple(Side(n, n, "", "") for n in ("a", "b", "c"))
    relations = tuple(
        tuple(Relation.ALLIED if x == y else Relation.HOSTILE for y in range(3)) for x in range(3)
    )
    units = [unit("ua", 0, "infantry", "0_0"), unit("uc", 2, "infantry", "2_0")]
    state = game("ddd", units, control="012", sides=camps, relations=relations)
    assert after(state) == ["002"], "one side each: the lower number"
    more = game("ddd\n ddd", [*units[1:], unit("ua", 0, "infantry", "0_0")],
                control="012\n222", sides=camps, relations=relations)  # fmt: skip
    assert after(more)[0] == "022"


def test_it_is_told() -> None:
    d = Draft(game("ddd", [GUARD, unit("two", 0, "infantry", "2_0")], control="010"))
    mop_up(d)
    assert d.events == [ControlChanged((1,), 0, "mopping up")]
