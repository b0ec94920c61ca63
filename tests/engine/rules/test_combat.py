"""Attacks: who may, the odds, the strip, and what comes of it (rules 3.1, 3.2, 3.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.dice import Fixed, Purpose
from game.engine.events import (
    AttackResolved,
    CarBombUsed,
    DiceRolled,
    HarmRecorded,
    StepsLost,
    Suppressed,
    UnitRevealed,
)
from game.engine.legality import why_illegal
from game.engine.orders import Attack, Bombard, Order, Recorded
from game.engine.refusal import Refusal
from game.engine.rules.odds import cell_for, odds, odds_value, sheet
from game.engine.state import Corridor, GameState
from tests.engine.small import at, game, now, number, standard_rules, unit

TOTALS = tuple(range(2, 13))
WAYS = dict(zip(TOTALS, (1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1), strict=True))


def code(state: GameState, order: Order) -> Refusal | None:
    refused = why_illegal(state, order)
    return refused.code if refused else None


def rolled(state: GameState, order: Attack, total: int) -> tuple[GameState, tuple[Any, ...]]:
    """The attack with a total of its dice."""
    dice = (Fixed(Purpose.ATTACK, "", total),)
    return apply(replace(state, recorded=True), Recorded(order, dice))


def resolved(events: tuple[Any, ...]) -> AttackResolved:
    found = [e for e in events if isinstance(e, AttackResolved)]
    assert len(found) == 1
    return found[0]


def duel(ours: int, theirs: int, ground: str = "d", **more: Any) -> GameState:
    """Militia (factor 1) against militia on open ground: steps are strengths."""
    return game(
        f"d{ground}d",
        [unit("a", 0, "infantry", "0_0", ours), unit("foe", 1, "infantry", "1_0", theirs),
         *more.pop("others", ())],
        control="011", **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("attack", "defence", "value"),
    [
        (12, 2, 6), (11, 2, 5), (10, 2, 5), (9, 2, 4), (8, 2, 4), (7, 2, 3), (6, 2, 3),
        (5, 2, 2), (4, 2, 2), (3, 2, 1), (2, 2, 0), (5, 6, -2), (1, 2, -2), (1, 3, -4),
        (1, 8, -4), (0, 4, -4), (9, 3, 3), (100, 1, 6), (3, 0, 3),
    ],
)  # fmt: skip
def test_odds_are_rounded_for_the_defender(attack: int, defence: int, value: int) -> None:
    """Rule 3.2."""
    assert odds_value(duel(1, 1), attack, defence) == value


def test_strengths() -> None:
    """Rule 3.2: active steps attack, all steps defend."""
    state = game(
        "dd",
        [unit("a", 0, "assault", "0_0", 4, suppressed=1), unit("b", 0, "militia", "0_0", 2),
         unit("foe", 1, "infantry", "1_0", 3, suppressed=2)],
    )  # fmt: skip
    found = sheet(state, Attack(1, ("a", "b")))
    assert (found.attack, found.defence) == (3 * 3 + 2 * 1, 2 * 3)


def test_the_worked_example_of_the_design() -> None:
    """9 v 3 in old quarters: +3 odds, -3 -1 +1 +2 +1 = 0, so +3; alone and from one side: 0."""
    units = [
        unit("inf", 0, "infantry", "1_1", 3), unit("eng", 0, "engineers", "3_1", 3),
        unit("foe", 1, "militia", "2_1", 3),
    ]  # fmt: skip
    more: dict[str, Any] = {"works": {"2_1": 1}, "means": {0: {"air": 2, "artillery": 2}}}
    state = game("ddddd\n ddUdd\nddddd", units, **more)
    target = at(state, "2_1")
    found = sheet(state, Attack(target, ("inf", "eng"), air=2, artillery=2))
    assert (found.attack, found.defence, found.value) == (9, 3, 3)
    assert {s.name: s.value for s in found.shifts} == {
        "terrain": -3, "works": -1, "combined_arms": 1, "concentric": 1, "support": 2,
    }  # fmt: skip
    assert found.value + found.net == 3
    bare = game(
        "ddddd\n ddUdd\nddddd",
        [unit("inf", 0, "infantry", "1_1", 3), unit("eng", 0, "engineers", "1_1", 3), units[2]],
        **more,
    )
    alone = sheet(bare, Attack(target, ("inf", "eng")))
    assert alone.value + alone.net == 0


@pytest.mark.parametrize(
    ("total", "code_"),
    [(-3, "A2"), (2, "A2"), (3, "A1s"), (4, "A1s"), (5, "A1"), (6, "A1"), (7, "-"), (8, "S"),
     (9, "S"), (10, "D1"), (11, "D1"), (12, "D1 R"), (13, "D1 R"), (14, "D2 R"), (30, "D2 R")],
)  # fmt: skip
def test_the_strip(total: int, code_: str) -> None:
    """Rule 3.5."""
    assert cell_for(duel(1, 1), total).code == code_


def test_a_higher_total_never_hurts_the_attackers() -> None:
    """Rule 3.5: not in one line of the strip, in nothing."""

    def worth(total: int) -> tuple[int, ...]:
        cell = cell_for(duel(1, 1), total)
        return (
            -cell.attacker_loss, -int(cell.attacker_suppressed), cell.defender_loss,
            int(cell.retreat), int(cell.defender_suppressed or cell.defender_loss > 0),
        )  # fmt: skip

    for total in range(-10, 30):
        assert all(a <= b for a, b in zip(worth(total), worth(total + 1), strict=True))


EXPECTED = {
    # odds + shifts: attackers' loss, defenders' loss (of 100 attacks), retreats of 36 (peers 5.5)
    -2: (89, 3, 0), -1: (67, 8, 0), 0: (44, 17, 1), 1: (28, 28, 3), 2: (17, 44, 6),
    3: (8, 67, 10), 4: (3, 89, 15), 5: (0, 111, 21), 6: (0, 133, 26),
}  # fmt: skip


@pytest.mark.parametrize("net", EXPECTED)
def test_expected_losses(net: int) -> None:
    """The table of the design, from the strip that is shipped."""
    cells = [(cell_for(duel(1, 1), roll + net), ways) for roll, ways in WAYS.items()]
    lost = sum(cell.attacker_loss * ways for cell, ways in cells)
    took = sum(cell.defender_loss * ways for cell, ways in cells)
    fled = sum(ways for cell, ways in cells if cell.retreat)
    assert (round(100 * lost / 36), round(100 * took / 36), fled) == EXPECTED[net]


def attacks() -> Iterator[tuple[str, GameState, Attack]]:
    """Attacks of every sort, for the laws below."""
    yield "even", duel(2, 2), Attack(1, ("a",))
    yield "overwhelming", duel(8, 1), Attack(1, ("a",), advance=("a",))
    yield "hopeless", duel(1, 6), Attack(1, ("a",))
    yield "city", duel(4, 3, "u", works={"1_0": 1}), Attack(1, ("a",))
    yield (
        "supported",
        duel(3, 3, "U", means={0: {"air": 2, "artillery": 2}}, population="020"),
        Attack(1, ("a",), 2, 1),
    )
    yield "stubborn", game(
        "dUd", [unit("a", 0, "assault", "0_0", 4),
                unit("foe", 1, "fighters", "1_0", 3, stand_fast=True)],
    ), Attack(1, ("a",))  # fmt: skip


CASES = list(attacks())
NAMES = [name for name, _state, _order in CASES]


@pytest.mark.parametrize(("_name", "state", "order"), CASES, ids=NAMES)
def test_the_preview_is_what_the_dice_bring(_name: str, state: GameState, order: Attack) -> None:
    """Rule 3.1: `odds` and the resolution agree on all 11 totals, line by line."""
    preview = odds(state, order)
    assert sum(outcome.cases for outcome in preview) == 36
    line = sheet(state, order)
    for outcome in preview:
        after, events = rolled(state, order, outcome.roll)
        event = resolved(events)
        assert outcome.cases == WAYS[outcome.roll]
        assert (event.roll, event.code) == (outcome.roll, outcome.cell.code)
        assert event.total == event.roll + event.odds_value + event.net
        assert (event.attack_strength, event.defence_strength) == (line.attack, line.defence)
        assert event.shifts == line.shifts
        cap = state.scenario.rules.shifts.cap
        assert event.net == max(-cap, min(cap, sum(s.value for s in event.shifts)))
        dice = next(e for e in events if isinstance(e, DiceRolled))
        assert dice.chance == (outcome.cases, 36)
        lost = sum(
            e.steps for e in events if isinstance(e, StepsLost) and e.why == "attack"
            and e.unit == number(state, "foe")
        )  # fmt: skip
        assert lost == min(outcome.cell.defender_loss, now(state, "foe").steps)
        assert bool(now(after, "a").suppressed) == (
            outcome.cell.attacker_suppressed and now(after, "a").steps > 0
        )


@pytest.mark.parametrize(("_name", "state", "order"), CASES, ids=NAMES)
def test_steps_left_are_monotone_in_the_dice(_name: str, state: GameState, order: Attack) -> None:
    """A higher roll never leaves the attackers fewer steps, nor the defenders more.

    Street fighting is the one exception (rule 3.4): a D result in a town costs the attackers.
    """
    street = state.scenario.rules.terrains[state.scenario.board.terrain[1]].built_up
    left = []
    for total in TOTALS:
        after, _ = rolled(state, order, total)
        left.append((now(after, "a").steps, -now(after, "foe").steps))
    for low, high in pairwise(left):
        assert low[1] <= high[1]
        assert street or low[0] <= high[0]


def test_an_attack_tires_and_a_hex_is_attacked_once() -> None:
    """Rule 3.1."""
    state = duel(2, 2, others=[unit("b", 0, "infantry", "0_0")])
    after, _ = rolled(state, Attack(1, ("a",)), 7)
    assert now(after, "a").fought
    assert after.struck == (1,)
    assert code(after, Attack(1, ("a",))) is Refusal.SPENT
    assert code(after, Attack(1, ("b",))) is Refusal.STRUCK


def test_a_bombardment_prepares_an_attack() -> None:
    """Rules 3.1, 4.3: each once a turn; who has been suppressed by fire defends at +2."""
    state = duel(4, 2, means={0: {"air": 3}})
    state = replace(state, recorded=True)
    order = Attack(1, ("a",), air=1)
    assert "defender_suppressed" not in {s.name for s in sheet(state, order).shifts}
    shelling = Recorded(Bombard(1, air=1), (Fixed(Purpose.BOMBARD, "", 12),))
    after, _ = apply(state, shelling)
    assert (after.bombarded, after.struck) == ((1,), ())
    assert code(after, Bombard(1, air=1)) is Refusal.STRUCK
    line = sheet(after, order)
    assert {s.name: s.value for s in line.shifts} == {"support": 1, "defender_suppressed": 2}
    assert odds(after, order)[5].cell == cell_for(after, 7 + line.value + 3)
    assert code(after, replace(order, air=3)) is Refusal.NO_MEANS, "points are those of the day"
    done, events = rolled(after, order, 7)
    assert resolved(events).shifts == line.shifts
    assert (done.bombarded, done.struck) == ((1,), (1,))
    fought, _ = rolled(state, Attack(1, ("a",)), 7)
    assert code(fought, Bombard(1, air=1)) is None


def test_who_may_not_attack() -> None:
    """Rules 3.1, 3.6, 1.5, 4.5."""
    state = duel(
        2, 2, neutral=True,
        others=[
            unit("still", 0, "infantry", "0_0", suppressed=2),
            unit("dug", 0, "infantry", "0_0", digging=True),
        ],
    )  # fmt: skip
    assert code(state, Attack(1, ())) is Refusal.UNKNOWN
    assert code(state, Attack(1, ("a", "a"))) is Refusal.UNKNOWN
    assert code(state, Attack(99, ("a",))) is Refusal.UNKNOWN
    assert code(state, Attack(1, ("foe",))) is Refusal.NOT_YOURS
    assert code(state, Attack(1, ("still",))) is Refusal.SUPPRESSED
    assert code(state, Attack(1, ("dug",))) is Refusal.SPENT
    assert code(state, Attack(2, ("a",))) is Refusal.NOT_ADJACENT
    assert code(state, Attack(1, ("a",), air=1)) is Refusal.NO_MEANS
    assert code(state, Attack(1, ("a",), car_bomb=True)) is Refusal.NO_MEANS
    assert code(state, Attack(1, ("a",), advance=("dug",))) is Refusal.UNKNOWN
    open_door = replace(state, corridors=(Corridor(0, 1, 1),))
    assert code(open_door, Attack(1, ("a",))) is Refusal.STRUCK
    empty = game("ddd", [("a", 0, "infantry", "0_0"), ("foe", 1, "infantry", "2_0")])
    assert code(empty, Attack(1, ("a",))) is Refusal.NO_ENEMY
    ghost = game("dd", [("a", 0, "infantry", "0_0"), unit("g", 1, "fighters", "1_0", hidden=True)])
    assert code(ghost, Attack(1, ("a",))) is Refusal.NO_ENEMY


def test_over_the_main_river() -> None:
    """Rules 3.1, 2.8: by crossing, or infantry in boats at a marked site."""

    def over(kind: str, *sites: Any) -> Refusal | None:
        state = game("dd", [("a", 0, kind, "0_0"), ("foe", 1, "infantry", "1_0")],
                     landmass="01", crossings=sites)  # fmt: skip
        return code(state, Attack(1, ("a",)))

    assert over("infantry") is Refusal.NO_WAY
    assert over("infantry", ("x", "pontoon_site", "0_0", "1_0", "open_site")) is None
    assert over("bridging", ("x", "pontoon_site", "0_0", "1_0", "open_site")) is Refusal.NO_WAY
    assert over("armour", ("x", "pontoon_site", "0_0", "1_0", "pontoon")) is Refusal.NO_WAY
    assert over("armour", ("x", "bridge", "0_0", "1_0", "intact")) is None


def test_the_strongest_results() -> None:
    """Rule 3.5: A2 suppresses and kills, the lead first; D2 R clears the hex."""
    state = game(
        "ddd", [unit("a", 0, "infantry", "0_0", 3), unit("b", 0, "militia", "0_0", 1),
                unit("foe", 1, "infantry", "1_0", 8)], control="011",
    )  # fmt: skip
    after, events = rolled(state, Attack(1, ("b", "a")), 2)
    assert resolved(events).code == "A2"
    assert now(after, "b").steps == 0, "the lead"
    assert (now(after, "a").steps, now(after, "a").suppressed) == (2, 2)
    assert after.losses[0].fallen == 2
    after, events = rolled(duel(8, 3), Attack(1, ("a",), advance=("a",)), 12)
    assert resolved(events).code == "D2 R"
    assert (now(after, "foe").steps, now(after, "foe").at) == (1, 2)
    assert now(after, "a").at == 1
    assert after.control[1] == 0


def test_suppression_of_all_defenders() -> None:
    """Rule 3.5: S."""
    state = duel(8, 2, others=[unit("two", 1, "infantry", "1_0", 3)])
    after, events = rolled(state, Attack(1, ("a",)), 8)
    assert resolved(events).code == "S"
    assert now(after, "foe").suppressed == 2
    assert now(after, "two").suppressed == 3
    assert Suppressed(number(state, "two"), 3) in events


@pytest.mark.parametrize(("kinds", "lost"), [(("infantry",), 1), (("infantry", "armour"), 0)])
def test_street_fighting(kinds: tuple[str, ...], lost: int) -> None:
    """Rule 3.4: a D result in a town costs the attackers a step unless they combine arms."""
    units = [unit(f"u{k}", 0, kind, "0_0", 4) for k, kind in enumerate(kinds)]
    state = game("du", [*units, unit("foe", 1, "militia", "1_0", 4)])
    order = Attack(1, tuple(u["id"] for u in units))
    line = sheet(state, order)
    after, events = rolled(state, order, 11 - line.value - line.net)
    assert resolved(events).code == "D1"
    assert sum(4 - now(after, name).steps for name in order.units) == lost
    assert any(isinstance(e, StepsLost) and e.why == "street fighting" for e in events) == bool(
        lost
    )


def test_engineers_break_into_a_position() -> None:
    """Rule 6.1: one level less on any D."""
    state = game("dd", [unit("a", 0, "engineers", "0_0", 8), unit("foe", 1, "militia", "1_0", 1)],
                 works={"1_0": 2})  # fmt: skip
    assert rolled(state, Attack(1, ("a",)), 7)[0].works[1] == 1
    assert rolled(state, Attack(1, ("a",)), 2)[0].works[1] == 2


def test_what_is_hidden_joins_the_battle_and_so_does_a_hidden_attacker_show() -> None:
    """Rules 2.6, 3.1: the preview counts who is seen, the dice count all."""
    state = duel(4, 2, others=[unit("ghost", 1, "fighters", "1_0", 2, hidden=True)])
    assert sheet(state, Attack(1, ("a",))).defence == 4
    after, events = rolled(state, Attack(1, ("a",)), 7)
    assert resolved(events).defence_strength == 8
    assert UnitRevealed(number(state, "ghost")) in events
    raid = game("dd", [unit("a", 0, "fighters", "0_0", hidden=True), ("foe", 1, "militia", "1_0")])
    after, _ = rolled(raid, Attack(1, ("a",)), 7)
    assert not now(after, "a").hidden


def test_points_and_bombs_are_spent_and_rolled_for_each_by_its_cause() -> None:
    """Rules 4.2, 4.4, 6.6."""
    state = duel(2, 2, "v", population="030",
                 means={0: {"air": 2, "artillery": 2, "car_bombs": 1}})  # fmt: skip
    order = Attack(1, ("a",), air=1, artillery=2, car_bomb=True)
    dice = (Fixed(Purpose.ATTACK, "", 7), *[Fixed(Purpose.HARM, "", 2)] * 4)
    after, events = apply(replace(state, recorded=True), Recorded(order, dice))
    means = after.means[0]
    assert (means.air, means.artillery, means.car_bombs) == (1, 0, 0)
    assert CarBombUsed(0, 1, False) in events
    assert [e.cause for e in events if isinstance(e, HarmRecorded)] == [
        "air strike", "shelling", "shelling", "car bomb",
    ]  # fmt: skip


def test_a_day_s_work_and_an_attack_exclude_each_other() -> None:
    """Rules 3.1, 6.1, 6.4."""
    worked = duel(2, 2, others=[unit("b", 0, "engineers", "0_0", fought=True, fresh=False)])
    assert code(worked, Attack(1, ("b",))) is Refusal.SPENT


def test_numbers_of_the_strip_stand_in_the_rules_file() -> None:
    assert [cell.code for cell in standard_rules().strip] == [
        "A2", "A1s", "A1", "-", "S", "D1", "D1 R", "D2 R",
    ]  # fmt: skip
