"""Scripted events and decrees (rules 9.1 to 9.3)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.engine.apply import apply
from game.engine.board import NO_SIDE, Place
from game.engine.dice import Fixed, Purpose
from game.engine.draft import Draft
from game.engine.events import (
    AgreementMade,
    ControlChanged,
    CrossingChanged,
    Decreed,
    FlagSet,
    HarmRecorded,
    LeaderLost,
    MeansChanged,
    PopulationChanged,
    RelationChanged,
    ScriptedEventFired,
    StepsLost,
    UnitArrived,
    UnitRevealed,
)
from game.engine.forces import Relation
from game.engine.legality import why_illegal
from game.engine.orders import Decree
from game.engine.refusal import Refusal
from game.engine.rules.conditions import TESTS
from game.engine.rules.effects import EFFECTS
from game.engine.rules.scripted import apply_effects, fire_events, holds
from game.engine.scenario import Condition, Effect, Objective, ObjectiveKind, ScriptedEvent
from game.engine.state import GameState, Harm, Means, ObjectiveNow, Status
from tests.engine.small import game, now, number, unit

PLACES = (
    Place("town", "Town", "", "town", (1, 2), 1),
    Place("away", "Away", "", "town", (), -1, box=0),
)
ALWAYS = Condition("always")
NEVER = Condition("none", parts=(ALWAYS,))


def event(name: str, when: Condition = ALWAYS, *effects: Effect, **more: Any) -> ScriptedEvent:
    return ScriptedEvent(name, name, "", "", when, effects, **more)


def played(**more: Any) -> GameState:
    rest: dict[str, Any] = {
        "control": "00111\n00111",
        "places": PLACES,
        "boxes": [{"id": "box", "start_control": 1}],
        "crossings": [("bridge", "bridge", "0_0", "1_0", "intact")],
        "leaders": [{"id": "chief", "side": 0, "unit": "a"}],
        "formations": [("tiger", 0)],
        "population": "02300\n00000",
        "turn": 4,
        **more,
    }
    units = [
        unit("a", 0, "infantry", "1_0", formation="tiger"),
        unit("b", 1, "fighters", "3_0", steps=3, hidden=True),
        unit("c", 1, "fighters", box="box"),
    ]
    return game("ddddd\nddddd", units, **rest)


def changed(state: GameState, *effects: Effect) -> Draft:
    draft = Draft(state)
    apply_effects(draft, effects, "event")
    return draft


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (ALWAYS, True),
        (Condition("turn", first=4, last=4), True),
        (Condition("turn", first=2), True),
        (Condition("turn", first=5), False),
        (Condition("turn", last=3), False),
        (Condition("controls", side=0, place=0), False),
        (Condition("controls", side=0, place=0, percent=50), True),
        (Condition("controls", side=1, place=0, percent=51), False),
        (Condition("controls", side=1, place=1), True),
        (Condition("controls", side=0, place=1, percent=1), False),
        (Condition("alive", name="a"), True),
        (Condition("unit_at", name="a", place=0), True),
        (Condition("unit_at", name="b", place=0), False),
        (Condition("unit_at", name="c", place=1), True),
        (Condition("unit_at", name="c", place=0), False),
        (Condition("unit_at", name="a", place=1), False),
        (Condition("formation_at", name="tiger", place=0), True),
        (Condition("formation_at", name="f1", place=1), True),
        (Condition("formation_at", name="f1", place=0), False),
        (Condition("fired", name="landing"), True),
        (Condition("fired", name="storm"), False),
        (Condition("met", name="G01"), True),
        (Condition("met", name="G02"), False),
        (Condition("state", name="bridge", value="intact"), True),
        (Condition("state", name="bridge", value="destroyed"), False),
        (Condition("flag", name="talks", value="on"), True),
        (Condition("flag", name="talks", value="off"), False),
        (Condition("flag", name="other", value="on"), False),
        (Condition("flag", name="talks"), True),
        (Condition("flag", name="other"), False),
        (Condition("all", parts=(ALWAYS, ALWAYS)), True),
        (Condition("all", parts=(ALWAYS, NEVER)), False),
        (Condition("any", parts=(NEVER, ALWAYS)), True),
        (Condition("any", parts=(NEVER,)), False),
        (Condition("none", parts=(NEVER,)), True),
        (NEVER, False),
    ],
)
def test_conditions(condition: Condition, expected: bool) -> None:
    objective = Objective(
        "G01", 0, "", "", "", "", (0,), ObjectiveKind.ALL_HEXES, 0, 1, 9, 0, 1
    )  # fmt: skip
    state = played(
        events=[event("landing"), event("storm")],
        objectives=[objective, replace(objective, id="G02")],
        flags=(("talks", "on"),),
    )
    state = replace(state, fired=(2, 0), objectives=(ObjectiveNow(met_on=3), ObjectiveNow()))
    assert holds(state, condition) is expected
    assert holds(Draft(state), condition) is expected


def test_every_test_and_effect_in_the_documentation_is_there() -> None:
    documented = (Condition.__doc__ or "").split("Tests:")[1]
    assert all(test in documented for test in TESTS)
    assert all(effect in (Effect.__doc__ or "") for effect in EFFECTS)
    with pytest.raises(ValueError, match="no test 'moon'"):
        holds(played(), Condition("moon"))
    with pytest.raises(ValueError, match="no effect 'moon'"):
        changed(played(), Effect("moon"))


def test_a_fallen_unit_is_not_alive() -> None:
    draft = Draft(played())
    draft.lose_steps(0, 9, "attack")
    assert not holds(draft, Condition("alive", name="a"))


def test_control() -> None:
    draft = changed(played(), Effect("control", side=0, hexes=(3,), places=(0, 1)))
    assert [draft.control[h] for h in (1, 2, 3, 4)] == [0, 0, 0, 1]
    assert draft.boxes[0] == 0
    assert ControlChanged((3, 2), 0, "event") in draft.events
    assert changed(played(), Effect("control", side=-1, box=0)).boxes[0] == NO_SIDE
    assert changed(played(), Effect("control", side=0)).boxes[0] == 1


def test_units_come_and_go() -> None:
    draft = changed(played(), Effect("place_unit", unit="c", hexes=(4,)))
    assert (now(draft, "c").status, now(draft, "c").at) == (Status.ON_MAP, 4)
    assert UnitArrived(2, 4, -1) in draft.events
    draft = changed(played(), Effect("place_unit", unit="a", box=0))
    assert (now(draft, "a").status, now(draft, "a").box) == (Status.IN_BOX, 0)
    draft = changed(
        played(),
        Effect("remove_unit", unit="a", value="eliminated"),
        Effect("place_unit", unit="a", hexes=(0,)),
        Effect("remove_unit", unit="c", value="departed"),
        Effect("remove_unit", unit="b", value="surrendered"),
        Effect("remove_unit", unit="b", value="eliminated"),
    )
    assert (now(draft, "a").status, now(draft, "a").steps) == (Status.ON_MAP, 2)
    assert now(draft, "c").status is Status.DEPARTED
    assert now(draft, "b").status is Status.SURRENDERED
    assert (draft.losses[0].fallen, draft.losses[1].surrendered) == (2, 3)


def test_steps_suppression_and_revealing() -> None:
    draft = changed(
        played(),
        Effect("lose_steps", unit="b", amount=1),
        Effect("suppress", unit="b"),
        Effect("suppress", unit="a", amount=1),
        Effect("reveal", unit="b"),
        Effect("lose_leader", name="chief"),
    )
    assert (now(draft, "b").steps, now(draft, "b").suppressed) == (2, 2)
    assert now(draft, "a").suppressed == 1
    assert StepsLost(1, 1, "event") in draft.events
    assert UnitRevealed(1) in draft.events
    assert LeaderLost(0, 0) in draft.events


def test_relations_crossings_and_support() -> None:
    draft = changed(
        played(means={0: Means(air=1, car_bombs=1)}),
        Effect("relation", side=0, other=1, value="neutral"),
        Effect("relation", side=0, other=1, value="neutral"),
        Effect("crossing", name="bridge", value="destroyed"),
        Effect("support", side=0, value="air", amount=2),
        Effect("support", side=0, value="car_bombs", amount=-3),
        Effect("support", side=0, value="replacements", amount=1),
    )
    assert draft.relations[0][1] is draft.relations[1][0] is Relation.NEUTRAL
    assert draft.events.count(RelationChanged(0, 1, Relation.NEUTRAL)) == 1
    assert draft.crossings[0].state == "destroyed"
    assert any(isinstance(e, CrossingChanged) for e in draft.events)
    assert draft.means[0] == Means(air=3, car_bombs=0, replacements=1)
    assert MeansChanged(0, "car_bombs", -1) in draft.events
    with pytest.raises(ValueError, match="no support 'gold'"):
        changed(played(), Effect("support", side=0, value="gold", amount=1))


def test_civilians_agreements_and_flags() -> None:
    draft = changed(
        played(flags=(("zeal", "1"),)),
        Effect("harm", side=1, hexes=(2,), value="mine"),
        Effect("harm", hexes=(2,), value="air strike"),
        Effect("population", hexes=(1, 2, 3), amount=-2),
        Effect("population", hexes=(2,), amount=9),
        Effect("agreement", side=1, other=0, places=(0,)),
        Effect("flag", name="talks", value="on"),
        Effect("message"),
    )
    assert draft.harm == (Harm(4, 2, 1, "mine"), Harm(4, 2, NO_SIDE, "air strike"))
    assert HarmRecorded(2, 1, "mine") in draft.events
    assert [draft.population[h] for h in (1, 2, 3)] == [0, 3, 0]
    assert draft.events.count(PopulationChanged(3, 0)) == 0
    assert AgreementMade(1, 0, (0,)) in draft.events
    assert draft.flags == (("talks", "on"), ("zeal", "1"))
    assert FlagSet("talks", "on") in draft.events


def test_events_fire_in_order_and_see_each_other() -> None:
    state = played(
        events=[
            event("second", Condition("flag", name="x", value="1"), Effect("message")),
            event("first", ALWAYS, Effect("flag", name="x", value="1")),
            event("third", Condition("fired", name="first"), Effect("message"), once=False),
            event("never", NEVER),
        ]
    )
    draft = Draft(state)
    fire_events(draft)
    assert draft.fired == [0, 4, 4, 0]
    assert draft.events[:2] == [ScriptedEventFired(1), FlagSet("x", "1")]
    draft.turn, draft.events = 5, []
    fire_events(draft)
    assert draft.fired == [5, 4, 5, 0]
    assert draft.events == [ScriptedEventFired(0), ScriptedEventFired(2)]


@pytest.mark.parametrize(("face", "fires"), [(70, False), (71, True), (100, True), (1, False)])
def test_an_event_with_a_chance_of_30_percent(face: int, fires: bool) -> None:
    state = played(events=[event("storm", ALWAYS, chance=30)])
    draft = Draft(state)
    draft.dice = replace(draft.dice, fixed=(Fixed(Purpose.EVENT, "storm", face),))
    fire_events(draft)
    assert (draft.fired[0] == 4) is fires
    assert draft.dice.fixed == ()


def test_decrees_belong_to_the_record() -> None:
    decree = Decree("press of the day", (Effect("control", side=0, hexes=(3,)),))
    refused = why_illegal(played(), decree)
    assert refused is not None
    assert refused.code is Refusal.NOT_RECORDED
    state = played(recorded=True)
    after, events = apply(state, decree)
    assert after.decrees == 1
    assert events == (Decreed("press of the day"), ControlChanged((3,), 0, "decree"))
    for wrong in (Decree(" ", ()), Decree("why", (Effect("moon"),))):
        assert why_illegal(state, wrong) is not None
    assert number(after, "a") == 0
