"""Refitting (rule 6.7)."""

from typing import Any

import pytest

from game.engine.draft import Draft
from game.engine.events import UnitRefitted
from game.engine.orders import Refit
from game.engine.refusal import Refusal
from game.engine.rules.refit import do_refit, why_illegal_refit
from game.engine.state import GameState, Supply
from tests.engine.small import game, now, unit


def tired(
    foe: str = "4_0", more: list[Any] | None = None, stock: int = 1, **fields: Any
) -> GameState:
    units = [
        unit(**{"id": "a", "side": 0, "type": "infantry", "hex": "1_0", "full": 4, **fields}),
        unit("foe", 1, "infantry", foe),
        *(more or []),
    ]
    return game("ddddd", units, means={0: {"replacements": stock}})


def test_a_rested_unit_takes_a_step() -> None:
    d = Draft(tired())
    assert why_illegal_refit(d, Refit("a")) is None
    do_refit(d, Refit("a"))
    assert now(d, "a").steps == 3
    assert d.means[0].replacements == 0
    assert (now(d, "a").mp, now(d, "a").fresh) == (0, False)
    assert d.events == [UnitRefitted(0, 3)]
    assert why_illegal_refit(d, Refit("a")) is not None


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (tired(fresh=False), Refusal.SPENT),
        (tired(suppressed=1), Refusal.SUPPRESSED),
        (tired(supply=Supply.LOW), Refusal.NOT_SUPPLIED),
        (tired(full=2), Refusal.NOTHING_TO_DO),
        (tired(foe="2_0"), Refusal.ENEMY_THERE),
        (tired(stock=0), Refusal.NO_MEANS),
        (tired(more=[unit("b", 0, "infantry", "1_0", 6)]), Refusal.STACKING),
        (tired(hex=""), Refusal.NOT_HERE),
    ],
)
def test_who_may_not_refit(state: GameState, code: Refusal) -> None:
    refused = why_illegal_refit(state, Refit("a"))
    assert refused is not None
    assert refused.code is code


def test_an_unseen_enemy_beside_does_not_betray_itself() -> None:
    p = tired(more=[unit("ghost", 1, "militia", "2_0", hidden=True)])
    assert why_illegal_refit(p, Refit("a")) is None


def test_in_a_box_it_must_be_free_of_enemies() -> None:
    boxes = [{"id": "rear"}]
    a = unit("a", 0, "infantry", "", 2, full=3, box="rear")
    means = {0: {"replacements": 1}}
    assert why_illegal_refit(game("ddd", [a], boxes=boxes, means=means), Refit("a")) is None
    foe = unit("foe", 1, "infantry", box="rear")
    refused = why_illegal_refit(game("ddd", [a, foe], boxes=boxes, means=means), Refit("a"))
    assert refused is not None
    assert refused.code is Refusal.ENEMY_THERE
