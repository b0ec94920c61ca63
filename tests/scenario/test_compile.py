"""What the tiny package becomes."""

from __future__ import annotations

from datetime import date

import pytest

from game.engine.board import NO_SIDE, NOWHERE, CrossingState, River
from game.engine.forces import Relation
from game.engine.scenario import Condition, Scenario
from game.hexes import opposite
from game.scenario.package import load_record, load_scenario, scenario_dates
from tests.scenario.packages import TINY, Package


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario(TINY, cache=False)


def river(scenario: Scenario, a: str, b: str) -> River:
    grid = scenario.board.grid
    here, there = grid.parse(a), grid.parse(b)
    direction = grid.direction(here, there)
    found = scenario.board.rivers[6 * here + direction]
    assert scenario.board.rivers[6 * there + opposite(direction)] == found
    return River(found)


def test_header(scenario: Scenario) -> None:
    assert (scenario.id, scenario.title, scenario.turns) == ("tiny", "The ford", 7)
    assert (scenario.start, scenario.grade_side) == ("2017-09-14", 0)
    assert len(scenario.content_hash) == 16


def test_terrain_by_the_letters_of_the_rules_and_the_legend(scenario: Scenario) -> None:
    board, rules = scenario.board, scenario.rules
    names = [rules.terrains[number].id for number in board.terrain]
    assert names[board.grid.parse("0_0")] == "desert"
    assert names[board.grid.parse("4_1")] == "village"
    assert names[board.grid.parse("3_2")] == "urban"


def test_rivers_between_landmasses(scenario: Scenario) -> None:
    assert river(scenario, "3_0", "4_0") is River.MAIN
    assert river(scenario, "3_2", "4_2") is River.CHANNEL
    assert river(scenario, "4_2", "5_2") is River.MAIN
    assert river(scenario, "3_5", "4_5") is River.NONE
    assert river(scenario, "0_0", "1_0") is River.NONE
    assert scenario.board.landmass_names == ("west", "east", "island")


def test_roads_run_both_ways(scenario: Scenario) -> None:
    board = scenario.board
    a, b = board.grid.parse("6_2"), board.grid.parse("7_2")
    assert board.roads[6 * a + board.grid.direction(a, b)] == 1
    assert board.roads[6 * b + board.grid.direction(b, a)] == 1
    assert sum(board.roads) == 2 * (3 + 2)
    assert [chain[:2] for chain in board.road_chains] == [
        ("Main road", "road"),
        ("East road", "track"),
    ]


def test_control_and_population(scenario: Scenario) -> None:
    board = scenario.board
    assert board.start_control[board.grid.parse("0_0")] == 0
    assert board.start_control[board.grid.parse("4_5")] == NO_SIDE
    assert board.population[board.grid.parse("3_3")] == 3


def test_places_and_boxes(scenario: Scenario) -> None:
    board = scenario.board
    depot = board.place("depot")
    assert (depot.hexes, depot.label_hex, depot.box) == ((), NOWHERE, 0)
    assert board.place("town").label_hex == board.grid.parse("3_2")
    rear, far = board.boxes
    assert (rear.links, far.links) == (((1, 2),), ((0, 2),))
    assert (rear.entries, rear.entry_days, far.entry_days) == ((board.grid.parse("0_2"),), 1, 0)
    assert (rear.sources, rear.start_control, far.start_control) == ((0,), 0, NO_SIDE)


def test_crossings(scenario: Scenario) -> None:
    bridge, ford = scenario.board.crossings
    assert (bridge.start, bridge.owner) == (CrossingState.DESTROYED, NO_SIDE)
    assert (ford.start, ford.owner) == (CrossingState.FERRY, 0)


def test_forces(scenario: Scenario) -> None:
    oob = scenario.oob
    b2, b3, r1 = (oob.units[oob.unit_index[name]] for name in ("b2", "b3", "r1"))
    assert (b2.steps, b2.start_steps, b2.side) == (4, 2, 0)
    assert (b3.hex, b3.box, b3.arrives) == (NOWHERE, 0, 3)
    assert (r1.hidden, r1.strength, r1.start_steps) == (True, (80, 120), 2)
    assert scenario.unit_type(oob.unit_index["r1"]).id == "fighters"
    assert (oob.leaders[0].from_turn, oob.leaders[0].to_turn) == (1, 5)
    assert [(p.first, p.last) for p in oob.support] == [(1, 7), (3, 7)]
    assert oob.relations[0] == (Relation.ALLIED, Relation.HOSTILE, Relation.NEUTRAL)


def test_conditions(scenario: Scenario) -> None:
    town = scenario.board.place_index["town"]
    depot = scenario.board.place_index["depot"]
    first, second = scenario.events
    assert first.when == Condition(
        "all",
        parts=(
            Condition("turn", first=3, last=7),
            Condition("controls", side=0, place=town, percent=50),
        ),
    )
    assert second.when.test == "any"
    assert second.when.parts == (
        Condition("all", parts=(Condition("alive", name="r1"), Condition("fired", name=first.id))),
        Condition(
            "all",
            parts=(
                Condition("met", name="take_town"),
                # A box is where a place in it is.
                Condition("none", parts=(Condition("unit_at", name="b1", place=depot),)),
            ),
        ),
        Condition("state", name="old_bridge", value="intact"),
        Condition("none", parts=(Condition("flag", name="repaired"),)),
        Condition(
            "all",
            parts=(
                Condition("turn", first=6, last=6),
                Condition("formation_at", name="brigade", place=town),
            ),
        ),
    )


def test_effects(scenario: Scenario) -> None:
    board = scenario.board
    effects = {effect.do: effect for effect in scenario.events[0].effects}
    assert effects["crossing"].name == "old_bridge"
    assert effects["place_unit"].hexes == (board.grid.parse("3_2"),)
    assert effects["agreement"].places == (0, 1)
    assert effects["lose_leader"].name == "colonel"
    assert (effects["flag"].name, effects["flag"].value) == ("repaired", "yes")
    camp, far = (e for e in scenario.events[0].effects if e.do == "control")
    assert (camp.hexes, camp.places, camp.box) == ((board.grid.parse("0_2"),), (1,), NOWHERE)
    assert (far.hexes, far.box) == ((), 1)


def test_effects_of_nobody_and_of_somebody(tiny: Package) -> None:
    """Rule 9.2: ground may pass to nobody, and harm may be in the name of a side."""
    tiny.edit("events.yaml", "place: camp, side: blue", "place: camp, side: nobody")
    tiny.edit("events.yaml", "{do: message}", "{do: harm, hexes: 3_2, value: shelling, side: red}")
    event = load_scenario(tiny.folder, cache=False).events[0]
    assert [e.side for e in event.effects if e.do == "control"] == [NOWHERE, 0]
    (harm,) = (e for e in event.effects if e.do == "harm")
    assert (harm.side, harm.value) == (1, "shelling")


def test_objectives(scenario: Scenario) -> None:
    take, hold = scenario.objectives
    assert (take.earliest, take.latest, take.historical, take.weight) == (2, 5, 4, 3)
    assert (hold.hold, hold.percent, hold.historical, hold.places) == (True, 30, 0, (0, 2))


def test_record_and_dates() -> None:
    record = load_record(TINY)
    days = scenario_dates(record.header)
    assert (len(days), days[0], days[-1]) == (7, date(2017, 9, 14), date(2017, 9, 20))
    assert record.journal.journal[0].figures == {"men": "120"}
    assert record.history.days[0].segments[0].orders[0].order == "move b1 3_2"
