"""Digging in and standing fast (rule 6.1)."""

from game.engine.draft import Draft
from game.engine.events import OrderNoted, WorksChanged
from game.engine.orders import DigIn, StandFast
from game.engine.refusal import Refusal
from game.engine.rules.works import (
    do_dig,
    do_stand_fast,
    engineers_lower,
    finish_works,
    why_illegal_dig,
    why_illegal_stand_fast,
)
from tests.engine.small import game, now, unit


def test_a_day_of_digging_gives_one_level_in_recovery() -> None:
    d = Draft(game("ddd", [unit("a", 0, "infantry", "1_0"), unit("b", 0, "infantry", "1_0")]))
    for name in ("a", "b"):
        assert why_illegal_dig(d, DigIn(name)) is None
        do_dig(d, DigIn(name))
    assert d.works[1] == 0
    assert not now(d, "a").fresh
    assert now(d, "a").mp == 0
    finish_works(d, 0)
    assert d.works[1] == 1
    assert d.events.count(WorksChanged(1, 1)) == 1
    assert not now(d, "b").digging


def test_recovery_of_another_side_finishes_nothing() -> None:
    d = Draft(game("ddd", [("a", 0, "infantry", "1_0")]))
    do_dig(d, DigIn("a"))
    finish_works(d, 1)
    assert d.works[1] == 0
    assert now(d, "a").digging


def test_a_unit_suppressed_meanwhile_finishes_nothing() -> None:
    d = Draft(game("ddd", [("a", 0, "infantry", "1_0")]))
    do_dig(d, DigIn("a"))
    d.suppress(0, 2)
    finish_works(d, 0)
    assert d.works[1] == 0


def test_who_may_not_dig() -> None:
    p = game(
        "dddd",
        [
            unit("moved", 0, "infantry", "0_0", fresh=False),
            unit("fought", 0, "infantry", "0_0", fought=True),
            unit("still", 0, "infantry", "1_0", suppressed=2),
            unit("half", 0, "infantry", "1_0", suppressed=1),
            unit("deep", 0, "infantry", "2_0"),
            unit("away", 0, "infantry"),
            unit("foe", 1, "infantry", "3_0"),
        ],
        works={"2_0": 2},
    )
    expected = {
        "moved": Refusal.SPENT,
        "fought": Refusal.SPENT,
        "still": Refusal.SUPPRESSED,
        "deep": Refusal.NOTHING_TO_DO,
        "away": Refusal.NOT_HERE,
        "foe": Refusal.NOT_YOURS,
        "nobody": Refusal.UNKNOWN,
    }
    for name, code in expected.items():
        refused = why_illegal_dig(p, DigIn(name))
        assert refused is not None, name
        assert refused.code is code
        assert refused.text.endswith(".")
    assert why_illegal_dig(p, DigIn("half")) is None


def test_engineers_take_a_level() -> None:
    d = Draft(game("ddd", works={"1_0": 1}))
    engineers_lower(d, 1)
    engineers_lower(d, 1)
    assert d.works[1] == 0
    assert d.events == [WorksChanged(1, 0)]


def test_stand_fast_is_free_and_set_only_once() -> None:
    d = Draft(game("ddd", [("a", 0, "infantry", "1_0")]))
    assert why_illegal_stand_fast(d, StandFast("a", False)) is not None
    assert why_illegal_stand_fast(d, StandFast("a", True)) is None
    do_stand_fast(d, StandFast("a", True))
    assert now(d, "a").stand_fast
    assert now(d, "a").fresh
    assert d.events == [OrderNoted(0, "stand fast")]
    refused = why_illegal_stand_fast(d, StandFast("a", True))
    assert refused is not None
    assert refused.code is Refusal.NOTHING_TO_DO
