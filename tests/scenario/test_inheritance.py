"""A scenario that extends another: what merges, what replaces, and whose line an error names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.engine.board import NO_SIDE
from game.engine.new_game import new_game
from game.engine.state import Supply
from game.scenario.package import load_record, load_scenario
from tests.scenario.packages import Package

Copy = Callable[[str], Package]


@pytest.fixture
def child(copy: Copy) -> Package:
    """A scenario that extends `tiny` and changes nothing but its id."""
    package = copy("child")
    for path in package.folder.glob("*.yaml"):
        path.unlink()
    package.write("scenario.yaml", "id: child\nextends: tiny\n")
    return package


def test_child_is_the_parent_under_another_id(tiny: Package, child: Package) -> None:
    parent, scenario = load_scenario(tiny.folder), load_scenario(child.folder)
    assert (parent.id, scenario.id) == ("tiny", "child")
    assert scenario.board == parent.board
    assert scenario.oob == parent.oob
    assert scenario.content_hash != parent.content_hash


def test_mappings_merge_deep(tiny: Package, child: Package) -> None:
    child.write("scenario.yaml", "id: child\nextends: tiny\ntitle: {en: Low water}\n")
    record = load_record(child.folder)
    assert (record.header.title.en, record.header.title.ar) == ("Low water", "المخاضة")
    assert record.sources == load_record(tiny.folder).sources


def test_items_merge_by_id_are_removed_and_appended(tiny: Package, child: Package) -> None:
    child.write(
        "forces.yaml",
        "units:\n"
        "  - {id: b2, steps: 5}\n"
        "  - {id: b3, remove: true}\n"
        "  - {id: b4, name: {en: New}, formation: brigade, type: militia, steps: 1, at: 0_0}\n",
    )
    oob = load_scenario(child.folder).oob
    assert [unit.id for unit in oob.units] == ["b1", "b2", "r1", "b4"]
    assert (oob.units[1].steps, oob.units[1].start_steps, oob.units[1].name) == (
        5,
        2,
        "2nd Battalion",
    )


def test_lists_without_ids_replace(tiny: Package, child: Package) -> None:
    child.write("scenario.yaml", "id: child\nextends: tiny\nrelations: []\n")
    child.write("forces.yaml", "support:\n  - {side: green, air: 1}\n")
    scenario = load_scenario(child.folder)
    assert [period.side for period in scenario.oob.support] == [2]
    assert scenario.oob.relations[0][2] == "hostile"


def test_null_takes_a_key_out(tiny: Package, child: Package) -> None:
    child.write("map.yaml", "control: null\n")
    child.write("events.yaml", "events: []\n")
    assert set(load_scenario(child.folder).board.start_control) == {NO_SIDE}


def test_days_and_truth_rows_merge_by_their_keys(tiny: Package, child: Package) -> None:
    child.write("history.yaml", "days:\n  - {date: 2017-09-15, segments: [{side: blue}]}\n")
    child.write("control.yaml", "control:\n  - {place: town, date: 2017-09-17, side: red}\n")
    record = load_record(child.folder)
    assert [len(day.segments) for day in record.history.days] == [1, 1]
    assert record.history.days[0].segments[0].side == "blue"
    assert record.history.days[1].segments[0].side == "blue"
    rows = record.control.control
    assert [(row.side, row.rows) for row in rows] == [("contested", ("S1",)), ("red", ("S2",))]


def test_rules_are_patched_number_by_number(tiny: Package, child: Package) -> None:
    child.write("rules.yaml", "movement: {leg: 3}\nunit_types:\n  - {id: militia, factor: 2}\n")
    patched, standard = load_scenario(child.folder).rules, load_scenario(tiny.folder).rules
    assert (patched.movement.leg, patched.movement.motor) == (3, standard.movement.motor)
    factors = {kind.id: kind.factor for kind in patched.unit_types}
    assert factors["militia"] == 2
    assert len(patched.unit_types) == len(standard.unit_types)


def test_own_rules_start_from_the_standard(tiny: Package) -> None:
    tiny.edit("scenario.yaml", "kind: training", "kind: training\nrules: own")
    tiny.write("rules.yaml", "id: mine\nshifts: {cap: 2}\n")
    rules = load_scenario(tiny.folder).rules
    assert (rules.id, rules.shifts.cap, rules.movement.leg) == ("mine", 2, 6)


def test_grandparents(copy: Copy, tiny: Package, child: Package) -> None:
    grandchild = copy("grandchild")
    for path in grandchild.folder.glob("*.yaml"):
        path.unlink()
    grandchild.write("scenario.yaml", "id: grandchild\nextends: child\n")
    child.write("forces.yaml", "belts: []\n")
    scenario = load_scenario(grandchild.folder)
    assert scenario.oob.belts == ()
    assert len(scenario.oob.units) == 4


def test_mistakes_point_at_the_file_that_holds_them(tiny: Package, child: Package) -> None:
    tiny.edit("forces.yaml", "type: fighters", "type: fihgters")
    child.write("forces.yaml", "units:\n  - {id: b1, at: 9_9}\n")
    parent = f"{tiny.folder}/forces.yaml"
    assert child.heads() == [
        "forces.yaml:2:18: units[0].at: hex 9_9 is off the map: columns run 0 to 7, rows 0 to 5",
        f'{parent}:12:11: units[3].type: unknown unit type "fihgters", did you mean "fighters"?',
    ]


def test_removing_what_is_not_there(tiny: Package, child: Package) -> None:
    child.write("forces.yaml", "units:\n  - {id: b99, remove: true}\n")
    assert child.heads() == [
        'forces.yaml:2:5: units[0]: nothing to remove: the extended scenario has no "b99"'
    ]


def test_remove_without_a_parent_is_an_unknown_key(tiny: Package) -> None:
    tiny.edit("forces.yaml", "{id: belt_1, side: red", "{id: belt_1, remove: true, side: red")
    (head,) = tiny.heads()
    assert head.startswith('forces.yaml:23:18: belts[0].remove: unknown key "remove"')


def test_forgotten_id_does_not_replace_the_list(tiny: Package, child: Package) -> None:
    child.write("forces.yaml", "units:\n  - {id: b1, steps: 2}\n  - {steps: 2}\n")
    assert 'forces.yaml:3:5: units[4].id: "id" is required' in child.heads()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["tiny"], "scenarios extend each other in a circle: tiny -> tiny"),
        (["tiny", "b"], "scenarios extend each other in a circle: tiny -> b -> tiny"),
        (["tiny", "b", "c"], "scenarios extend each other in a circle: tiny -> b -> c -> tiny"),
    ],
)
def test_circles(copy: Copy, names: list[str], told: str) -> None:
    packages = [copy(name) for name in names]
    for package, parent in zip(packages, [*names[1:], names[0]], strict=True):
        package.edit("scenario.yaml", "kind: training", f"kind: training\nextends: {parent}")
    (head,) = packages[0].heads()
    assert head.endswith(f"scenario.yaml:7:10: extends: {told}")


def test_circle_below(copy: Copy) -> None:
    a, b, c = copy("a"), copy("b"), copy("c")
    for package, parent in ((a, "b"), (b, "c"), (c, "b")):
        package.edit("scenario.yaml", "kind: training", f"kind: training\nextends: {parent}")
    told = "extends: scenarios extend each other in a circle: b -> c -> b"
    assert a.heads() == [f"{c.folder}/scenario.yaml:7:10: {told}"]


def test_too_long_a_line(copy: Copy) -> None:
    packages = [copy(f"s{number}") for number in range(12)]
    for number, package in enumerate(packages[:-1]):
        line = f"kind: training\nextends: s{number + 1}"
        package.edit("scenario.yaml", "kind: training", line)
    (head,) = packages[0].heads()
    assert head.endswith("scenario.yaml:7:10: extends: more than 10 scenarios extend each other")


@pytest.mark.parametrize("name", ["../tiny", "/etc", "no/such", "''x", "tinny"])
def test_unknown_parent(tiny: Package, child: Package, name: str) -> None:
    child.write("scenario.yaml", f'id: child\nextends: "{name}"\n')
    (head,) = child.heads()
    near = ', did you mean "tiny"?' if name in ("tinny", "../tiny") else ""
    told = f'there is no scenario "{name}" to extend{near}'
    assert head == f"scenario.yaml:2:10: extends: {told}"


def test_broken_parent_is_told_once(tiny: Package, child: Package) -> None:
    tiny.write("map.yaml", "a: [")
    (head,) = child.heads()
    assert head.startswith(f"{tiny.folder}/map.yaml:2:1: not valid YAML: a value is missing")


def test_one_item_takes_several_out(tiny: Package, child: Package) -> None:
    child.write("forces.yaml", "units:\n  - {remove: [b2, b3]}\n  - {id: b1, steps: 2}\n")
    child.write("events.yaml", "events: []\n")
    assert [unit.id for unit in load_scenario(child.folder).oob.units] == ["b1", "r1"]
    child.write("forces.yaml", "units:\n  - {remove: [b2, b99]}\n")
    assert child.heads()[0] == (
        'forces.yaml:2:19: units[0]: nothing to remove: the extended scenario has no "b99"'
    )


def test_shorter_scenario_takes_over_what_falls_within_its_days(
    tiny: Package, child: Package
) -> None:
    parent = load_record(tiny.folder)
    first, last = parent.header.start, parent.header.end
    assert (last - first).days > 1
    child.write("scenario.yaml", f"id: child\nextends: tiny\nend: {first}\n")
    child.write("events.yaml", "events: []\n")
    record, scenario = load_record(child.folder), load_scenario(child.folder)
    assert scenario.turns == 1
    assert {day.date for day in record.history.days} <= {first}
    assert all(row.date <= first for row in record.control.control)
    assert all(item.earliest == 1 for item in scenario.objectives)
    # What the child itself says of another day is a mistake, not left out.
    child.write("history.yaml", f"days:\n  - {{date: {last}}}\n")
    assert child.heads() == [
        f"history.yaml:2:12: days[1].date: {last} is after the end of the scenario ({first})"
    ]


def test_what_did_not_happen_takes_over_no_history(tiny: Package, child: Package) -> None:
    assert load_record(child.folder).history.days
    child.write("scenario.yaml", "id: child\nextends: tiny\nkind: counterfactual\n")
    record = load_record(child.folder)
    assert (record.history.days, record.control.control, record.journal.journal) == ((), (), ())
    assert record.sources == load_record(tiny.folder).sources


def test_state_of_the_first_morning(tiny: Package, child: Package) -> None:
    child.write("scenario.yaml", "id: child\nextends: tiny\nfocus: town 0_0\n")
    child.write(
        "map.yaml", "works:\n  - {level: 2, hexes: 0_0}\nrubble: [{level: 1, hexes: 1_0}]\n"
    )
    child.write(
        "forces.yaml",
        "units:\n  - {id: b2, start_steps: 2, suppressed: 1}\n"
        "  - {id: r1, cut_off: 3}\n"
        "belts:\n  - {id: belt_1, known: true}\n",
    )
    scenario = load_scenario(child.folder)
    town = scenario.board.place("town").hexes
    assert scenario.focus == (*town, scenario.board.grid.parse("0_0"))
    state = new_game(scenario)[0]
    assert (state.works[0], state.rubble[1], sum(state.works), sum(state.rubble)) == (2, 1, 2, 1)
    assert state.belts[0].known
    unit = state.units[scenario.oob.unit_index["b2"]]
    assert (unit.steps, unit.suppressed) == (2, 1)
    # Whose turn it is not yet, has not been looked at.
    assert state.units[scenario.oob.unit_index["r1"]].supply is Supply.ISOLATED


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("scenario", "id: child\nextends: tiny\nfocus: twon\n", 'focus: unknown place "twon"'),
        ("scenario", "id: child\nextends: tiny\nfocus: 99_99\n", "focus: hex 99_99 is off the map"),
        ("map", "works: [{level: 3, hexes: 0_0}]\n", "level: should be at most 2, not 3"),
        ("forces", "units: [{id: b2, suppressed: 3}]\n", "suppressed: should be at most 2, not 3"),
    ],
)
def test_wrong_first_morning(
    tiny: Package, child: Package, file: str, text: str, told: str
) -> None:
    child.write(f"{file}.yaml", text)
    (head,) = child.heads()
    assert told in head
