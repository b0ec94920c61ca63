"""Laws that hold in every battle, tried on random ones (design: invariants to test)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.apply import apply
from game.engine.draft import Draft
from game.engine.events import Event, StepsLost, UnitRefitted, UnitRemoved
from game.engine.legal_orders import legal_orders
from game.engine.legality import why_illegal
from game.engine.new_game import new_game
from game.engine.order_text import read, write
from game.engine.orders import (
    AttachLeader,
    Attack,
    AttackBox,
    BuildCrossing,
    ClaimBox,
    ClearBelt,
    CollapseTunnel,
    Convoy,
    CrossRiver,
    DemolishCrossing,
    DigIn,
    EndTurn,
    EnterMap,
    HandOver,
    Hold,
    LayDown,
    LeaveBattle,
    LeaveMap,
    Move,
    NextDay,
    OfferTerms,
    OpenCorridor,
    OperationalMove,
    Order,
    Refit,
    StandFast,
    TravelBox,
    TunnelMove,
    Withdraw,
)
from game.engine.refusal import IllegalOrder, Refusal
from game.engine.rules.civilians import record_harm
from game.engine.rules.dials import grade
from game.engine.rules.objectives import status
from game.engine.rules.odds import odds, sheet
from game.engine.rules.presence import hostile, side_of, stacks, units_in_box
from game.engine.rules.river_assault import ways_over
from game.engine.rules.support import day_points
from game.engine.state import GameState, Status, digest
from game.engine.view import view_for
from tests.property.battles import Played, battle, play

SHORTHANDS = (Attack, Withdraw)
"""Orders of which `legal_orders` lists only some."""

seeds = st.integers(0, 1 << 40)


def moments(seed: int, most: int = 4) -> Iterator[GameState]:
    """Some states of a random game, the first among them."""
    rng = Random(seed)
    state = battle(rng)
    yield state
    states = [step[2] for step in play(state, rng)]
    yield from rng.sample(states, min(most, len(states)))


def every_order(state: GameState) -> Iterator[Order]:
    """Every order that could be given in a small battle, but for attacks and fire."""
    board, oob = state.scenario.board, state.scenario.oob
    hexes, boxes = range(board.grid.size), [box.id for box in board.boxes]
    for card in oob.units:
        for h in hexes:
            yield from (Move(card.id, h), OperationalMove(card.id, h), CrossRiver(card.id, h))
            yield from (EnterMap(card.id, h), ClearBelt(card.id, h))
        for site in board.crossings:
            yield from (BuildCrossing(card.id, site.id), DemolishCrossing(card.id, site.id))
        for tunnel in oob.tunnels:
            yield from (TunnelMove(card.id, tunnel.id), CollapseTunnel(card.id, tunnel.id))
        for box in boxes:
            yield from (LeaveMap(card.id, box), TravelBox(card.id, box))
        for leader in oob.leaders:
            yield AttachLeader(leader.id, card.id)
        yield from (DigIn(card.id), Refit(card.id), Hold(card.id), LayDown(card.id))
        yield from (StandFast(card.id, True), StandFast(card.id, False), LeaveBattle(card.id))
    for h in hexes:
        yield from (OfferTerms(h), OpenCorridor(h))
    for place in board.places:
        yield Convoy(place.id)
        for side in oob.sides:
            yield from (HandOver(place.id, side.id, box) for box in ("", *boxes))
    for box in boxes:
        yield ClaimBox(box)
    yield from (EndTurn(), NextDay())


@given(seeds)
@settings(max_examples=60)
def test_what_is_listed_is_what_is_legal(seed: int) -> None:
    """For every order but attacks and fire: it is listed if and only if it is not refused."""
    for state in moments(seed):
        listed = legal_orders(state)
        assert len(set(listed)) == len(listed)
        refused = [order for order in listed if why_illegal(state, order) is not None]
        assert refused == []
        unlisted = [
            order
            for order in set(every_order(state)) - set(listed)
            if why_illegal(state, order) is None
        ]
        assert unlisted == []


@given(seeds)
@settings(max_examples=60)
def test_an_attack_is_legal_if_it_is_legal_for_each_attacker(seed: int) -> None:
    """So that listing single attackers and all of them loses nothing (tunnels aside).

    But over the main river only as many as boats and ferries carry, in whatever order they come.
    """
    rng = Random(seed)
    for state in moments(seed):
        own = [c.id for n, c in enumerate(state.scenario.oob.units) if c.side == state.active]
        for h in range(state.scenario.board.grid.size):
            some = tuple(rng.sample(own, rng.randint(0, len(own))))
            each = [why_illegal(state, Attack(h, (name,))) is None for name in some]
            refused = why_illegal(state, Attack(h, some))
            legal = refused is None
            assert (why_illegal(state, Attack(h, some[::-1])) is None) == legal
            if refused and some and all(each):
                assert refused.code in (Refusal.NO_MEANS, Refusal.NO_WAY)
                numbers = [state.scenario.oob.unit_index[name] for name in some]
                assert len(ways_over(state, numbers, h)) > 1
            else:
                assert legal == (bool(some) and all(each))
            listed = [o for o in legal_orders(state) if isinstance(o, Attack) and o.target == h]
            assert not legal or {(name,) for name in some} <= {order.units for order in listed}


@given(seeds)
@settings(max_examples=60)
def test_the_same_in_a_box(seed: int) -> None:
    """Rule 7.3."""
    rng = Random(seed)
    for state in moments(seed):
        for number, box in enumerate(state.scenario.board.boxes):
            inside = [state.scenario.oob.units[n].id for n in units_in_box(state, number)]
            some = tuple(rng.sample(inside, rng.randint(0, len(inside))))
            each = [why_illegal(state, AttackBox(box.id, (name,))) is None for name in some]
            legal = why_illegal(state, AttackBox(box.id, some)) is None
            assert legal == (bool(some) and all(each))
            listed = {o.units for o in legal_orders(state) if isinstance(o, AttackBox)}
            assert not legal or {(name,) for name in some} <= listed


@given(seeds)
@settings(max_examples=60)
def test_a_refused_order_changes_nothing(seed: int) -> None:
    """`apply` raises, and the state is as it was."""
    rng = Random(seed)
    for state in moments(seed, 2):
        before = digest(state)
        orders = sorted(every_order(state), key=repr)
        for order in rng.sample(orders, min(30, len(orders))):
            if why_illegal(state, order) is not None:
                with pytest.raises(IllegalOrder):
                    apply(state, order)
        assert digest(state) == before


def in_play(state: GameState) -> int:
    return sum(unit.steps for unit in state.units)


def lost(events: tuple[Event, ...], before: GameState, after: GameState) -> int:
    """Steps that the events account for, by any way out of the battle."""
    fallen = sum(e.steps for e in events if isinstance(e, StepsLost))
    refitted = sum(isinstance(e, UnitRefitted) for e in events)
    gave_up = sum(a.surrendered - b.surrendered
                  for a, b in zip(after.losses, before.losses, strict=True))  # fmt: skip
    return fallen + gave_up - refitted


def check_state(state: GameState) -> None:
    """What is true of every state of every game."""
    limits = state.scenario.rules.movement
    assert 0 <= state.boats_used <= state.scenario.rules.ground.boat_capacity
    for unit in state.units:
        assert 0 <= unit.suppressed <= unit.steps
        assert unit.mp >= 0
        assert (unit.status is Status.ON_MAP) == (unit.at >= 0 and unit.due == 0)
        assert unit.steps > 0 or unit.status in (Status.ELIMINATED, Status.SURRENDERED)
    for here in stacks(state).values():
        sides = {side_of(state, n) for n in here}
        assert len(sides) == 1, "two sides in one hex"
        assert len(here) <= limits.stack_units
        assert sum(state.units[n].steps for n in here) <= limits.stack_steps
    for means in state.means:
        assert (
            min(means.air, means.artillery, means.car_bombs, means.replacements, means.attacks) >= 0
        )
    assert list(state.flags) == sorted(state.flags)
    assert len({name for name, _ in state.flags}) == len(state.flags)
    assert state.dice.fixed == ()


def check_step(step: Played) -> None:
    """What is true of every order carried out."""
    before, order, after, events = step
    assert len(after.units) == len(before.units)
    assert in_play(before) - in_play(after) == lost(events, before, after), order
    removed = {e.unit for e in events if isinstance(e, UnitRemoved)}
    gone = (Status.ELIMINATED, Status.SURRENDERED, Status.DEPARTED)
    for number, (old, new) in enumerate(zip(before.units, after.units, strict=True)):
        assert (number in removed) == (new.status in gone and old.status not in gone)
    assert after.dice.drawn >= before.dice.drawn
    assert all(event.rule for event in events)
    check_state(after)


@given(seeds)
@settings(max_examples=150)
def test_nothing_is_lost_or_won_without_an_event(seed: int) -> None:
    """Steps, units, stacks, sides, movement: in every step of a random game."""
    rng = Random(seed)
    for step in play(battle(rng), rng):
        check_step(step)


@given(seeds)
@settings(max_examples=60)
def test_replay_is_play(seed: int) -> None:
    """The orders written down and read again give the same states."""
    rng = Random(seed)
    steps = play(battle(rng), rng)
    state = steps[0][0]
    for _before, order, after, events in steps:
        text = write(state.scenario, order)
        state, told = apply(state, read(state.scenario, text))
        assert digest(state) == digest(after), text
        assert told == events


@given(seeds)
@settings(max_examples=40)
def test_games_end(seed: int) -> None:
    """Even if nobody does anything, in the night of the last day."""
    state, _ = new_game(battle(Random(seed)).scenario, seed)
    days = 0
    while not state.ended:
        order = legal_orders(state)[-1]
        assert isinstance(order, (EndTurn, NextDay))
        days += isinstance(order, NextDay)
        state, _ = apply(state, order)
    assert days == state.scenario.turns - 1
    assert legal_orders(state) == ()


@given(seeds)
@settings(max_examples=80)
def test_what_is_hidden_never_shows_in_what_may_be_ordered(seed: int) -> None:
    """The list is the same for one who knows only what his side sees."""
    for state in moments(seed):
        if state.active < len(state.scenario.oob.sides):
            assert legal_orders(view_for(state, state.active)) == legal_orders(state)


@given(seeds)
@settings(max_examples=60)
def test_a_view_hides_and_changes_nothing_of_one_s_own(seed: int) -> None:
    for state in moments(seed, 2):
        for side in range(len(state.scenario.oob.sides)):
            seen = view_for(state, side)
            for number, unit in enumerate(seen.units):
                if side_of(state, number) == side:
                    assert unit == state.units[number]
                assert not (unit.hidden and side_of(state, number) != side) or unit.box >= 0
            assert seen.means[side] == state.means[side]
            assert seen.dice.seed != state.dice.seed


@given(seeds)
@settings(max_examples=60)
def test_odds_are_a_distribution_that_rises_with_the_dice(seed: int) -> None:
    for state in moments(seed):
        for order in legal_orders(state):
            if not isinstance(order, Attack):
                continue
            line, preview = sheet(state, order), odds(state, order)
            cap = state.scenario.rules.shifts.cap
            assert line.net == max(-cap, min(cap, sum(s.value for s in line.shifts)))
            assert all(s.value for s in line.shifts)
            assert sum(outcome.cases for outcome in preview) == 36
            worth = [(-o.cell.attacker_loss, o.cell.defender_loss, o.cell.retreat) for o in preview]
            for part in zip(*worth, strict=True):
                assert list(part) == sorted(part)


@given(seeds)
@settings(max_examples=60)
def test_harm_never_improves_anything(seed: int) -> None:
    """Another entry in the ledger: no better grade, no objective, no point more, no order more."""
    rng = Random(seed)
    for state in moments(seed, 2):
        side, h = rng.randrange(2), rng.randrange(state.scenario.board.grid.size)
        state = replace(state, scenario=replace(state.scenario, grade_side=side))
        d = Draft(state)
        for _ in range(rng.randint(1, 5)):
            record_harm(d, side, h, "shelling")
        worse = d.freeze()
        assert grade(worse, side).index >= grade(state, side).index
        for number in range(len(state.scenario.objectives)):
            assert status(worse, number) == status(state, number)
        for then in (state.turn, state.turn + 1):
            points = day_points(replace(worse, turn=then), side)
            assert points <= day_points(replace(state, turn=then), side)
        assert [m.car_bombs for m in worse.means] == [m.car_bombs for m in state.means]


@given(seeds)
@settings(max_examples=40)
def test_enemies_and_friends_are_mutual(seed: int) -> None:
    for state in moments(seed, 1):
        count = len(state.scenario.oob.sides)
        for a in range(count):
            assert not hostile(state, a, a)
            for b in range(count):
                assert hostile(state, a, b) == hostile(state, b, a)


def test_the_generator_brings_every_kind_of_order_up() -> None:
    """Otherwise the laws above would say little."""
    seen: set[str] = set()
    for seed in range(150):
        rng = Random(seed)
        seen |= {type(step[1]).__name__ for step in play(battle(rng), rng)}
    assert {
        "Move", "Attack", "Bombard", "DigIn", "StandFast", "Withdraw", "EnterMap", "LeaveMap",
        "TravelBox", "Refit", "AttachLeader", "Hold", "EndTurn", "NextDay", "OpenCorridor",
        "OperationalMove", "CrossRiver", "ClaimBox", "AttackBox", "DemolishCrossing",
        "BuildCrossing", "OfferTerms", "LayDown", "Convoy",
    } <= seen  # fmt: skip
