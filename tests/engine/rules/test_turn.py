"""The day and its seams (rule 1.1, 8.3)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.engine.apply import apply
from game.engine.dice import Fixed, Purpose
from game.engine.events import (
    DayBegan,
    DayEnded,
    GameEnded,
    MeansChanged,
    Rallied,
    SideBegan,
    SideEnded,
    SupplyChanged,
    WorksChanged,
)
from game.engine.legal_orders import legal_orders
from game.engine.legality import why_illegal
from game.engine.new_game import new_game
from game.engine.orders import (
    Attack,
    AttackBox,
    Bombard,
    Decree,
    DigIn,
    EndTurn,
    Hold,
    Move,
    NextDay,
    Order,
    Recorded,
)
from game.engine.refusal import Refusal
from game.engine.scenario import Effect
from game.engine.state import ExtraMeans, GameState, Status, Supply
from tests.engine.small import game, now, unit


def code(state: GameState, order: Order) -> Refusal | None:
    refused = why_illegal(state, order)
    return refused.code if refused else None


def play(state: GameState, *orders: Order) -> GameState:
    for order in orders:
        state, _ = apply(state, order)
    return state


def duel(**more: Any) -> GameState:
    units = more.pop("units", [("a", 0, "infantry", "0_0"), ("foe", 1, "infantry", "4_0")])
    return game("ddddd", units, **more)


def test_a_day_goes_round() -> None:
    state = duel()
    state, events = apply(state, EndTurn())
    assert state.active == 1
    assert [type(e) for e in events if isinstance(e, (SideEnded, SideBegan))] == [
        SideEnded, SideBegan,
    ]  # fmt: skip
    state, events = apply(state, EndTurn())
    assert state.active == 2, "night"
    assert DayEnded(1) in events
    assert legal_orders(state) == (NextDay(),)
    assert code(state, EndTurn()) is Refusal.NOT_YOURS
    assert code(state, Hold("a")) is Refusal.NOT_YOURS
    state, events = apply(state, NextDay())
    assert (state.turn, state.active) == (2, 0)
    assert DayBegan(2) in events
    assert code(state, NextDay()) is Refusal.NOT_YOURS


def test_the_game_ends_in_the_night_of_the_last_day() -> None:
    """Rule 8.3."""
    state = play(duel(turns=1), EndTurn())
    state, events = apply(state, EndTurn())
    assert state.ended
    assert GameEnded(1) in events
    assert legal_orders(state) == ()
    assert code(state, NextDay()) is Refusal.GAME_OVER


def test_units_are_fresh_every_day() -> None:
    state = play(duel(), Move("a", 1), EndTurn(), EndTurn(), NextDay())
    a = now(state, "a")
    assert (a.mp, a.fresh, a.fought, a.digging) == (12, True, False, False)


def test_struck_hexes_and_boats_are_forgotten_at_the_next_side() -> None:
    state = play(
        replace(duel(), struck=(3,), bombarded=(3,), boats_used=2, struck_boxes=(0,)), EndTurn()
    )
    assert (state.struck, state.boats_used, state.struck_boxes) == ((), 0, ())
    assert state.bombarded == ()


def test_recovery_comes_when_the_side_ends_its_turn() -> None:
    """Works, rallying; in that sequence, and for that side only."""
    tired = [unit("a", 0, "infantry", "0_0", suppressed=1), unit("b", 0, "infantry", "1_0"),
             unit("foe", 1, "infantry", "4_0", suppressed=2)]  # fmt: skip
    state = play(duel(units=tired), DigIn("b"))
    state, events = apply(state, EndTurn())
    assert state.works[1] == 1
    kinds = [type(e) for e in events if isinstance(e, (WorksChanged, Rallied, SupplyChanged))]
    assert kinds == [WorksChanged, Rallied, SupplyChanged], "the last is the next side's"
    assert now(state, "foe").suppressed == 2


def test_supply_is_checked_when_the_side_begins() -> None:
    state = play(duel(), EndTurn())
    assert now(state, "foe").supply is Supply.LOW
    assert now(state, "a").supply is Supply.SUPPLIED


def test_the_first_day_of_a_game() -> None:
    scenario = duel().scenario
    state, events = new_game(scenario, 7)
    assert events[0] == DayBegan(1)
    assert isinstance(events[-1], SideBegan)
    assert (state.turn, state.active, state.dice.seed) == (1, 0, 7)


def test_hold_is_for_units_that_are_there() -> None:
    """Rule 1.4."""
    units = [("a", 0, "infantry", "0_0"), unit("late", 0, "infantry"),
             unit("dead", 0, "infantry", status=Status.ELIMINATED, steps=0)]  # fmt: skip
    state = duel(units=units)
    held = play(state, Hold("a"))
    assert (now(held, "a").mp, now(held, "a").fought) == (0, True)
    assert code(state, Hold("late")) is Refusal.NOT_HERE
    assert code(state, Hold("dead")) is Refusal.NOT_HERE


def decreed(state: GameState, what: str, amount: int, days: int, side: int = 0) -> GameState:
    effect = Effect("support", side=side, value=what, amount=amount, days=days)
    return apply(state, Decree("because", (effect,)))[0]


def points(state: GameState, days: int) -> list[tuple[int, int]]:
    """Air and artillery of side 0 on each of so many days."""
    seen = []
    for _ in range(days):
        seen.append((state.means[0].air, state.means[0].artillery))
        state = play(state, EndTurn(), EndTurn(), NextDay())
    return seen


def test_extra_points_stand_for_their_days() -> None:
    """Rule 9.2: this day included; they do not pile up, and lapse."""
    state = decreed(duel(recorded=True), "air", 2, 3)
    assert state.extra == (ExtraMeans(0, "air", 2, 3),)
    assert points(state, 5) == [(2, 0), (2, 0), (2, 0), (0, 0), (0, 0)]
    assert points(decreed(duel(recorded=True), "artillery", 1, 0), 2) == [(0, 1), (0, 0)]


def test_points_may_be_taken_away_but_not_below_none() -> None:
    """Rule 9.2."""
    daily = [{"side": 0, "first": 1, "last": 9, "air": 2}]
    state = duel(recorded=True, support=daily, means={0: {"air": 2}})
    assert points(decreed(state, "air", -1, 2), 3) == [(1, 0), (1, 0), (2, 0)]
    assert points(decreed(state, "air", -5, 2), 3) == [(0, 0), (0, 0), (2, 0)]


def test_stocks_stay() -> None:
    """Rule 9.2: car bombs and replacements."""
    state = decreed(duel(recorded=True), "replacements", 2, 1)
    later = play(state, EndTurn(), EndTurn(), NextDay())
    assert later.means[0].replacements == 2
    _, events = apply(later, Decree("x", (Effect("support", side=0, value="car_bombs", amount=1),)))
    assert MeansChanged(0, "car_bombs", 1) in events


def test_a_box_is_attacked_once_in_a_side_s_turn() -> None:
    """Rule 7.3."""
    units = [unit(n, 0, "infantry", box="b") for n in ("a", "c")]
    state = game("d", [*units, unit("foe", 1, "infantry", box="b", steps=8)],
                 boxes=[{"id": "b", "start_control": 1}])  # fmt: skip
    state = play(state, AttackBox("b", ("a",)))
    assert state.struck_boxes == (0,)
    assert code(state, AttackBox("b", ("c",))) is Refusal.STRUCK
    state = play(state, EndTurn(), EndTurn(), NextDay())
    assert code(state, AttackBox("b", ("c",))) is None


def test_fixed_dice_must_be_such_as_the_roll_can_show() -> None:
    """Rule 9.3: one die for a belt, two for an attack."""
    state = duel(recorded=True)
    assert code(state, Recorded(Move("a", 1), (Fixed(Purpose.BELT, "", 7),))) is Refusal.BAD_DICE
    assert code(state, Recorded(Move("a", 1), (Fixed(Purpose.ATTACK, "", 1),))) is Refusal.BAD_DICE
    assert code(state, Recorded(Move("a", 1), (Fixed(Purpose.ATTACK, "", 12),))) is None
    after, _ = apply(state, Recorded(Move("a", 1), (Fixed(Purpose.ATTACK, "", 12),)))
    assert after.dice.fixed == ()
    assert code(replace(state, recorded=False), Recorded(Move("a", 1))) is Refusal.NOT_RECORDED
    nested = Recorded(Recorded(Move("a", 1)))
    assert code(state, nested) is Refusal.NOT_RECORDED


def test_a_state_keeps_its_tables_to_itself() -> None:
    """Tables worked out for one state are never those of another."""
    state = duel()
    why_illegal(state, Move("a", 2))
    assert state.memo
    assert not replace(state, turn=5).memo
    assert code(state, Bombard(4, 1)) is Refusal.NO_MEANS
    assert code(state, Attack(4, ("a",))) is Refusal.NOT_ADJACENT
