"""The dials and the grade (rules 8.2 to 8.4)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from game.engine.rules.dials import (
    Days,
    days_against_history,
    force_dial,
    grade,
    harm_dial,
    held_dial,
    inflicted_dial,
    time_dial,
)
from game.engine.scenario import Objective, ObjectiveKind
from game.engine.state import GameState, Harm, Losses, ObjectiveNow
from tests.engine.small import game, unit

MET, MISSED, OPEN = ObjectiveNow(met_on=5), ObjectiveNow(lost_on=9), ObjectiveNow()


def aim(side: int, weight: int, **more: Any) -> Objective:
    rest: dict[str, Any] = {"earliest": 3, "latest": 9, "historical": 7, **more}
    return Objective(
        id="X", side=side, name="", name_ar="", text="", phase="", places=(),
        kind=ObjectiveKind.ALL_HEXES, percent=0, weight=weight, **rest,
    )  # fmt: skip


def played(*pairs: tuple[Objective, ObjectiveNow], **more: Any) -> GameState:
    state = game(
        "ddddd",
        [unit("a", 0, "infantry", "0_0", 8), unit("b", 0, "infantry", "1_0", 12),
         unit("c", 1, "fighters", "4_0", 10)],
        objectives=[objective for objective, _ in pairs],
        turn=8,
    )  # fmt: skip
    return replace(state, objectives=tuple(now for _, now in pairs), **more)


def harmed(state: GameState, *sides: int) -> GameState:
    return replace(state, harm=tuple(Harm(1, k % 3, s, "") for k, s in enumerate(sides)))


def test_time_is_the_share_of_weight_of_what_is_decided() -> None:
    assert time_dial(played(), 0).value == 100
    state = played((aim(0, 3), MET), (aim(0, 1), MISSED), (aim(0, 9), OPEN), (aim(1, 9), MISSED))
    dial = time_dial(state, 0)
    assert (dial.name, dial.value, dial.pieces, dial.grade) == ("time", 75, (6, 8, 1, 2), 1)
    assert time_dial(played((aim(0, 9), MET), (aim(0, 1), MISSED)), 0).grade == 0
    assert time_dial(played((aim(0, 1), MET), (aim(0, 1), MISSED)), 0).grade == 2
    assert time_dial(played((aim(0, 1), MISSED)), 0).grade == 3


def test_a_holder_that_stood_its_first_date_has_half() -> None:
    held = aim(1, 2, hold=True)
    assert time_dial(played((held, ObjectiveNow(lost_on=4))), 1).value == 50
    assert time_dial(played((held, ObjectiveNow(lost_on=3))), 1).value == 0
    assert time_dial(played((held, ObjectiveNow(met_on=9))), 1).value == 100


def test_force_is_rounded_up() -> None:
    def dial(fallen: int, surrendered: int) -> tuple[int, int]:
        found = force_dial(played(losses=(Losses(fallen, surrendered), Losses())), 0)
        assert found.pieces == (fallen + surrendered, surrendered, 20)
        return found.value, found.grade

    assert dial(0, 0) == (0, 0)
    assert dial(3, 0) == (15, 0)
    assert dial(3, 1) == (20, 1)
    assert dial(6, 0) == (30, 1)
    assert dial(10, 0) == (50, 2)
    assert dial(11, 0) == (55, 3)


def test_harm_counts_the_entries_of_the_side() -> None:
    state = harmed(played(), 0, 1, 0, 0)
    assert harm_dial(state, 0).pieces == (3, 2)
    assert [harm_dial(harmed(played(), *[0] * n), 0).grade for n in (0, 2, 3, 6, 12, 13)] == [
        0, 0, 1, 1, 2, 3,
    ]  # fmt: skip


def test_the_graded_side_has_the_worst_of_three() -> None:
    state = harmed(played((aim(0, 1), MET)), *[0] * 7)
    found = grade(state, 0)
    assert [dial.name for dial in found.dials] == ["time", "force", "harm"]
    assert [dial.grade for dial in found.dials] == [0, 0, 2]
    assert found.index == 2


def test_other_sides_have_dials_of_their_own() -> None:
    state = played(
        (aim(1, 1, hold=True), ObjectiveNow(lost_on=9)),
        (aim(1, 1), ObjectiveNow(met_on=6)),
        (aim(1, 1, hold=True, historical=0), ObjectiveNow(lost_on=2)),
        losses=(Losses(5), Losses(1)),
    )
    found = grade(state, 1)
    held, inflicted = found.dials
    assert (held.name, held.value, held.pieces) == ("held", 3, (3, 2, 3, 6))
    assert (inflicted.name, inflicted.value, inflicted.pieces) == ("inflicted", 5, (5, 20))
    assert inflicted.grade == 2
    assert found.index == held.grade == 2


def test_days_against_history() -> None:
    state = played(
        (aim(0, 1), ObjectiveNow(met_on=9)),
        (aim(0, 1), OPEN),
        (aim(0, 1, historical=0), MET),
        (aim(0, 1, hold=True, historical=6), OPEN),
        (aim(0, 1, hold=True, historical=8), OPEN),
        (aim(0, 1, hold=True), ObjectiveNow(lost_on=4)),
        (aim(1, 1), MET),
    )
    assert days_against_history(state, 0) == (Days(0, 2), Days(3, 2), Days(5, -3))


def test_nothing_to_count() -> None:
    empty = game("d")
    assert force_dial(empty, 0).value == inflicted_dial(empty, 0).value == 0
    assert held_dial(empty, 1).value == 0


NOW = st.sampled_from([MET, MISSED, OPEN, ObjectiveNow(lost_on=4)])


@given(
    st.lists(st.tuples(st.builds(aim, st.integers(0, 1), st.integers(1, 9), hold=st.booleans()),
                       NOW), max_size=5),
    st.tuples(st.integers(0, 20), st.integers(0, 10)),
    st.lists(st.integers(0, 1), max_size=15),
    st.integers(0, 1),
)  # fmt: skip
def test_harm_never_improves_the_grade_of_any_side(
    pairs: list[tuple[Objective, ObjectiveNow]],
    losses: tuple[int, int],
    entries: list[int],
    one_more: int,
) -> None:
    state = harmed(played(*pairs, losses=tuple(Losses(n) for n in losses)), *entries)
    worse = harmed(state, *entries, one_more)
    for side in (0, 1):
        before, after = grade(state, side), grade(worse, side)
        assert after.index >= before.index
        assert all(b.grade >= a.grade for a, b in zip(before.dials, after.dials, strict=True))
